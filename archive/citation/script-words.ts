/** The script a reference is written in: that of the story, as both standards ask. */
export type CitationScript = 'Hans' | 'Hant' | 'Latn';

/** Words that a reference adds to what was printed. */
export interface ScriptWords {
  /** After the last author named, where there are more. */
  readonly andOthers: string;
  readonly anonymous: string;
  /** Stands for a headline that was not printed; set in square brackets. */
  readonly untitled: string;
  /** After a translator's name. */
  readonly translated: string;
  /** Says that the paper is an imaginary one. */
  readonly sample: string;
  readonly quotationMarks: readonly [string, string];
}

export const scriptWords: Readonly<Record<CitationScript, ScriptWords>> = {
  Hans: {
    andOthers: '等',
    anonymous: '佚名',
    untitled: '无题',
    translated: '译',
    sample: '样报',
    quotationMarks: ['“', '”'],
  },
  Hant: {
    andOthers: '等',
    anonymous: '佚名',
    untitled: '無題',
    translated: '譯',
    sample: '樣報',
    quotationMarks: ['「', '」'],
  },
  Latn: {
    andOthers: 'et al.',
    anonymous: 'Anon',
    untitled: 'untitled',
    translated: 'trans.',
    sample: 'sample newspaper',
    quotationMarks: ['“', '”'],
  },
};

/** The script of a BCP 47 tag; Chinese without a script subtag goes by its region. */
export function scriptOf(language: string): CitationScript {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const isChinese = ['zh', 'lzh', 'yue', 'cmn', 'nan', 'hak', 'wuu'].includes(primary);
  if (!isChinese) return 'Latn';
  if (rest.includes('hant')) return 'Hant';
  if (rest.includes('hans')) return 'Hans';
  return rest.some((subtag) => ['tw', 'hk', 'mo'].includes(subtag)) ? 'Hant' : 'Hans';
}
