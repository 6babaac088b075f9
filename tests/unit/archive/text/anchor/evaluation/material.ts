import { readFile } from 'node:fs/promises';
import { openFoldTable } from '../../../../../../archive/text/fold/fold-table.ts';
import type { TextFold } from '../../../../../../archive/text/fold/text-fold.ts';
import { packFold } from '../../../../../../scripts/pack-fold.mjs';
import type { EditSettings } from './issue-edits.ts';
import { Random } from './random.ts';
import { bundledArticles, recombinedIssues, tracedIssues, type TracedIssue } from './stories.ts';
import type { ForeignText } from './story-edits.ts';
import { textOf } from './traced-story.ts';

/** The stories of one purpose with what edits them. */
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

/**
 * `tuning` is what thresholds were found with, `validation` what they were tried on in between. What
 * is reported is `scoring`, whose stories, edits and measures neither of them has.
 */
export type Purpose = 'tuning' | 'validation' | 'scoring';

/** By the number of the issue. */
const turns: readonly Purpose[] = ['tuning', 'validation', 'tuning', 'scoring'];

/** Characters that print and scan alike. */
const alikeInPrint = [
  ...['己已', '未末', '土士', '日曰', '人入', '天夭', '大太', '千干', '刀力', '戊戌', '侯候'],
  ...['的旳', '是昰', '了丁', '不小', '中申', '目自', '水木', '國園', '門問', '東束', '來夾'],
];
const alikeInScans = [
  ...['遣遗', '拔拨', '晴睛', '徒徙', '师帅', '鸟乌', '今令', '崇祟', '兔免', '折拆', '密蜜'],
  ...['时吋', '江汇', '桥挢', '在任', '有冇', '上止', '年午', '会舍', '時晴', '書晝', '會曾'],
];

interface Setup {
  readonly seed: number;
  readonly alike: readonly string[];
  readonly settings: EditSettings;
}

const setups: Readonly<Record<Purpose, Setup>> = {
  tuning: {
    seed: 11,
    alike: alikeInPrint,
    settings: {
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
  },
  validation: {
    seed: 2003,
    alike: alikeInPrint,
    settings: {
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
      simplifiedTo: ['traditional', 'taiwan-words'],
      styles: ['corner', 'half-width'],
    },
  },
  scoring: {
    seed: 1926,
    alike: alikeInScans,
    settings: {
      measures: {
        places: [1, 5],
        words: [1, 12],
        sentences: [1, 4],
        sentenceChance: 0.45,
        paragraphChance: 0.25,
        ocrLost: 0.15,
        ocrAdded: 0.2,
        paragraphsMoved: [1, 3],
      },
      simplifiedTo: ['taiwan-words', 'hong-kong'],
      styles: ['spaced', 'old'],
    },
  },
};

/**
 * The stories for a purpose: the bundled issues in turns, and issues recombined from their parts.
 * What edits put in comes from the issues of the other purposes.
 */
export async function materialFor(purpose: Purpose, recombined: number): Promise<Material> {
  const issues = tracedIssues(await bundledArticles());
  const isOwn = (_: TracedIssue, at: number): boolean => turns[at % turns.length] === purpose;
  const own = issues.filter(isOwn);
  const others = issues.filter((issue, at) => !isOwn(issue, at));
  const { seed, alike, settings } = setups[purpose];
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
    settings,
    seed,
  };
}
