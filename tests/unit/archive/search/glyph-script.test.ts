import { expect, it } from 'vitest';
import { documentScripts } from '../../../../archive/search/format/document-table.ts';
import { scriptOfGlyph } from '../../../../archive/search/index/segment-builder.ts';
import { variants } from './search-material.ts';

const { neither, hans, hant } = documentScripts;

it.each([
  ['东', hans],
  ['東', hant],
  ['里', hans],
  ['裏', hant],
  ['裡', hant],
  ['渡', neither],
  // Each has a form among the radicals or the compatibility ideographs, and none in the other script.
  ['口', neither],
  ['人', neither],
  ['\u2f1d', neither],
  ['Ａ', neither],
  ['ａ', neither],
  ['，', neither],
  ['ｱ', neither],
])('%s tells of script %i', (glyph, script) => {
  expect(scriptOfGlyph(glyph.codePointAt(0) ?? 0, variants)).toBe(script);
});
