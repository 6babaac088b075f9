import { memo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../archive/model/annotation.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { firstBlocks } from '../components/note-words.ts';
import { dayOfMoment, interfaceDate } from '../i18n/dates.ts';
import { PrintedWords } from '../script/printed-words.tsx';
import { quoteOf, type ListedNote, type NoteGroup } from './arrange-notes.ts';

const longestQuote = 400;

const shownNotes = new WeakMap<Annotation, string>();

/** Read as Markdown once, however often it comes into sight. */
function shownNote(annotation: Annotation): string {
  const known = shownNotes.get(annotation) ?? firstBlocks(annotation.note);
  shownNotes.set(annotation, known);
  return known;
}

/** The head of a group: a story or page with its source, a tag, or a newspaper that is not loaded. */
export const GroupHead = memo(function GroupHead({
  group,
  paper,
  isOfTag,
}: {
  group: NoteGroup;
  /** The newspaper's title and language; null where it is not loaded. */
  paper: { readonly title: string; readonly language: string } | null;
  isOfTag: boolean;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const { place, name, notes } = group;
  const headline = place?.headline.replaceAll('\n', '　') ?? '';
  let title: ReactNode;
  if (isOfTag) title = name === '' ? t('notes.untagged') : displayText(`#${name}`);
  else if (place === undefined) title = t('notes.notLoaded');
  else if (place.articleId === null) {
    title = place.page === '' ? '' : t('notes.page', { page: place.page });
  } else {
    title = (
      <PrintedWords
        text={headline === '' ? t('article.untitled') : headline}
        language={place.language}
      />
    );
  }
  return (
    <>
      <h2>{title}</h2>
      {paper !== null && place !== undefined && (
        <span className="source">
          <PrintedWords text={paper.title} language={paper.language} />
          {' · '}
          {interfaceDate(place.date, i18n.language as InterfaceLanguage)}
          {place.page !== '' && ` · ${t('notes.page', { page: place.page })}`}
        </span>
      )}
      <span className="count">{notes.length}</span>
    </>
  );
});

/** A note in the list: its quotation, what was written, its tags and its time. */
export const NoteView = memo(function NoteView({
  note,
  children,
}: {
  note: ListedNote;
  /** What can be done with it. */
  children: ReactNode;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const { annotation, place } = note;
  const { target, mark, tags, correctedReading, modified, created, ext } = annotation;
  const language = place?.language ?? 'zh-Hans';
  const quote = quoteOf(annotation);
  const day = (at: string): string => dayOfMoment(at, i18n.language);
  return (
    <>
      <span
        className="ink"
        data-ink={mark?.ink}
        data-style={mark?.style}
        title={mark && t(`notes.ink.${mark.ink}`)}
      />
      <div className="words">
        {quote !== '' && (
          <blockquote>
            <PrintedWords
              text={quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote}
              language={language}
            />
          </blockquote>
        )}
        {target.kind === 'article' && <p className="whole">{t('notes.wholeStory')}</p>}
        {(target.kind === 'page' || target.kind === 'issue') && (
          <p className="whole">{t('notes.wholePage')}</p>
        )}
        {correctedReading !== undefined && (
          <p className="reading">
            {t('notes.corrected')} <b lang={language}>{displayText(correctedReading)}</b>
          </p>
        )}
        {annotation.note !== '' && <p className="note">{shownNote(annotation)}</p>}
      </div>
      <div className="facts">
        {tags.length > 0 && (
          <span className="tags">{displayText(tags.map((tag) => `#${tag}`).join(' '))}</span>
        )}
        <span>
          {day(created)}
          {modified.slice(0, 10) !== created.slice(0, 10) &&
            ` · ${t('notes.edited', { date: day(modified) })}`}
        </span>
        {'guzhi:conflictOf' in ext && <span className="doubt">{t('notes.conflict')}</span>}
        {children}
      </div>
    </>
  );
});
