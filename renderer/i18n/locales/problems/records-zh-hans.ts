import type { ProblemTexts } from '../../problem-text.ts';
import { adviceZhHans as advice } from './advice-zh-hans.ts';

/** Problems of what a bag holds, its description, text and records, in simplified script. */
export const recordProblemsZhHans = {
  // archive.json
  'bad-description': {
    what: ['archive.json 的 {{field}} 缺少，或不合格式', 'archive.json 读不出，或不合格式'],
    advice: advice.remake,
  },
  'format-too-new': {
    what: [
      '这份报纸的格式是 {{found}}，这一版故纸只认得 {{known}}',
      '这份报纸的格式太新，这一版故纸不认得',
    ],
    advice: '请换用较新的故纸，再载入。',
  },
  'format-newer-minor': {
    what: [
      '这份报纸的格式是 {{found}}，比这一版故纸所认的 {{known}} 略新',
      '这份报纸的格式比这一版故纸略新',
    ],
    advice: '不妨碍载入；新增的内容要用较新的故纸才能显示。',
  },
  'counts-differ': {
    what: [
      'archive.json 所记的{{count}}是 {{expected}}，实有 {{found}}',
      'archive.json 所记的数目与实际不符',
    ],
    advice: '以实际读到的为准，不妨碍载入；可请提供者核对有无遗漏。',
  },
  // Text
  'byte-order-mark': {
    what: '文件开头有字节顺序标记（BOM）',
    advice: '读取时跳过，内容不受影响。',
  },
  'invalid-utf8': { what: '这一条记录里有不是 UTF-8 的字节，读不出文字', advice: advice.skipped },
  'too-much-invalid-utf8': {
    what: [
      '读过的 {{lines}} 行里有 {{invalidLines}} 行不是 UTF-8，读不出文字',
      '这个文件不是 UTF-8，读不出文字',
    ],
    advice: '请提供者核对文字的编码，改成 UTF-8 后重新制作。',
  },
  'legacy-encoding': {
    what: ['文字不是 UTF-8，像是 {{encoding}} 编码', '文字不是 UTF-8，像是 GBK 或 Big5 编码'],
    advice: '请提供者把文字转成 UTF-8，重新制作。',
  },
  'control-characters': {
    what: ['文字里有控制字符（{{characters}}）', '文字里有控制字符'],
    advice: '原文照存，显示时换成看得见的符号，如“␀”。',
  },
  'lone-surrogate': {
    what: ['文字里有残缺的字符（{{characters}}）', '文字里有残缺的字符'],
    advice: advice.skipped,
  },
  'bidi-override': {
    what: ['文字里有改变书写方向的字符（{{characters}}）', '文字里有改变书写方向的字符'],
    advice: '原文照存；显示时只在所在的一段内起作用，不牵动别处。',
  },
  'private-use': {
    what: ['文字里有自造字（{{characters}}）', '文字里有自造字'],
    advice: '原样保留；电脑上没有相应的字体时，可能显示成方框。',
  },
  'line-too-long': {
    what: ['这一行太长：至少 {{foundAtLeast}} 字节，上限是 {{maxLineBytes}}', '这一行超过长度上限'],
    advice: '请提供者核对，一行只放一条记录，重新制作。',
  },
  'too-deep': {
    what: ['这一条记录套叠超过 {{maxDepth}} 层', '这一条记录套叠的层数太多'],
    advice: advice.skipped,
  },
  'proto-key': {
    what: '记录里有一项叫“__proto__”，可能扰乱程序',
    advice: '已去掉这一项，其余原样保留。',
  },
  'bad-json': { what: '这一行不是完整的 JSON 记录', advice: advice.skipped },
  // Records
  'duplicate-record': {
    what: '这一条记录与前面的一条完全相同',
    advice: '只取前面的一条，内容没有缺少。',
  },
  'duplicate-differs': {
    what: [
      '同一编号有两条不同的记录，版本没有升高（先为 {{earlierVersion}}，此处为 {{version}}）',
      '同一编号有两条不同的记录，版本没有升高',
    ],
    advice: '无从判断以哪一条为准，请提供者改正编号或版本，重新制作。',
  },
  'newer-version': {
    what: [
      '同一编号有两条记录，版本由 {{earlierVersion}} 升到 {{version}}',
      '同一编号有两条记录，后一条版本较高',
    ],
    advice: '以版本较高的一条为准，不妨碍载入。',
  },
  'missing-field': {
    what: ['记录里缺少必需的 {{field}}', '记录里缺少必需的一项'],
    advice: advice.skipped,
  },
  'wrong-field': {
    what: ['记录里 {{field}} 的内容不合格式', '记录里有一项内容不合格式'],
    advice: advice.skipped,
  },
  'unknown-block': {
    what: ['文中有 {{blocks}} 段的类型故纸不认得（{{types}}）', '文中有的段落，类型故纸不认得'],
    advice: '只显示这些段落里的文字；原件仍在包里，没有改动。',
  },
  'unknown-value': {
    what: [
      '“{{found}}”是格式里新增的，这一版故纸不认得，改按“{{taken}}”显示',
      '这里有格式新增的内容，这一版故纸不认得',
    ],
    advice: '文字不受影响；较新的故纸认得它的意思。',
  },
  'impossible-date': {
    what: ['日期 {{found}} 不存在，或写法不对', '日期不存在，或写法不对'],
    advice: advice.skipped,
  },
  'odd-page-number': {
    what: ['版次“{{found}}”的写法少见', '版次的写法少见'],
    advice: '原样保留，照原样显示。',
  },
  'page-not-listed': {
    what: ['文章所在的版“{{found}}”，不在这一期的版次里', '文章所在的版，不在这一期的版次里'],
    advice: '文章不会缺少，这一版排在该期各版之后。',
  },
  'media-missing': {
    what: ['记录所引的图片 {{media}}，包里没有', '记录所引的图片，包里没有'],
    advice: '文字不受影响；文中该有图片的地方，会注明未收。',
  },
  'image-too-large': {
    what: ['图片有 {{width}} × {{height}} 像素，超过一亿像素', '图片超过一亿像素'],
    advice: advice.notShown,
  },
  'media-not-an-image': {
    what: '这一件该是图片，内容却不是故纸认得的图片',
    advice: advice.notShown,
  },
  'svg-with-script': {
    what: '这张 SVG 图片含有脚本、外来内容之类，或大得无从检查',
    advice: advice.notShown,
  },
  'unsafe-link': {
    what: [
      '有 {{dropped}} 处不安全的链接，如指向脚本或本机文件',
      '有不安全的链接，如指向脚本或本机文件',
    ],
    advice: '这些链接已去掉，文章的正文不受影响。',
  },
  'text-digest-mismatch': {
    what: '文章的文字与它自带的校验值不符',
    advice: '文字可能被改动过，请提供者核对后重新制作。',
  },
  'unknown-issue': {
    what: ['找不到文章所属的一期“{{issue}}”', '找不到文章所属的一期'],
    advice: advice.skipped,
  },
  'issue-date-differs': {
    what: [
      '文章所记的日期是 {{found}}，所属的一期却是 {{expected}}',
      '文章所记的日期，与所属的一期不同',
    ],
    advice: '不妨碍载入，文章仍归在所属的一期。',
  },
  'continuation-missing': {
    what: '文章与另一版相接，另一部分却不在包里',
    advice: '已有的部分不受影响，只是无从转到另一部分。',
  },
} satisfies Partial<ProblemTexts>;
