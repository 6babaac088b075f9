/** What belongs to the page and not to a story. */
export type FurnitureRole =
  | 'banner'
  | 'date'
  | 'page-number'
  | 'masthead'
  | 'staff'
  | 'contact'
  | 'advertisement'
  | 'guide'
  | 'picture-label'
  | 'comment'
  | 'front-matter';

const date =
  /^(?:(?:公元|中华民国)?[〇○零一二三四五六七八九十百廿卅\d]{1,4}年\s?)?[〇一二三四五六七八九十廿卅\d]{1,3}月\s?[〇一二三四五六七八九十廿卅\d]{1,3}日(?:[\s（]*(?:星期|周|礼拜)[一二三四五六日天][）\s]*)?(?:[\s　]*(?:农历|夏历|旧历|阴历|辛|壬|癸|甲|乙|丙|丁|戊|己|庚).{0,14})?$/u;
const patterns: readonly (readonly [RegExp, FurnitureRole])[] = [
  [
    /^(?:第?\s?[A-D]?\d{1,3}\s?版|第[一二三四五六七八九十]{1,3}(?:版|张|页)|[A-D]\d{1,2}|[-—·]?\s?\d{1,3}\s?[-—·]?)$/u,
    'page-number',
  ],
  [
    /^(?:第?\s?[A-D]?\d{1,3}\s?版?|第[一二三四五六七八九十]{1,3}[版张])\s?[|/·]?\s?(?:要闻|综合|本市|国内|国际|时事|经济|财经|文化|体育|副刊|教育|社会|民生|区县|专题|特刊|理论|评论|新闻|广告|都市|文体|科教|健康|读者|本埠|社评|深度|聚焦|调查)(?:新闻)?(?:\s.{0,30})?$/u,
    'page-number',
  ],
  [
    /^(?:要闻|综合|本市|国内|国际|时事|经济|财经|文化|体育|副刊|教育|社会|民生|区县|专题|特刊|理论|评论|都市|文体|科教|健康|本埠|深度)(?:新闻|版)?\s?[|/·]?\s?(?:第?[A-D]?\d{1,3}版?|第[一二三四五六七八九十]{1,3}[版张])$/u,
    'page-number',
  ],
  [
    /^(?:(?:本版|值班|执行|版面|首席)?(?:责任编辑|责编|编辑|美编|美术编辑|校对|组版|版式|版式设计|视觉|图编|值班主任|值班编委|执行主编|主编|统筹|制图|审读|检校|编审)\s?[：/ ]\s?[\u3400-\u9fff ·、]{2,16}[\s|；，]*)+(?:(?:电话|邮箱|热线|E-?mail).{0,40})?$/iu,
    'staff',
  ],
  [
    /^(?:新闻|读者|服务|投稿|广告|发行|订阅|报料|爆料|编辑部|联系|咨询|举报|社址|地址|邮编|邮政编码|传真|电子邮箱|投稿邮箱|邮箱|电话|网址|热线|E-?mail)[^，。]{0,10}[：:\s][^。]{0,14}[\d@.A-Za-z-]{5,}.{0,60}$/iu,
    'contact',
  ],
  [/^(?:电话|热线|邮箱|网址|投稿|地址|社址)[：\s].{2,60}$/u, 'contact'],
  [/^(?:https?:\/\/|www\.)[\x21-\x7e]+$/iu, 'contact'],
  [
    /^(?:国内统一(?:连续出版物号|刊号)|国内统一|邮发代号|CN\s?\d{2}|ISSN|今日.{0,6}版|总?第\s?\d{2,6}\s?[号期]|零售.{0,14}元|本报今日.{0,8}版|.{2,12}主管(?:主办)?|.{2,10}出版|.{2,10}印刷|中共.{2,10}机关报)(?:[\s|，].{0,60})?$/u,
    'masthead',
  ],
  [/^第\s?\d{2,6}\s?[号期](?:\s.{0,40})?$/u, 'masthead'],
  [
    /^[\u3400-\u9fff]{1,8}(?:日报|晚报|晨报|时报|早报|商报|都市报|新报|导报|周报|周刊|公报)(?:\s?[A-Z ]{4,40})?$/u,
    'masthead',
  ],
  [/^(?:广\s?告|公益广告|· ?广告 ?·|\[广告\]|广告\s?[A-Z]?\d{0,8})$/u, 'advertisement'],
  [/^(?:今日导读|导\s?读|今日看点|要闻导读|本版导读|内容导航)$/u, 'guide'],
  [
    /^.{4,40}?(?:\s|…|·|—|>|→){1,6}(?:详见|见|刊|转)?\s?(?:第?\s?[A-D]?\d{1,2}\s?版|第[一二三四五六七八九十]版|第[一二三四五六]张)$/u,
    'guide',
  ],
  [/^(?:星期|周|礼拜)[一二三四五六日天](?:\s.{0,20})?$/u, 'date'],
  // A running head: the paper's name, the day and the page in one line.
  [
    /^(?=.*(?:报|新闻|时讯))(?=.*\d{4}年\s?\d{1,2}月\s?\d{1,2}日)(?=.*(?:[A-D]?\d{1,3}版|第[一二三四五六七八九十]{1,3}[版张]|[A-D]\d{2}|星期|责编))[^。，；]{12,80}$/u,
    'masthead',
  ],
];

/** The role of a line that is part of the page itself; null for all others. */
export function recogniseFurniture(plain: string): FurnitureRole | null {
  const line = plain.trim();
  if (line.length === 0 || line.length > 120) return null;
  if (date.test(line)) return 'date';
  if (/^\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s.{0,12})?$/u.test(line)) return 'date';
  if (date.test(line.split(/\s(?=第\s?\d|今日|责|[|])/u)[0] ?? '') && line.length < 60)
    return 'date';
  for (const [pattern, role] of patterns) if (pattern.test(line)) return role;
  return null;
}

/** A note that a story goes on or comes from elsewhere (转版), and the page it names. */
export function recogniseJump(
  plain: string,
): { readonly direction: 'on' | 'from'; readonly page: string } | null {
  const found =
    /^[（(【［\s▶►]*(下转|转入?|续见|接|上接|紧接|续接)\s?(?:第\s?)?([A-D]?\d{1,3}|[一二三四五六七八九十]{1,3})\s?[版张页](?:[^。]{0,12})?[）)】］\s▶►]*$/u.exec(
      plain,
    );
  if (!found) return null;
  return { direction: (found[1] ?? '').includes('接') ? 'from' : 'on', page: found[2] ?? '' };
}

/** Whether the name of a picture says nothing, as layout tools give it. */
export function isPictureLabel(plain: string): boolean {
  return /^(?:image|img|figure|fig|picture|photo|图片|图像|图)?[\s_.\-#\d]*(?:\.?(?:png|jpe?g|gif|webp))?$/iu.test(
    plain.trim(),
  );
}
