/** Traditional and variant characters that names of dates and pages are written with. */
const simplified: Readonly<Record<string, string>> = {
  國: '国',
  緒: '绪',
  統: '统',
  豐: '丰',
  慶: '庆',
  憲: '宪',
  曆: '历',
  歷: '历',
  農: '农',
  陰: '阴',
  陽: '阳',
  舊: '旧',
  閏: '闰',
  臘: '腊',
  號: '号',
  頁: '页',
  張: '张',
  後: '后',
  來: '来',
  創: '创',
  當: '当',
  個: '个',
  週: '周',
  頭: '头',
  兩: '两',
  華: '华',
  壹: '一',
  貳: '二',
  贰: '二',
  參: '三',
  叁: '三',
  肆: '四',
  伍: '五',
  陸: '六',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  '○': '〇',
  '◯': '〇',
  念: '廿',
};

/**
 * What was typed in the one form that is read: half-width, lower case, simplified, with single
 * spaces and hyphens.
 */
export function placeText(typed: string): string {
  return Array.from(typed.normalize('NFKC').toLowerCase())
    .map((character) => simplified[character] ?? character)
    .join('')
    .replace(/[‐-―−~～]/gu, '-')
    .replace(/[，、,;；]/gu, ' ')
    .replace(/[。．]/gu, '.')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[年月第]) | (?=[年月日号版页期])/gu, '')
    .trim();
}
