import { Fragment, type ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { formatCitation } from '../../archive/citation/citation-style.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { issueDate } from '../i18n/issue-date.ts';
import type { HighlightsDocumentProps } from './highlights-document-props.ts';
import type { QuotationRecord } from './quotation-record.ts';
import { StoryPhotos } from './story-photos.tsx';

/** Text as held, its line ends kept. */
function Lines({ text }: { text: string }): ReactElement {
  return (
    <>
      {displayText(text)
        .split('\n')
        .map((line, index) => (
          <Fragment key={index}>
            {index > 0 && <br />}
            {line}
          </Fragment>
        ))}
    </>
  );
}

/** The story's headline on one line. */
export function headlineOf({ story, annotation }: QuotationRecord, t: TFunction): string {
  if (story !== null && story.article.headline !== '') {
    return displayText(story.article.headline.replaceAll('\n', '　'));
  }
  return t(
    annotation.target.kind === 'page' || annotation.target.kind === 'issue'
      ? `exporting.document.on.${annotation.target.kind}`
      : 'exporting.document.untitled',
  );
}

/** Where the passage stands and what the archive says of its text. */
function Place({ record, t, language }: HighlightsDocumentProps & { record: QuotationRecord }) {
  const { story, standing } = record;
  if (story === null) {
    return <p className="place">{t('exporting.document.notLoaded')}</p>;
  }
  const { article, description, item } = story;
  const parts = [
    description['dcterms:title'],
    issueDate(article.issue.date, language, description.defaults.calendar),
    `${t('issue.page', { page: article.page.number })}　${article.page.name}`.trim(),
    article.section,
    t(`article.provenance.${article.provenance.method}`),
    ...(description.sample ? [t('article.sample')] : []),
    ...(standing === 'verified' ? [] : [t(`exporting.document.standing.${standing}`)]),
  ].filter((part) => part !== '');
  return (
    <p className="place">
      {displayText(parts.join(' · '))} <a href={item.link}>{t('exporting.document.open')}</a>
    </p>
  );
}

function Passage({ record, ...props }: HighlightsDocumentProps & { record: QuotationRecord }) {
  const { annotation, context, story, text } = record;
  const { choices, shown, t } = props;
  if (text === '') return null;
  const language = story?.article.language ?? 'zh';
  const converted = shown(text, language);
  const ink = choices.hasColours ? (annotation.mark?.ink ?? 'none') : 'none';
  const style = annotation.mark?.style ?? 'underline';
  const isConverted = converted.text !== text;
  return (
    <>
      <blockquote lang={converted.language}>
        {choices.hasContext && context.before !== '' && (
          <span className="around">
            <Lines text={shown(context.before, language).text} />
          </span>
        )}
        <mark className={`${ink} ${style}`}>
          <Lines text={converted.text} />
        </mark>
        {choices.hasContext && context.after !== '' && (
          <span className="around">
            <Lines text={shown(context.after, language).text} />
          </span>
        )}
      </blockquote>
      {isConverted && (
        <div className="as-held">
          <span>{t('exporting.document.asHeld')}</span>
          <blockquote lang={language}>
            <Lines text={text} />
          </blockquote>
        </div>
      )}
      {choices.hasCorrections && annotation.correctedReading !== undefined && (
        <div className="reading">
          <span>{t('exporting.document.reading')}</span>
          <p lang={language}>
            <Lines text={annotation.correctedReading} />
          </p>
        </div>
      )}
    </>
  );
}

/** One quotation with its source, and the reader's note beside it. */
export function Quotation(
  props: HighlightsDocumentProps & {
    record: QuotationRecord;
    number: number;
    id: string;
    /** A story's pictures stand with its first quotation of a group. */
    isFirst: boolean;
  },
): ReactElement {
  const { record, number, id, isFirst, choices, noteView } = props;
  const { annotation, story } = record;
  const hasSide = choices.hasNotes && (annotation.note !== '' || annotation.tags.length > 0);
  const ink = choices.hasColours ? (annotation.mark?.ink ?? 'none') : 'none';
  return (
    <article className="quotation" id={id}>
      <b className="number">[{number}]</b>
      <div className="quoted">
        <Passage {...props} record={record} />
        {choices.hasPhotos && isFirst && story !== null && <StoryPhotos {...props} story={story} />}
        {story !== null && (
          <p className="citation" lang={story.article.language}>
            {displayText(formatCitation(story.item, choices.citationStyle))}
          </p>
        )}
        <Place {...props} record={record} />
      </div>
      {hasSide && (
        <aside className={`note ${ink}`}>
          {annotation.note !== '' && noteView(annotation.note)}
          {annotation.tags.length > 0 && (
            <p className="tags">
              {annotation.tags.map((tag) => `#${displayText(tag)}`).join('　')}
            </p>
          )}
        </aside>
      )}
    </article>
  );
}
