// Runs one benchmark: the first argument names its module.
import { existsSync, readdirSync } from 'node:fs';

interface Benchmark {
  run(args: readonly string[]): void | Promise<void>;
}

const [name = '', ...args] = process.argv.slice(2);
const module = new URL(`./${name}.ts`, import.meta.url);
if (!/^[a-z-]+$/u.test(name) || name === 'bench' || !existsSync(module)) {
  const names = readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
    .map((file) => file.slice(0, -3));
  process.stderr.write(`benchmarks: ${names.join(' ')}\n`);
  process.exitCode = 2;
} else {
  const benchmark = (await import(module.href)) as Benchmark;
  await benchmark.run(args);
}
