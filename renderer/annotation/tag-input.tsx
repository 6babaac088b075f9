import { useId, useRef, useState, type ReactElement } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { displayText } from '../../archive/text/display-text.ts';
import { Icon } from '../components/icon.tsx';
import { listTags } from '../database/annotations.ts';
import { longestTag, mostTags } from './limits.ts';
import { longestTyped, withTyped, type TagProblem } from './typed-tags.ts';
import { useLengthLimit } from './use-length-limit.ts';

/** Completions offered at a time. */
const offered = 40;

/** Tags as words one after the other; typed ones end with Enter or a comma. */
export function TagInput({
  tags,
  onChange,
}: {
  tags: readonly string[];
  onChange: (tags: readonly string[]) => void;
}): ReactElement {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<TagProblem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isFull = tags.length >= mostTags;
  const isCut = useLengthLimit(field, !isFull);
  const known = useLiveQuery(listTags, []) ?? [];
  const fitting = known
    .filter((tag) => !tags.includes(tag) && tag.includes(typed))
    .slice(0, offered);

  function take(words: string): void {
    const next = withTyped(tags, words);
    setTyped('');
    setProblem(next.problem);
    if (next.tags.length > tags.length) onChange(next.tags);
  }
  return (
    <div className="tag-input">
      {tags.map((tag) => (
        <span key={tag} className="tag">
          <bdi>{displayText(tag)}</bdi>
          <button
            type="button"
            aria-label={t('annotate.removeTag', { tag: displayText(tag) })}
            onClick={() => {
              onChange(tags.filter((each) => each !== tag));
            }}
          >
            <Icon name="x" small />
          </button>
        </span>
      ))}
      {!isFull && (
        <input
          ref={field}
          list={listId}
          value={typed}
          maxLength={longestTyped}
          aria-label={t('annotate.addTag')}
          placeholder={t('annotate.addTag')}
          onChange={({ target: { value } }) => {
            if (/[,，、]/.test(value)) take(value);
            else {
              setTyped(value);
              if (value !== '') setProblem(null);
            }
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') take(typed);
            else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
              onChange(tags.slice(0, -1));
            } else return;
            event.preventDefault();
          }}
          onBlur={() => {
            take(typed);
          }}
        />
      )}
      {(problem !== null || isCut) && (
        <p className="note-problem" role="alert">
          {problem === 'too-many'
            ? t('annotate.tooManyTags', { count: mostTags })
            : t('annotate.tagTooLong', { count: longestTag })}
        </p>
      )}
      <datalist id={listId}>
        {fitting.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  );
}
