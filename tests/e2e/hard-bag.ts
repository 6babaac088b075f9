import type { Article } from '../../archive/model/article.ts';
import type { Block } from '../../archive/model/block.ts';
import { bagZip, madeArticle, madeContent, madeIssue } from '../fixtures/made-bag.ts';
import { pngFront } from '../fixtures/pictures.ts';

/** A bag of one day whose records and proportions are as awkward as the format lets them be. */

export const hostileHeadline =
  '<script>window.struck = 1</script><img src="x" onerror="window.struck = 2">老渡口';
export const hostileLink = '[点这里](javascript:window.struck=3) file:///etc/passwd';
export const unknownText = '这一种块是后来才有的，文字照样看得见。';
/** 200 characters. */
export const longHeadline = '江水又涨渡口停航两岸居民改走新桥'.repeat(13).slice(0, 200);
const sentence = '渡口的早班船准时离岸，江面上有薄雾，对岸的钟楼敲了七下。';
/** 100,000 characters in 500 paragraphs. */
export const longParagraphs = Array.from({ length: 500 }, (_, index) =>
  `第${String(index + 1)}段。${sentence.repeat(8)}`.slice(0, 200).padEnd(200, '水'),
);
export const crowdedPage = '2';
export const emptyPage = '17';

function paragraphs(texts: readonly string[]): Block[] {
  return texts.map((text, index) => ({ id: `b${String(index + 1)}`, type: 'paragraph', text }));
}

function on(page: string, order: number, change: Partial<Article>): Partial<Article> {
  return { page: { number: page, name: '试版' }, order, ...change };
}

function figure(id: string, media: string): Block {
  return { id, type: 'figure', media, caption: media, credit: '' };
}

function hostileBody(): Block[] {
  const unknown: Block = {
    id: 'b2',
    type: 'unknown',
    originalType: 'hologram',
    text: unknownText,
  };
  return [
    ...paragraphs([hostileLink]),
    unknown,
    figure('b3', 'media/none.jpg'),
    figure('b4', 'media/huge.png'),
    figure('b5', 'media/page.jpg'),
    figure('b6', 'media/script.svg'),
    figure('b7', 'media/ferry.svg'),
  ];
}

/** The record as a later format would have it, with a type of block that is not known yet. */
function asLaterFormat(article: Article): unknown {
  const body = article.body.map((block) =>
    block.type === 'unknown' ? { id: block.id, type: block.originalType, text: block.text } : block,
  );
  return { ...article, body };
}

/** Stories of every length that a crowded page may have. */
function crowd(): Article[] {
  return Array.from({ length: 60 }, (_, index) =>
    madeArticle(
      100 + index,
      on(crowdedPage, index + 1, {
        headline: `第${String(index + 1)}条${'江边消息'.repeat(index % 5)}`,
        body: paragraphs([sentence.repeat(1 + ((index * 7) % 12))]),
      }),
    ),
  );
}

export function hardBag(): Buffer {
  const good = madeArticle(9, on('40', 1, { headline: '末版一条' }));
  const incomplete = { ...madeArticle(8), headline: undefined };
  const impossible = madeArticle(7, {
    issue: { id: '2019-02-30', date: '2019-02-30', number: '' },
  });
  const articles = [
    asLaterFormat(madeArticle(1, on('1', 1, { headline: hostileHeadline, body: hostileBody() }))),
    madeArticle(2, on('1', 2, { headline: longHeadline, body: paragraphs([sentence]) })),
    madeArticle(
      3,
      on('1', 3, {
        headline: '',
        byline: [],
        body: paragraphs(['。']),
        provenance: {
          source: 'made for a test',
          method: 'ocr',
          problems: [{ code: 'smudged', blockId: 'b1', confidence: 0.4, reason: '接缝可疑' }],
        },
      }),
    ),
    madeArticle(4, on('1', 4, { headline: '十万字', body: paragraphs(longParagraphs) })),
    madeArticle(5, on('Ａ０３・附', 1, { headline: '怪版号', body: paragraphs([sentence]) })),
    ...crowd(),
    good,
    incomplete,
    impossible,
  ];
  const numbers = Array.from({ length: 40 }, (_, index) => String(index + 1));
  numbers[20] = 'Ａ０３・附';
  return bagZip(
    madeContent({
      description: { 'dcterms:title': '难报' },
      issues: [madeIssue({ pages: numbers.map((number) => ({ number, name: '试版' })) })],
      articles,
      payload: {
        'data/media/huge.png': pngFront(20_000, 20_000),
        'data/media/page.jpg': Buffer.from('<!doctype html><script>window.struck = 4</script>'),
        'data/media/script.svg': Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>top.struck = 5</script></svg>',
        ),
      },
    }),
  );
}
