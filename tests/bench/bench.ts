// Runs one benchmark: npm run bench -- NAME, where tests/bench/NAME.ts exports `run`.
const name = process.argv[2] ?? '';
if (!/^[a-z-]+$/.test(name)) {
  console.error('Usage: npm run bench -- NAME, one of the files of tests/bench/');
  process.exit(2);
}
const benchmark = (await import(`./${name}.ts`)) as {
  readonly run: (args: readonly string[]) => Promise<void>;
};
await benchmark.run(process.argv.slice(3));

export {};
