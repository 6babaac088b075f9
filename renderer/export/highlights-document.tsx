import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { formatCitation } from '../../archive/citation/citation-style.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { issueDate } from '../i18n/issue-date.ts';
import type { DocumentFacts } from './document-facts.ts';
import type { ExportChoices } from './export-choices.ts';
import type { QuotationGroup } from './group-quotations.ts';
import { firstPhoto } from './first-photo.ts';
import type { QuotationRecord } from './quotation-record.ts';

/** What the document is made of; all of it is text, nothing is markup. */
export interface HighlightsDocumentProps {
  readonly facts: DocumentFacts;
  readonly groups: readonly QuotationGroup[];
  readonly choices: ExportChoices;
  readonly t: TFunction;
  readonly language: InterfaceLanguage;
  /** Words of the archive in the chosen script; the same words where they are shown as held. */
  readonly shown: (text: string, language: string) => { text: string; language: string };
  /** A note as it is set. */
  readonly noteView: (note: string) => ReactNode;
  readonly groupTitle: (group: QuotationGroup) => string;
  /** The address of a picture of a bag. */
  readonly mediaAddress: (bagId: string, path: string) => string;
}

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

function TitlePage({ facts, language }: HighlightsDocumentProps): ReactElement {
  return (
    <header className={language === 'en' ? 'title-page across' : 'title-page'}>
      <div className="title-words">
        <h1>{facts.title}</h1>
        {facts.subtitle !== '' && <p className="subtitle">{facts.subtitle}</p>}
      </div>
      <dl>
        {facts.rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

/** Where every group is one story, its line is enough; else each quotation has one too. */
function Contents({
  groups,
  groupTitle,
  choices,
  t,
  numberOf,
}: HighlightsDocumentProps & { numberOf: (record: QuotationRecord) => number }): ReactElement {
  return (
    <nav className="contents">
      <h2>{t('exporting.document.contents')}</h2>
      {groups.map((group, index) => (
        <section key={index}>
          <p className="group-line">
            <a href={`#g${index + 1}`}>{groupTitle(group)}</a>
            <i />
            <span data-page-of={`g${index + 1}`} />
          </p>
          <ol hidden={choices.grouping === 'article'}>
            {(choices.grouping === 'article' ? [] : group.records).map((record) => (
              <li key={record.annotation.id} lang={record.story?.article.language}>
                <a href={`#${anchorOf(index, numberOf(record))}`}>
                  <b>{numberOf(record)}</b>
                  <span>{headlineOf(record, t)}</span>
                  {record.date !== '' && <small>{record.date}</small>}
                </a>
                <i />
                <span data-page-of={anchorOf(index, numberOf(record))} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </nav>
  );
}

function anchorOf(group: number, number: number): string {
  return `g${group + 1}q${number}`;
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

function Quotation(
  props: HighlightsDocumentProps & { record: QuotationRecord; number: number; id: string },
): ReactElement {
  const { record, number, id, choices, noteView, mediaAddress } = props;
  const { annotation, story } = record;
  const photo = choices.hasPhotos && story !== null ? firstPhoto(story.article) : null;
  const hasSide = choices.hasNotes && (annotation.note !== '' || annotation.tags.length > 0);
  const ink = choices.hasColours ? (annotation.mark?.ink ?? 'none') : 'none';
  return (
    <article className="quotation" id={id}>
      <b className="number">[{number}]</b>
      <div className="quoted">
        <Passage {...props} record={record} />
        {photo !== null && story !== null && (
          <figure>
            <img src={mediaAddress(story.bagId, photo.media)} alt={displayText(photo.caption)} />
            <figcaption lang={story.article.language}>
              {displayText(photo.caption)}
              {photo.credit !== '' && <small>{displayText(photo.credit)}</small>}
            </figcaption>
          </figure>
        )}
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

/** The quotations of a scope as a document of A4 sheets; the same for the preview and for print. */
export function HighlightsDocument(props: HighlightsDocumentProps): ReactElement {
  const { groups, groupTitle } = props;
  const numbers = new Map<string, number>();
  for (const { records } of groups) {
    for (const { annotation } of records) {
      if (!numbers.has(annotation.id)) numbers.set(annotation.id, numbers.size + 1);
    }
  }
  const numberOf = ({ annotation }: QuotationRecord): number => numbers.get(annotation.id) ?? 0;
  return (
    <div className="pdf-document">
      <TitlePage {...props} />
      <Contents {...props} numberOf={numberOf} />
      {groups.map((group, index) => (
        <section key={index} className="group" id={`g${index + 1}`}>
          <h2>{groupTitle(group)}</h2>
          {group.records.map((record) => (
            <Quotation
              key={record.annotation.id}
              {...props}
              record={record}
              number={numberOf(record)}
              id={anchorOf(index, numberOf(record))}
            />
          ))}
        </section>
      ))}
    </div>
  );
}
