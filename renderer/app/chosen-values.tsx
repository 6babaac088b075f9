import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Genre } from '../../archive/model/article.ts';
import { Icon } from '../components/icon.tsx';
import { useShownLanguage, useShownText } from '../script/script-conversion.tsx';
import { facets, toggled, type ContentsFilter } from '../location/contents-filter.ts';

/** What a list is narrowed to, each part to be let go by itself. */
export function ChosenValues({
  filter,
  language,
  onFilter,
  children,
}: {
  filter: ContentsFilter;
  /** BCP 47, of the archive's names. */
  language: string;
  onFilter: (filter: ContentsFilter) => void;
  children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const shownText = useShownText();
  const shownLanguage = useShownLanguage();
  const chosen = facets.flatMap((facet) =>
    filter[facet].map((value) => ({
      key: `${facet} ${value}`,
      words: facet === 'genres' ? t(`genre.${value as Genre}`) : shownText(value, language),
      isPrinted: facet !== 'genres',
      without: toggled(filter, facet, value),
    })),
  );
  const ends = (['from', 'to'] as const).flatMap((end) => {
    const day = filter[end];
    if (day === null) return [];
    const words = `${t(`contents.${end}`)} ${day}`;
    return [{ key: end, words, isPrinted: false, without: { ...filter, [end]: null } }];
  });
  return (
    <ul className="chosen" aria-label={t('contents.chosen')}>
      {[...chosen, ...ends].map(({ key, words, isPrinted, without }) => (
        <li key={key}>
          <button
            type="button"
            className="button"
            aria-label={t('contents.remove', { name: words })}
            onClick={() => {
              onFilter(without);
            }}
          >
            <span lang={isPrinted ? shownLanguage(language) : undefined}>{words}</span>
            <Icon name="x" small />
          </button>
        </li>
      ))}
      <li>{children}</li>
    </ul>
  );
}
