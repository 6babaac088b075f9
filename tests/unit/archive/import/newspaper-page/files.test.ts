import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../../archive/import/newspaper-page/decode-text.ts';
import { guessLanguage } from '../../../../../archive/import/newspaper-page/restored-article.ts';
import {
  readPageFileName,
  readPageFrontMatter,
} from '../../../../../archive/import/newspaper-page/page-identity.ts';

const makeDecoder = (encoding: string): TextDecoder => new TextDecoder(encoding);

/** The bytes of a text in an encoding, by asking its decoder for every pair of bytes. */
function encode(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  const bytesOf = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!bytesOf.has(character)) bytesOf.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((character) => bytesOf.get(character) ?? [0x20]));
}

describe('encodings', () => {
  const simplified = '渡轮昨天停航，两岸的居民改走新桥。船上的钟由博物馆收藏，船员转入江岸巡护队。';
  const traditional =
    '渡輪昨天停航，兩岸的居民改走新橋。船上的鐘由博物館收藏，船員轉入江岸巡護隊。';

  test('UTF-8 with and without a mark', () => {
    const bytes = new TextEncoder().encode(simplified);
    expect(decodeText(bytes, makeDecoder)).toMatchObject({ text: simplified, encoding: 'utf-8' });
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes);
    expect(decodeText(marked, makeDecoder)).toMatchObject({ text: simplified, confidence: 1 });
  });

  test('UTF-8 with one bad byte stays UTF-8, less sure', () => {
    const bytes = new TextEncoder().encode(simplified.repeat(20));
    bytes[100] = 0xff;
    const found = decodeText(bytes, makeDecoder);
    expect(found.encoding).toBe('utf-8');
    expect(found.confidence).toBeLessThan(0.9);
  });

  test.each([
    ['gb18030', simplified],
    ['big5', traditional],
  ] as const)('%s', (encoding, text) => {
    const found = decodeText(encode(text, encoding), makeDecoder);
    expect(found.encoding).toBe(encoding);
    expect(found.text).toBe(text);
    expect(found.confidence).toBeGreaterThan(0.7);
  });

  test('noise is told apart by its low confidence', () => {
    const noise = Uint8Array.from(
      { length: 600 },
      (_, at) => 0x80 + ((at * 7919 + (at >> 3) * 31) % 128),
    );
    expect(decodeText(noise, makeDecoder).confidence).toBeLessThan(0.6);
  });

  test('scripts', () => {
    expect(guessLanguage(simplified)).toBe('zh-Hans-CN');
    expect(guessLanguage(traditional)).toBe('zh-Hant-TW');
  });
});

describe('which page a file holds', () => {
  test.each([
    ['澜江日报_2019-05-18_01版.md', '澜江日报', '2019-05-18', '1'],
    ['20190518-A03.md', '', '2019-05-18', 'A03'],
    ['lanjiang-daily_20190518_p3.txt', 'lanjiang-daily', '2019-05-18', '3'],
    ['澜江日报2019年5月8日第3版.md', '澜江日报', '2019-05-08', '3'],
    ['澜江日报-1934.09.16-2.md', '澜江日报', '1934-09-16', '2'],
    ['folder/澜江日报 2019-05-18.md', '澜江日报', '2019-05-18', ''],
    ['notes.md', 'notes', '', ''],
  ])('%s', (name, publication, date, page) => {
    expect(readPageFileName(name)).toEqual({ publication, date, page, pageName: '' });
  });

  test('a day that does not exist is no date', () => {
    expect(readPageFileName('澜江日报_2019-02-30_1.md').date).toBe('');
  });

  test('by a pattern', () => {
    expect(
      readPageFileName('p03--20190518--澜江日报.md', 'p{page}--{date}--{publication}'),
    ).toEqual({
      publication: '澜江日报',
      date: '2019-05-18',
      page: '3',
      pageName: '',
    });
    expect(readPageFileName('other.md', '{publication}_{date}_{page}')).toEqual({
      publication: '',
      date: '',
      page: '',
      pageName: '',
    });
  });

  test('by front matter', () => {
    const matter = '---\npublication: 澜江日报\ndate: 2019-05-18\npage: 第2版\n---\n# 渡口\n';
    expect(readPageFrontMatter(matter)).toEqual({
      publication: '澜江日报',
      date: '2019-05-18',
      page: '2',
      pageName: '',
    });
    expect(readPageFrontMatter('# 渡口\n')).toEqual({
      publication: '',
      date: '',
      page: '',
      pageName: '',
    });
  });
});
