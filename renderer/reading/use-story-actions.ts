import { useImperativeHandle, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { countCodePoints } from '../../archive/text/code-points.ts';
import { useScriptConversion } from '../script/script-conversion.tsx';
import { selectedHeldText, sourceLine } from './story-copy.ts';
import { useFind, type Find } from './use-find.ts';

/** What the window's keys and menus ask of the story that is open. */
export interface StoryActions {
  readonly find: () => void;
  readonly findStep: (direction: 1 | -1) => void;
  readonly copyAsPrinted: () => void;
  readonly copyWithSource: () => void;
  /** What is selected, as held; empty where nothing is. */
  readonly selectedText: () => string;
}

interface StoryTools {
  readonly find: Find;
  readonly isFinding: boolean;
  readonly findInput: RefObject<HTMLInputElement | null>;
  readonly closeFind: () => void;
  /** What was just done, for a moment. */
  readonly notice: string;
}

const noticeTime = 2_500;

/** Offers finding and copying in a story to whoever holds `actions`. */
export function useStoryActions(
  actions: RefObject<StoryActions | null>,
  frame: RefObject<HTMLElement | null>,
  article: Article,
  description: ArchiveDescription,
): StoryTools {
  const { t, i18n } = useTranslation();
  const [isFinding, setFinding] = useState(false);
  const [notice, setNotice] = useState('');
  const noticeTimer = useRef(0);
  const findInput = useRef<HTMLInputElement>(null);
  const find = useFind(frame, isFinding, useScriptConversion());

  function say(words: string): void {
    window.clearTimeout(noticeTimer.current);
    setNotice(words);
    noticeTimer.current = window.setTimeout(() => {
      setNotice('');
    }, noticeTime);
  }
  function copy(ending: string): void {
    const text = frame.current === null ? '' : selectedHeldText(frame.current, article);
    if (text === '') {
      say(t('copy.nothing'));
      return;
    }
    void navigator.clipboard.writeText(text + ending).then(() => {
      say(t('copy.done', { count: countCodePoints(text) }));
    });
  }
  useImperativeHandle(actions, () => ({
    find() {
      if (document.querySelector('dialog[open]') !== null) return;
      const selection = document.getSelection();
      const isInStory = frame.current?.contains(selection?.anchorNode ?? null) ?? false;
      const selected = isInStory ? (selection?.toString().trim() ?? '') : '';
      if (selected !== '' && selected.length <= 80) find.look(selected);
      setFinding(true);
      // The bar may only be there after the next drawing.
      requestAnimationFrame(() => {
        findInput.current?.focus();
        findInput.current?.select();
      });
    },
    findStep: find.step,
    copyAsPrinted() {
      copy('');
    },
    selectedText: () => (frame.current === null ? '' : selectedHeldText(frame.current, article)),
    copyWithSource() {
      copy(`\n${sourceLine(article, description, t, i18n.language as InterfaceLanguage)}`);
    },
  }));
  return {
    find,
    isFinding,
    findInput,
    closeFind() {
      setFinding(false);
      frame.current?.focus({ preventScroll: true });
    },
    notice,
  };
}
