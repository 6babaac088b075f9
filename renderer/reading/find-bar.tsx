import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import type { Find } from './use-find.ts';

/** The slip over the story that finds words in it. */
export function FindBar({
  find,
  input,
  onClose,
}: {
  find: Find;
  input: RefObject<HTMLInputElement | null>;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const isInField = event.target === input.current;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'F3' || (event.key === 'Enter' && isInField)) {
      find.step(event.shiftKey ? -1 : 1);
    } else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) {
      input.current?.select();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const count =
    find.wanted === ''
      ? ''
      : find.count === 0
        ? t('find.none')
        : t('find.count', { number: find.current + 1, total: find.count });
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its controls
    <div className="find-bar slip" role="search" aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <input
        ref={input}
        type="search"
        aria-label={t('find.words')}
        placeholder={t('find.words')}
        value={find.wanted}
        spellCheck={false}
        onChange={(event) => {
          find.look(event.target.value);
        }}
      />
      <output aria-live="polite" data-none={find.wanted !== '' && find.count === 0}>
        {count}
      </output>
      <IconButton
        label={t('find.previous')}
        shortcut="Shift+F3"
        isDisabled={find.count === 0}
        onPress={() => {
          find.step(-1);
        }}
      >
        <Icon name="caret-up" small />
      </IconButton>
      <IconButton
        label={t('find.next')}
        shortcut="F3"
        isDisabled={find.count === 0}
        onPress={() => {
          find.step(1);
        }}
      >
        <Icon name="caret-down" small />
      </IconButton>
      <IconButton label={t('find.close')} shortcut="Escape" onPress={onClose}>
        <Icon name="close" small />
      </IconButton>
    </div>
  );
}
