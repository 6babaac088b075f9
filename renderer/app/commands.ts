import { useEffect, useRef } from 'react';
import type { ContentScript } from '../../archive/model/user-data.ts';

/** What can be done from the keyboard anywhere in the window. */
export type Command =
  | 'back'
  | 'forward'
  | 'library'
  | 'previousPage'
  | 'nextPage'
  | 'previousIssue'
  | 'nextIssue'
  | 'previousArticle'
  | 'nextArticle'
  | 'toPage'
  | 'larger'
  | 'smaller'
  | 'defaultSize'
  | 'sidebar'
  | 'list'
  | 'open'
  | 'sheet'
  | 'showHeld'
  | 'showHans'
  | 'showHant'
  | 'showTw'
  | 'showTwp'
  | 'showHk'
  | 'find'
  | 'findNext'
  | 'findPrevious'
  | 'copyAsPrinted'
  | 'copyWithSource'
  | 'goTo'
  | 'contents'
  | 'export';

/** The command that shows content in a script. */
export const commandOfScript = {
  held: 'showHeld',
  hans: 'showHans',
  hant: 'showHant',
  tw: 'showTw',
  twp: 'showTwp',
  hk: 'showHk',
} as const satisfies Readonly<Record<ContentScript, Command>>;

const scriptCommands = Object.values(commandOfScript);

/** Keys of each command, as the sheet shows them; `Ctrl` is ⌘ on a Mac. */
export const commandKeys: Readonly<Record<Command, readonly string[]>> = {
  back: ['Alt+←'],
  forward: ['Alt+→'],
  library: ['Alt+Home'],
  previousPage: ['['],
  nextPage: [']'],
  previousIssue: ['{'],
  nextIssue: ['}'],
  previousArticle: ['K'],
  nextArticle: ['J'],
  toPage: ['U'],
  larger: ['Ctrl+='],
  smaller: ['Ctrl+-'],
  defaultSize: ['Ctrl+0'],
  sidebar: ['Ctrl+\\'],
  list: ['Ctrl+Shift+\\'],
  open: ['Ctrl+O'],
  sheet: ['?'],
  showHeld: ['Alt+1'],
  showHans: ['Alt+2'],
  showHant: ['Alt+3'],
  showTw: ['Alt+4'],
  showTwp: ['Alt+5'],
  showHk: ['Alt+6'],
  find: ['Ctrl+F'],
  findNext: ['F3'],
  findPrevious: ['Shift+F3'],
  copyAsPrinted: ['Ctrl+Shift+C'],
  copyWithSource: ['Ctrl+Shift+Y'],
  goTo: ['Ctrl+G'],
  contents: ['Ctrl+I'],
  export: ['Ctrl+E'],
};

export const commandGroups: readonly (readonly [
  'move' | 'read' | 'script' | 'window' | 'text',
  readonly Command[],
])[] = [
  [
    'move',
    [
      'previousPage',
      'nextPage',
      'previousIssue',
      'nextIssue',
      'back',
      'forward',
      'library',
      'goTo',
      'contents',
    ],
  ],
  ['read', ['previousArticle', 'nextArticle', 'toPage', 'larger', 'smaller', 'defaultSize']],
  ['script', scriptCommands],
  ['window', ['sidebar', 'list', 'open', 'sheet']],
  ['text', ['find', 'findNext', 'findPrevious', 'copyAsPrinted', 'copyWithSource', 'export']],
];

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const letterCommands: Readonly<Record<string, Command>> = {
  O: 'open',
  G: 'goTo',
  I: 'contents',
  E: 'export',
  F: 'find',
  'Shift+C': 'copyAsPrinted',
  'Shift+Y': 'copyWithSource',
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
    if (/^[1-6]$/.test(key)) return scriptCommands[Number(key) - 1] ?? null;
    return key === 'Home' ? 'library' : null;
  }
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
