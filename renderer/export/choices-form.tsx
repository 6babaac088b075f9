import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { citationStyles } from '../../archive/citation/citation-style.ts';
import { inks } from '../../archive/model/annotation.ts';
import { contentScripts } from '../script/content-script.ts';
import { groupings, orders, type ExportChoices, type ExportScope } from './export-choices.ts';
import { inkOf } from './ink-of.ts';

function Select<Value extends string>({
  label,
  value,
  values,
  words,
  onChoose,
}: {
  label: string;
  value: Value;
  values: readonly Value[];
  words: (value: Value) => string;
  onChoose: (value: Value) => void;
}): ReactElement {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = values[target.selectedIndex];
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {words(each)}
          </option>
        ))}
      </select>
    </p>
  );
}

const inclusions = [
  'hasContext',
  'hasNotes',
  'hasCorrections',
  'hasColours',
  'hasPhotos',
] as const satisfies readonly (keyof ExportChoices)[];

/** Scopes that a select can name. */
export function scopeKey(scope: ExportScope): string {
  if (scope.kind === 'tag') return `tag ${scope.tag}`;
  return scope.kind === 'ink' ? `ink ${scope.ink}` : scope.kind;
}

/** Everything that may be chosen of an export. */
export function ChoicesForm({
  title,
  onTitle,
  scope,
  scopes,
  onScope,
  choices,
  onChoose,
}: {
  title: string;
  onTitle: (title: string) => void;
  scope: ExportScope;
  scopes: readonly ExportScope[];
  onScope: (scope: ExportScope) => void;
  choices: ExportChoices;
  onChoose: (change: Partial<ExportChoices>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const titleId = useId();
  function scopeWords(key: string): string {
    const found = scopes.find((each) => scopeKey(each) === key);
    if (found?.kind === 'tag') return t('exporting.scopes.tag', { tag: found.tag });
    const ink = found?.kind === 'ink' ? inkOf(found.ink) : null;
    if (ink !== null) return t('exporting.scopes.ink', { ink: t(`exporting.inks.${ink}`) });
    return t(
      `exporting.scopes.${found?.kind === 'article' || found?.kind === 'issue' ? found.kind : 'all'}`,
    );
  }
  return (
    <div className="export-choices">
      <p className="field">
        <label htmlFor={titleId}>{t('exporting.documentTitle')}</label>
        <input
          id={titleId}
          value={title}
          maxLength={120}
          onChange={({ target }) => {
            onTitle(target.value);
          }}
        />
      </p>
      <Select
        label={t('exporting.scope')}
        value={scopeKey(scope)}
        values={scopes.map(scopeKey)}
        words={scopeWords}
        onChoose={(key) => {
          const found = scopes.find((each) => scopeKey(each) === key);
          if (found !== undefined) onScope(found);
        }}
      />
      <Select
        label={t('exporting.grouping')}
        value={choices.grouping}
        values={groupings}
        words={(value) => t(`exporting.groupings.${value}`)}
        onChoose={(grouping) => {
          onChoose({ grouping });
        }}
      />
      <Select
        label={t('exporting.order')}
        value={choices.order}
        values={orders}
        words={(value) => t(`exporting.orders.${value}`)}
        onChoose={(order) => {
          onChoose({ order });
        }}
      />
      <Select
        label={t('exporting.script')}
        value={choices.script}
        values={contentScripts}
        words={(value) => t(`exporting.scripts.${value}`)}
        onChoose={(script) => {
          onChoose({ script });
        }}
      />
      <Select
        label={t('exporting.citationStyle')}
        value={choices.citationStyle}
        values={citationStyles}
        words={(value) => t(`exporting.styles.${value}`)}
        onChoose={(citationStyle) => {
          onChoose({ citationStyle });
        }}
      />
      <fieldset>
        <legend>{t('exporting.include')}</legend>
        {inclusions.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={choices[name]}
              onChange={({ target }) => {
                onChoose({ [name]: target.checked });
              }}
            />{' '}
            {t(`exporting.includes.${name}`)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** The scopes there are: what is open, everything, the inks, and the tags in use. */
export function scopesOf(open: readonly ExportScope[], tags: readonly string[]): ExportScope[] {
  return [
    ...open,
    { kind: 'all' },
    ...inks.map((ink) => ({ kind: 'ink' as const, ink })),
    ...tags.map((tag) => ({ kind: 'tag' as const, tag })),
  ];
}
