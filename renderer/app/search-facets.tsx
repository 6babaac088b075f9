import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Genre } from '../../archive/model/article.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import type { SearchAnswer } from '../database/search-messages.ts';
import { FacetList } from '../library/facet-list.tsx';
import {
  searchFacets,
  toggledFacet,
  type SearchFacet,
  type SearchFilter,
} from '../location/search-place.ts';
import { Timeline } from '../search/timeline.tsx';

/** The left column of a search: its years, and what it can be narrowed down by. */
export function SearchFacets({
  answer,
  filter,
  paperOf,
  interfaceLanguage,
  onFilter,
  children,
}: {
  answer: SearchAnswer | null;
  filter: SearchFilter;
  paperOf: (archiveId: string) => string;
  interfaceLanguage: InterfaceLanguage;
  onFilter: (filter: SearchFilter) => void;
  children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const [needles, setNeedles] = useState<Readonly<Partial<Record<SearchFacet, string>>>>({});
  const wordsOf = (facet: SearchFacet, name: string): string => {
    if (facet === 'archives') return paperOf(name);
    return facet === 'genres' ? t(`genre.${name as Genre}`) : name;
  };
  return (
    <aside className="side left facets" aria-label={t('contents.filters')}>
      {answer !== null && (
        <Timeline
          years={answer.years}
          from={filter.from}
          to={filter.to}
          onRange={(range) => {
            onFilter({ ...filter, ...range });
          }}
        />
      )}
      {answer !== null &&
        searchFacets.map((facet) => {
          const values = answer.facets[facet];
          const needle = needles[facet] ?? '';
          const chosen: readonly string[] = filter[facet];
          const choices = values
            .map(({ name, count }) => ({
              value: name,
              words: wordsOf(facet, name),
              count,
              isChosen: chosen.includes(name),
            }))
            .filter(({ words, isChosen }) => isChosen || words.includes(needle));
          return (
            <FacetList
              key={facet}
              title={facet === 'archives' ? t('search.papers') : t(`contents.facet.${facet}`)}
              language={facet === 'genres' ? interfaceLanguage : 'zh'}
              choices={choices}
              found={choices.length}
              distinct={values.length}
              needle={needle}
              onNeedle={(next) => {
                setNeedles({ ...needles, [facet]: next });
              }}
              onToggle={(value) => {
                onFilter(toggledFacet(filter, facet, value));
              }}
            />
          );
        })}
      {children}
    </aside>
  );
}
