import { formatCitation, type CitationStyle } from '../../archive/citation/citation-style.ts';
import type { Provenance } from '../../archive/model/article.ts';
import type { QuotationRecord } from './quotation-record.ts';

/** A quotation as plain fields, for tables and templates; empty where there is nothing. */
export interface QuotationFields {
  readonly number: string;
  /** As held. */
  readonly quotation: string;
  /** In the chosen script; empty where it is shown as held. */
  readonly converted: string;
  readonly before: string;
  readonly after: string;
  readonly reading: string;
  readonly note: string;
  readonly tags: string;
  readonly ink: string;
  readonly headline: string;
  readonly paper: string;
  /** EDTF. */
  readonly date: string;
  readonly page: string;
  readonly section: string;
  readonly source: string;
  readonly standing: string;
  readonly sample: string;
  readonly citation: string;
  readonly link: string;
  readonly created: string;
  readonly modified: string;
}

export const fieldNames = [
  'number',
  'quotation',
  'converted',
  'before',
  'after',
  'reading',
  'note',
  'tags',
  'ink',
  'headline',
  'paper',
  'date',
  'page',
  'section',
  'source',
  'standing',
  'sample',
  'citation',
  'link',
  'created',
  'modified',
] as const satisfies readonly (keyof QuotationFields)[];

/** Words of the interface that stand for what is not text of the archive. */
export interface FieldWords {
  readonly ink: (ink: string) => string;
  readonly source: (method: Provenance['method']) => string;
  readonly standing: (standing: QuotationRecord['standing']) => string;
  readonly sample: string;
}

export function quotationFields(
  { annotation, story, ...record }: QuotationRecord,
  number: number,
  converted: string,
  style: CitationStyle,
  words: FieldWords,
): QuotationFields {
  return {
    number: String(number),
    quotation: record.text,
    converted: converted === record.text ? '' : converted,
    before: record.context.before,
    after: record.context.after,
    reading: annotation.correctedReading ?? '',
    note: annotation.note,
    tags: annotation.tags.join(', '),
    ink: annotation.mark === undefined ? '' : words.ink(annotation.mark.ink),
    headline: story?.article.headline.replaceAll('\n', '　') ?? '',
    paper: story?.description['dcterms:title'] ?? '',
    date: record.date,
    page: record.page,
    section: story?.article.section ?? '',
    source: story === null ? '' : words.source(story.article.provenance.method),
    standing: words.standing(record.standing),
    sample: story?.description.sample === true ? words.sample : '',
    citation: story === null ? '' : formatCitation(story.item, style),
    link: story?.item.link ?? '',
    created: annotation.created,
    modified: annotation.modified,
  };
}
