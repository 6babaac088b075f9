import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../i18n/dates.ts';

export interface FacetChoice {
  /** As the filter holds it. */
  readonly value: string;
  readonly words: string;
  readonly count: number;
  readonly isChosen: boolean;
}

/** Values shown before more are asked for. */
const short = 8;
/** From this many values on, looking for one is quicker than reading. */
const longList = 20;

/** One facet of a list of stories: its values with their counts, to be chosen. */
export function FacetList({
  title,
  language,
  choices,
  found,
  distinct,
  needle,
  onNeedle,
  onToggle,
}: {
  title: string;
  /** BCP 47, of the values. */
  language: string;
  choices: readonly FacetChoice[];
  /** How many values there are with the needle in them; the list may hold fewer. */
  found: number;
  distinct: number;
  needle: string;
  onNeedle: (needle: string) => void;
  onToggle: (value: string) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const [isLong, setLong] = useState(false);
  if (distinct === 0 && choices.length === 0 && needle === '') return null;
  const shown = isLong
    ? choices
    : choices.filter((choice, index) => index < short || choice.isChosen);
  const isCut = choices.length > shown.length;
  const unlisted = found - choices.length;
  return (
    <section className="facet" aria-label={title}>
      <h3 className="label">
        <b>{title}</b>
        <span>{formatCount(distinct)}</span>
      </h3>
      {(distinct > longList || needle !== '') && (
        <input
          type="search"
          aria-label={t('contents.find', { facet: title })}
          placeholder={t('contents.findPlaceholder')}
          value={needle}
          spellCheck={false}
          onChange={(event) => {
            onNeedle(event.target.value);
            setLong(true);
          }}
        />
      )}
      {choices.length === 0 && <p className="none-found">{t('contents.noneFound')}</p>}
      <ul className={isLong ? 'long' : undefined}>
        {shown.map((choice) => (
          <li key={choice.value}>
            <label>
              <input
                type="checkbox"
                checked={choice.isChosen}
                onChange={() => {
                  onToggle(choice.value);
                }}
              />
              <span className="words" lang={language}>
                {choice.words}
              </span>
              <span className="count">{formatCount(choice.count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {isLong && unlisted > 0 && (
        <p className="none-found">
          {t('contents.more', { count: unlisted, formatted: formatCount(unlisted) })}
        </p>
      )}
      {(isCut || isLong) && choices.length > short && (
        <button
          type="button"
          className="link"
          aria-expanded={isLong}
          onClick={() => {
            setLong(!isLong);
          }}
        >
          {isLong ? t('contents.fewer') : t('contents.all', { formatted: formatCount(found) })}
        </button>
      )}
    </section>
  );
}
