/**
 * Chinese surnames of one character, simplified and traditional. Where a name starts with none of
 * them it is taken whole: pen names and offices do not fall apart.
 */
const single =
  '赵趙钱錢孙孫李周吴吳郑鄭王冯馮陈陳褚卫衛蒋蔣沈韩韓杨楊朱秦尤许許何吕呂施张張孔曹严嚴华華' +
  '金魏陶姜戚谢謝邹鄒喻柏水窦竇章云雲苏蘇潘葛奚范範彭郎鲁魯韦韋昌马馬苗凤鳳花方俞任袁柳酆鲍' +
  '鮑史唐费費廉岑薛雷贺賀倪汤湯滕殷罗羅毕畢郝邬鄔安常乐樂于於时時傅皮卞齐齊康伍余餘元卜顾顧' +
  '孟平黄黃和穆萧蕭肖尹姚邵湛汪祁毛禹狄米贝貝明臧计計伏成戴谈談宋茅庞龐熊纪紀舒屈项項祝董梁' +
  '杜阮蓝藍闵閔席季麻强強贾賈路娄婁危江童颜顏郭梅盛林刁钟鐘鍾徐邱骆駱高夏蔡田樊胡凌霍虞万萬' +
  '支柯昝管卢盧莫经經房裘缪繆干解应應宗丁宣贲賁邓鄧郁单單杭洪包诸諸左石崔吉钮鈕龚龔程嵇邢滑' +
  '裴陆陸荣榮翁荀羊惠甄麴家封芮羿储儲靳汲邴糜松井段富巫乌烏焦巴弓牧隗山谷车車侯宓蓬全郗班仰' +
  '秋仲伊宫宮宁寧仇栾欒暴甘厉厲戎祖武符刘劉景詹束龙龍叶葉幸司韶郜黎蓟薊薄印宿白怀懷蒲邰从從' +
  '鄂索咸籍赖賴卓蔺藺屠蒙池乔喬阴陰胥能苍蒼双雙闻聞莘党黨翟谭譚贡貢劳勞逄姬申扶堵冉宰郦酈雍' +
  '璩桑桂濮牛寿壽通边邊扈燕冀浦尚农農温溫别別庄莊晏柴瞿阎閻充慕连連茹习習宦艾鱼魚容向古易慎' +
  '戈廖庾终終暨居衡步都耿满滿弘匡国國文寇广廣禄祿阙闕东東欧歐殳沃利蔚越夔隆师師巩鞏厍厙聂聶' +
  '晁勾敖融冷訾辛阚闞那简簡饶饒空曾毋沙乜养養鞠须須丰豐巢关關蒯相查后後荆荊红紅游竺权權盖蓋' +
  '益桓公佘岳帅帥缑緱亢况況郈有琴商牟佴伯赏賞墨哈谯譙笪年爱愛阳陽佟付代芦蘆闫兰蘭仝覃芩邸苑' +
  '苟甯鄢原植揭雒敬楼樓鲜鮮涂塗衣卿由苻官岐迟遲修粟战戰亓栗矫矯库庫来來麦麥里隋区區冼谌諶晋' +
  '晉邝鄺练練綦逯门門尧堯';

const singleSurnames: ReadonlySet<string> = new Set(single);

const compoundSurnames: ReadonlySet<string> = new Set(
  (
    '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 独孤 獨孤 南宫 南宮 万俟 萬俟 闻人 聞人 夏侯 ' +
    '尉迟 尉遲 公羊 赫连 赫連 澹台 澹臺 皇甫 宗政 濮阳 濮陽 公冶 太叔 申屠 公孙 公孫 慕容 仲孙 仲孫 ' +
    '钟离 鍾離 长孙 長孫 宇文 司空 亓官 司寇 鲜于 鮮于 令狐 端木 呼延 西门 西門 轩辕 軒轅 拓跋 百里 ' +
    '东郭 東郭 南门 南門 羊舌 微生 公西 颛孙 顓孫 漆雕 乐正 樂正 壤驷 壤駟 公良 夹谷 夾谷 宰父 谷梁 ' +
    '段干 東里 东里 第五 梁丘 左丘 东门 東門 西陵 贺兰 賀蘭 纳兰 納蘭 完颜 完顏 叶赫 葉赫 爱新 愛新'
  ).split(' '),
);

/** How many characters of a name of Chinese characters are its surname; 0 where that is not known. */
export function surnameLength(name: string): 0 | 1 | 2 {
  const characters = Array.from(name);
  if (compoundSurnames.has(characters.slice(0, 2).join(''))) {
    return characters.length === 3 || characters.length === 4 ? 2 : 0;
  }
  if (characters.length !== 2 && characters.length !== 3) return 0;
  return singleSurnames.has(characters[0] ?? '') ? 1 : 0;
}
