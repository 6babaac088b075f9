import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataPackages, noticesText } from '../../../scripts/build/notices.mjs';

const projectFolder = join(import.meta.dirname, '../../..');
const packing = readdirSync(join(projectFolder, 'scripts'))
  .filter((name) => name.startsWith('pack-'))
  .map((name) => readFileSync(join(projectFolder, 'scripts', name), 'utf8'));

describe('the notices', () => {
  const text = noticesText(projectFolder, ['react']);

  it('name the packages of the bundles, the fonts and the dictionaries, each with its licence', () => {
    for (const name of dataPackages) expect(text).toContain(`Dictionary: ${name} `);
    expect(text).toContain('Package: react ');
    expect(text.match(/SIL OPEN FONT LICENSE/gi)?.length).toBeGreaterThan(1);
    expect(text).toContain('Apache License');
    expect(text).toMatch(/jieba .*\(MIT\)/);
  });

  it.each(dataPackages)('%s is read by what packs dictionaries', (name) => {
    expect(packing.some((source) => source.includes(name))).toBe(true);
  });

  it('leave out no package whose dictionaries are packed', () => {
    const folders = new Set(readdirSync(join(projectFolder, 'node_modules')));
    const read = packing
      .flatMap((source) => [...source.matchAll(/['"`/]((?:@[\w-]+\/)?[\w-]+)\/(?:dict|data)/g)])
      .map(([, name = '']) => name)
      .filter((name) => folders.has(name.split('/')[0] ?? ''));
    expect(read.length).toBeGreaterThan(0);
    expect(dataPackages).toEqual(expect.arrayContaining(read));
  });
});
