// The fonts of assets/fonts/fonts.json: linked as they are for development, as woff2 for a package.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../runtime/fallback-runtime.mjs';

/**
 * `source` and `licenceFile` are paths in node_modules; those that begin with / are the system's, and
 * their typeface is left out where its Debian package is not installed.
 * @typedef {{ weight: number, source: string, file: string }} Face
 * @typedef {{ family: string, name: string, licence: string, licenceFile: string, debianPackage?: string, faces: Face[] }} Typeface
 * @typedef {'ttf' | 'woff2'} FontFormat
 */

const formatNames = { ttf: 'truetype', woff2: 'woff2' };
const compressionsAtOnce = 2;

/** @param {string} projectFolder @returns {Typeface[]} */
export function readTypefaces(projectFolder) {
  return JSON.parse(readFileSync(join(projectFolder, 'assets/fonts/fonts.json'), 'utf8'));
}

/** @param {string} projectFolder @param {string} path */
export function locate(projectFolder, path) {
  return isAbsolute(path) ? path : join(projectFolder, 'node_modules', path);
}

/** The typefaces whose files are not on this machine. @param {string} projectFolder */
export function absentTypefaces(projectFolder) {
  return readTypefaces(projectFolder).filter(
    ({ faces }) => !faces.every(({ source }) => existsSync(locate(projectFolder, source))),
  );
}

/** The @font-face rules, for a style sheet beside the files. @param {readonly Typeface[]} typefaces @param {FontFormat} format */
export function fontFaceRules(typefaces, format) {
  return typefaces
    .flatMap(({ family, faces }) =>
      faces.map(
        ({ weight, file }) =>
          `@font-face { font-family: '${family}'; font-weight: ${weight}; font-display: block; ` +
          `src: url('${file}.${format}') format('${formatNames[format]}'); }\n`,
      ),
    )
    .join('');
}

/**
 * Puts the font files and fonts.css into out/renderer/fonts. Compressing a face takes half a minute
 * once; the result is kept in the cache folder.
 * @param {string} projectFolder @param {FontFormat} format @param {(line: string) => void} say
 * @returns {Promise<{ family: string, file: string, bytes: number }[]>}
 */
export async function provideFonts(projectFolder, format, say) {
  const absent = absentTypefaces(projectFolder);
  const present = readTypefaces(projectFolder).filter(
    ({ family }) => !absent.some((each) => each.family === family),
  );
  for (const typeface of absent) {
    if (!typeface.debianPackage)
      throw new Error(`The font ${typeface.name} is missing. Run: npm ci`);
    say(`Left out: ${typeface.name}. To include it: apt-get install ${typeface.debianPackage}`);
  }

  const folder = join(projectFolder, 'out/renderer/fonts');
  mkdirSync(folder, { recursive: true });
  const waiting = present.flatMap(({ family, faces }) =>
    faces.map((face) => ({ family, ...face })),
  );
  const wanted = new Set(['fonts.css', ...waiting.map(({ file }) => `${file}.${format}`)]);
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name));

  /** @type {{ family: string, file: string, bytes: number }[]} */
  const placed = [];
  await Promise.all(
    Array.from({ length: compressionsAtOnce }, async () => {
      for (let face = waiting.shift(); face; face = waiting.shift()) {
        const source = locate(projectFolder, face.source);
        const file = format === 'ttf' ? source : await compressed(source, face.file, say);
        const place = join(folder, `${face.file}.${format}`);
        placeFile(file, place);
        placed.push({ family: face.family, file: face.file, bytes: statSync(place).size });
      }
    }),
  );
  writeFileSync(join(folder, 'fonts.css'), fontFaceRules(present, format));
  return placed.sort((one, other) => one.file.localeCompare(other.file));
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
 * The woff2 of a font, from the cache or made now.
 * @param {string} source @param {string} name @param {(line: string) => void} say
 */
async function compressed(source, name, say) {
  const digest = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 24);
  const folder = join(cacheFolder(), 'woff2');
  const kept = join(folder, `${digest}.woff2`);
  if (existsSync(kept)) return kept;
  mkdirSync(folder, { recursive: true });
  const started = Date.now();
  const work = `${kept}.${process.pid}`;
  await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'compress-font.mjs'),
    source,
    work,
  ]);
  renameSync(work, kept);
  say(`Compressed ${name} in ${Math.round((Date.now() - started) / 1000)} s.`);
  return kept;
}
