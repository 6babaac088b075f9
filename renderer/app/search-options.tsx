import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { lineOrders, searchOrders, type SearchPlace } from '../location/search-place.ts';
import type { MadeQuery } from '../search/make-query.ts';

/** How the words are compared, in what order, and how what was found is shown. */
export function SearchOptions({
  search,
  made,
  onChange,
}: {
  search: SearchPlace;
  made: MadeQuery | null;
  onChange: (change: Partial<SearchPlace>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const switches = ['isExact', 'ignoresPunctuation', 'usesVariants'] as const;
  return (
    <>
      <div className="search-options">
        {switches.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={search[name]}
              onChange={(event) => {
                onChange({ [name]: event.target.checked });
              }}
            />
            <span>{t(`search.option.${name}`)}</span>
          </label>
        ))}
        <span className="gap" />
        <label className="field">
          <span>{t('contents.sort')}</span>
          <select
            value={search.order}
            onChange={(event) => {
              const order = searchOrders.find((each) => each === event.target.value);
              if (order !== undefined) onChange({ order });
            }}
          >
            {searchOrders.map((order) => (
              <option key={order} value={order}>
                {t(`search.orders.${order}`)}
              </option>
            ))}
          </select>
        </label>
        {search.view === 'lines' && (
          <label className="field">
            <span>{t('search.lineOrder')}</span>
            <select
              value={search.lines}
              onChange={(event) => {
                const lines = lineOrders.find((each) => each === event.target.value);
                if (lines !== undefined) onChange({ lines });
              }}
            >
              {lineOrders.map((order) => (
                <option key={order} value={order}>
                  {t(`search.lineOrders.${order}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="search-views" role="group" aria-label={t('search.view')}>
          {(['excerpts', 'lines'] as const).map((view) => (
            <button
              key={view}
              type="button"
              aria-pressed={search.view === view}
              onClick={() => {
                onChange({ view });
              }}
            >
              {t(`search.views.${view}`)}
            </button>
          ))}
        </div>
      </div>
      {search.usesVariants && made?.query != null && (
        <p className="added-words" aria-live="polite">
          {made.added.length === 0
            ? t('search.noneAdded')
            : made.added.map(({ text, alternatives }) => (
                <span key={text}>
                  {t('search.added', { text, words: alternatives.join('、') })}
                </span>
              ))}
        </p>
      )}
    </>
  );
}
