import { describe, expect, test } from 'vitest';
import { findPage } from '../../../../renderer/library/read-page.ts';
import type { AskedPage } from '../../../../renderer/library/place-reading.ts';

const number = (asked: string): AskedPage => ({ kind: 'number', number: asked });

describe('the page that is meant', () => {
  test.each<[pages: string[], asked: string, found: string | undefined]>([
    [['1', '2', '3'], '3', '3'],
    [['1', '2', '3'], '4', undefined],
    [['01', '02'], '2', '02'],
    [['第一張', '第二張'], '2', '第二張'],
    [['第一版', '第二版'], '2', '第二版'],
    [['A01', 'A02', 'B01'], 'A2', 'A02'],
    [['A01', 'A02', 'B01'], 'A02', 'A02'],
    [['A01', 'A02', 'B01'], '2', 'A02'],
    [['A01', 'A02', 'B01'], '1', undefined],
    [['1', '2', '增刊'], '增刊', '增刊'],
    [['１', '２'], '2', '２'],
  ])('among %j for %s', (pages, asked, found) => {
    expect(findPage(pages, number(asked), null)).toBe(found);
  });

  test('counts steps from the page that is open, and finds the last', () => {
    const pages = ['1', '2', '3'];
    expect(findPage(pages, { kind: 'step', by: 1 }, '1')).toBe('2');
    expect(findPage(pages, { kind: 'step', by: 1 }, '3')).toBeUndefined();
    expect(findPage(pages, { kind: 'step', by: -1 }, '1')).toBeUndefined();
    expect(findPage(pages, { kind: 'step', by: 1 }, null)).toBe('2');
    expect(findPage(pages, { kind: 'last' }, null)).toBe('3');
  });
});
