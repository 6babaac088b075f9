import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NoteText } from '../../../../renderer/annotation/note-text.tsx';
import { firstBlocks, firstLine, firstWords } from '../../../../renderer/components/note-words.ts';

const shown = (note: string): string => renderToStaticMarkup(createElement(NoteText, { note }));

const allowed =
  /^<\/?(?:div|p|bdi|strong|em|ul|ol|li|blockquote|pre|code|br|hr|span)(?: (?:class|start)="[\w -]*")*\/?>$/;

/** Every tag in the markup is one of ours, and none has an address. */
function isHarmless(markup: string): boolean {
  return (markup.match(/<[^>]*>/g) ?? []).every((tag) => allowed.test(tag));
}

describe('a note', () => {
  test('is set as Markdown says', () => {
    expect(shown('**甲**与*乙*\n\n- 一\n- 二')).toBe(
      '<div class="note-text"><p><strong>甲</strong>与<em>乙</em></p><ul><li><p>一</p></li><li><p>二</p></li></ul></div>',
    );
  });

  test('says where links lead and leads nowhere', () => {
    expect(shown('[看](https://example.org/a)')).toContain(
      '看<span class="note-address">⟨https://example.org/a⟩</span>',
    );
    expect(shown('![图](file:///etc/passwd)')).toContain('⟨file:///etc/passwd⟩');
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '![x](https://example.org/x.png)',
    '<a href="https://example.org">x</a>',
    '[x]: https://example.org "y"\n\n[x]',
    '\u202e\u2066abc',
    'a\u0000b\u0007\ud800',
    'z\u0337\u034d\u035d'.repeat(500),
    '👩‍👩‍👧‍👦🏳️‍🌈',
    `${'> '.repeat(2_000)}x`,
    '*'.repeat(5_000),
    '['.repeat(9_000),
    `${'- '.repeat(1_500)}x`,
    'x'.repeat(1_000_000),
    '<!-- --> &lt;b&gt; &#60;b&#62;',
    '```html\n<iframe src=//x>\n```',
  ])('is shown without harm: %j', (note) => {
    expect(isHarmless(shown(note))).toBe(true);
    expect(shown(note)).not.toMatch(/[\u0000\ud800](?![\udc00-\udfff])/);
  });

  test('of any characters is shown without harm', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '!',
      '*',
      '_',
      '`',
      '\n',
      '#',
      '&',
      '"',
      'a',
      '甲',
      ' ',
      'javascript:',
      '|',
      '-',
      '\u0000',
      '\u202e',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        expect(isHarmless(shown(parts.join('')))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('folded, is its first words in one line', () => {
    expect(firstLine('  甲\n\n乙\t丙\u0000 ')).toBe('甲 乙 丙␀');
    expect(firstWords('**甲**与[乙](https://example.org)')).toBe('甲与乙');
  });

  test.each([
    ['# 标题\n\n甲**乙**\n\n- 一\n- 二\n\n> 引', '标题\n甲乙\n一\n二\n引'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['甲<b>乙</b>(丙)~|', '甲<b>乙</b>(丙)~|'],
    ['甲\n\n```\na < b\n```', '甲\na < b'],
    ['[x](javascript:alert(1))', 'x'],
    ['\n\n \n', ''],
  ])('in a list, is its beginning, a block a line: %j', (note, words) => {
    expect(firstBlocks(note)).toBe(words);
  });
});
