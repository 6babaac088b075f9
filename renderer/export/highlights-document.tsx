import type { ReactElement } from 'react';
import { headlineOf, Quotation } from './document-quotation.tsx';
import { firstOfStories } from './first-of-stories.ts';
import type { HighlightsDocumentProps } from './highlights-document-props.ts';
import type { QuotationGroup } from './group-quotations.ts';
import type { QuotationRecord } from './quotation-record.ts';

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
}: HighlightsDocumentProps & { numberOf: NumberOf }): ReactElement {
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

type NumberOf = (record: QuotationRecord) => number;

/** Numbers from 1 in the order of the groups; a quotation keeps its number in every group. */
export function numbering(groups: readonly QuotationGroup[]): NumberOf {
  const numbers = new Map<string, number>();
  for (const { records } of groups) {
    for (const { annotation } of records) {
      if (!numbers.has(annotation.id)) numbers.set(annotation.id, numbers.size + 1);
    }
  }
  return ({ annotation }) => numbers.get(annotation.id) ?? 0;
}

/** What stands before the quotations: the title page and the contents. */
export function DocumentFront(
  props: HighlightsDocumentProps & { numberOf: NumberOf },
): ReactElement {
  return (
    <>
      <TitlePage {...props} />
      <Contents {...props} />
    </>
  );
}

/** The quotations of one group, which is the one at `index`. */
export function DocumentGroup({
  group,
  index,
  numberOf,
  ...props
}: HighlightsDocumentProps & {
  group: QuotationGroup;
  index: number;
  numberOf: NumberOf;
}): ReactElement {
  const firsts = new Set(firstOfStories(group.records));
  return (
    <section className="group" id={`g${index + 1}`}>
      <h2>{props.groupTitle(group)}</h2>
      {group.records.map((record) => (
        <Quotation
          key={record.annotation.id}
          {...props}
          record={record}
          number={numberOf(record)}
          id={anchorOf(index, numberOf(record))}
          isFirst={firsts.has(record)}
        />
      ))}
    </section>
  );
}

/** The quotations of a scope as a document of A4 sheets; the same for the preview and for print. */
export function HighlightsDocument(props: HighlightsDocumentProps): ReactElement {
  const numberOf = numbering(props.groups);
  return (
    <div className="pdf-document">
      <DocumentFront {...props} numberOf={numberOf} />
      {props.groups.map((group, index) => (
        <DocumentGroup key={index} {...props} group={group} index={index} numberOf={numberOf} />
      ))}
    </div>
  );
}
