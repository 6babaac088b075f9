import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { chineseNumber } from './dates.ts';

/**
 * Years counted from the beginning of a reign or of the Republic, as far as newspapers print them.
 * Only years are converted: the months and days of `lunarUntil` and before follow the moon.
 */
interface Era {
  readonly hans: string;
  readonly hant: string;
  readonly latin: string;
  /** The western year of the era's first. */
  readonly first: number;
  /** The western year of its last; null for an era that is still counted. */
  readonly last: number | null;
  /** The last western year whose months are lunar; null where none is. */
  readonly lunarUntil: number | null;
}

const reign = (
  hans: string,
  hant: string,
  latin: string,
  first: number,
  last: number | null,
  lunarUntil: number | null = null,
): Era => ({ hans, hant, latin, first, last, lunarUntil });

const eras = {
  qianlong: reign('乾隆', '乾隆', 'Qianlong', 1736, 1795, 1795),
  jiaqing: reign('嘉庆', '嘉慶', 'Jiaqing', 1796, 1820, 1820),
  daoguang: reign('道光', '道光', 'Daoguang', 1821, 1850, 1850),
  xianfeng: reign('咸丰', '咸豐', 'Xianfeng', 1851, 1861, 1861),
  tongzhi: reign('同治', '同治', 'Tongzhi', 1862, 1874, 1874),
  guangxu: reign('光绪', '光緒', 'Guangxu', 1875, 1908, 1908),
  xuantong: reign('宣统', '宣統', 'Xuantong', 1909, 1911, 1911),
  minguo: reign('民国', '民國', 'Minguo', 1912, null),
  hongxian: reign('洪宪', '洪憲', 'Hongxian', 1916, 1916),
  datong: reign('大同', '大同', 'Datong', 1932, 1934),
  kangde: reign('康德', '康德', 'Kangde', 1934, 1945),
  // Japan took the western calendar with the sixth year of Meiji.
  meiji: reign('明治', '明治', 'Meiji', 1868, 1912, 1872),
  taisho: reign('大正', '大正', 'Taishō', 1912, 1926),
  showa: reign('昭和', '昭和', 'Shōwa', 1926, 1989),
  heisei: reign('平成', '平成', 'Heisei', 1989, 2019),
  reiwa: reign('令和', '令和', 'Reiwa', 2019, null),
} as const satisfies Readonly<Record<string, Era>>;

export type EraName = keyof typeof eras;

export interface EraYear {
  readonly era: EraName;
  /** From 1. */
  readonly year: number;
}

/** Eras by the name they go by in simplified script. */
export const eraNames: ReadonlyMap<string, EraName> = new Map(
  (Object.keys(eras) as EraName[]).map((name) => [eras[name].hans, name]),
);

/** Null for a year that the era did not have. */
export function westernYear({ era, year }: EraYear): number | null {
  const { first, last }: Era = eras[era];
  const western = first + year - 1;
  return year < 1 || (last !== null && western > last) ? null : western;
}

/** True where the era's months and days follow the moon in that western year. */
export function isLunarYear(era: EraName, western: number): boolean {
  const { lunarUntil }: Era = eras[era];
  return lunarUntil !== null && western <= lunarUntil;
}

const chinese = [
  'qianlong',
  'jiaqing',
  'daoguang',
  'xianfeng',
  'tongzhi',
  'guangxu',
  'xuantong',
  'minguo',
] as const satisfies readonly EraName[];

/** The year as it was counted in China when most of it passed; null before the eras that are known. */
export function chineseEraYear(western: number): EraYear | null {
  const era = chinese.findLast((name) => eras[name].first <= western);
  return era === undefined ? null : { era, year: western - eras[era].first + 1 };
}

function counted(year: number): string {
  if (year === 1) return '元';
  return year < 100 ? chineseNumber(year) : String(year);
}

/** 民国二十二年, or `Minguo 22`. */
export function eraYearWords({ era, year }: EraYear, language: InterfaceLanguage): string {
  if (language === 'en') return `${eras[era].latin} ${year}`;
  return `${language === 'zh-Hant' ? eras[era].hant : eras[era].hans}${counted(year)}年`;
}

/** 民22, 光30 or `M22`: beside a year where there is no room for more. */
export function shortEraYear({ era, year }: EraYear, language: InterfaceLanguage): string {
  const { hans, hant, latin } = eras[era];
  const name = language === 'en' ? latin : language === 'zh-Hant' ? hant : hans;
  return `${name.charAt(0)}${year}`;
}

/** The last western year beside which papers of the mainland printed one of the Republic. */
const lastRepublicanYear = 1949;

/** The era year to show beside a western one where era years are wanted. */
export function shownEraYear(
  western: number,
  calendar: 'gregorian' | 'republican',
): EraYear | null {
  const isCounted = calendar === 'republican' || western <= lastRepublicanYear;
  return isCounted ? chineseEraYear(western) : null;
}
