import type { BrokenPage, Fragment, PrintedCharacter, PrintedPage } from './printed-page.ts';
import type { Random } from './random.ts';
import {
  bylineFirst,
  columnInParagraph,
  furnitureInParagraph,
  halveHeadline,
  setDropCap,
  tailAfterNext,
} from './unseen-breakage.ts';
import { isBreakable, isHead, tear } from './tear.ts';

/** What layout analysis does to a page, by the split whose own kinds they are. */
export const breakages = {
  tune: [
    'column-before-headline',
    'kicker-late',
    'interleave',
    'break-across-block',
    'break-across-heading',
    'break-by-blank',
    'rotate-sections',
    'caption-in-paragraph',
    'levels-shuffled',
    'levels-uniform',
    'headings-bold',
    'half-width',
    'spaced',
    'headings-plain',
    'columns-swapped',
    'interleave-twice',
    'break-in-three',
  ],
  choose: [
    'deck-first',
    'caption-at-end',
    'furniture-inside',
    'tables-html',
    'lines-wrapped',
    'headline-last',
  ],
  score: [
    'column-in-paragraph',
    'tail-after-next',
    'byline-first',
    'drop-cap',
    'headline-halved',
    'headings-html',
    'furniture-in-paragraph',
    'full-width-digits',
  ],
} as const;
export type Breakage = (typeof breakages)[keyof typeof breakages][number];

/** Breaks a well-formed page and writes it as Markdown. */
export function breakPage(
  page: PrintedPage,
  kinds: readonly Breakage[],
  random: Random,
): BrokenPage {
  let stories = Array.from({ length: page.stories }, (_, story) =>
    page.fragments.filter((fragment) => fragment.story === story),
  );
  const has = (breakage: Breakage): boolean => kinds.includes(breakage);
  const some = (breakage: Breakage, change: (story: Fragment[]) => Fragment[]): void => {
    if (!has(breakage)) return;
    const chosen = random.between(0, stories.length - 1);
    stories = stories.map((story, at) =>
      at === chosen || random.chance(0.25) ? change(story) : story,
    );
  };
  some('rotate-sections', (story) => rotateSections(story, random));
  some('break-by-blank', (story) => breakParagraph(story, random, 2));
  some('break-in-three', (story) => breakParagraph(story, random, 3));
  some('columns-swapped', (story) => swapColumns(story, random));
  some('caption-in-paragraph', (story) => moveIntoParagraph(story, random, isCaption));
  some('break-across-heading', (story) => moveIntoParagraph(story, random, isHead));
  some('break-across-block', (story) => moveIntoParagraph(story, random, isApart));
  some('kicker-late', (story) => moveHead(story, 'kicker', random.between(1, 3)));
  some('deck-first', (story) => moveDeckFirst(story));
  some('column-before-headline', (story) => columnFirst(story, random));
  some('headline-last', (story) => headlineLast(story));
  some('byline-first', bylineFirst);
  some('drop-cap', setDropCap);
  some('headline-halved', halveHeadline);
  let order = stories.flat();
  if (has('interleave')) order = interleave(stories, random, 1);
  if (has('interleave-twice')) order = interleave(stories, random, 2);
  if (has('column-in-paragraph')) order = columnInParagraph(stories, random);
  if (has('tail-after-next')) order = tailAfterNext(stories, random);
  const top = page.fragments.filter(
    (fragment) => fragment.story < 0 && fragment !== page.fragments.at(-1),
  );
  const last = page.fragments.at(-1);
  const bottom = last && last.story < 0 ? [last] : [];
  order = [...top.filter((fragment) => !bottom.includes(fragment)), ...order, ...bottom];
  if (has('caption-at-end'))
    order = [...order.filter((one) => !isCaption(one)), ...order.filter(isCaption)];
  if (has('furniture-inside')) order = furnitureInside(order, random);
  if (has('furniture-in-paragraph')) order = furnitureInParagraph(order, random);
  order = changeHeadings(order, kinds, random);
  return write(order, page, kinds, random);
}

