// Writes one face for several regions: merge-regions.mjs BASE (LANGUAGE SOURCE)… TARGET
import { readFileSync, writeFileSync } from 'node:fs';
import { mergeRegions } from './regional-face.mjs';

const [base, ...words] = process.argv.slice(2);
const target = words.pop();
if (!base || !target || words.length === 0 || words.length % 2 !== 0)
  throw new Error('merge-regions.mjs BASE (LANGUAGE SOURCE)… TARGET');
const regions = Array.from({ length: words.length / 2 }, (_, index) => ({
  language: words[2 * index] ?? '',
  file: readFileSync(words[2 * index + 1] ?? ''),
}));
writeFileSync(target, mergeRegions(readFileSync(base), regions));
