// Builds what changed since the last time: the three processes' bundles, the fonts, the bundled archives.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildBundledArchives } from './build/bundled-archives.mjs';
import { provideFonts } from './build/font-faces.mjs';
import { inputDigest, unlessUnchanged } from './build/input-digest.mjs';
import { buildRestoreResources } from './build/restore-resources.mjs';
import { packDictionaries } from './pack-dictionaries.mjs';
import { packFold } from './pack-fold.mjs';
import { writeFolioDigits } from './build/folio-digits.mjs';
import { noticesText } from './build/notices.mjs';
import { bundleForNode, bundleRenderer } from './build/process-bundles.mjs';

const everywhere = ['archive', 'preload', 'package.json', 'package-lock.json', 'scripts/build'];
const parts = /** @type {const} */ ({
  main: { reads: ['main', ...everywhere], writes: ['out/main/main.js'] },
  preload: { reads: everywhere, writes: ['out/preload/preload.cjs'] },
  renderer: { reads: ['renderer', 'assets', ...everywhere], writes: ['out/renderer/index.html'] },
});

/**
 * Builds what changed. `fontFormat` is ttf for development (at once) and woff2 for packages (small).
 * @param {{ projectFolder: string, fontFormat: import('./build/font-faces.mjs').FontFormat }} options
 */
export async function buildAll({ projectFolder, fontFormat }) {
  const started = Date.now();
  mkdirSync(join(projectFolder, 'out'), { recursive: true });
  /** @type {string[]} */
  const built = [];

  /** @param {keyof typeof parts} name @param {() => Promise<string[]>} run */
  async function bundle(name, run) {
    const digest = inputDigest(projectFolder, parts[name].reads, ['archive/bundled']);
    const outputs = parts[name].writes;
    const step = await unlessUnchanged({ projectFolder, name, digest, outputs }, run);
    if (!step.skipped) built.push(name);
    return step.result;
  }

  const fontsDigest = `${fontFormat} ${inputDigest(projectFolder, ['assets/fonts', 'package-lock.json', 'scripts/build/font-faces.mjs', 'scripts/build/fonts'])}`;
  const [main, preload, renderer, fonts, papers, dictionaries, foldTable, restore] =
    await Promise.all([
      bundle('main', () => bundleForNode(projectFolder, 'main')),
      bundle('preload', () => bundleForNode(projectFolder, 'preload')),
      bundle('renderer', () => bundleRenderer(projectFolder)),
      unlessUnchanged(
        {
          projectFolder,
          name: 'fonts',
          digest: fontsDigest,
          outputs: ['out/renderer/fonts/fonts.css'],
        },
        () => provideFonts(projectFolder, fontFormat, console.log),
      ),
      buildBundledArchives(projectFolder),
      packDictionaries(),
      packFold(),
      buildRestoreResources(projectFolder),
    ]);
  // The renderer fetches them from its own origin; the command line reads them where they are packed.
  const served = join(projectFolder, 'out/renderer/dictionaries');
  mkdirSync(served, { recursive: true });
  copyFileSync(dictionaries, join(served, 'script.bin'));
  writeFolioDigits(projectFolder, join(projectFolder, 'out/renderer/fonts/folio-digits.json'));
  copyFileSync(foldTable, join(served, 'fold.bin'));
  if (!fonts.skipped) built.push('fonts');
  const bundled = [...new Set([...main, ...preload, ...renderer])].sort();
  writeFileSync(join(projectFolder, 'out/NOTICES.txt'), noticesText(projectFolder, bundled));

  if (!restore.skipped) built.push('word table');
  const done = [...built, ...papers];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    done.length === 0
      ? `Nothing changed since the last build (${seconds} s).`
      : `Built in ${seconds} s: ${done.join(', ')}.`,
  );
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  try {
    await buildAll({ projectFolder: process.cwd(), fontFormat: 'ttf' });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
