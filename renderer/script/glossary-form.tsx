import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ContentScript,
  GlossaryRecord,
  GlossaryScope,
} from '../../archive/model/user-data.ts';
import { countCodePoints } from '../../archive/text/code-points.ts';
import { scripts } from '../../archive/text/script/configuration.ts';
import { mostCharacters, type ImportedEntry } from './glossary-csv.ts';

/** An entry that is being written. */
export interface GlossaryDraft {
  /** Null for a new one. */
  readonly record: GlossaryRecord | null;
  readonly source: string;
  readonly target: string;
  readonly to: readonly Exclude<ContentScript, 'held'>[];
}

export function scopeId(scope: GlossaryScope): string {
  if (scope.kind === 'everywhere') return scope.kind;
  return scope.kind === 'archive' ? scope.archiveId : `${scope.archiveId} ${scope.articleId}`;
}

/** Writes or changes an entry of the glossary. */
export function GlossaryForm({
  draft,
  scopes,
  scopeWords,
  onSave,
  onCancel,
}: {
  draft: GlossaryDraft;
  /** Where the entry can count, the first being proposed. */
  scopes: readonly GlossaryScope[];
  scopeWords: (scope: GlossaryScope) => string;
  onSave: (entry: ImportedEntry) => void;
  onCancel: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [source, setSource] = useState(draft.source);
  const [target, setTarget] = useState(draft.target);
  const [to, setTo] = useState(draft.to);
  const [scope, setScope] = useState<GlossaryScope>(
    draft.record?.scope ?? scopes[0] ?? { kind: 'everywhere' },
  );
  const [problem, setProblem] = useState('');

  function save(): void {
    const words = [source.trim(), target.trim()] as const;
    if (words.includes('')) setProblem(t('glossary.needed'));
    else if (words.some((word) => countCodePoints(word) > mostCharacters)) {
      setProblem(t('glossary.tooLong', { most: mostCharacters }));
    } else {
      const isForAll = to.length === 0 || to.length === scripts.length;
      onSave({ source: words[0], target: words[1], scope, ...(!isForAll && { to }) });
    }
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from any field
    <form
      className="glossary-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <label className="field">
        <span>{t('glossary.columns.source')}</span>
        <input
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the form was opened to type here
          autoFocus={draft.source === ''}
          type="text"
          lang="zh"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-problem`}
          value={source}
          onChange={(event) => {
            setSource(event.target.value);
          }}
        />
      </label>
      <label className="field">
        <span>{t('glossary.columns.target')}</span>
        <input
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the form was opened to type here
          autoFocus={draft.source !== ''}
          type="text"
          lang="zh"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-problem`}
          value={target}
          onChange={(event) => {
            setTarget(event.target.value);
          }}
        />
      </label>
      <label className="field">
        <span>{t('glossary.columns.scope')}</span>
        <select
          value={scopeId(scope)}
          onChange={(event) => {
            const chosen = scopes.find((each) => scopeId(each) === event.target.value);
            if (chosen !== undefined) setScope(chosen);
          }}
        >
          {scopes.map((each) => (
            <option key={scopeId(each)} value={scopeId(each)}>
              {scopeWords(each)}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="field scripts">
        <legend>{t('glossary.columns.to')}</legend>
        {scripts.map((script) => (
          <label key={script}>
            <input
              type="checkbox"
              checked={to.length === 0 || to.includes(script)}
              onChange={() => {
                const all = to.length === 0 ? scripts : to;
                const chosen = all.includes(script)
                  ? all.filter((each) => each !== script)
                  : [...all, script];
                setTo(chosen.length === 0 ? scripts : chosen);
              }}
            />{' '}
            {t(`script.names.${script}`)}
          </label>
        ))}
      </fieldset>
      <p className="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <p className="actions">
        <button type="submit" className="button primary">
          {t('glossary.save')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('glossary.cancel')}
        </button>
      </p>
    </form>
  );
}