const isCaption = (fragment: Fragment): boolean => fragment.role === 'caption';
const isApart = (fragment: Fragment): boolean =>
  ['box', 'table', 'caption', 'pull-quote'].includes(fragment.role);

function rotateSections(story: Fragment[], random: Random): Fragment[] {
  const starts = story.flatMap((fragment, at) => (fragment.role === 'section-head' ? [at] : []));
  const first = starts[0];
  if (first === undefined || starts.length < 2) return story;
  const sections = starts.map((start, at) => story.slice(start, starts[at + 1] ?? story.length));
  const torn = random.chance(0.6) ? tearFirstSection(sections, random) : sections;
  const turn = random.between(1, torn.length - 1);
  return [...story.slice(0, first), ...torn.slice(turn).flat(), ...torn.slice(0, turn).flat()];
}

/** The column edge goes through the first section: its head and start are turned away from its rest. */
function tearFirstSection(sections: Fragment[][], random: Random): Fragment[][] {
  const [first = [], ...rest] = sections;
  const at = first.findIndex(isBreakable);
  const paragraph = first[at];
  if (!paragraph) return sections;
  const [head, tail] = tear(paragraph, random);
  return [[...first.slice(0, at), head], [tail, ...first.slice(at + 1)], ...rest];
}

function breakParagraph(story: Fragment[], random: Random, parts: number): Fragment[] {
  const candidates = story.flatMap((fragment, at) => (isBreakable(fragment) ? [at] : []));
  if (candidates.length === 0) return story;
  const at = random.pick(candidates);
  const whole = story[at];
  if (!whole) return story;
  const pieces = tear(whole, random);
  const [, rest] = pieces;
  const torn =
    parts === 3 && (rest.lines[0]?.length ?? 0) > 40 ? [pieces[0], ...tear(rest, random)] : pieces;
  return [...story.slice(0, at), ...torn, ...story.slice(at + 1)];
}

function moveIntoParagraph(
  story: Fragment[],
  random: Random,
  isMoved: (fragment: Fragment) => boolean,
): Fragment[] {
  const moved = story.filter(isMoved);
  const group =
    moved[0]?.role === 'caption'
      ? moved.filter((one) => one.role === 'caption').slice(0, 2)
      : isHead(moved[0] ?? story[0] ?? emptyFragment)
        ? moved
        : moved.slice(0, 1);
  const rest = story.filter((fragment) => !group.includes(fragment));
  const candidates = rest.flatMap((fragment, at) => (isBreakable(fragment) ? [at] : []));
  if (group.length === 0 || candidates.length === 0) return story;
  const at = random.pick(group[0] && isHead(group[0]) ? candidates.slice(0, 2) : candidates);
  const paragraph = rest[at];
  if (!paragraph) return story;
  const [before, after] = tear(paragraph, random);
  return [...rest.slice(0, at), before, ...group, after, ...rest.slice(at + 1)];
}

const emptyFragment: Fragment = {
  story: -1,
  form: 'text',
  role: 'furniture',
  level: 0,
  lines: [],
  columns: 0,
  media: '',
  isTight: false,
  isBold: false,
};

function moveHead(story: Fragment[], role: Fragment['role'], paragraphs: number): Fragment[] {
  const head = story.filter((fragment) => fragment.role === role && fragment.form === 'heading');
  const rest = story.filter((fragment) => !head.includes(fragment));
  const prose = rest.flatMap((fragment, at) => (fragment.role === 'paragraph' ? [at] : []));
  const at = prose[Math.min(paragraphs, prose.length) - 1];
  if (head.length === 0 || at === undefined || prose.length < 2) return story;
  return [...rest.slice(0, at + 1), ...head, ...rest.slice(at + 1)];
}

function moveDeckFirst(story: Fragment[]): Fragment[] {
  const decks = story.filter((fragment) => fragment.role === 'deck');
  return [...decks, ...story.filter((fragment) => fragment.role !== 'deck')];
}

