/** What a frame holds: an abstract before the text, a participants' list, or other matter beside it. */
export type BoxKind = 'abstract' | 'participants' | 'aside';

const abstract =
  /^(?:核心提示|核心阅读|内容提要|内容摘要|提要|摘要|阅读提示|导语|编者按|编者的话|编者的?按语?|开栏的?话|开栏语|写在前面|引子|编前|编后)$/u;
const aside =
  /^(?:[\u3400-\u9fff]{0,4}链接|相关新闻|相关报道|新闻背景|背景资料|背景|延伸阅读|[\u3400-\u9fff]{0,2}小贴士|温馨提示|特别提示|提示|名词解释|人物名片|人物简介|名片|简介|记者手记|采访手记|手记|数据看板|数读|数说[\u3400-\u9fff]{0,4}|大事记|时间轴|专家点评|点评|短评|资料|资料卡|知识多一点|知多[点少]|声音|观点|延伸|新闻纵深|新闻速递|新闻\+|现场|回音|答读者问|释疑|附[\u3400-\u9fff]{0,4}表?)$/u;
const participants =
  /^(?:[\u3400-\u9fff]{0,5}圆桌[会议]?|与会嘉宾|本期嘉宾|访谈嘉宾|对话嘉宾|对话人物|嘉宾|访谈人物|参加人员)$/u;

/** The kind of box a heading or line of this wording opens; null where it opens none. */
export function recogniseBoxTitle(plain: string): BoxKind | null {
  const title = plain
    .trim()
    .replace(/^[【\[■◆●▍|《“]+|[】\]■◆●|：》”]+$/gu, '')
    .replace(/ /gu, '');
  if (title.length === 0 || title.length > 10) return null;
  if (abstract.test(title)) return 'abstract';
  if (participants.test(title)) return 'participants';
  return aside.test(title) ? 'aside' : null;
}

/** A box title that runs into its text, 编者按：…; the length of the title with its colon. */
export function boxTitleLength(plain: string): number {
  const found = /^[【\[]?([\u3400-\u9fff]{2,6})[】\]]?\s?[：　 ]\s?/u.exec(plain);
  if (!found || plain.length < found[0].length + 8) return 0;
  return recogniseBoxTitle(found[1] ?? '') === null ? 0 : found[0].trimEnd().length;
}

const participantLine =
  /^\s*(?:主\s?持\s?人?|圆桌主持|[\u3400-\u9fff]{0,4}嘉\s?宾|时\s?间|地\s?点|对话人|对话者|采访者|受访者|参加者|与谈人|记录|整理)\s?[：:]/u;

/** Whether the line lists who took part, when or where. */
export function isParticipantLine(plain: string): boolean {
  return participantLine.test(plain);
}
