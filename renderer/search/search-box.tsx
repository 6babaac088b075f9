import { useEffect, useId, useRef, useState, type ReactElement, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryProblem } from '../../archive/search/query/parsed-query.ts';
import { Icon } from '../components/icon.tsx';

/** Milliseconds without a key after which what is typed is looked for. */
const typingPause = 220;

function Problem({ problem, typed }: { problem: QueryProblem; typed: string }): ReactElement {
  const { t } = useTranslation();
  const { code, start, end, isMended } = problem;
  const from = Math.max(0, start - 12);
  return (
    <li className={isMended ? 'mended' : 'bad'}>
      <span className="where" aria-hidden="true">
        {from > 0 && '…'}
        {typed.slice(from, start)}
        <mark>{typed.slice(start, Math.min(end, start + 24)) || '␣'}</mark>
        {typed.slice(end, end + 12)}
      </span>
      <span>{t(`search.problem.${code}`)}</span>
    </li>
  );
}

/** The box in which a search is typed; it is asked after a short pause, or at once with Enter. */
export function SearchBox({
  typed,
  problems,
  history,
  isSaved,
  isBuilderOpen,
  input,
  onSearch,
  onStep,
  onDown,
  onBuilder,
  onSave,
}: {
  typed: string;
  problems: readonly QueryProblem[];
  /** Earlier searches, latest first. */
  history: readonly string[];
  isSaved: boolean;
  isBuilderOpen: boolean;
  input: Ref<HTMLInputElement>;
  /** `isFinal` where it was asked for rather than paused at. */
  onSearch: (typed: string, isFinal: boolean) => void;
  /** To the next or previous place found. */
  onStep: (direction: 1 | -1) => void;
  /** From the box to what was found. */
  onDown: () => void;
  onBuilder: () => void;
  onSave: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(typed);
  const [known, setKnown] = useState(typed);
  // Back, forward and the builder change what is in the box.
  if (known !== typed) {
    setKnown(typed);
    setDraft(typed);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isComposing = useRef(false);
  const problemsId = useId();
  const historyId = useId();
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  function later(text: string): void {
    clearTimeout(timer.current);
    if (isComposing.current) return;
    timer.current = setTimeout(() => {
      onSearch(text, false);
    }, typingPause);
  }
  return (
    <div className="search-box">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          clearTimeout(timer.current);
          onSearch(draft, true);
        }}
      >
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          value={draft}
          list={historyId}
          aria-label={t('search.asked')}
          aria-describedby={problemsId}
          placeholder={t('search.placeholder')}
          spellCheck={false}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key === 'F4') onStep(event.shiftKey ? -1 : 1);
            else if (event.key === 'ArrowDown' && event.ctrlKey) onDown();
            else return;
            event.preventDefault();
          }}
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={(event) => {
            isComposing.current = false;
            later(event.currentTarget.value);
          }}
          onChange={(event) => {
            setDraft(event.target.value);
            later(event.target.value);
          }}
        />
        <datalist id={historyId}>
          {history.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <button
          type="button"
          className="icon-button"
          aria-expanded={isBuilderOpen}
          aria-label={t('search.builder.title')}
          title={t('search.builder.title')}
          onClick={onBuilder}
        >
          <Icon name="sliders" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-pressed={isSaved}
          aria-label={t(isSaved ? 'search.saved.remove' : 'search.saved.save')}
          title={t(isSaved ? 'search.saved.remove' : 'search.saved.save')}
          disabled={typed === ''}
          onClick={onSave}
        >
          <Icon name={isSaved ? 'saved' : 'save'} />
        </button>
      </form>
      <ul id={problemsId} className="query-problems" aria-live="polite">
        {problems.map((problem) => (
          <Problem key={`${problem.code} ${problem.start}`} problem={problem} typed={typed} />
        ))}
      </ul>
    </div>
  );
}
