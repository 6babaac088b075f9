import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTypefaces } from '../../../scripts/build/font-faces.mjs';
import { readCharacterMap } from '../../../scripts/build/fonts/character-map.mjs';
import { readGlyphs } from '../../../scripts/build/fonts/outlines.mjs';
import { mergeRegions } from '../../../scripts/build/fonts/regional-face.mjs';
import { readSfnt } from '../../../scripts/build/fonts/sfnt.mjs';

const projectFolder = join(import.meta.dirname, '../../..');
const marks = Array.from('、。，．：；？！「」『』（）《》〈〉【】〔〕—…‘’“”·');
const others = Array.from('門戶令飯骨ぁカA1 ');
const isHan = /\p{Script=Han}/u;

interface Font {
  font: harfbuzz.Font;
  characters: Map<number, number>;
  /** By glyph, a number for its drawn shape that is the same in every font. */
  shapes: number[];
}

const knownShapes = new Map<string, number>();

function fontOf(file: Buffer): Font {
  const tables = readSfnt(file);
  const shapes = readGlyphs(tables).map(({ outline }) => {
    // Glyphs are filled up with zeros to whole words or not, as each font likes.
    const shape = outline.toString('latin1').replace(/\0+$/, '');
    const known = knownShapes.get(shape) ?? knownShapes.size;
    knownShapes.set(shape, known);
    return known;
  });
  const face = new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(file)));
  return { font: new harfbuzz.Font(face), characters: readCharacterMap(tables), shapes };
}

type Direction = 'across' | 'down';
interface Setting {
  language: string;
  direction: Direction;
  feature?: string | undefined;
}

/** What is drawn and where, as one string. */
function drawn({ font, shapes }: Font, text: string, setting: Setting): string {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(
    setting.direction === 'across' ? harfbuzz.Direction.LTR : harfbuzz.Direction.TTB,
  );
  buffer.setLanguage(setting.language);
  const features = setting.feature ? [new harfbuzz.Feature(setting.feature, 1)] : [];
  harfbuzz.shape(font, buffer, features);
  const positions = buffer.getGlyphPositions();
  return buffer
    .getGlyphInfos()
    .map(({ codepoint, cluster }, index) => {
      const { xAdvance, yAdvance, xOffset, yOffset } = positions[index] ?? {};
      return [cluster, shapes[codepoint], xAdvance, yAdvance, xOffset, yOffset].join();
    })
    .join('\n');
}

const read = (source: string): Buffer => readFileSync(join(projectFolder, 'node_modules', source));

// One weight of each design: the tables that are merged are of the same make in all weights.
const merged = readTypefaces(projectFolder)
  .flatMap(({ faces }) => faces ?? [])
  .filter(({ weight }) => weight === '400')
  .flatMap((face) => (face.regions ? [{ ...face, regions: face.regions }] : []));

describe.each(merged)('$file, one face for several regions', ({ source, regions }) => {
  const originals = [
    { source, languages: ['zh-Hans', ''] },
    ...regions.map((region) => ({
      source: region.source,
      languages: region.language === 'ZHT' ? ['zh-Hant', 'zh-TW'] : ['zh-HK', 'zh-Hant-HK'],
    })),
  ];
  const fonts = new Map<string, Font>();
  let face: Font;
  beforeAll(() => {
    const others = regions.map(({ language, source: from }) => ({ language, file: read(from) }));
    face = fontOf(mergeRegions(read(source), others));
    for (const { source: from } of originals) fonts.set(from, fontOf(read(from)));
  }, 60_000);

  const cases = originals.flatMap(({ source: from, languages }) =>
    languages.map((language) => ({ from, language })),
  );
  it.each(cases)(
    'sets text in "$language" as $from does',
    ({ from, language }) => {
      const original = fonts.get(from);
      if (!original) throw new Error('The font was not read.');
      const different: string[] = [];
      const compare = (text: string, direction: Direction, feature?: string): void => {
        const setting = { language, direction, feature };
        if (drawn(face, text, setting) !== drawn(original, text, setting))
          different.push(`${text} ${direction} ${feature ?? ''}`);
      };
      for (const point of original.characters.keys()) {
        const text = String.fromCodePoint(point);
        compare(text, 'across');
        if (!isHan.test(text)) compare(text, 'down');
      }
      const beside = [...marks, ...others];
      for (const one of beside)
        for (const other of beside) {
          for (const feature of [undefined, 'halt', 'chws'])
            compare(one + other, 'across', feature);
          for (const feature of [undefined, 'vhal', 'vchw']) compare(one + other, 'down', feature);
        }
      expect(different).toEqual([]);
      expect(original.characters.size).toBeGreaterThan(20_000);
    },
    120_000,
  );

  it('has a glyph for every character of every region', () => {
    const missing = [...fonts.values()].flatMap(({ characters }) =>
      [...characters.keys()].filter((point) => !face.characters.get(point)),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['the mainland and Taiwan', '骨令，', 'zh-Hans', 'zh-Hant'],
    ['Taiwan and Hong Kong', '骨飯說', 'zh-Hant', 'zh-HK'],
  ])('draws differently what %s draw differently', (_, text, one, other) => {
    for (const character of text)
      expect(drawn(face, character, { language: one, direction: 'across' })).not.toBe(
        drawn(face, character, { language: other, direction: 'across' }),
      );
  });
});
