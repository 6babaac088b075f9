import { useEffect, useRef } from 'react';
import { inks } from '../../archive/model/annotation.ts';
import { scriptCommands, type Command } from './command-keys.ts';

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const letterCommands: Readonly<Record<string, Command>> = {
  O: 'open',
  'Shift+O': 'importPages',
  G: 'goTo',
  I: 'contents',
  K: 'search',
  P: 'print',
  ',': 'typography',
  D: 'bookmark',
  'Shift+B': 'bookmarks',
  'Shift+N': 'notes',
  H: 'history',
  E: 'export',
  'Shift+E': 'cite',
  F: 'find',
  'Shift+C': 'copyAsPrinted',
  'Shift+Y': 'copyWithSource',
  Z: 'undo',
  'Shift+Z': 'redo',
  Y: 'redo',
  'Shift+S': 'safety',
};

function nameOfCode(code: string): string | undefined {
  if (code === 'Period') return '.';
  return code === 'Comma' ? ',' : /^(?:Digit|Key)(.)$/.exec(code)?.[1];
}

const altCommands: Readonly<Record<string, Command>> = {
  '0': 'markDoubtful',
  G: 'glossary',
  '.': 'nextWord',
  ',': 'previousWord',
  I: 'pageImage',
};

/** The command of a key stroke, or null. */
export function commandOf(event: Keys): Command | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const control = ctrlKey || metaKey;
  if (control && !altKey) {
    if (key === '=' || key === '+') return 'larger';
    if (key === '-') return 'smaller';
    if (key === '0') return 'defaultSize';
    if (event.code === 'Backslash') return shiftKey ? 'list' : 'sidebar';
    return letterCommands[`${shiftKey ? 'Shift+' : ''}${key.toUpperCase()}`] ?? null;
  }
  if (altKey) {
    if (control) return null;
    if (key === 'ArrowLeft') return 'back';
    if (key === 'ArrowRight') return 'forward';
    // With ⌥ a Mac types other characters: the key's place tells which one it is.
    const plain = /^[\da-z.,]$/i.test(key) ? key : (nameOfCode(event.code) ?? key);
    if (/^[1-6]$/.test(plain)) return scriptCommands[Number(plain) - 1] ?? null;
    const command = altCommands[plain.toUpperCase()];
    if (command !== undefined && !shiftKey) return command;
    return key === 'Home' ? 'library' : null;
  }
  const digit = /^[1-5]$/.exec(key)?.[0] ?? /^Digit([1-5])$/.exec(event.code)?.[1];
  const ink = inks[Number(digit) - 1];
  if (ink !== undefined) return shiftKey ? `underline-${ink}` : `fill-${ink}`;
  switch (key) {
    case '[':
      return 'previousPage';
    case ']':
      return 'nextPage';
    case '{':
      return 'previousIssue';
    case '}':
      return 'nextIssue';
    case 'j':
    case 'J':
      return 'nextArticle';
    case 'k':
    case 'K':
      return 'previousArticle';
    case 'u':
    case 'U':
      return 'toPage';
    case '/':
      return 'search';
    case 'F4':
      return shiftKey ? 'previousHit' : 'nextHit';
    case 'h':
    case 'H':
      return 'highlight';
    case 'n':
    case 'N':
      return 'note';
    case 'm':
    case 'M':
      return shiftKey ? 'previousMark' : 'nextMark';
    case 'l':
    case 'L':
      return 'listMarks';
    case 'F7':
      return 'caret';
    case 'Delete':
    case 'Backspace':
      return 'trashMark';
    case 'F3':
      return shiftKey ? 'findPrevious' : 'findNext';
    case '?':
    case '？':
      return 'sheet';
    default:
      return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'
  );
}

/** Runs commands from the keyboard, unless somebody is typing or a dialog is open. */
export function useCommandKeys(run: (command: Command) => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const command = commandOf(event);
      if (command === null) return;
      event.preventDefault();
      latest.current(command);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
