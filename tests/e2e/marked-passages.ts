import type { Page } from '@playwright/test';
import type { Annotation, Ink } from '../../archive/model/annotation.ts';
import type { Article } from '../../archive/model/article.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { describe } from '../../archive/text/anchor/describe.ts';

/** An annotation on words of a story, as the reader's own tools make it. */
export function markedPassage(
  archiveId: string,
  article: Article,
  words: string,
  count: number,
  more: Partial<Annotation> & { readonly ink?: Ink } = {},
): Annotation {
  const text = canonicalText(article);
  const start = text.indexOf(words);
  const selectors = describe(text, { start, end: start + words.length });
  if (start < 0 || selectors === null) throw new Error(`${article.id} does not hold ${words}`);
  const time = new Date(Date.UTC(2026, 0, 1, 0, 0, count)).toISOString();
  const { ink = 'qing', ...given } = more;
  return {
    id: `urn:uuid:00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    target: {
      kind: 'passage',
      archiveId,
      articleId: article.id,
      articleVersion: article.version,
      textDigest: article.textDigest,
      selectors,
    },
    motivations: ['highlighting'],
    mark: { ink, style: 'fill' },
    note: '',
    tags: [],
    created: time,
    modified: time,
    ext: {},
    ...given,
  };
}

/** Puts annotations into the reader through its journal; they are there after the reload. */
export async function keepAnnotations(
  page: Page,
  annotations: readonly Annotation[],
): Promise<void> {
  await page.evaluate(async (list) => {
    await window.guzhi?.request.saveUserData(
      list.map((value) => ({ store: 'annotations' as const, key: value.id, value })),
    );
  }, annotations);
  await page.reload();
}
