import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { restoredArticle } from '../../../../../archive/import/newspaper-page/restored-article.ts';
import { restorePage } from '../../../../../archive/import/newspaper-page/restore-page.ts';
import type { RestoredStory } from '../../../../../archive/import/newspaper-page/restored-page.ts';
import { canonicalText } from '../../../../../archive/text/canonical-text.ts';
import { packedWords } from '../../../../bench/restore/packed-words.ts';
import { characterCounts, printedTexts } from './printed-characters.ts';

const material =
  process.env.GUZHI_MATERIAL ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url));
const file = `${material}/seed/chongqing-daily-page.md`;
const isThere = existsSync(file);

/** Lines (from 1) of the source from which each block of the story was made, in reading order. */
function sourceLines(story: RestoredStory | undefined): string[] {
  return (story?.blocks ?? []).map(
    ({ block, pieces }) => `${block.type} ${pieces.map(({ line }) => line).join('+')}`,
  );
}

describe.skipIf(!isThere)('the real page (needs GUZHI_MATERIAL)', () => {
  const source = isThere ? readFileSync(file, 'utf8') : '';
  const sourceLine = (line: number): string =>
    (source.split('\n')[line - 1] ?? '').replace(/^#+ /u, '');
  const page = restorePage(source, { words: packedWords() });
  const [first, second, third, fourth] = page.stories;

  test('holds four stories with their kickers and headlines', () => {
    expect(page.stories).toHaveLength(4);
    expect(page.stories.map(({ headline }) => headline)).toEqual([9, 77, 93, 155].map(sourceLine));
    expect(page.stories.map(({ kicker }) => kicker)).toEqual([
      sourceLine(7),
      '',
      '',
      sourceLine(153),
    ]);
    expect(page.stories.map(({ deck }) => deck)).toEqual(['', '', '', '']);
  });

  test('keeps the banner as furniture of the page and leaves nothing unplaced', () => {
    expect(page.furniture.map(({ role, text }) => [role, text])).toEqual([
      ['banner', sourceLine(3)],
      ['banner', sourceLine(5)],
    ]);
    expect(page.unplaced).toEqual([]);
    expect(page.problems).toEqual([]);
  });

  test('reads the bylines with their roles; the hosts are authors, the guests are not', () => {
    const roles = page.stories.map((story) => story.byline.map(({ role }) => role));
    expect(roles).toEqual([
      ['host', 'host', 'host'],
      ['chief-reporter', 'intern'],
      ['reporter', 'trainee'],
      ['chief-reporter', 'trainee'],
    ]);
    expect(first?.byline.every(({ isAlsoInBody }) => isAlsoInBody)).toBe(true);
    for (const story of page.stories) {
      for (const { name, label } of story.byline) {
        expect(name).toMatch(/^\p{Script=Han}{2,3}$/u);
        expect(source).toContain(label);
        expect(source).toContain(name);
      }
    }
    const guests = [119, 120, 121].map((line) => sourceLine(line).split(' ').at(-1)?.trim());
    expect(first?.byline.map(({ name }) => name)).not.toEqual(expect.arrayContaining(guests));
    expect([second, third].map((story) => story?.dateline?.text.length)).toEqual([3, 3]);
  });

  test('puts abstract, round table and sections of the first story in their order', () => {
    expect(sourceLines(first)).toEqual([
      'box 11+13+15',
      'figure 19+21',
      'box 113+115+116+117+118+119+120+121',
      'heading 123',
      ...[125, 127, 129, 131].map((line) => `paragraph ${String(line)}`),
      'paragraph 133+23',
      ...[25, 27, 29].map((line) => `paragraph ${String(line)}`),
      'heading 31',
      'paragraph 33',
      'paragraph 35+37',
      ...[39, 41, 43, 45, 47, 49].map((line) => `paragraph ${String(line)}`),
      'paragraph 51+53',
      ...[55, 57].map((line) => `paragraph ${String(line)}`),
      'heading 59',
      ...[61, 63, 65, 67, 69, 71, 73, 75].map((line) => `paragraph ${String(line)}`),
    ]);
  });

  test('takes the interleaved second and third story apart', () => {
    expect(sourceLines(second)).toEqual([
      ...[81, 83, 85, 87].map((line) => `paragraph ${String(line)}`),
      'figure 91',
      ...[103, 105, 107, 109, 111].map((line) => `paragraph ${String(line)}`),
    ]);
    expect(sourceLines(third)).toEqual([97, 99, 101].map((line) => `paragraph ${String(line)}`));
  });

  test('puts the column set before its headline into the fourth story', () => {
    expect(sourceLines(fourth)).toEqual([
      ...[139, 141, 143].map((line) => `paragraph ${String(line)}`),
      'heading 145',
      ...[147, 149].map((line) => `paragraph ${String(line)}`),
      'paragraph 151+157',
      ...[159, 161, 163].map((line) => `paragraph ${String(line)}`),
      'heading 165',
      ...[167, 169, 171, 173, 175, 177].map((line) => `paragraph ${String(line)}`),
      'heading 179',
      'paragraph 181+183',
      ...[185, 187, 189, 191].map((line) => `paragraph ${String(line)}`),
    ]);
  });

  test('joins the five broken paragraphs and no others, each with its confidence', () => {
    const joins = page.stories.flatMap((story) => story.joins);
    expect(joins).toHaveLength(5);
    for (const { confidence, reasons } of joins) {
      expect(confidence).toBeGreaterThan(0.6);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(reasons.length).toBeGreaterThan(0);
    }
  });

  test('sets captions and credits apart from the text', () => {
    const figures = page.stories.flatMap(({ blocks }) =>
      blocks.flatMap(({ block }) => (block.type === 'figure' ? [block] : [])),
    );
    expect(figures).toHaveLength(2);
    for (const { caption, credit } of figures) {
      expect(caption.endsWith('。')).toBe(true);
      expect(credit).toMatch(/摄|供图/u);
      expect(credit.length).toBeLessThan(20);
    }
  });

  test('leaves the third story unfinished and says so', () => {
    const last = third?.blocks.at(-1)?.block;
    expect(last?.type === 'paragraph' && sourceLine(101).endsWith(last.text)).toBe(true);
    expect(
      page.stories.map(({ problems }) => problems.some(({ code }) => code === 'unfinished')),
    ).toEqual([false, false, true, false]);
  });

  test('loses, doubles and makes up no character', () => {
    const printed = characterCounts([source.replace(/^#+ /gmu, '')]);
    expect(characterCounts(printedTexts(page))).toEqual(printed);
  });

  test('gives articles whose canonical text is in reading order', () => {
    for (const story of page.stories) {
      const article = restoredArticle(story, { source: 'page', issueDate: '2022-07-18' });
      expect(article.language).toBe('zh-Hans-CN');
      expect(canonicalText(article)).toContain(story.headline);
      expect(article.provenance.method).toBe('ocr');
      expect(new Set(article.body.map(({ id }) => id)).size).toBe(article.body.length);
    }
  });
});
