import { expect, test } from 'vitest';
import { firstOfStories } from '../../../../renderer/export/first-of-stories.ts';
import type { QuotationRecord } from '../../../../renderer/export/quotation-record.ts';

function quotation(id: string, story: readonly [bagId: string, articleId: string] | null) {
  const held = story && { bagId: story[0], article: { id: story[1] } };
  return { annotation: { id }, story: held } as unknown as QuotationRecord;
}

test('the first quotation of each story, where two archives have the same id too', () => {
  const records = [
    quotation('a', ['daily', '1-01']),
    quotation('b', null),
    quotation('c', ['daily', '1-01']),
    quotation('d', ['xinbao', '1-01']),
    quotation('e', ['daily', '1-02']),
  ];
  expect(firstOfStories(records).map(({ annotation }) => annotation.id)).toEqual(['a', 'd', 'e']);
});
