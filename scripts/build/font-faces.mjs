// The fonts of assets/fonts/fonts.json: as TrueType for development, as woff2 for a package.
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { compressedFace, mergedFace, printedFace } from './fonts/made-files.mjs';

/**
 * Paths of `source` and `styleSheet` are in node_modules. A face with `regions` becomes one file with
 * the shapes of all of them; one with `differsFrom` holds only what that file draws in another way; a typeface in slices has many small files, of which a text loads only
 * those with its characters.
 * @typedef {{ language: string, source: string }} Region
 * @typedef {{ weight: string, file: string, source: string, regions?: Region[], differsFrom?: string }} Face
 * @typedef {{ styleSheet: string, names: string[] }} Slices `names` may end in *
 * @typedef {{ family: string, name: string, licence: string, licenceFile: string, faces?: Face[], slices?: Slices }} Typeface
 * @typedef {{ file: string, range: string, path: string }} Slice
 * @typedef {'ttf' | 'woff2'} FontFormat
 */

const filesAtOnce = 2;

/** @param {string} projectFolder @returns {Typeface[]} */
export function readTypefaces(projectFolder) {
  return JSON.parse(readFileSync(join(projectFolder, 'assets/fonts/fonts.json'), 'utf8'));
}

/** @param {string} projectFolder @param {string} path */
function inPackages(projectFolder, path) {
  return join(projectFolder, 'node_modules', path);
}

/** @param {string} projectFolder @param {Typeface} typeface @returns {Slice[]} */
export function slicesOf(projectFolder, { name, slices }) {
  if (!slices) return [];
  const path = inPackages(projectFolder, slices.styleSheet);
  const wanted = new RegExp(`^(?:${slices.names.join('|').replaceAll('*', '.*')})$`);
  const rules = readFileSync(path, 'utf8').matchAll(
    /url\(([\w.-]+)\.woff2\)[^;]*;\s*unicode-range:\s*([^;]+);/g,
  );
  const found = [...rules].flatMap(([, file, range]) =>
    file && range && wanted.test(file)
      ? [{ file, range: range.replace(/\s+/g, ' '), path: join(path, '..', `${file}.woff2`) }]
      : [],
  );
  if (found.length === 0) throw new Error(`There are no slices of ${name}.`);
  return found;
}

/** @param {string} family @param {string} weight @param {string} source @param {string} [range] */
function fontFaceRule(family, weight, source, range) {
  const format = source.endsWith('.woff2') ? 'woff2' : 'truetype';
  return (
    `@font-face { font-family: '${family}'; font-weight: ${weight}; font-display: block; ` +
    `src: url('${source}') format('${format}');${range ? ` unicode-range: ${range};` : ''} }\n`
  );
}

/** The @font-face rules, for a style sheet beside the files. @param {string} projectFolder @param {FontFormat} format */
export function fontFaceRules(projectFolder, format) {
  return readTypefaces(projectFolder)
    .flatMap((typeface) => [
      ...(typeface.faces ?? []).map(({ weight, file }) =>
        fontFaceRule(typeface.family, weight, `${file}.${format}`),
      ),
      ...slicesOf(projectFolder, typeface).map(({ file, range }) =>
        fontFaceRule(typeface.family, '400', `${file}.woff2`, range),
      ),
    ])
    .join('');
}

/** @param {string} projectFolder @param {Face} face @param {string} source */
async function wholeFace(projectFolder, { regions, differsFrom }, source) {
  if (differsFrom) return printedFace(inPackages(projectFolder, differsFrom), source);
  if (!regions) return source;
  return mergedFace(
    source,
    regions.map((region) => ({ ...region, source: inPackages(projectFolder, region.source) })),
  );
}

/**
 * The file of a face, from the cache or made now, which takes seconds as TrueType and minutes as woff2.
 * @param {string} projectFolder @param {Face} face @param {FontFormat} format @param {(line: string) => void} say
 */
export async function faceFile(projectFolder, face, format, say) {
  const source = inPackages(projectFolder, face.source);
  const whole = await wholeFace(projectFolder, face, source);
  return format === 'ttf' ? whole : await compressedFace(whole, face.file, say);
}

/** Links where both are on one disk, else copies. @param {string} from @param {string} to */
function placeFile(from, to) {
  rmSync(to, { force: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/**
 * Puts the font files and fonts.css into out/renderer/fonts.
 * @param {string} projectFolder @param {FontFormat} format @param {(line: string) => void} say
 * @returns {Promise<{ family: string, file: string, bytes: number }[]>}
 */
export async function provideFonts(projectFolder, format, say) {
  const folder = join(projectFolder, 'out/renderer/fonts');
  mkdirSync(folder, { recursive: true });
  const typefaces = readTypefaces(projectFolder);
  const waiting = typefaces.flatMap((typeface) => [
    ...(typeface.faces ?? []).map((face) => ({
      family: typeface.family,
      name: `${face.file}.${format}`,
      make: () => faceFile(projectFolder, face, format, say),
    })),
    ...slicesOf(projectFolder, typeface).map(({ path }) => ({
      family: typeface.family,
      name: basename(path),
      make: async () => path,
    })),
  ]);
  const wanted = new Set(['fonts.css', 'folio-digits.json', ...waiting.map(({ name }) => name)]);
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name));

  /** @type {{ family: string, file: string, bytes: number }[]} */
  const placed = [];
  await Promise.all(
    Array.from({ length: filesAtOnce }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const place = join(folder, next.name);
        placeFile(await next.make(), place);
        placed.push({ family: next.family, file: next.name, bytes: statSync(place).size });
      }
    }),
  );
  writeFileSync(join(folder, 'fonts.css'), fontFaceRules(projectFolder, format));
  return placed.sort((one, other) => one.file.localeCompare(other.file));
}
