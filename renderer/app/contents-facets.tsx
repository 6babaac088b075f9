import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Genre } from '../../archive/model/article.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import type { ContentsAnswer, NameOrder } from '../database/contents-query.ts';
import { FacetList } from '../library/facet-list.tsx';
import { facets, toggled, type ContentsFilter, type Facet } from '../location/contents-filter.ts';
import { useShownLanguage, useShownText } from '../script/script-conversion.tsx';
import type { Needles } from './contents-data.ts';

/** The orders that this runtime's Unicode data can sort by. */
const orders = (['count', 'pinyin', 'stroke'] as const).filter(
  (order) => order === 'count' || Intl.supportedValuesOf('collation').includes(order),
);

/** The left column of an archive's contents: what its stories can be narrowed down by. */
export function ContentsFacets({
  answer,
  filter,
  order,
  needles,
  language,
  interfaceLanguage,
  onFilter,
  onOrder,
  onNeedle,
}: {
  answer: ContentsAnswer;
  filter: ContentsFilter;
  order: NameOrder;
  needles: Needles;
  /** BCP 47, of the archive's names. */
  language: string;
  interfaceLanguage: InterfaceLanguage;
  onFilter: (filter: ContentsFilter) => void;
  onOrder: (order: NameOrder) => void;
  onNeedle: (facet: Facet, needle: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const shownText = useShownText();
  const shownLanguage = useShownLanguage();
  const compare = useMemo(() => {
    const collation = order === 'count' ? '' : `-u-co-${order}`;
    const tag = interfaceLanguage === 'en' ? 'en' : `${interfaceLanguage}${collation}`;
    return new Intl.Collator(tag).compare;
  }, [order, interfaceLanguage]);
  return (
    <aside className="side left facets" aria-label={t('contents.filters')}>
      <h2 className="label">
        <b>{t('contents.filters')}</b>
        <label>
          <span className="unseen">{t('contents.order')}</span>
          <select
            value={order}
            onChange={(event) => {
              const chosen = orders.find((each) => each === event.target.value);
              if (chosen !== undefined) onOrder(chosen);
            }}
          >
            {orders.map((each) => (
              <option key={each} value={each}>
                {t(`contents.orders.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </h2>
      {facets.map((facet) => {
        const { values, found, distinct } = answer.facets[facet];
        const chosen: readonly string[] = filter[facet];
        const choices = values.map(({ name, count }) => ({
          value: name,
          words: facet === 'genres' ? t(`genre.${name as Genre}`) : shownText(name, language),
          count,
          isChosen: chosen.includes(name),
        }));
        // The names of kinds are the interface's own, so they are sorted here.
        if (facet === 'genres' && order !== 'count') {
          choices.sort((a, b) => compare(a.words, b.words));
        }
        return (
          <FacetList
            key={facet}
            title={t(`contents.facet.${facet}`)}
            language={facet === 'genres' ? interfaceLanguage : shownLanguage(language)}
            choices={choices}
            found={found}
            distinct={distinct}
            needle={needles[facet] ?? ''}
            onNeedle={(needle) => {
              onNeedle(facet, needle);
            }}
            onToggle={(value) => {
              onFilter(toggled(filter, facet, value));
            }}
          />
        );
      })}
    </aside>
  );
}
