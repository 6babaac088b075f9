import { restorePage } from '../../archive/import/newspaper-page/restore-page.ts';
import type { WordTable } from '../../archive/import/newspaper-page/word-table.ts';
import { generatePage } from './restore/generated-pages.ts';
import type { Breakage } from './restore/page-breaker.ts';
import { breakages } from './restore/page-breaker.ts';
import { packedWords } from './restore/packed-words.ts';
import type { PageScore, Rates } from './restore/restore-score.ts';
import { emptyScore, rates, scorePage } from './restore/restore-score.ts';
import type { Split } from './restore/story-material.ts';
import { readMaterial } from './restore/story-material.ts';
import { giveTable, machineLoad } from './written-table.ts';

const goals: Rates = {
  assignment: 0.97,
  order: 0.98,
  joinPrecision: 0.98,
  joinRecall: 0.93,
  roles: 0.96,
  lostOrDoubled: 0,
  perfectPages: 0,
  pages: 0,
};

/** Scores restoration on generated pages and measures its speed; prints tables. */
export function run(args: readonly string[]): void {
  const material = readMaterial();
  const words = packedWords();
  const count = Number(args.find((arg) => /^\d+$/u.test(arg)) ?? 300);
  // The third split is scored once, when no rule is changed any more.
  const splits: readonly Split[] = args.includes('--score')
    ? ['tune', 'choose', 'score']
    : ['tune', 'choose'];
  const busy = machineLoad();
  const rows: [string, PageScore][] = [];
  let milliseconds = 0;
  let characters = 0;
  for (const split of splits) {
    const score = emptyScore();
    for (let number = 0; number < count; number++) {
      const { broken } = generatePage(material, split, number);
      const started = performance.now();
      const restored = restorePage(broken.markdown, { words });
      milliseconds += performance.now() - started;
      characters += broken.markdown.length;
      scorePage(broken, restored, score);
    }
    rows.push([split, score]);
  }
  print('split', rows);
  if (args.includes('--kinds')) {
    for (const split of splits) printKinds(material, words, split, Math.ceil(count / 5));
  }
  if (args.includes('--confusions')) {
    for (const [name, score] of rows) {
      const worst = [...score.confusions].sort((a, b) => b[1] - a[1]).slice(0, 25);
      process.stdout.write(
        `\n${name}: ${worst.map(([key, times]) => `${key} ${times}`).join(' · ')}\n`,
      );
    }
  }
  const pages = count * splits.length;
  const speed = `${pages} pages of ${Math.round(characters / pages)} characters: ${(pages / (milliseconds / 1000)).toFixed(0)} pages/s on one core`;
  process.stdout.write(`\n${speed}\n`);
  if (!args.includes('--write')) return;
  giveTable(
    {
      title: 'Restoring newspaper pages',
      command: `npm run bench -- restore ${args.join(' ')}`,
      busy,
      lines: [
        `${count} generated pages a split. Rules are tuned on the first split and chosen on the second; the third`,
        'is scored once, with kinds of breakage, stories and counted text that occur in no other.',
        '',
        '| split | assignment F1 | order (tau) | join precision | join recall | roles F1 | lost or doubled | pages without a fault |',
        '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
        ...rows.map(([name, score]) => tableRow(splitNames[name] ?? name, rates(score))),
        tableRow('goal', goals),
        '',
        `${speed}.`,
      ],
    },
    'restore.md',
  );
}

const splitNames: Readonly<Record<string, string>> = {
  tune: 'first (tuned on)',
  choose: 'second (chosen on)',
  score: 'third (scored)',
};

function tableRow(name: string, values: Rates): string {
  const { assignment, order, joinPrecision, joinRecall, roles } = values;
  const shares = [assignment, order, joinPrecision, joinRecall, roles].map((one) => one.toFixed(3));
  const perfect = name === 'goal' ? '' : values.perfectPages.toFixed(2);
  return `| ${[name, ...shares, String(values.lostOrDoubled), perfect].join(' | ')} |`;
}

function printKinds(
  material: ReturnType<typeof readMaterial>,
  words: WordTable,
  split: Split,
  count: number,
): void {
  const kinds: readonly (Breakage | 'none')[] = [
    'none',
    ...breakages.tune,
    ...(split === 'tune' ? [] : breakages[split]),
  ];
  const rows = kinds.map((kind): [string, PageScore] => {
    const score = emptyScore();
    for (let number = 0; number < count; number++) {
      const { broken } = generatePage(material, split, number, kind === 'none' ? [] : [kind]);
      scorePage(broken, restorePage(broken.markdown, { words }), score);
    }
    return [kind, score];
  });
  print(split, rows);
}

function print(title: string, rows: readonly (readonly [string, PageScore])[]): void {
  const line = (name: string, values: Rates): string =>
    [
      name.padEnd(24),
      values.assignment.toFixed(3).padStart(10),
      values.order.toFixed(3).padStart(10),
      values.joinPrecision.toFixed(3).padStart(10),
      values.joinRecall.toFixed(3).padStart(10),
      values.roles.toFixed(3).padStart(10),
      String(values.lostOrDoubled).padStart(8),
      values.perfectPages.toFixed(2).padStart(8),
    ].join(' ');
  const head = ['assignment', 'order', 'join prec', 'join rec', 'roles'].map((word) =>
    word.padStart(10),
  );
  process.stdout.write(
    `\n${title.padEnd(24)} ${head.join(' ')} ${'lost'.padStart(8)} ${'perfect'.padStart(8)}\n`,
  );
  for (const [name, score] of rows) process.stdout.write(`${line(name, rates(score))}\n`);
  process.stdout.write(`${line('goal', goals)}\n`);
}