/** The first column, with byline and lead, comes before the headline. */
function columnFirst(story: Fragment[], random: Random): Fragment[] {
  const heads = story.filter(isHead);
  const body = story.filter((fragment) => !isHead(fragment));
  const cuts = body.flatMap((fragment, at) => (isBreakable(fragment) ? [at] : []));
  if (cuts.length < 2) return story;
  const at = random.pick(cuts);
  const paragraph = body[at];
  if (!paragraph) return story;
  if (random.chance(0.5)) {
    const [before, after] = tear(paragraph, random);
    return [...body.slice(0, at), before, ...heads, after, ...body.slice(at + 1)];
  }
  return [...body.slice(0, at + 1), ...heads, ...body.slice(at + 1)];
}

function headlineLast(story: Fragment[]): Fragment[] {
  return [...story.filter((fragment) => !isHead(fragment)), ...story.filter(isHead)];
}

/** Two columns of a body change places; the paragraph at the edge is torn. */
function swapColumns(story: Fragment[], random: Random): Fragment[] {
  const cuts = story.flatMap((fragment, at) => (isBreakable(fragment) ? [at] : []));
  if (cuts.length < 3) return story;
  const firstBody = story.findIndex((fragment) => !isHead(fragment));
  const at = random.pick(cuts.slice(1, -1));
  const paragraph = story[at];
  if (!paragraph) return story;
  const [before, after] = tear(paragraph, random);
  return [
    ...story.slice(0, firstBody),
    after,
    ...story.slice(at + 1),
    ...story.slice(firstBody, at),
    before,
  ];
}

/** The rest of one story comes after the first paragraphs of the next, once or twice over. */
function interleave(stories: readonly Fragment[][], random: Random, times: number): Fragment[] {
  const pairs = stories.flatMap((story, at) => {
    const next = stories[at + 1];
    return next && bodyCuts(story).length > times && bodyCuts(next).length > times ? [at] : [];
  });
  if (pairs.length === 0) return stories.flat();
  const at = random.pick(pairs);
  const left = stories[at] ?? [];
  const right = stories[at + 1] ?? [];
  const cut = (story: Fragment[]): Fragment[][] => {
    const chosen = random
      .shuffled(bodyCuts(story))
      .slice(0, times)
      .sort((a, b) => a - b);
    return [...chosen, story.length].map((end, part) =>
      story.slice(part === 0 ? 0 : chosen[part - 1], end),
    );
  };
  const leftParts = cut(left);
  const rightParts = cut(right);
  const woven = leftParts.flatMap((part, part2) => [...part, ...(rightParts[part2] ?? [])]);
  return [...stories.slice(0, at).flat(), ...woven, ...stories.slice(at + 2).flat()];
}

/** Places between two paragraphs of the body, the first paragraph kept with its head. */
function bodyCuts(story: readonly Fragment[]): number[] {
  const first = story.findIndex((fragment) => fragment.role === 'paragraph');
  return story.flatMap((fragment, at) =>
    at > first && first >= 0 && fragment.role === 'paragraph' && story[at - 1]?.role === 'paragraph'
      ? [at]
      : [],
  );
}

function furnitureInside(order: Fragment[], random: Random): Fragment[] {
  const top = order.filter((fragment) => fragment.story < 0 && fragment.form === 'text');
  const rest = order.filter((fragment) => !top.includes(fragment));
  for (const fragment of top) rest.splice(random.between(1, rest.length - 1), 0, fragment);
  return rest;
}

function changeHeadings(order: Fragment[], kinds: readonly Breakage[], random: Random): Fragment[] {
  const uniform = random.between(2, 4);
  return order.map((fragment) => {
    if (fragment.form !== 'heading') return fragment;
    if (kinds.includes('headings-plain')) return { ...fragment, level: 0 };
    if (kinds.includes('headings-bold')) return { ...fragment, level: 0, isBold: true };
    if (kinds.includes('levels-uniform')) return { ...fragment, level: uniform };
    if (kinds.includes('levels-shuffled')) return { ...fragment, level: random.between(1, 4) };
    return fragment;
  });
}

