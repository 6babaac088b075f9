import { readFile } from 'node:fs/promises';
import { openFoldTable } from '../../../../../../archive/text/fold/fold-table.ts';
import type { TextFold } from '../../../../../../archive/text/fold/text-fold.ts';
import { packFold } from '../../../../../../scripts/pack-fold.mjs';
import type { EditSettings } from './issue-edits.ts';
import { Random } from './random.ts';
import { bundledArticles, recombinedIssues, tracedIssues, type TracedIssue } from './stories.ts';
import type { ForeignText } from './story-edits.ts';
import { textOf } from './traced-story.ts';

/** The stories of one purpose with what edits them; tuning and scoring share nothing. */
export interface Material {
  readonly issues: readonly TracedIssue[];
  readonly foreign: ForeignText;
  readonly settings: EditSettings;
  readonly seed: number;
}

export async function projectFold(): Promise<TextFold> {
  const bytes = await readFile(await packFold());
  return openFoldTable(new Uint8Array(bytes).buffer).fold;
}

/** Characters that print and scan alike. */
const alike = [
  ...['己已', '未末', '土士', '日曰', '人入', '天夭', '大太', '千干', '刀力', '戊戌', '侯候'],
  ...['遣遗', '拔拨', '晴睛', '徒徙', '师帅', '鸟乌', '今令', '崇祟', '兔免', '折拆', '密蜜'],
  ...['时吋', '江汇', '桥挢', '水木', '的旳', '是昰', '了丁', '不小', '上土', '中申', '目自'],
  ...['國園', '時晴', '江汀', '書晝', '門問', '東束', '來夾', '車東', '會曾', '們門', '個箇'],
];

const settings: Readonly<Record<'tuning' | 'scoring', EditSettings>> = {
  tuning: {
    measures: {
      places: [1, 4],
      words: [2, 6],
      sentences: [1, 2],
      sentenceChance: 0.4,
      paragraphChance: 0.15,
      ocrLost: 0.1,
      ocrAdded: 0.1,
      paragraphsMoved: [1, 2],
    },
    simplifiedTo: ['traditional', 'taiwan'],
    styles: ['half-width', 'curly'],
  },
  scoring: {
    measures: {
      places: [2, 6],
      words: [1, 9],
      sentences: [1, 3],
      sentenceChance: 0.5,
      paragraphChance: 0.2,
      ocrLost: 0.2,
      ocrAdded: 0.15,
      paragraphsMoved: [1, 4],
    },
    simplifiedTo: ['traditional', 'taiwan-words', 'hong-kong'],
    styles: ['corner', 'spaced', 'curly'],
  },
};

/**
 * The stories for tuning or for scoring: the bundled issues in turns, and issues recombined from
 * their parts. What edits put in comes from the issues of the other half.
 */
export async function materialFor(
  purpose: 'tuning' | 'scoring',
  recombined: number,
): Promise<Material> {
  const issues = tracedIssues(await bundledArticles());
  const isTuning = (at: number): boolean => at % 2 === 0;
  const own = issues.filter((_, at) => isTuning(at) === (purpose === 'tuning'));
  const others = issues.filter((_, at) => isTuning(at) !== (purpose === 'tuning'));
  const seed = purpose === 'tuning' ? 11 : 2003;
  const sentences = others
    .filter(({ isTraditional }) => !isTraditional)
    .flatMap(({ stories }) =>
      stories.flatMap((story) => textOf(story).match(/[^。！？\n]+[。！？]/gu) ?? []),
    );
  const misreadings = new Map<string, string>();
  for (const pair of alike) {
    const [a = '', b = ''] = Array.from(pair);
    misreadings.set(a, b).set(b, a);
  }
  return {
    issues: [...own, ...recombinedIssues(own, recombined, new Random(seed))],
    foreign: { sentences, misreadings },
    settings: settings[purpose],
    seed,
  };
}
