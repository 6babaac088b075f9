import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import OpenCC from 'opencc-js';
import { scripts, type Script } from '../../archive/text/script/configuration.ts';
import { loadScriptEngine } from '../../archive/text/script/script-engine.ts';
import { packDictionaries } from '../../scripts/pack-dictionaries.mjs';
import {
  dictionaryBuffer,
  readPrintedSentences,
  readSentences,
  realLines,
} from '../unit/archive/text/script/script-material.ts';
import { Report } from './report.ts';

/** Script conversion against its peers: scores on our sentences, time, start and memory. */

type Convert = (text: string) => string;
interface Peer {
  readonly name: string;
  /** Null where the engine does not know the direction. */
  readonly converter: (from: Script, to: Script) => Convert | null;
}

const openccNames = { hans: 'cn', hant: 't', tw: 'tw', twp: 'twp', hk: 'hk' } as const;
const simpleccNames: Partial<Record<`${Script} ${Script}`, string>> = {
  'hans hant': 's2t',
  'hans tw': 's2tw',
  'hans twp': 's2twp',
  'hans hk': 's2hk',
  'hant hans': 't2s',
  'hk hans': 'hk2s',
};

async function peers(): Promise<readonly Peer[]> {
  const engine = loadScriptEngine(await dictionaryBuffer());
  const simplecc = await import('simplecc-wasm');
  return [
    {
      name: 'smart',
      converter: (from, to) => (text) => engine.convert(text, { from, to }).text,
    },
    {
      name: 'strict',
      converter: (from, to) => (text) => engine.convert(text, { from, to, mode: 'strict' }).text,
    },
    {
      name: 'opencc-js',
      converter: (from, to) => OpenCC.Converter({ from: openccNames[from], to: openccNames[to] }),
    },
    {
      name: 'simplecc-wasm',
      converter: (from, to) => {
        const configuration = simpleccNames[`${from} ${to}`];
        return configuration === undefined
          ? null
          : (text) => simplecc.simplecc(text, configuration);
      },
    },
  ];
}

function printScores(report: Report, engines: readonly Peer[], set: 'tuning' | 'held-out'): void {
  const sentences = readSentences(set);
  const directions: readonly (readonly [Script, Script])[] = [
    ...scripts.filter((to) => to !== 'hans').map((to) => ['hans', to] as const),
    ['hant', 'hans'],
    ['tw', 'hans'],
    ['twp', 'hans'],
    ['hk', 'hans'],
  ];
  const rows = engines.map(({ name, converter }) => [
    name,
    ...directions.map(([from, to]) => {
      const convert = converter(from, to);
      if (convert === null) return '–';
      const right = sentences.filter((sentence) => convert(sentence[from]) === sentence[to]).length;
      return `${String(right)}/${String(sentences.length)} ${((100 * right) / sentences.length).toFixed(1)} %`;
    }),
  ]);
  report.line(`Sentences exactly right, ${set} set (${String(sentences.length)} sentences)`);
  report.table(['', ...directions.map(([from, to]) => `${from} → ${to}`)], rows);
}

/** Sentences that were written in traditional script, each region's own spelling. */
function printPrintedScores(report: Report, engines: readonly Peer[]): void {
  const rows = engines.map(({ name, converter }) => [
    name,
    ...(['held-out', 'tuning'] as const).map((set) => {
      const sentences = readPrintedSentences(set);
      const right = sentences.filter(({ from, printed, hans }) => {
        const convert = converter(from, 'hans');
        return convert !== null && convert(printed) === hans;
      }).length;
      return `${String(right)}/${String(sentences.length)}`;
    }),
  ]);
  report.line('Sentences written in traditional script, exactly right in simplified');
  report.table(['', 'held-out', 'tuning'], rows);
}

/** Milliseconds of processor time of one call, over many: other work on the machine does not count. */
function callTime(run: () => unknown, rounds = 300): number {
  for (let round = 0; round < 50; round += 1) run();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / rounds;
}

/** A story of about 2,000 characters from the bundled daily. */
function story(): string {
  const paragraphs = realLines().bundled.filter((line) => /[这门说们]/.test(line));
  let text = '';
  for (const paragraph of paragraphs) {
    if (text.length >= 2_000) break;
    text += `${paragraph}\n`;
  }
  return text.slice(0, 2_000);
}

