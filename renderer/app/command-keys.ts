import { inks, type Ink } from '../../archive/model/annotation.ts';
import type { ContentScript } from '../../archive/model/user-data.ts';

/** Mark with an ink: filled, or under the words. */
export type InkCommand = `${'fill' | 'underline'}-${Ink}`;

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
  | 'importPages'
  | 'search'
  | 'nextHit'
  | 'previousHit'
  | InkCommand
  | 'highlight'
  | 'note'
  | 'trashMark'
  | 'undo'
  | 'redo'
  | 'caret'
  | 'previousMark'
  | 'nextMark'
  | 'listMarks'
  | 'safety'
  | 'markDoubtful'
  | 'glossary'
  | 'nextWord'
  | 'previousWord'
  | 'print'
  | 'pageImage'
  | 'typography'
  | 'bookmark'
  | 'bookmarks'
  | 'notes'
  | 'history'
  | 'cite'
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

/** In the order of the toolbar. */
export const scriptCommands = Object.values(commandOfScript);

const inkKeys = Object.fromEntries(
  inks.flatMap((ink, index) => [
    [`fill-${ink}`, [String(index + 1)]],
    [`underline-${ink}`, [`Shift+${index + 1}`]],
  ]),
) as Readonly<Record<string, readonly string[]>> as Readonly<Record<InkCommand, readonly string[]>>;

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
  importPages: ['Ctrl+Shift+O'],
  search: ['Ctrl+K', '/'],
  nextHit: ['F4'],
  previousHit: ['Shift+F4'],
  ...inkKeys,
  highlight: ['H'],
  note: ['N'],
  trashMark: ['Delete'],
  undo: ['Ctrl+Z'],
  redo: ['Ctrl+Shift+Z'],
  caret: ['F7'],
  previousMark: ['Shift+M'],
  nextMark: ['M'],
  listMarks: ['L'],
  safety: ['Ctrl+Shift+S'],
  markDoubtful: ['Alt+0'],
  glossary: ['Alt+G'],
  nextWord: ['Alt+.'],
  previousWord: ['Alt+,'],
  print: ['Ctrl+P'],
  pageImage: ['Alt+I'],
  typography: ['Ctrl+,'],
  bookmark: ['Ctrl+D'],
  bookmarks: ['Ctrl+Shift+B'],
  notes: ['Ctrl+Shift+N'],
  history: ['Ctrl+H'],
  cite: ['Ctrl+Shift+E'],
  export: ['Ctrl+E'],
};

export const commandGroups: readonly (readonly [
  'move' | 'read' | 'script' | 'window' | 'text' | 'annotate',
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
      'search',
      'bookmark',
      'bookmarks',
      'notes',
      'history',
    ],
  ],
  [
    'read',
    [
      'previousArticle',
      'nextArticle',
      'toPage',
      'pageImage',
      'larger',
      'smaller',
      'defaultSize',
      'typography',
      'print',
    ],
  ],
  ['script', [...scriptCommands, 'markDoubtful', 'nextWord', 'previousWord', 'glossary']],
  ['window', ['sidebar', 'list', 'open', 'importPages', 'safety', 'sheet']],
  [
    'text',
    [
      'find',
      'findNext',
      'findPrevious',
      'nextHit',
      'previousHit',
      'copyAsPrinted',
      'copyWithSource',
      'cite',
      'export',
    ],
  ],
  [
    'annotate',
    [
      'highlight',
      ...inks.flatMap((ink) => [`fill-${ink}` as const, `underline-${ink}` as const]),
      'note',
      'trashMark',
      'undo',
      'redo',
      'caret',
      'nextMark',
      'previousMark',
      'listMarks',
    ],
  ],
];
