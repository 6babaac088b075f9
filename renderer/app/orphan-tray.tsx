import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import type { AnnotationTarget } from '../../archive/model/annotation.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { firstBlocks } from '../components/note-words.ts';
import type { UndoNotice } from '../components/undo-notice.tsx';
import type { AllNotes } from '../database/all-notes.ts';
import { deleteBookmarks, listBookmarks } from '../database/bookmarks.ts';
import type { LostPlace } from '../database/lost-places.ts';
import { keepUnplaced, settlePlace, trashNotes } from '../database/note-changes.ts';
import type { Undo } from '../database/saving-with-undo.ts';
import { goTo } from '../location/use-location.ts';
import { PrintedWords } from '../script/printed-words.tsx';
import { choosePlace } from './choosing-place.tsx';
import { NoNotes } from './no-notes.tsx';
import { openTarget, placeOfTarget, readTargetArticle } from './open-target.ts';

interface Entry {
  readonly lost: LostPlace;
  readonly target: AnnotationTarget;
  readonly note: string;
  readonly isBookmark: boolean;
  readonly toTrash: () => Promise<Undo>;
}

interface Context {
  readonly headline: string;
  readonly language: string;
  readonly before: string;
  readonly passage: string;
  readonly after: string;
}

const around = 24;

async function readContext({ proposal }: LostPlace): Promise<Context | null> {
  if (proposal === null) return null;
  const article = await readTargetArticle(proposal.target);
  if (!article) return null;
  const text = canonicalText(article);
  const { start, end } = proposal.range ?? { start: 0, end: 0 };
  return {
    headline: article.headline.replaceAll('\n', '　'),
    language: article.language,
    before: text.slice(Math.max(0, start - around), start),
    passage: text.slice(start, end),
    after: text.slice(end, end + around),
  };
}

function quoteOf(target: AnnotationTarget): string {
  return target.kind === 'passage' ? (target.selectors.quote?.exact ?? '') : '';
}

function Proposal({ lost }: { lost: LostPlace }): ReactElement {
  const { t } = useTranslation();
  const [context, setContext] = useState<Context | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void readContext(lost).then((read) => {
      if (isCurrent) setContext(read);
    });
    return () => {
      isCurrent = false;
    };
  }, [lost]);
  if (lost.proposal === null) return <p className="proposal">{t('tray.noProposal')}</p>;
  const percent = `${Math.round(lost.proposal.confidence * 100)}%`;
  return (
    <p className="proposal">
      <b>{t('tray.proposal', { percent })}</b>{' '}
      {context !== null && (
        <>
          <PrintedWords text={context.headline} language={context.language} />
          <span className="context">
            …<PrintedWords text={context.before} language={context.language} />
            <mark>
              <PrintedWords text={context.passage} language={context.language} />
            </mark>
            <PrintedWords text={context.after} language={context.language} />…
          </span>
        </>
      )}
    </p>
  );
}

function useEntries(notes: AllNotes): readonly Entry[] {
  const bookmarks = useLiveQuery(listBookmarks) ?? [];
  const byId = new Map(notes.notes.map((each) => [each.id, each]));
  return [...notes.lost.values()].flatMap((lost): Entry[] => {
    const annotation = byId.get(lost.id);
    if (annotation) {
      const { target, note } = annotation;
      return [{ lost, target, note, isBookmark: false, toTrash: () => trashNotes([annotation]) }];
    }
    const bookmark = bookmarks.find(({ id }) => id === lost.id);
    if (!bookmark) return [];
    const { target, title } = bookmark;
    return [
      { lost, target, note: title, isBookmark: true, toTrash: () => deleteBookmarks([bookmark]) },
    ];
  });
}

/** Notes and bookmarks without a place: why, where they might belong, and what can be done. */
export function OrphanTray({
  notes,
  notice,
}: {
  notes: AllNotes;
  notice: UndoNotice;
}): ReactElement {
  const { t } = useTranslation();
  const entries = useEntries(notes);
  if (entries.length === 0) {
    return <NoNotes view="orphans" isNarrowed={false} onClear={() => undefined} />;
  }

  async function choose({ lost, target, note }: Entry): Promise<void> {
    const place =
      (lost.proposal && (await placeOfTarget(lost.proposal.target))) ??
      (await placeOfTarget(target));
    const quote = quoteOf(target);
    choosePlace({ lost, words: quote === '' ? note : quote });
    if (lost.proposal !== null) await openTarget(lost.proposal.target);
    else if (place !== null) goTo(place);
    else goTo({ screen: 'library' });
  }
  return (
    <ol className="tray">
      {entries.map((entry) => {
        const { lost, target, note, isBookmark, toTrash } = entry;
        const { proposal } = lost;
        const quote = quoteOf(target);
        const language =
          notes.archives.get(lost.archiveId)?.description.defaults.language ?? 'zh-Hans';
        const settle = (words: string, doing: Promise<Undo>): void => {
          void doing.then((undo) => {
            notice.say(words, undo);
          });
        };
        return (
          <li key={lost.id}>
            {isBookmark && <span className="kind">{t('tray.bookmark')}</span>}
            {quote !== '' && (
              <blockquote>
                <PrintedWords text={quote.slice(0, 300)} language={language} />
              </blockquote>
            )}
            {note !== '' && <p className="note">{firstBlocks(note)}</p>}
            <p className="reason">{t(`tray.reason.${lost.reason}`)}</p>
            <Proposal lost={lost} />
            <p className="actions">
              {proposal !== null && (
                <>
                  <button
                    type="button"
                    className="button primary"
                    onClick={() => {
                      settle(t('tray.accepted'), settlePlace(lost, proposal.target));
                    }}
                  >
                    {t('tray.accept')}
                  </button>
                  <button
                    type="button"
                    className="button"
                    onClick={() => void openTarget(proposal.target)}
                  >
                    {t('tray.look')}
                  </button>
                </>
              )}
              {target.kind === 'passage' && (
                <button type="button" className="button" onClick={() => void choose(entry)}>
                  {t('tray.choose')}
                </button>
              )}
              <button
                type="button"
                className="button"
                onClick={() => {
                  settle(t('tray.kept'), keepUnplaced(lost));
                }}
              >
                {t('tray.keep')}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => {
                  settle(t('tray.trash'), toTrash());
                }}
              >
                {t('tray.trash')}
              </button>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
