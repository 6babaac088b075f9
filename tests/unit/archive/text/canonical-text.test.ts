import { describe, expect, test } from 'vitest';
import type { Article } from '../../../../archive/model/article.ts';
import { canonicalSegments, canonicalText } from '../../../../archive/text/canonical-text.ts';
import { textDigest } from '../../../../archive/text/text-digest.ts';

const article = {
  kicker: '',
  headline: '老渡口\n送走最后一班船',
  deck: '',
  byline: [
    { name: '闻一舟', role: 'reporter', label: '本报记者' },
    { name: '柳汀', role: 'correspondent', label: '' },
  ],
  body: [
    { id: 'b1', type: 'paragraph', text: '汽笛响了。' },
    { id: 'b2', type: 'separator' },
    {
      id: 'b3',
      type: 'table',
      headerRows: 1,
      rows: [
        ['站', '水位'],
        ['东津', ''],
      ],
    },
    { id: 'b4', type: 'figure', media: 'media/a.svg', caption: '末班船。', credit: '白露 摄' },
  ],
} satisfies Pick<Article, 'kicker' | 'headline' | 'deck' | 'byline' | 'body'>;

describe('canonical text', () => {
  test('joins the printed segments in order and leaves out what is empty', () => {
    expect(canonicalText(article)).toBe(
      '老渡口\n送走最后一班船\n本报记者　闻一舟　柳汀\n汽笛响了。\n站\n水位\n东津\n末班船。\n白露 摄',
    );
  });

  test('every segment stands at its own offset', () => {
    const text = canonicalText(article);
    for (const segment of canonicalSegments(article)) {
      expect(text.slice(segment.start, segment.start + segment.text.length)).toBe(segment.text);
    }
  });

  test('the digest is SHA-256 of the UTF-8 bytes', () => {
    expect(textDigest('abc')).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
