import { execFile, execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { Writable } from 'node:stream';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../../archive/cli/command-line.ts';
import { bagZip, madeArticle, madeContent } from '../../../fixtures/made-bag.ts';

const work = mkdtempSync(join(tmpdir(), 'guzhi-cli-'));
const good = join(work, 'good.newsbag');
const bad = join(work, 'bad.newsbag');
const damaged = join(work, 'damaged.newsbag');
const cut = join(work, 'cut.newsbag');

beforeAll(() => {
  writeFileSync(good, bagZip(madeContent()));
  writeFileSync(cut, bagZip(madeContent()).subarray(0, 900));
  writeFileSync(
    bad,
    bagZip(madeContent({ articles: [madeArticle(1), { ...madeArticle(2), headline: '改' }] })),
  );
  const content = madeContent();
  const drawing = content.get('data/media/ferry.svg') ?? Buffer.alloc(0);
  content.set('data/media/ferry.svg', Buffer.from(String(drawing).replace('8', '9')));
  writeFileSync(damaged, bagZip(content));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process. */
async function archive(...args: readonly string[]): Promise<Ran> {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const code = await runCommandLine(args, { out: stream('out'), err: stream('err') });
  return { code, ...written };
}

/** Runs a command as people do. */
function spawned(...args: readonly string[]): Promise<Ran> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'archive/cli/main.ts', ...args],
      { maxBuffer: 1 << 26 },
      (error, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

test('the command as it is started: codes, standard output and standard error', async () => {
  const [valid, invalid, absent, help] = await Promise.all([
    spawned('verify', good),
    spawned('verify', bad, '--json'),
    spawned('verify', join(work, 'absent')),
    spawned('--help'),
  ]);
  expect([valid.code, invalid.code, absent.code, help.code]).toEqual([0, 1, 2, 0]);
  expect(valid.out).toContain('valid; 1 issues');
  expect(JSON.parse(invalid.out)).toMatchObject({ valid: false });
  expect(help.out).toContain('COMMAND --help');
  expect(valid.err + invalid.err + absent.err + help.err).toBe('');
});

test('--help tells the commands, and each command tells about itself', async () => {
  const { code, out } = await archive('--help');
  expect(code).toBe(0);
  for (const name of ['build', 'verify', 'info', 'articles', 'extract']) {
    expect(out).toContain(name);
    const told = await archive(name, '--help');
    expect(told.code).toBe(0);
    expect(told.out).toContain(`archive ${name}`);
    expect(told.out).toContain('Exit codes');
  }
});

test.each([
  [['verify']],
  [['nonsense']],
  [['verify', 'a', 'b']],
  [['build', '--out', 'x']],
  [['extract', 'a']],
  [['verify', '--nonsense', 'a']],
])('%j is not understood: 2, and one line that says so', async (args) => {
  const { code, err, out } = await archive(...args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err.trim().split('\n')).toHaveLength(1);
});

test.skipIf(process.platform === 'win32')(
  '56 a pipe is no file: 2 at once, whatever is asked (skipped on Windows)',
  async () => {
    const pipe = join(work, 'pipe.md');
    execFileSync('mkfifo', [pipe]);
    const page = ['--publication', '试报', '--date', '2020-01-01', '--page', '1'];
    for (const args of [
      ['verify', pipe],
      ['verify', '--bagit', pipe],
      ['info', pipe],
      ['articles', pipe],
      ['extract', pipe, '--out', join(work, 'out-of-a-pipe')],
      ['build', pipe, '--out', join(work, 'of-a-pipe.newsbag'), ...page],
    ]) {
      expect((await archive(...args)).code, args.join(' ')).toBe(2);
    }
  },
);

describe('verify', () => {
  test('0 for a good bag', async () => {
    const { code, out, err } = await archive('verify', good);
    expect(code).toBe(0);
    expect(out).toContain('valid; 1 issues and 2 articles accepted');
    expect(err).toBe('');
    expect((await archive('verify', good, '--quiet')).out).toBe('');
  });

  test('0 for a bag with warnings', async () => {
    const { code, out } = await archive('verify', damaged);
    expect(code).toBe(0);
    expect(out).toContain('warn media-damaged data/media/ferry.svg');
  });

  test('1 for a bad bag, with code, severity, path and line', async () => {
    const { code, out } = await archive('verify', bad, '--json');
    expect(code).toBe(1);
    const report = JSON.parse(out) as { valid: boolean; problems: unknown[] };
    expect(report.valid).toBe(false);
    expect(report.problems).toMatchObject([
      {
        code: 'text-digest-mismatch',
        severity: 'refuse',
        path: 'data/articles-0001.ndjson',
        line: 2,
      },
    ]);
  });

  test('1 for a bag that is cut off', async () => {
    const { code, out } = await archive('verify', cut);
    expect(code).toBe(1);
    expect(out).toContain('refuse truncated');
  });

  test('2 for a file that cannot be read', async () => {
    expect((await archive('verify', join(work, 'absent'))).code).toBe(2);
    expect((await archive('verify', work, '--json')).code).toBe(2);
  });

  test('progress is shown on request only, and on standard error', async () => {
    const { err, out } = await archive('verify', good, '--progress');
    expect(err).toContain('%');
    expect(out).not.toContain('\r');
  });
});

test('verify --bagit checks any bag by the rules of BagIt alone', async () => {
  const folder = join(work, 'plain');
  mkdirSync(join(folder, 'data'), { recursive: true });
  const write = (name: string, content: string): void => {
    writeFileSync(join(folder, name), content);
  };
  write('bagit.txt', 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n');
  write('data/hello.txt', 'hello\n');
  write('manifest-md5.txt', 'b1946ac92492d2347c6235b4d2611184  data/hello.txt\n');
  const { code, out } = await archive('verify', '--bagit', folder);
  expect(code).toBe(0);
  expect(out).toContain('valid BagIt 0.97');
  write('data/hello.txt', 'hullo\n');
  const refused = await archive('verify', '--bagit', folder, '--json');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({ problems: [{ code: 'digest-mismatch' }] });
  expect((await archive('verify', '--bagit', good)).code).toBe(0);
  expect((await archive('verify', '--bagit', join(work, 'absent'))).code).toBe(2);
});

test('info tells what a bag is', async () => {
  const { code, out } = await archive('info', good);
  expect(code).toBe(0);
  expect(out).toContain('试报');
  const json = JSON.parse((await archive('info', good, '--json')).out) as Record<string, unknown>;
  expect(json).toMatchObject({ description: { 'dcterms:title': '试报' } });
  expect((await archive('info', cut)).code).toBe(1);
});

test('articles prints the records whole, one a line', async () => {
  const { code, out } = await archive('articles', good);
  expect(code).toBe(0);
  const records = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(records).toEqual([madeArticle(1), madeArticle(2)]);
  const refused = await archive('articles', bad);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('text-digest-mismatch');
});

test('29 what a bag says cannot command the terminal or forge a line of the report', async () => {
  const file = join(work, 'escapes.newsbag');
  const page = { number: '1\nrefuse \u001b[31m', name: '' };
  const description = { 'dcterms:title': '澜\u001b]0;x\u0007' };
  const articles = [{ ...madeArticle(1), page }, madeArticle(2)];
  writeFileSync(file, bagZip(madeContent({ description, articles })));
  const verified = await archive('verify', file);
  expect(verified.code).toBe(0);
  expect(verified.out).toContain('found=1\\u000arefuse \\u001b[31m');
  const info = await archive('info', file);
  expect(info.out).toContain('澜\\u001b]0;x\\u0007');
  for (const { out, err } of [verified, info]) expect(out + err).not.toMatch(/[\u0007\u001b]/);
});

describe('extract', () => {
  test('19 two reserved names that become the same are both written', async () => {
    const file = join(work, 'reserved.newsbag');
    const picture = (text: string) => Buffer.from(`<svg width="1" height="1">${text}</svg>`);
    const names = ['a*b.svg', 'a?b.svg', 'a_b.svg'] as const;
    const payload = Object.fromEntries(
      names.map((name) => [`data/media/${name}`, picture(name)] as const),
    );
    writeFileSync(file, bagZip(madeContent({ payload })));
    const folder = join(work, 'reserved');
    expect((await archive('extract', file, '--out', folder, 'media')).code).toBe(0);
    const written = readdirSync(join(folder, 'media')).filter((name) => name.includes('a_b'));
    expect(written.sort()).toEqual(['__a_b.svg', '_a_b.svg', 'a_b.svg']);
    const contents = written.map((name) => readFileSync(join(folder, 'media', name), 'utf8'));
    expect(new Set(contents)).toEqual(new Set(names.map((name) => String(picture(name)))));
  });

  test('writes the payload byte for byte into a new folder', async () => {
    const folder = join(work, 'out');
    const { code } = await archive('extract', good, '--out', folder);
    expect(code).toBe(0);
    for (const [path, bytes] of madeContent()) {
      if (!path.startsWith('data/')) continue;
      expect(readFileSync(join(folder, path.slice(5))).equals(bytes)).toBe(true);
    }
    expect((await archive('extract', good, '--out', folder)).code).toBe(2);
  });

  test('writes what is asked for, leaves out what is damaged', async () => {
    const folder = join(work, 'some');
    const { err } = await archive('extract', damaged, '--out', folder, 'media', 'archive.json');
    expect(existsSync(join(folder, 'archive.json'))).toBe(true);
    expect(existsSync(join(folder, 'issues.ndjson'))).toBe(false);
    expect(existsSync(join(folder, 'media/ferry.svg'))).toBe(false);
    expect(err).toContain('media/ferry.svg');
  });

  test('19 gives reserved names an underscore', async () => {
    const file = join(work, 'reserved.newsbag');
    const picture = Buffer.from('<svg width="1" height="1"/>');
    const payload = { 'data/media/con.svg': picture, 'data/media/a:b?.svg': picture };
    writeFileSync(file, bagZip(madeContent({ payload })));
    const folder = join(work, 'portable');
    expect((await archive('extract', file, '--out', folder, 'media')).code).toBe(0);
    expect(readdirSync(join(folder, 'media')).sort()).toEqual([
      '_con.svg',
      'a_b_.svg',
      'ferry.svg',
    ]);
  });

  test('writes nothing from a bag that is refused', async () => {
    const folder = join(work, 'none');
    expect((await archive('extract', bad, '--out', folder)).code).toBe(1);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('build', () => {
  const source = join(work, 'source');
  beforeAll(() => {
    mkdirSync(join(source, '2019-05-18'), { recursive: true });
    writeFileSync(
      join(source, 'archive.yaml'),
      'id: urn:uuid:1b9893e1-030b-4430-b597-5d8fb10342b7\ntitle: 试报\npublisher: 试社\nlanguage: zh-Hans-CN\ntemporal: 2019-05-18\nrights: 样报\n',
    );
    writeFileSync(
      join(source, '2019-05-18/issue.yaml'),
      'date: 2019-05-18\nnumber: 第1号\npages:\n  - {number: "1", name: 要闻}\n',
    );
    writeFileSync(join(source, '2019-05-18/1-01-a.md'), '---\nheadline: 题\n---\n甲\n');
  });

  test('the same folder gives the same bytes, and a good bag', async () => {
    const files = ['one', 'two'].map((name) => join(work, `${name}.newsbag`));
    for (const file of files) {
      const { code, out } = await archive('build', source, '--out', file);
      expect(code).toBe(0);
      expect(out).toContain('1 issues, 1 pages, 1 articles');
    }
    const [one, two] = files.map((file) => readFileSync(file));
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
    expect((await archive('verify', files[0] ?? '')).code).toBe(0);
  });

  test('errors of a source are printed with file and line, and nothing is built', async () => {
    const wrong = join(source, '2019-05-18/1-02-b.md');
    writeFileSync(wrong, '---\nheadline: 题\n---\n甲*乙*\n');
    const file = join(work, 'wrong.newsbag');
    const { code, err } = await archive('build', source, '--out', file);
    rmSync(wrong);
    expect(code).toBe(1);
    expect(err).toContain('2019-05-18/1-02-b.md:4: error:');
    expect(existsSync(file)).toBe(false);
  });

  test('a page of OCR becomes a bag', async () => {
    const page = join(work, 'page.md');
    writeFileSync(page, '# 横幅\n\n## 标题\n\n正文\n');
    const file = join(work, 'page.newsbag');
    const options = [
      '--publication',
      '试报',
      '--date',
      '2022-07-18',
      '--page',
      '4',
      '--page-name',
      '要闻',
    ];
    expect((await archive('build', page, '--out', file, ...options)).code).toBe(0);
    expect((await archive('verify', file)).code).toBe(0);
    const { out } = await archive('articles', file);
    expect(JSON.parse(out)).toMatchObject({
      headline: '标题',
      page: { number: '4', name: '要闻' },
    });
    const unplaced = await archive('build', page, '--out', file);
    expect(unplaced.code).toBe(2);
    expect(unplaced.err).toContain('which day?');
  });

  test('date, page and paper come from file names and front matter; GBK is recognised', async () => {
    const folder = join(work, 'pages');
    mkdirSync(folder, { recursive: true });
    // 标题 / 正文到此为止。 in GBK
    const gbk =
      '2320b1eacce20a0ad5fdcec4b5bdb4cbceaad6b9a1a3d5e2cac7d2bbb8f6bad3b0b6b5c4b9cacac2a1a30a';
    writeFileSync(join(folder, '试报_2022-07-18_第04版_要闻.md'), Buffer.from(gbk, 'hex'));
    writeFileSync(
      join(folder, '来信.txt'),
      '---\n报纸：试报\n日期: 2022-07-19\n版次: 2\n标题: 一封来信\n作者: 温其岳\n---\n编辑先生：\n钟声照旧。\n',
    );
    writeFileSync(
      join(folder, '题录.csv'),
      '题名,见报日期,版次,作者,全文\n渡口,2022-07-20,3,方砚,texts/渡口.txt\n无日,,1,,\n',
    );
    mkdirSync(join(folder, 'texts'));
    writeFileSync(join(folder, 'texts/渡口.txt'), '渡口的钟还在。\n');
    rmSync(join(folder, 'texts/渡口.txt'));
    const file = join(work, 'folder.newsbag');
    const { code, err } = await archive('build', folder, '--out', file);
    expect(code).toBe(0);
    expect(err).toContain('[row-lacks]');
    expect(err).toContain('[row-text-missing]');
    const { out } = await archive('articles', file);
    const built = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(built.map(({ headline, page }) => [headline, page])).toEqual([
      ['标题', { number: '4', name: '要闻' }],
      ['一封来信', { number: '2', name: '' }],
      ['渡口', { number: '3', name: '' }],
    ]);
    expect(built[1]).toMatchObject({ byline: [{ name: '温其岳' }], issue: { date: '2022-07-19' } });
  });

  test.each(['lanjiang-daily', 'lanjiang-xinbao'])(
    'the bundled %s builds without a word',
    async (name) => {
      const folder = resolve('archive/bundled', name);
      const file = join(work, `${name}.newsbag`);
      const { code, err } = await archive('build', folder, '--out', file);
      expect(err).toBe('');
      expect(code).toBe(0);
      const verified = await archive('verify', file, '--json');
      expect(JSON.parse(verified.out)).toMatchObject({ valid: true, problems: [] });
    },
  );
});
