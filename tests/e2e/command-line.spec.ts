import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { writeBag } from '../../archive/bag/bag-writer.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { textDigest } from '../../archive/text/text-digest.ts';
import { makeBag } from './made-bag.ts';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guzhi-steps-'));
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const uuid = '5d1f3c52-7f2e-4f0e-9a44-3c2f6f6f0001';
const context = 'http://www.w3.org/ns/anno.jsonld';

/** The JSON lines among what was printed. */
function resultsOf(output: string): readonly Record<string, unknown>[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('notes are imported and exported unchanged without a window', async ({ startRefused }) => {
  const bag = join(folder, '试刊.newsbag');
  await makeBag(bag, { uuid, title: '试刊', articles: 30 });
  const file = join(folder, 'in.jsonld');
  const exported = join(folder, 'out.jsonld');
  const again = join(folder, 'again.jsonld');
  const hostile = '<img src=x onerror=alert(1)>\u202e𠮷\u0000`${x}`';
  writeFileSync(
    file,
    JSON.stringify({
      '@context': context,
      type: 'AnnotationPage',
      items: [
        {
          id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
          type: 'Annotation',
          motivation: ['commenting'],
          created: '2026-01-01T00:00:00Z',
          modified: '2026-01-02T00:00:00Z',
          body: [{ type: 'TextualBody', value: hostile, purpose: 'commenting' }],
          target: { source: 'guzhi://archive/5d1f3c52-7f2e-4f0e-9a44-3c2f6f6f0001/issue-0/1' },
        },
        {
          id: 'urn:uuid:00000000-0000-4000-8000-000000000002',
          type: 'Annotation',
          body: [],
          target: {
            source: 'urn:uuid:unknown',
            selector: { type: 'TextPositionSelector', start: 9, end: 3 },
          },
        },
        {
          id: 'urn:uuid:00000000-0000-4000-8000-000000000003',
          type: 'Annotation',
          bodyValue: '别处',
          target: 'urn:uuid:unknown',
        },
      ],
    }),
  );
  const steps = (input: string, output: string): string[] => [
    ...['--no-window', `--open=${bag}`],
    ...[`--import-annotations=${input}`, `--export-annotations=${output}`],
  ];
  const first = await startRefused({ words: steps(file, exported) });
  expect(resultsOf(first.output)).toMatchObject([
    { step: 'open', outcome: 'loaded', articles: 30 },
    {
      step: 'import-annotations',
      new: 2,
      same: 0,
      attached: 1,
      unattached: 1,
      skipped: [{ record: 2, reason: 'reversed-range' }],
    },
    { step: 'export-annotations', annotations: 2 },
  ]);
  expect(first.code).toBe(3);
  expect(readFileSync(exported, 'utf8')).toContain(JSON.stringify(hostile).slice(1, -1));

  const second = await startRefused({ words: steps(exported, again) });
  expect(resultsOf(second.output)).toMatchObject([
    { step: 'open', outcome: 'already-loaded' },
    { step: 'import-annotations', new: 0, changed: 0, same: 2, conflicts: 0, skipped: [] },
    { step: 'export-annotations', annotations: 2 },
  ]);
  expect(second.code).toBe(0);
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(exported, 'utf8'));
});

test('a refused step names its file and reason, and ends the run', async ({ startRefused }) => {
  const file = join(folder, 'wrong.jsonld');
  writeFileSync(file, '{"@context":"http://schema.org","type":"Annotation","target":"urn:x:y"}');
  const output = join(folder, 'out.jsonld');
  const wrong = await startRefused({
    words: [`--import-annotations=${file}`, `--export-annotations=${output}`],
  });
  expect(wrong.code).toBe(1);
  expect(wrong.output).toContain('@context');
  expect(resultsOf(wrong.output)).toEqual([]);
  const missing = await startRefused({ words: ['--import-annotations=/nowhere/x.jsonld'] });
  expect(missing.code).toBe(2);
  expect(missing.output).toContain('ENOENT');
});

const storyId = 'urn:uuid:5d1f3c52-7f2e-4f0e-9a44-3c2f6f6f00aa';

