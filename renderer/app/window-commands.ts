import type { RefObject } from 'react';
import type { Preferences } from '../../archive/model/user-data.ts';
import type { AnnotationActions } from '../annotation/annotation-actions.ts';
import { redo, undo } from '../annotation/annotation-session.ts';
import { wholeContents } from '../location/contents-filter.ts';
import type { Location } from '../location/location.ts';
import { emptySearch } from '../location/search-place.ts';
import { currentLocation, goTo } from '../location/use-location.ts';
import type { ChoosePreference } from '../preferences/choose-preference.ts';
import { stepped } from '../preferences/typography-slip.tsx';
import type { StoryActions } from '../reading/use-story-actions.ts';
import { contentScripts } from '../script/content-script.ts';
import type { GlossaryWish } from '../script/glossary-screen.tsx';
import type { ScriptLensActions } from '../script/script-lens.tsx';
import { selectedWord } from '../script/selected-word.ts';
import { commandOfScript, type Command } from './command-keys.ts';
import { markOfCommand } from './ink-commands.ts';
import { newestFrontPage } from './newest-issue.ts';
import { isStep, nextPlace, type StepCommand } from './next-place.ts';
import type { SearchActions } from './search-screen.tsx';
import { defaultPreferences } from './use-preferences.ts';
import type { Sheet } from './window-sheets.tsx';

let stepping: Promise<unknown> = Promise.resolve();

/** Steps wait for each other, so that each begins where the one before it has led. */
function takeStep(command: StepCommand): void {
  stepping = stepping
    .then(() => nextPlace(command, currentLocation()))
    .then((target) => {
      if (target !== null) goTo(target);
    });
}

/** All stories of the archive that is open, or of the one with the newest issue. */
async function openContents(location: Location): Promise<void> {
  const place = 'archiveId' in location ? location : await newestFrontPage();
  if (place === undefined || !('archiveId' in place)) return;
  goTo({ screen: 'contents', archiveId: place.archiveId, filter: wholeContents });
}

interface WindowParts {
  readonly location: Location;
  readonly preferences: Preferences;
  readonly choose: ChoosePreference;
  readonly sheet: Sheet;
  readonly setSheet: (sheet: Sheet) => void;
  readonly setWish: (wish: GlossaryWish | null) => void;
  readonly setQuoted: (quoted: string) => void;
  /** What is open here and can do something; null while nothing of the kind is. */
  readonly story: RefObject<StoryActions | null>;
  readonly annotations: RefObject<AnnotationActions | null>;
  readonly search: RefObject<SearchActions | null>;
  readonly lens: RefObject<ScriptLensActions | null>;
  readonly toggleColumn: (side: 'left' | 'right') => void;
  readonly openFile: (path: string | null) => Promise<void>;
  /** Commands that something else answers. */
  readonly more: Partial<Record<Command, () => void>>;
}

/** What every command does in the window as it stands. */
export function windowCommands({
  location,
  preferences,
  choose,
  sheet,
  setSheet,
  setWish,
  setQuoted,
  story,
  annotations,
  search,
  lens,
  toggleColumn,
  openFile,
  more,
}: WindowParts): (command: Command) => void {
  const actions: Partial<Record<Command, () => void>> = {
    back: () => {
      window.history.back();
    },
    forward: () => {
      window.history.forward();
    },
    library: () => {
      goTo({ screen: 'library' });
    },
    larger: () => {
      choose('readingSize', stepped('readingSize', preferences.readingSize, 1));
    },
    smaller: () => {
      choose('readingSize', stepped('readingSize', preferences.readingSize, -1));
    },
    defaultSize: () => {
      choose('readingSize', defaultPreferences.readingSize);
    },
    sidebar: () => {
      toggleColumn('left');
    },
    list: () => {
      toggleColumn('right');
    },
    open: () => {
      void openFile(null);
    },
    importPages: () => {
      goTo({ screen: 'import' });
    },
    sheet: () => {
      setSheet('shortcuts');
    },
    find: () => story.current?.find(),
    findNext: () => story.current?.findStep(1),
    findPrevious: () => story.current?.findStep(-1),
    copyAsPrinted: () => story.current?.copyAsPrinted(),
    copyWithSource: () => story.current?.copyWithSource(),
    highlight: () => annotations.current?.highlight(),
    note: () => annotations.current?.note(),
    trashMark: () => annotations.current?.trash(),
    previousMark: () => annotations.current?.step(-1),
    nextMark: () => annotations.current?.step(1),
    listMarks: () => annotations.current?.list(),
    caret: () => annotations.current?.caret(),
    undo: () => void undo(),
    redo: () => void redo(),
    ...Object.fromEntries(
      contentScripts.map((script) => [
        commandOfScript[script],
        () => {
          choose('contentScript', script);
        },
      ]),
    ),
    goTo: () => {
      setSheet('goTo');
    },
    contents: () => {
      void openContents(location);
    },
    search: () => {
      if (location.screen === 'search') search.current?.focus();
      else goTo({ screen: 'search', search: emptySearch });
    },
    nextHit: () => search.current?.step(1),
    previousHit: () => search.current?.step(-1),
    safety: () => {
      goTo({ screen: 'safety' });
    },
    markDoubtful: () => lens.current?.toggleMarks(),
    nextWord: () => lens.current?.step(1),
    previousWord: () => lens.current?.step(-1),
    glossary: () => {
      setWish(selectedWord());
      setSheet('glossary');
    },
    print: () => {
      setSheet('print');
    },
    pageImage: () => {
      choose('showsPageImage', !(preferences.showsPageImage ?? false));
    },
    typography: () => {
      setSheet(sheet === 'typography' ? null : 'typography');
    },
    ...more,
    cite: () => {
      setQuoted(story.current?.selectedText() ?? '');
      setSheet('cite');
    },
    export: () => {
      setSheet('export');
    },
  };
  return (command) => {
    const mark = markOfCommand(command);
    if (mark !== null) annotations.current?.mark(mark.ink, mark.style);
    else if (isStep(command)) takeStep(command);
    else actions[command]?.();
  };
}