function printTimes(report: Report, engines: readonly Peer[]): void {
  const text = story();
  const targets = ['hant', 'tw', 'twp', 'hk'] as const;
  const rows = engines.map(({ name, converter }) => [
    name,
    ...targets.map((to) => {
      const convert = converter('hans', to);
      return convert === null ? '–' : callTime(() => convert(text)).toFixed(3);
    }),
  ]);
  report.line(
    `Milliseconds of processor time for a story of ${String(text.length)} characters, mean of 300`,
  );
  report.line('(smart and strict with alignment, the others without)');
  report.table(['', ...targets.map((to) => `hans → ${to}`)], rows);
}

/** What a fresh process reports about getting an engine ready. */
function freshStart(code: string): {
  readonly ms: number;
  readonly dataMs: number;
  readonly megabytes: number;
} {
  const measured = `
    const memory = () => { for (let i = 0; i < 4; i += 1) globalThis.gc(); const m = process.memoryUsage(); return m.heapUsed + m.external; };
    const before = memory();
    const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
    const started = spent();
    let loading = started;
    ${code}
    const ms = spent() - started;
    const dataMs = spent() - loading;
    const megabytes = (memory() - before) / 1e6;
    console.log(JSON.stringify({ ms, dataMs, megabytes, kept: kept('头发') }));`;
  const runs = Array.from({ length: 5 }, () => {
    const output = execFileSync(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', '--input-type=module', '-e', measured],
      { encoding: 'utf8', cwd: fileURLToPath(new URL('../..', import.meta.url)) },
    );
    return JSON.parse(output) as { ms: number; dataMs: number; megabytes: number };
  });
  const median = (values: number[]) => values.sort((a, b) => a - b)[2] ?? 0;
  return {
    ms: median(runs.map(({ ms }) => ms)),
    dataMs: median(runs.map(({ dataMs }) => dataMs)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
  };
}

function printStarts(report: Report, file: string): void {
  const module = JSON.stringify(
    new URL('../../archive/text/script/script-engine.ts', import.meta.url).href,
  );
  const starts = {
    'smart and strict': `
      const { readFileSync } = await import('node:fs');
      const { loadScriptEngine } = await import(${module});
      loading = spent();
      const bytes = readFileSync(${JSON.stringify(file)});
      const engine = loadScriptEngine(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
      const kept = (text) => engine.convert(text, { to: 'twp' }).text;
      kept('头发'); engine.convert('頭髮', { to: 'hans' });`,
    'opencc-js': `
      const { default: OpenCC } = await import('opencc-js');
      loading = spent();
      const kept = OpenCC.Converter({ from: 'cn', to: 'twp' });
      OpenCC.Converter({ from: 'tw', to: 'cn' })('頭髮'); kept('头发');`,
    'simplecc-wasm': `
      const { simplecc } = await import('simplecc-wasm');
      loading = spent();
      const kept = (text) => simplecc(text, 's2twp');
      kept('头发'); simplecc('頭髮', 't2s');`,
  };
  const rows = Object.entries(starts).map(([name, code]) => {
    const { ms, dataMs, megabytes } = freshStart(code);
    return [name, ms.toFixed(0), dataMs.toFixed(0), megabytes.toFixed(1)];
  });
  report.line('First conversions in a fresh process, modules and data included; median of 5');
  report.table(['', 'ms of processor time', 'of these after the modules', 'MB kept'], rows);
}

export async function run(words: readonly string[]): Promise<void> {
  const file = await packDictionaries();
  const report = new Report('script', 'Script conversion, measured', words);
  const engines = await peers();
  report.line(
    `Every engine in the same run, on sentences of our own (\`tests/unit/archive/text/script/sentences/\`): the tuning set served to write the word lists, the held-out set only scores them. Packed dictionaries: ${(readFileSync(file).length / 1e6).toFixed(2)} MB.`,
  );
  report.line();
  printScores(report, engines, 'held-out');
  printScores(report, engines, 'tuning');
  printPrintedScores(report, engines);
  printTimes(report, engines);
  printStarts(report, file);
  report.end();
}
