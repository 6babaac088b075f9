// Packs the dictionaries of script conversion into out/dictionaries/script.bin, unless the file
// already was packed from the same sources.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCuratedRules } from './dictionaries/curated-rules.mjs';
import { writeContainer } from './dictionaries/container.mjs';
import { addDictionary, addRules, addScriptMarks } from './dictionaries/sections.mjs';
import { addLexicon } from './dictionaries/lexicon-section.mjs';
import { buildEquivalence } from './dictionaries/script-equivalence.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const curatedFolder = join(root, 'archive/text/script/curated');
const formsOfTaiwan = join(curatedFolder, 'tw-to-hant.txt');
const target = join(root, 'out/dictionaries/script.bin');
const require = createRequire(import.meta.url);

const tables = [
  ...['CJK_Compatibility_Ideographs', 'STPhrases', 'STPhrases_GeneratedFromRegionalPhrases'],
  ...['STCharacters', 'TSPhrases', 'TSCharacters', 'TWPhrases', 'TWPhrasesRev', 'TWVariants'],
  ...['TWVariantsPhrases', 'TWVariantsRev', 'TWVariantsRevPhrases', 'HKVariants'],
  ...['HKVariantsPhrases', 'HKVariantsRev', 'HKVariantsRevPhrases'],
];

/** The dictionaries of a stage, the first of two that know a key wins; `words` are its phrases. */
const stages = {
  compatibility: ['CJK_Compatibility_Ideographs'],
  hansToHant: ['STPhrases', 'STPhrases_GeneratedFromRegionalPhrases', 'STCharacters'],
  hantToHans: ['TSPhrases', 'TSCharacters'],
  hantToTw: ['TWVariantsPhrases', 'TWVariants'],
  hantToTwp: ['TWPhrases', 'TWVariantsPhrases', 'TWVariants'],
  taiwanWords: ['TWPhrases'],
  hantToHk: ['HKVariantsPhrases', 'HKVariants'],
  twToHant: ['TWVariantsRevPhrases', 'TWVariantsRev'],
  twpToHant: ['TWPhrasesRev', 'TWVariantsRevPhrases', 'TWVariantsRev'],
  hkToHant: ['HKVariantsRevPhrases', 'HKVariantsRev'],
};
const segmentationOf = {
  hansToHant: ['STPhrases', 'STPhrases_GeneratedFromRegionalPhrases'],
  hantToHans: ['TSPhrases'],
};

/** @param {string} name @returns {Promise<[string, string][]>} */
async function readTable(name) {
  /** @type {{ default: string }} */
  const module = await import(`opencc-js/dict/${name}`);
  return module.default.split('|').map((row) => {
    const [source = '', converted = ''] = row.split(' ');
    return [source, converted];
  });
}

/** @returns {Promise<string>} digest of everything that the packed file depends on */
async function digestOfSources() {
  const hash = createHash('sha256');
  const parts = join(root, 'scripts/dictionaries');
  const own = (await readdir(parts)).map((name) => join(parts, name));
  const curated = (await readdir(curatedFolder)).map((name) => join(curatedFolder, name));
  const packages = ['opencc-js', '@node-rs/jieba'].map((name) =>
    join(root, 'node_modules', name, 'package.json'),
  );
  for (const file of [
    fileURLToPath(import.meta.url),
    ...own.sort(),
    ...curated.sort(),
    ...packages,
  ]) {
    hash.update(await readFile(file));
  }
  return hash.digest('hex');
}

/** @returns {Promise<Uint8Array>} */
async function pack() {
  /** @type {Map<string, [string, string][]>} */ const table = new Map();
  for (const name of tables) table.set(name, await readTable(name));
  /** @param {string} name */
  const rows = (name) => {
    const found = table.get(name);
    if (found === undefined) throw new Error(`no table ${name}`);
    return found;
  };
  const equivalent = buildEquivalence(
    tables.filter((name) => !name.includes('Phrases')).map((name) => rows(name)),
  );
  /** @type {Map<string, import('./dictionaries/container.mjs').Section>} */ const sections =
    new Map();
  for (const [name, parts] of Object.entries(stages)) {
    const segmentation = Object.hasOwn(segmentationOf, name)
      ? segmentationOf[/** @type {keyof typeof segmentationOf} */ (name)]
      : [];
    addDictionary(sections, name, parts.map(rows), segmentation.map(rows), equivalent);
  }
  addScriptMarks(sections, rows);
  /** @type {Record<string, unknown[]>} */ const rules = {};
  /** @type {string[]} */ const curatedKeys = [];
  for (const file of (await readdir(curatedFolder)).sort()) {
    const name = file.replace(/\.txt$/, '').replace(/-(.)/g, (_, c) => String(c).toUpperCase());
    const text = await readFile(join(curatedFolder, file), 'utf8');
    // Taiwan's words are written in Taiwan's forms.
    const forms = file === 'twp-to-hant.txt' ? await readFile(formsOfTaiwan, 'utf8') : '';
    const read = readCuratedRules(`${text}\n${forms}`, file, !file.includes('twp'));
    rules[name] = addRules(sections, name, read, equivalent);
    curatedKeys.push(...read.keys());
  }
  const jieba = dirname(require.resolve('@node-rs/jieba/package.json'));
  addLexicon(sections, await readFile(join(jieba, 'dict.txt'), 'utf8'), rows, curatedKeys);
  return writeContainer(sections, { rules });
}

/** Packs where needed. @returns {Promise<string>} path of the packed file */
export async function packDictionaries() {
  const digest = await digestOfSources();
  const stamp = `${target}.sources`;
  const packed = await readFile(stamp, 'utf8').catch(() => '');
  if (packed !== digest) {
    await mkdir(dirname(target), { recursive: true });
    const unfinished = `${target}.${String(process.pid)}`;
    await writeFile(unfinished, await pack());
    await rename(unfinished, target);
    await writeFile(stamp, digest);
  }
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await packDictionaries();
