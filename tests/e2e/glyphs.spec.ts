import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readCharacterMap, writeCharacterMap } from '../../scripts/build/fonts/character-map.mjs';
import { readSfnt, writeSfnt } from '../../scripts/build/fonts/sfnt.mjs';
import { big5, bundledText, charactersOf, conversions, gb2312 } from './character-sets.ts';
import { missingGlyphs, pictures, stackFor } from './drawn-glyphs.ts';
import { expect, test } from './fixtures.ts';

const projectFolder = join(import.meta.dirname, '../..');
const languages = ['zh-Hans', 'zh-Hant', 'zh-TW', 'zh-HK', 'en'] as const;

/**
 * A font configuration that knows of one font, which has no character but the space: where there is
 * none at all, Chromium loads no font of a page either.
 */
function withoutSystemFonts(folder: string): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  const source = join(
    projectFolder,
    'node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  );
  const tables = readSfnt(readFileSync(source));
  const space = readCharacterMap(tables).get(0x20) ?? 0;
  tables.set('cmap', writeCharacterMap(new Map([[0x20, space]]), tables));
  writeFileSync(join(folder, 'space.ttf'), writeSfnt(tables));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' +
      `<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

interface Rule {
  family: string;
  source: string;
  range: string;
}

/** The @font-face rules of all style sheets in force. */
function fontFaceRules(page: Page): Promise<Rule[]> {
  return page.evaluate(() =>
    Array.from(document.styleSheets)
      .flatMap((sheet) => Array.from(sheet.cssRules))
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map(({ style, parentStyleSheet }) => {
        const source = style.getPropertyValue('src');
        const file = /url\("?([^")]+)/.exec(source)?.[1];
        return {
          family: style.getPropertyValue('font-family'),
          source: file ? new URL(file, parentStyleSheet?.href ?? location.href).href : source,
          range: style.getPropertyValue('unicode-range'),
        };
      }),
  );
}

test.describe('with no font on the system', () => {
  let window: Page;
  test.beforeEach(async ({ startReader, profileFolder }) => {
    const environment = withoutSystemFonts(join(profileFolder, 'no-fonts'));
    ({ window } = await startReader({ environment }));
    await expect(window.locator('#root > *').first()).toBeVisible();
  });

  test('every character of the archives, GB 2312 and Big5, converted or not, has a glyph', async () => {
    const { characters, marks } = gb2312();
    const { first, second } = big5();
    const archives = bundledText();
    expect([characters.length, first.length, second.length]).toEqual([6763, 5401, 7652]);
    const held = [...characters, ...marks, ...first, ...second, ...charactersOf(archives)];
    const all = new Set(held);
    for (const each of conversions(`${[...all].join('\n')}\n${archives}`)) all.add(each);
    expect(all.size).toBeGreaterThan(16_000);

    // What finds missing glyphs does find them: nothing is drawn without our own fonts.
    const some = [...all].slice(0, 100);
    expect(await missingGlyphs(window, some, '20px sans-serif')).toEqual(some);

    const missing: Record<string, string> = {};
    for (const role of ['--song', '--hei'] as const) {
      const stacks = await Promise.all(
        languages.map((language) => stackFor(window, language, role)),
      );
      for (const stack of new Set(stacks))
        for (const weight of role === '--song' ? [400, 700, 900] : [400, 500]) {
          const font = `${weight} 20px ${stack}`;
          const lacking = await missingGlyphs(window, [...all], font);
          if (lacking.length > 0) missing[font] = lacking.join('');
        }
    }
    expect(missing).toEqual({});
  });

  test('the page shows the rare characters, in each language', async () => {
    const { characters } = gb2312();
    const { first, second } = big5();
    const common = new Set([...characters, ...first, ...second]);
    const ofArchives = [...charactersOf(bundledText())].filter(
      (character) => /\p{Script=Han}/u.test(character) && !common.has(character),
    );
    const slices = (await fontFaceRules(window)).filter(({ family }) => family.includes('Rare'));
    const ofSlices = slices.flatMap(({ range }) =>
      [...range.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].flatMap(([, from, to]) =>
        [from, to ?? from].map((point) => String.fromCodePoint(parseInt(point ?? '', 16))),
      ),
    );
    const rare = [...new Set([...ofArchives, ...ofSlices])].filter((each) =>
      /\p{Script=Han}/u.test(each),
    );
    expect(ofArchives.length).toBeGreaterThan(0);
    expect(rare.length).toBeGreaterThan(100);
    for (const language of ['zh-Hans', 'zh-Hant', 'zh-HK'])
      for (const role of ['--song', '--hei'] as const) {
        const [unknown, ...shown] = await pictures(window, [' ', ...rare], language, role);
        const [nothing, ...drawn] = shown;
        const missing = rare.filter((_, index) =>
          [unknown, nothing].includes(drawn[index] ?? unknown),
        );
        expect(missing.join(''), `${language} ${role}`).toBe('');
        expect(new Set(drawn).size).toBeGreaterThan(rare.length * 0.95);
      }
  });

  test('each region gets its own shapes', async () => {
    const text = ['骨', '令', '飯', '直', '，', '門'];
    for (const role of ['--song', '--hei'] as const) {
      const mainland = await pictures(window, text, 'zh-Hans', role);
      const taiwan = await pictures(window, text, 'zh-Hant', role);
      const hongKong = await pictures(window, text, 'zh-HK', role);
      const differing = (one: string[], other: string[]): string =>
        text.filter((_, index) => one[index + 1] !== other[index + 1]).join('');
      expect(differing(mainland, taiwan)).toBe('骨令飯，');
      expect(differing(taiwan, hongKong)).toBe('骨飯直');
      expect(await pictures(window, text, 'zh-TW', role)).toEqual(taiwan);
    }
  });
});

test('punctuation is trimmed where marks meet, in every language and both typefaces', async ({
  reader,
}) => {
  const widths = await reader.window.evaluate(async () => {
    await Promise.all(['Song', 'Hei'].map((name) => document.fonts.load(`20px 'Guzhi ${name}'`)));
    return ['zh-Hans', 'zh-Hant', 'zh-HK'].flatMap((language) =>
      ['--song', '--hei'].flatMap((role) =>
        ['horizontal-tb', 'vertical-rl'].map((mode) => {
          const box = document.createElement('div');
          box.lang = language;
          box.style.cssText =
            `position:absolute;width:max-content;height:max-content;white-space:nowrap;` +
            `font:20px var(${role});writing-mode:${mode};text-indent:0;letter-spacing:0`;
          box.textContent = '『「甲」』';
          document.body.append(box);
          const { width, height } = box.getBoundingClientRect();
          box.remove();
          return { language, role, mode, length: mode === 'vertical-rl' ? height : width };
        }),
      ),
    );
  });
  expect(widths).toHaveLength(12);
  for (const { length, ...where } of widths)
    expect(Math.abs(length - 80), `${JSON.stringify(where)}: ${length}`).toBeLessThanOrEqual(1);
});

test('no font comes from anywhere but the application', async ({ reader }) => {
  const { window } = reader;
  await expect(window.locator('#root > *').first()).toBeVisible();
  const rules = await fontFaceRules(window);
  expect(rules.length).toBeGreaterThan(60);
  expect(rules.filter(({ source }) => !source.startsWith('app://reader/fonts/'))).toEqual([]);

  const loaded: string[] = [];
  window.on('requestfinished', (request) => {
    if (request.resourceType() === 'font') loaded.push(request.url());
  });
  const foreign = ['https://font.example.com/x.woff2', 'data:font/woff2;base64,d09GMg=='];
  const refused = await window.evaluate(async (addresses) => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      violations.push(`${effectiveDirective} ${blockedURI}`),
    );
    await document.fonts.load("20px 'Guzhi Rare'", '𠀀𪜀');
    for (const address of addresses)
      await new FontFace('Foreign', `url(${address})`).load().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return violations;
  }, foreign);
  expect(refused).toEqual(['font-src https://font.example.com/x.woff2', 'font-src data']);
  // The page itself may still be loading fonts of its own: those come from the application as well.
  expect(loaded.filter((address) => !address.startsWith('app://reader/fonts/'))).toEqual([]);
  expect(loaded).toEqual(
    expect.arrayContaining([
      'app://reader/fonts/HanaMinB.CJK-Unified-Ideographs-Extension-B-01.woff2',
      'app://reader/fonts/HanaMinB.CJK-Unified-Ideographs-Extension-C-1.woff2',
    ]),
  );
});
