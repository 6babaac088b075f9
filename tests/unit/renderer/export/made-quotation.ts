import type { QuotationFields } from '../../../../renderer/export/quotation-fields.ts';
import { fieldNames } from '../../../../renderer/export/quotation-fields.ts';
import type { QuotationRecord } from '../../../../renderer/export/quotation-record.ts';

/** A quotation as fields, empty but for what is given. */
export function fields(given: Partial<QuotationFields>): QuotationFields {
  const empty = Object.fromEntries(fieldNames.map((name) => [name, '']));
  return { ...(empty as Record<keyof QuotationFields, string>), ...given };
}

/** A quotation of a story that is not loaded. */
export function record(
  count: number,
  given: Partial<QuotationRecord> & { readonly articleId?: string; readonly tags?: string[] } = {},
): QuotationRecord {
  const { articleId = 'urn:uuid:story', tags = [], ...more } = given;
  const time = new Date(Date.UTC(2026, 0, 1, 0, 0, count)).toISOString();
  return {
    annotation: {
      id: `urn:uuid:${String(count)}`,
      target: {
        kind: 'article',
        archiveId: 'urn:uuid:archive',
        articleId,
        articleVersion: 1,
        textDigest: '',
      },
      motivations: ['highlighting'],
      note: '',
      tags,
      created: time,
      modified: time,
      ext: {},
    },
    standing: 'verified',
    text: '字',
    start: 0,
    context: { before: '', after: '' },
    story: null,
    date: '2019-05-18',
    page: '1',
    ...more,
  };
}
