import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { issueDate } from '../i18n/issue-date.ts';
import { documentFacts, type DocumentWords } from './document-facts.ts';
import type { ExportChoices } from './export-choices.ts';
import { groupQuotations, orderQuotations, type QuotationGroup } from './group-quotations.ts';
import { headlineOf } from './document-quotation.tsx';
import type { HighlightsDocumentProps } from './highlights-document-props.ts';
import { inkOf } from './ink-of.ts';
import type { QuotationRecord } from './quotation-record.ts';

/** What the window lends to a document: words, languages and how things are shown. */
export interface DocumentMeans {
  readonly t: TFunction;
  readonly language: InterfaceLanguage;
  readonly shown: HighlightsDocumentProps['shown'];
  readonly noteView: (note: string) => ReactNode;
  readonly photoSource: HighlightsDocumentProps['photoSource'];
  /** EDTF, the day on which the document is made. */
  readonly today: string;
}

function titleOf(
  { key, records }: QuotationGroup,
  { grouping }: ExportChoices,
  { t, language }: DocumentMeans,
): string {
  const [first] = records;
  switch (grouping) {
    case 'none':
      return t('exporting.document.all');
    case 'tag':
      return key === '' ? t('exporting.document.noTag') : displayText(key);
    case 'ink': {
      const ink = inkOf(key);
      return ink === null ? t('exporting.document.noInk') : t(`exporting.inks.${ink}`);
    }
    case 'article':
      return key === '' || first === undefined
        ? t('exporting.document.noStory')
        : headlineOf(first, t);
    case 'issue': {
      const story = records.find(({ story: found }) => found !== null)?.story;
      if (!story)
        return first?.date === undefined || first.date === ''
          ? t('exporting.document.noStory')
          : first.date;
      const { calendar } = story.description.defaults;
      const date = issueDate(story.article.issue.date, language, calendar);
      return displayText(`${story.description['dcterms:title']}　${date}`);
    }
  }
}

/** Everything that the document is set from. */
export function documentProps(
  records: readonly QuotationRecord[],
  choices: ExportChoices,
  words: DocumentWords,
  means: DocumentMeans,
): HighlightsDocumentProps {
  const { t, language, shown, noteView, photoSource, today } = means;
  return {
    facts: documentFacts(records, choices, words, t, language, today),
    groups: groupQuotations(orderQuotations(records, choices.order), choices.grouping),
    choices,
    t,
    language,
    shown,
    noteView,
    photoSource,
    groupTitle: (group) => titleOf(group, choices, means),
  };
}
