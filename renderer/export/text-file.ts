import type { FieldWords, QuotationFields } from './quotation-fields.ts';
import { fieldNames, quotationFields } from './quotation-fields.ts';
import { csvTable } from './csv-table.ts';
import { referenceFile, type FileFormat } from './export-files.ts';
import type { HighlightsDocumentProps } from './highlights-document-props.ts';
import { highlightsHtml } from './highlights-pdf.tsx';
import { inkOf } from './ink-of.ts';
import { markdownFile } from './markdown-template.ts';

function fieldWords({ t }: HighlightsDocumentProps): FieldWords {
  return {
    ink: (name) => {
      const ink = inkOf(name);
      return ink === null ? name : t(`exporting.inks.${ink}`);
    },
    source: (method) => t(`article.provenance.${method}`),
    standing: (standing) => t(`exporting.document.standing.${standing}`),
    sample: t('article.sample'),
  };
}

/** The quotations as fields, group by group; a quotation keeps its number in every group. */
function groupedFields(props: HighlightsDocumentProps): readonly {
  readonly title: string;
  readonly rows: readonly QuotationFields[];
}[] {
  const words = fieldWords(props);
  const numbers = new Map<string, number>();
  return props.groups.map((group) => ({
    title: props.groupTitle(group),
    rows: group.records.map((record) => {
      const { id } = record.annotation;
      if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
      const { text } = props.shown(record.text, record.story?.article.language ?? 'zh');
      return quotationFields(
        record,
        numbers.get(id) ?? 0,
        text,
        props.choices.citationStyle,
        words,
      );
    }),
  }));
}

/** A file of the quotations, whole. Rejects with `signal`'s reason when it is aborted. */
export async function textFile(
  props: HighlightsDocumentProps,
  format: FileFormat,
  template: string,
  signal?: AbortSignal,
): Promise<string> {
  switch (format) {
    case 'md':
      return markdownFile(props.facts.title, groupedFields(props), template);
    case 'csv': {
      const rows = new Map(
        groupedFields(props)
          .flatMap((group) => group.rows)
          .map((row) => [row.number, row]),
      );
      const heads = Object.fromEntries(
        fieldNames.map((name) => [name, props.t(`exporting.heads.${name}`)]),
      ) as Record<(typeof fieldNames)[number], string>;
      return csvTable([...rows.values()], heads);
    }
    case 'html':
      return highlightsHtml(props, signal);
    case 'csl':
    case 'ris':
    case 'bib':
      return referenceFile(
        props.groups.flatMap(({ records }) => records),
        format,
      );
  }
}
