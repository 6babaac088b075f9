/**
 * Characters of simplified script that stand for several of traditional script in newspapers, each
 * with its forms in OpenCC's standard, the most frequent first.
 */
export const hansForms = new Map(
  (
    '并並併 干幹乾干 布布佈 系系係繫 尽盡儘 汇匯彙 历歷曆 念念唸 尝嘗嚐 团團糰 ' +
    '采採采 坛壇罈 吊吊弔 复復複覆 蒙蒙矇濛 舍舍捨 卷卷捲 折折摺 升升昇 术術朮 杆杆桿 ' +
    '梁梁樑 台臺颱檯台 冲衝沖 沈沈瀋 愈愈癒 发發髮 荡蕩盪 困困睏 朱朱硃 御御禦 ' +
    '谷谷穀 签簽籤 扎扎紮 致致緻 脏髒臟 卜卜蔔 姜姜薑 蔑蔑衊 胡胡鬍衚 ' +
    '里裏里 制制製 托托託 注注註 志志誌 赞贊讚 迹跡蹟 回回迴 周周週 扣扣釦 钟鐘鍾 表表錶 ' +
    '板板闆 只只隻 须須鬚 刮刮颳 饥飢饑 喂喂餵 松松鬆 面面麪 曲曲麴 后後后 ' +
    '于於于 余餘余 范範范 岳岳嶽 郁鬱郁 种種种 涂塗涂 朴樸朴 占佔占 斗鬥斗 仆僕仆 借借藉 ' +
    '准準准 丑醜丑 咸咸鹹 游遊游 云雲云 划劃划 伙夥伙 辟闢辟 征征徵'
  )
    .split(' ')
    .map((row) => [row.charAt(0), Array.from(row.slice(1))] as const),
);

/** Characters of traditional script that are written in two ways in simplified script. */
export const hantForms = new Map(
  '乾干乾 著着著 藉借藉 覆覆复 徵征徵 瞭了瞭 沈沈沉 鍾钟锺 於于於 鍊链炼 麼么麽 祇只祇 甦苏甦 昇升昇'
    .split(' ')
    .map((row) => [row.charAt(0), Array.from(row.slice(1))] as const),
);
