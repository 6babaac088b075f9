import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BagProgress } from '../../../archive/model/bag-report.ts';
import { serveArchive } from '../../../main/archive-protocol.ts';
import { Library } from '../../../main/library.ts';
import { Loads } from '../../../main/load.ts';
import { Verifications } from '../../../main/verify.ts';
import { addLine } from '../../../archive/text/line-sum.ts';
import { alterLastStory, cutShort, damageMiddle, makeBag } from '../../e2e/made-bag.ts';

const uuid = '11111111-2222-4333-8444-555555555555';
let folder: string;
let kept: string;
let bundled: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guzhi-library-'));
  kept = join(folder, 'profile', 'archives');
  bundled = join(folder, 'bundled');
  await mkdir(bundled, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const openLibrary = (): Promise<Library> => Library.open({ bundled, kept });

async function bagFile(name: string, articles = 250, revision = 1): Promise<string> {
  const file = join(folder, name);
  await makeBag(file, { uuid, revision, title: '试报', articles });
  return file;
}

/** A bag of three megabytes, most of them behind the stories and not to be compressed. */
async function largeBagFile(name: string, articles = 250): Promise<string> {
  const file = join(folder, name);
  const picture = join(folder, 'noise');
  await writeFile(picture, randomBytes(3 << 20));
  await makeBag(file, { uuid, title: '试报', articles, picture });
  return file;
}

async function take(library: Library, file: string): Promise<string> {
  const taken = await library.take(file, () => undefined);
  if (taken.outcome !== 'opened') throw new Error(JSON.stringify(taken));
  return taken.bag.bagId;
}

const files = async (): Promise<string[]> =>
  (await readdir(kept, { recursive: true })).map(String).sort();

function loadsOf(library: Library, progress: BagProgress[] = []): Loads {
  return new Loads(
    library,
    folder,
    (_bagId, each) => progress.push(each),
    () => Promise.resolve(),
  );
}

describe('taking a bag in', () => {
  test('makes an exact copy, said to be incoming until it is verified', async () => {
    const file = await bagFile('a.newsbag');
    const library = await openLibrary();
    const progress: number[] = [];
    const taken = await library.take(file, (bytes, total) => progress.push(bytes / total));
    expect(taken).toMatchObject({ outcome: 'opened', bag: { bagId: `${uuid}-r1` } });
    expect(progress.at(-1)).toBe(1);
    expect(await files()).toEqual(['incoming', `incoming/${uuid}-r1.newsbag`]);
    const digest = async (path: string): Promise<string> =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
    expect(await digest(join(kept, `incoming/${uuid}-r1.newsbag`))).toBe(await digest(file));
    // A start in between knows it again.
    expect((await openLibrary()).list()).toEqual(library.list());
    await library.keep(`${uuid}-r1`);
    expect(await files()).toEqual([`${uuid}-r1.newsbag`, 'incoming']);
    expect((await openLibrary()).list()).toEqual(library.list());
  });

  test('the same bag again, and two at once, get names of their own', async () => {
    const file = await bagFile('a.newsbag');
    const library = await openLibrary();
    const ids = await Promise.all([take(library, file), take(library, file), take(library, file)]);
    expect(ids).toEqual([`${uuid}-r1`, `${uuid}-r1-2`, `${uuid}-r1-3`]);
  });

  test.each([
    ['that is not there', (file: string) => rm(file), 'unreadable'],
    ['that is cut short', cutShort, 'truncated'],
    ['that is no zip', (file: string) => writeFile(file, 'text'), 'not-a-zip'],
  ])('a file %s is refused with the reason, and nothing is written', async (_name, spoil, code) => {
    const file = await bagFile('bad.newsbag');
    await spoil(file);
    const library = await openLibrary();
    const taken = await library.take(file, () => undefined);
    expect(taken).toMatchObject({ outcome: 'refused', fileName: 'bad.newsbag' });
    expect(taken.outcome === 'refused' && taken.problems.map((each) => each.code)).toContain(code);
    expect(await files()).toEqual(['incoming']);
  });

  /** The file while some of it has been copied. */
  const middle = (bytes: number, total: number): boolean => bytes > 0 && bytes < total;

  test.each([
    [
      'is cut short, as when a stick is pulled',
      (file: string) => {
        truncateSync(file, 5_000);
      },
      'file-changed',
    ],
    [
      'grows',
      (file: string) => {
        appendFileSync(file, 'more');
      },
      'file-changed',
    ],
    [
      'becomes another one',
      (file: string) => {
        writeFileSync(file, Buffer.alloc(statSync(file).size));
      },
      'truncated',
    ],
  ])(
    'a file that %s while it is copied is refused, and nothing stays',
    async (_name, spoil, code) => {
      const file = await largeBagFile('a.newsbag');
      const library = await openLibrary();
      let isSpoilt = false;
      const taken = await library.take(file, (bytes, total) => {
        if (isSpoilt || !middle(bytes, total)) return;
        isSpoilt = true;
        spoil(file);
      });
      expect(isSpoilt).toBe(true);
      expect(taken).toMatchObject({ outcome: 'refused', fileName: 'a.newsbag' });
      expect(taken.outcome === 'refused' && taken.problems.map((each) => each.code)).toContain(
        code,
      );
      expect(await files()).toEqual(['incoming']);
      expect(library.list()).toEqual([]);
    },
  );

  test('copying is given up, and nothing stays', async () => {
    const file = await largeBagFile('a.newsbag');
    const library = await openLibrary();
    const abort = new AbortController();
    const taken = await library.take(
      file,
      (bytes, total) => {
        if (middle(bytes, total)) abort.abort();
      },
      abort.signal,
    );
    expect(taken).toEqual({ outcome: 'cancelled' });
    expect(await files()).toEqual(['incoming']);
    // The next one is not given up with it.
    expect(await take(library, file)).toBe(`${uuid}-r1`);
  });

  test('unfinished copies and unreadable incoming ones are cleared away at start', async () => {
    await openLibrary();
    await writeFile(join(kept, 'incoming', 'x.newsbag.copying'), 'half');
    await writeFile(join(kept, 'incoming', 'y.newsbag'), 'half');
    await writeFile(join(kept, 'z.newsbag'), 'rotten');
    const library = await openLibrary();
    expect(library.refusals.map(({ fileName }) => fileName)).toEqual(['z.newsbag', 'y.newsbag']);
    // What was good once is the user's to decide about.
    expect(await files()).toEqual(['incoming', 'z.newsbag']);
  });

  test('bundled bags are listed and never deleted', async () => {
    await bagFile('bundled/paper.newsbag');
    const library = await openLibrary();
    expect(library.list()).toMatchObject([{ bagId: 'bundled-paper', isBundled: true }]);
    await library.remove('bundled-paper');
    await library.drop('bundled-paper');
    expect(await readdir(bundled)).toEqual(['paper.newsbag']);
    expect((await openLibrary()).list()).toHaveLength(1);
  });
});

describe('a load', () => {
  test('streams archive, issues and stories, and is complete after its end', async () => {
    const library = await openLibrary();
    const bagId = await take(library, await bagFile('a.newsbag'));
    const progress: BagProgress[] = [];
    const loads = loadsOf(library, progress);
    const stream = loads.start(bagId);
    const text = await new Response(stream).text();
    const kinds = text
      .trimEnd()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line) as object)[0]);
    expect(kinds).toEqual([
      'archive',
      ...Array<string>(3).fill('issue'),
      ...Array<string>(250).fill('article'),
    ]);
    expect(await loads.verdict(bagId)).toMatchObject({
      outcome: 'complete',
      report: { isValid: true, accepted: { issues: 3, articles: 250 } },
    });
    expect(progress.at(-1)).toMatchObject({ articles: 250, totalArticles: 250 });
    expect(await files()).toEqual([`${uuid}-r1.newsbag`, 'incoming']);
  });

  test.each([
    ['an altered story', alterLastStory],
    ['a changed byte', damageMiddle],
  ])('%s breaks the stream off, is refused, and the copy is deleted', async (_name, spoil) => {
    const file = await bagFile('bad.newsbag', 3_000);
    await spoil(file);
    const library = await openLibrary();
    const bagId = await take(library, file);
    const loads = loadsOf(library);
    await expect(new Response(loads.start(bagId)).text()).rejects.toThrow(/refused/);
    const verdict = await loads.verdict(bagId);
    expect(verdict).toMatchObject({ outcome: 'refused', fileName: 'bad.newsbag' });
    expect(await files()).toEqual(['incoming']);
    expect(library.list()).toEqual([]);
  });

  test('a copy that was good once stays when it fails later', async () => {
    const library = await openLibrary();
    const bagId = await take(library, await bagFile('a.newsbag', 3_000));
    await new Response(loadsOf(library).start(bagId)).text();
    await damageMiddle(join(kept, `${uuid}-r1.newsbag`));
    const again = loadsOf(library);
    await expect(new Response(again.start(bagId)).text()).rejects.toThrow(/refused/);
    expect((await again.verdict(bagId)).outcome).toBe('refused');
    expect(await files()).toEqual([`${uuid}-r1.newsbag`, 'incoming']);
  });

  test('given up, it is cancelled and its copy deleted; left by the reader, the copy stays', async () => {
    const library = await openLibrary();
    const bagId = await take(library, await bagFile('a.newsbag', 20_000));
    const loads = loadsOf(library);
    const left = loads.start(bagId)?.getReader();
    await left?.read();
    await left?.cancel();
    expect(await loads.verdict(bagId)).toEqual({ outcome: 'cancelled' });
    expect(await files()).toEqual(['incoming', `incoming/${uuid}-r1.newsbag`]);
    const reader = loads.start(bagId)?.getReader();
    await reader?.read();
    await loads.cancel(bagId);
    expect(await loads.verdict(bagId)).toEqual({ outcome: 'cancelled' });
    expect(await files()).toEqual(['incoming']);
  });

  test.each([
    [
      'is cut short',
      (path: string) => {
        truncateSync(path, 2 << 20);
      },
      'file-changed',
    ],
    [
      'is overwritten',
      (path: string) => {
        writeFileSync(path, Buffer.alloc(statSync(path).size));
      },
      '',
    ],
  ])(
    'a file that %s while it streams breaks the load off with the reason',
    async (_name, spoil, code) => {
      const library = await openLibrary();
      const bagId = await take(library, await largeBagFile('a.newsbag', 3_000));
      const loads = loadsOf(library);
      const stream = loads.start(bagId);
      const reader = stream?.getReader();
      await reader?.read();
      spoil(join(kept, 'incoming', `${bagId}.newsbag`));
      await expect(
        (async () => {
          while (!(await reader?.read())?.done);
        })(),
      ).rejects.toThrow(/refused/);
      const verdict = await loads.verdict(bagId);
      expect(verdict).toMatchObject({ outcome: 'refused', fileName: 'a.newsbag' });
      expect(
        verdict.outcome === 'refused' && verdict.problems.map((each) => each.code).join(' '),
      ).toContain(code);
      expect(await files()).toEqual(['incoming']);
    },
  );

  test('that goes on leaves out what is stored, and sums it up', async () => {
    const library = await openLibrary();
    const bagId = await take(library, await bagFile('a.newsbag', 250));
    const lines = async (skip: number): Promise<string[]> =>
      (await new Response(loadsOf(library).start(bagId, skip)).text()).trimEnd().split('\n');
    const whole = await lines(0);
    const rest = await lines(100);
    const sum = whole
      .slice(4, 104)
      .reduce(
        (before, line) => addLine(before, Buffer.from(line.slice('{"article":'.length, -1))),
        0,
      );
    expect(rest).toEqual([
      ...whole.slice(0, 4),
      JSON.stringify({ skipped: { stories: 100, sum } }),
      ...whole.slice(104),
    ]);
    // More than there is: no line says that it was left out.
    expect(await lines(251)).toEqual(whole.slice(0, 4));
    expect(await lines(250)).toHaveLength(5);
  });

  test('an unknown bag has no stream and no verdict', async () => {
    const loads = loadsOf(await openLibrary());
    expect(loads.start('nobody')).toBeNull();
    await expect(loads.verdict('nobody')).rejects.toThrow(/No load/);
  });
});