const halfWidth: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
};

function fullWidth(text: string): string {
  return /^[\dA-Za-z%]$/u.test(text) ? String.fromCharCode(text.charCodeAt(0) + 0xfee0) : text;
}

function write(
  order: readonly Fragment[],
  page: PrintedPage,
  kinds: readonly Breakage[],
  random: Random,
): BrokenPage {
  let markdown = '';
  const truth: number[] = [];
  const mark = (text: string): void => {
    markdown += text;
    truth.push(...Array<number>(text.length).fill(-1));
  };
  const spaced = kinds.includes('spaced');
  const half = kinds.includes('half-width');
  const wrapped = kinds.includes('lines-wrapped');
  const wide = kinds.includes('full-width-digits');
  const isHtml = kinds.includes('headings-html');
  const print = (line: readonly PrintedCharacter[], isProse: boolean): void => {
    const isSpaced = spaced && random.chance(0.5);
    line.forEach(({ text, id }, at) => {
      const printed = half ? (halfWidth[text] ?? text) : wide ? fullWidth(text) : text;
      markdown += printed;
      truth.push(...Array<number>(printed.length).fill(id));
      if (
        isSpaced &&
        /\p{Script=Han}/u.test(text) &&
        /\p{Script=Han}/u.test(line[at + 1]?.text ?? '')
      )
        mark(' ');
      if (wrapped && isProse && at % 20 === 19 && at + 1 < line.length) mark('\n');
    });
  };
  for (const fragment of order) {
    if (markdown !== '') mark(random.chance(0.1) ? '\n\n\n' : '\n\n');
    const [line = []] = fragment.lines;
    switch (fragment.form) {
      case 'heading':
        if (fragment.isBold) mark('**');
        else if (isHtml && fragment.level > 0) mark(`<h${fragment.level}>`);
        else if (fragment.level > 0) mark(`${'#'.repeat(fragment.level)} `);
        print(line, false);
        if (fragment.isBold) mark('**');
        else if (isHtml && fragment.level > 0) mark(`</h${fragment.level}>`);
        break;
      case 'image':
        mark(`![](${fragment.media})`);
        break;
      case 'bullet':
        mark('- ');
        print(line, false);
        break;
      case 'box':
        fragment.lines.forEach((boxLine, at) => {
          if (at === 0) mark('#### ');
          print(boxLine, false);
          if (at === 0) mark('\n\n');
          else if (at + 1 < fragment.lines.length) mark('  \n');
        });
        break;
      case 'quote':
        fragment.lines.forEach((quoteLine, at) => {
          mark(at === 0 ? '> ' : '\n> ');
          print(quoteLine, false);
        });
        break;
      case 'table':
        writeTable(fragment, kinds.includes('tables-html'), mark, (cell) => {
          print(cell, false);
        });
        break;
      case 'text':
        print(line, fragment.role === 'paragraph');
        break;
    }
  }
  return { markdown, truth: Int32Array.from(truth), page };
}

function writeTable(
  fragment: Fragment,
  isHtml: boolean,
  mark: (text: string) => void,
  print: (cell: readonly PrintedCharacter[]) => void,
): void {
  const { columns } = fragment;
  if (isHtml) mark('<table>');
  fragment.lines.forEach((cell, at) => {
    const isFirst = at % columns === 0;
    const isLast = at % columns === columns - 1;
    if (isHtml) {
      mark(isFirst ? '<tr><td>' : '<td>');
      print(cell);
      mark(isLast ? '</td></tr>' : '</td>');
      return;
    }
    mark(isFirst ? '| ' : ' | ');
    print(cell);
    if (isLast) mark(at === fragment.lines.length - 1 ? ' |' : ' |\n');
    if (at === columns - 1) mark(`${'| --- '.repeat(columns)}|\n`);
  });
  if (isHtml) mark('</table>');
}
