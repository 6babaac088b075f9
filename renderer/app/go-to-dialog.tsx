import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { Dialog } from '../components/dialog.tsx';
import { listArchives, type ArchiveRecord } from '../database/archives.ts';
import { latestIssue } from '../database/issues.ts';
import { interfaceDate } from '../i18n/dates.ts';
import { parsePlace } from '../library/parse-place.ts';
import type { PlaceContext } from '../library/place-reading.ts';
import { PlaceOptions } from '../library/place-options.tsx';
import { placeWords } from '../library/place-words.ts';
import type { Location } from '../location/location.ts';
import { goToOptions, type GoToAnswer, type OpenPlace } from './go-to-options.ts';

interface Offer {
  readonly archives: readonly ArchiveRecord[];
  readonly archive: ArchiveRecord | undefined;
  /** Where steps and half dates start: what is open, or else the newest issue. */
  readonly start: OpenPlace | null;
}

async function startOf(archive: ArchiveRecord, open: OpenPlace | null): Promise<OpenPlace | null> {
  if (open?.archiveId === archive.id) return open;
  const issue = await latestIssue(archive);
  return issue === undefined
    ? null
    : { archiveId: archive.id, issueId: issue.id, date: issue.date, page: null };
}

async function readOffer(archiveId: string | null, open: OpenPlace | null): Promise<Offer> {
  const archives = await listArchives();
  const newest = archives.toSorted((a, b) =>
    (b.coverage.at(-1)?.date ?? '').localeCompare(a.coverage.at(-1)?.date ?? ''),
  )[0];
  const archive = archives.find((each) => each.id === archiveId) ?? newest;
  return {
    archives,
    archive,
    start: archive === undefined ? null : await startOf(archive, open),
  };
}

function contextOf(archive: ArchiveRecord, start: OpenPlace | null): PlaceContext {
  const years = [archive.coverage[0], archive.coverage.at(-1)].map((day) =>
    Number(day?.date.slice(0, 4)),
  );
  const [first = NaN, last = NaN] = years;
  return {
    date: start?.date.slice(0, 10) ?? null,
    calendar: archive.description.defaults.calendar,
    years: Number.isNaN(first) || Number.isNaN(last) ? null : { first, last },
  };
}

/** A date or a page is typed; what is understood, and where it leads, shows at once. */
export function GoToDialog({
  open,
  archiveId,
  onGo,
  onClose,
}: {
  /** What is open, where an issue is. */
  open: OpenPlace | null;
  /** The archive that is looked at; null in the library. */
  archiveId: string | null;
  onGo: (location: Location) => void;
  onClose: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const language = i18n.language as InterfaceLanguage;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosenId, setChosenId] = useState(archiveId);
  const [at, setAt] = useState({ option: 0, typed: '' });
  const offer = useLiveQuery(() => readOffer(chosenId, open), [chosenId, open?.issueId]);
  const archive = offer?.archive;
  const start = offer?.start ?? null;
  const parsed = archive === undefined ? null : parsePlace(typed, contextOf(archive, start));
  const found = useLiveQuery(async () => {
    if (parsed === null || archive === undefined) return undefined;
    const others = (offer?.archives ?? []).filter((each) => each !== archive);
    return {
      typed,
      archiveId: archive.id,
      answer: await goToOptions(parsed, archive, others, start),
    };
  }, [typed, offer]);
  const isCurrent = found?.typed === typed && found.archiveId === archive?.id;
  const answer: GoToAnswer = found?.answer ?? { options: [], gap: null, isMissing: false };
  const { options } = answer;
  const coverage = archive?.coverage ?? [];
  const selected = at.typed === typed ? Math.min(at.option, options.length - 1) : 0;
  const chosen = isCurrent ? options[selected] : undefined;
  const [best] = parsed?.readings ?? [];

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || options.length === 0) return;
    event.preventDefault();
    setAt({ option: (selected + step + options.length) % options.length, typed });
  }

  return (
    <Dialog title={t('goTo.title')} onClose={onClose}>
      <form
        className="go-to"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== undefined) onGo(chosen.location);
        }}
      >
        {(offer?.archives.length ?? 0) > 1 && (
          <label className="field">
            <span>{t('goTo.archive')}</span>
            <select
              value={archive?.id}
              onChange={(event) => {
                setChosenId(event.target.value);
              }}
            >
              {offer?.archives.map((each) => (
                <option key={each.id} value={each.id} lang={each.description.defaults.language}>
                  {each.description['dcterms:title']}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>{t('goTo.asked')}</span>
          <input
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type here
            autoFocus
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={options.length > 0}
            aria-controls={`${id}-options`}
            aria-activedescendant={chosen === undefined ? undefined : `${id}-${selected}`}
            aria-describedby={`${id}-understood`}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
            onKeyDown={onKeyDown}
          />
        </label>
        <p className="example">{t('goTo.example')}</p>
        <div className="understood" id={`${id}-understood`} aria-live="polite">
          {best === undefined ? (
            <p className="doubt">{t(`goTo.problem.${parsed?.problem ?? 'empty'}`)}</p>
          ) : (
            <>
              <p className="reading">{placeWords(best, t, language)}</p>
              {best.isLunar && <p className="doubt">{t('goTo.lunar')}</p>}
              {isCurrent && answer.isMissing && (
                <p className="doubt absent">
                  {answer.gap === null
                    ? options.length === 0
                      ? t('goTo.nothing')
                      : t('gap.unknown')
                    : [t(`gap.${answer.gap.reason}`), answer.gap.note]
                        .filter((each) => each !== '')
                        .join('　')}
                  {answer.gap === null && coverage.length > 0 && (
                    <span>
                      {t('goTo.outside', {
                        from: interfaceDate(coverage[0]?.date ?? '', language),
                        to: interfaceDate(coverage.at(-1)?.date ?? '', language),
                      })}
                    </span>
                  )}
                </p>
              )}
            </>
          )}
        </div>
        <PlaceOptions
          id={`${id}-options`}
          optionId={(index) => `${id}-${index}`}
          label={t('goTo.targets')}
          selected={selected}
          options={options.map((each) => ({
            title: each.archive.description['dcterms:title'],
            language: each.archive.description.defaults.language,
            date: each.issue.date,
            calendar: each.archive.description.defaults.calendar,
            number: each.issue.number,
            page: each.page,
            asked: each.reading.page,
            pageLack: each.pageLack,
            relation: each.relation,
            isOtherPaper: each.archive.id !== archive?.id,
            isOtherReading: each.isAlternative,
          }))}
          onChoose={(index) => {
            const target = options[index];
            if (target !== undefined) onGo(target.location);
          }}
        />
        <p className="actions">
          <button type="submit" className="button primary" disabled={chosen === undefined}>
            {t('goTo.go')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('goTo.close')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