describe('verifying again', () => {
  const verifying = (library: Library, progress: BagProgress[] = []): Verifications =>
    new Verifications(library, (_bagId, each) => progress.push(each));

  test('finds a sound file sound, and tells how far it is', async () => {
    const library = await openLibrary();
    const bagId = await take(library, await bagFile('a.newsbag'));
    const progress: BagProgress[] = [];
    expect(await verifying(library, progress).verify(bagId)).toMatchObject({
      outcome: 'complete',
      report: { isValid: true, accepted: { articles: 250 } },
    });
    const last = progress.at(-1);
    expect(last?.bytes).toBe(last?.totalBytes);
    expect(last?.totalTextBytes).toBeGreaterThan(0);
    expect(library.list()).toHaveLength(1);
  });

  test('names what is wrong with one changed byte, and deletes nothing', async () => {
    const library = await openLibrary();
    const bagId = await take(library, await bagFile('a.newsbag', 3_000));
    await library.keep(bagId);
    await damageMiddle(join(kept, `${bagId}.newsbag`));
    const verdict = await verifying(library).verify(bagId);
    expect(verdict).toMatchObject({ outcome: 'refused', fileName: 'a.newsbag' });
    expect(verdict.outcome === 'refused' && verdict.problems.length).toBeGreaterThan(0);
    await rm(join(kept, `${bagId}.newsbag`));
    expect(await verifying(library).verify(bagId)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'unreadable' }],
    });
    expect(library.list()).toHaveLength(1);
  });

  test('can be given up', async () => {
    const library = await openLibrary();
    const bagId = await take(library, await bagFile('a.newsbag', 3_000));
    const verifications: Verifications = new Verifications(library, () => {
      verifications.cancel(bagId);
    });
    expect(await verifications.verify(bagId)).toEqual({ outcome: 'cancelled' });
    expect(await files()).toEqual(['incoming', `incoming/${bagId}.newsbag`]);
  });
});

test('archive:// answers only what it knows', async () => {
  const library = await openLibrary();
  const bagId = await take(library, await bagFile('a.newsbag'));
  const serve = serveArchive(library, loadsOf(library));
  const status = async (url: string, method = 'GET'): Promise<number> =>
    (await serve(new Request(url, { method }))).status;
  expect(await status(`archive://load/${bagId}`)).toBe(200);
  expect(await status(`archive://load/${bagId}?skip=-1`)).toBe(404);
  expect(await status(`archive://load/${bagId}`, 'POST')).toBe(405);
  expect(await status('archive://load/nobody')).toBe(404);
  expect(await status(`archive://load/${bagId}/more`)).toBe(404);
  expect(await status(`archive://media/${bagId}`)).toBe(404);
  expect(await status(`archive://media/${bagId}/media/none.png`)).toBe(404);
  expect(await status(`archive://media/${bagId}/archive.json`)).toBe(404);
  expect(await status(`archive://media/${bagId}/issues.ndjson`)).toBe(404);
  expect(await status(`archive://media/${bagId}/..%2f..%2fpasswd`)).toBe(404);
  expect(await status(`archive://other/${bagId}`)).toBe(404);
});