/** Writes a revision of a paper of one story. */
async function makeRevision(file: string, revision: number, text: string): Promise<void> {
  const printed = {
    ...{ kicker: '', headline: '渡口改期', deck: '', byline: [] },
    body: [{ id: 'b1', type: 'paragraph' as const, text }],
  };
  const issue = { id: 'issue-1', date: '1980-01-01', number: '1' };
  await writeBag(file, {
    description: {
      ...{ id: `urn:uuid:${uuid}`, revision, created: '2026-01-01T00:00:00Z', generator: 'test' },
      ...{ 'dcterms:title': '试刊', 'dcterms:publisher': '试刊' },
      'dcterms:temporal': '1980-01-01/1980-01-01',
      ...{ 'dcterms:language': 'zh-Hans-CN', 'dcterms:rights': 'CC0-1.0' },
      ...{ 'dcterms:license': 'CC0-1.0', 'dcterms:source': 'made for a test' },
      publication: { names: ['试刊'], issn: '', cnNumber: '' },
      defaults: {
        language: 'zh-Hans-CN',
        timezone: 'Asia/Shanghai',
        writingMode: 'horizontal-tb',
        calendar: 'gregorian',
      },
      ...{ gaps: [], sample: true },
    },
    issues: [
      { ...issue, pages: [{ number: '1', name: '试版' }], missingPages: [], ear: [], notes: [] },
    ],
    articles: [
      {
        ...printed,
        ...{ id: storyId, version: revision, textDigest: textDigest(canonicalText(printed)) },
        ...{ issue, page: { number: '1', name: '试版' }, order: 1, language: 'zh-Hans-CN' },
        ...{ section: '', genre: 'news' as const, rights: 'CC0-1.0', ext: {} },
        provenance: { source: 'made for a test', method: 'born-digital', problems: [] },
      },
    ],
    media: [],
  });
}

test('an update takes notes along and leaves what is lost in the tray', async ({
  startRefused,
  startReader,
}) => {
  const kept =
    '今晨江上有雾，各码头的船只都候着不敢动身，茶馆里坐满了等船的客人，说的都是昨夜上游的水。' +
    '渡口的早班船准时离岸，江面上有薄雾，对岸的钟楼敲了七下。' +
    '船工说水位比昨日高了半尺，过午若再涨便要停航，请各位客商早些过江，免得误了下午的集市。';
  const gone = '商会昨日议决修缮码头石阶，款项由各号分摊，下月初一开工。';
  const [first, second] = [join(folder, '1.newsbag'), join(folder, '2.newsbag')];
  await makeRevision(first, 1, kept + gone);
  await makeRevision(second, 2, `本报讯，昨夜有雨，今晨方止。${kept}`);
  const file = join(folder, 'in.jsonld');
  const output = join(folder, 'out.jsonld');
  const item = (number: number, exact: string): object => ({
    id: `urn:uuid:00000000-0000-4000-8000-00000000000${number}`,
    ...{ type: 'Annotation', motivation: 'highlighting', bodyValue: `注${number}` },
    target: { source: storyId, selector: { type: 'TextQuoteSelector', exact } },
  });
  const items = [item(1, '江面上有薄雾，对岸的钟楼'), item(2, '款项由各号分摊，下月初一')];
  writeFileSync(file, JSON.stringify({ '@context': context, type: 'AnnotationPage', items }));
  const before = await startRefused({
    words: ['--no-window', `--open=${first}`, `--import-annotations=${file}`],
  });
  expect(resultsOf(before.output)[1]).toMatchObject({ new: 2, attached: 2 });
  const after = await startRefused({
    words: [`--open=${second}`, `--export-annotations=${output}`],
  });
  expect(resultsOf(after.output)[0]).toMatchObject({ outcome: 'loaded', notesWithoutPlace: 1 });
  const written = JSON.parse(readFileSync(output, 'utf8')) as {
    items: { target: { source: object; selector: object[] } }[];
  };
  const moved = written.items.find((each) => JSON.stringify(each).includes('薄雾'));
  const start = Array.from(
    `渡口改期\n本报讯，昨夜有雨，今晨方止。${kept.slice(0, kept.indexOf('江面上'))}`,
  ).length;
  expect(moved?.target.source).toMatchObject({ id: storyId, 'guzhi:version': 2 });
  expect(moved?.target.selector).toContainEqual({
    type: 'TextPositionSelector',
    start,
    end: start + 12,
  });

  // In the window: the tray names the reason; trashing is taken back; a bookmark comes and goes.
  const { window } = await startReader();
  // At its first start the reader goes to a front page once the bundled papers are loaded.
  await window.locator('.window main.leaf').first().waitFor({ timeout: 60_000 });
  await window.evaluate(() => {
    location.hash = '/notes?view=orphans';
  });
  const tray = window.locator('.tray li');
  await expect(tray).toHaveCount(1, { timeout: 30_000 });
  await expect(tray).toContainText('款项由各号分摊');
  await tray.getByRole('button').last().click();
  await expect(tray).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(tray).toHaveCount(1);

  await window.evaluate(() => {
    location.hash = '/notes';
  });
  const rows = window.locator('.note-row');
  await expect(rows).toHaveCount(2);
  await window.getByRole('searchbox').fill('薄霧');
  await expect(rows).toHaveCount(1);
  await window.keyboard.press('Tab');
  await rows.first().click();
  await expect(window.locator('article.story')).toContainText('钟楼敲了七下');
  await window.keyboard.press('Control+d');
  await expect(window.locator('.is-bookmarked')).toBeVisible();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(rows).toHaveCount(1);
  await window.keyboard.press('Control+Shift+B');
  await expect(window.locator('.saved-places li')).toHaveCount(1);
});
