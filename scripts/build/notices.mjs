import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTypefaces } from './font-faces.mjs';

const rule = '-'.repeat(78);

/** The text of a package's own licence file; null where it has none. @param {string} folder */
function licenceText(folder) {
  const name = readdirSync(folder).find((each) =>
    /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(each),
  );
  return name ? readFileSync(join(folder, name), 'utf8').trim() : null;
}

/** @param {string} projectFolder @param {string} name */
function packageNotice(projectFolder, name) {
  const folder = join(projectFolder, 'node_modules', name);
  const { version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const holder = typeof author === 'string' ? author : author?.name;
  const text = licenceText(folder) ?? `Copyright ${holder ?? `the authors of ${name}`}`;
  return `${rule}\n${name} ${version} (${license})\n\n${text}\n`;
}

/**
 * Writes out/NOTICES.txt: the licences of all that a package holds besides our own work.
 * @param {string} projectFolder @param {readonly string[]} packages those inside the bundles
 */
export function writeNotices(projectFolder, packages) {
  const fonts = readTypefaces(projectFolder).map(
    ({ name, licence, licenceFile }) =>
      `${rule}
Font: ${name} (${licence})

${readFileSync(join(projectFolder, licenceFile), 'utf8').trim()}
`,
  );
  const text = [
    'Guzhi contains the work of others under these licences. Electron and Chromium bring theirs in the',
    'files LICENSE.electron.txt and LICENSES.chromium.html.\n',
    ...fonts,
    ...packages.map((name) => packageNotice(projectFolder, name)),
  ].join('\n');
  writeFileSync(join(projectFolder, 'out/NOTICES.txt'), text);
}
