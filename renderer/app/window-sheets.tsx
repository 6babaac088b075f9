import type { ReactElement } from 'react';
import type { Preferences } from '../../archive/model/user-data.ts';
import type { StartState } from '../../preload/bridge.ts';
import { archiveOf, type Location } from '../location/location.ts';
import { goTo } from '../location/use-location.ts';
import type { ChoosePreference } from '../preferences/choose-preference.ts';
import { TypographySlip } from '../preferences/typography-slip.tsx';
import { GlossaryScreen, type GlossaryWish } from '../script/glossary-screen.tsx';
import { CiteSheet } from './cite-sheet.tsx';
import { ExportSheet } from './export-sheet.tsx';
import { GoToDialog } from './go-to-dialog.tsx';
import { OfflineReport } from './offline-report.tsx';
import { PrintDialog } from './print-dialog.tsx';
import type { ReadingView } from './reading-screen.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { defaultPreferences } from './use-preferences.ts';

/** What lies over the window, one at a time. */
export type Sheet =
  'shortcuts' | 'offline' | 'typography' | 'goTo' | 'glossary' | 'export' | 'cite' | 'print' | null;

/** The sheet that is open, if one is. */
export function WindowSheets({
  sheet,
  start,
  location,
  reading,
  preferences,
  wish,
  quoted,
  choose,
  say,
  onClose,
}: {
  sheet: Sheet;
  start: StartState;
  location: Location;
  reading: ReadingView | null;
  preferences: Preferences;
  /** The word that the glossary is opened for. */
  wish: GlossaryWish | null;
  /** What was selected in the story when the sheet was opened, as held. */
  quoted: string;
  choose: ChoosePreference;
  /** Says for a moment what was done. */
  say: (words: string) => void;
  onClose: () => void;
}): ReactElement {
  return (
    <>
      {sheet === 'typography' && (
        <TypographySlip
          preferences={preferences}
          onChoose={choose}
          onReset={() => {
            choose('readingSize', defaultPreferences.readingSize);
            choose('readingLeading', defaultPreferences.readingLeading);
            choose('readingMeasure', defaultPreferences.readingMeasure);
            choose('readingDirection', defaultPreferences.readingDirection);
            choose('readingColumns', 1);
            choose('readingIndent', true);
            choose('readingTrim', true);
            choose('readingTiers', false);
            choose('theme', defaultPreferences.theme);
          }}
          onClose={onClose}
        />
      )}
      {sheet === 'shortcuts' && (
        <ShortcutSheet isMac={start.platform === 'darwin'} onClose={onClose} />
      )}
      {sheet === 'goTo' && (
        <GoToDialog
          open={reading?.open ?? null}
          archiveId={archiveOf(location)}
          onGo={(target) => {
            onClose();
            goTo(target);
          }}
          onClose={onClose}
        />
      )}
      {sheet === 'glossary' && (
        <GlossaryScreen
          place={{
            archiveId: archiveOf(location),
            articleId: location.screen === 'article' ? location.articleId : null,
          }}
          articleTitle={reading?.crumbs.at(-1)?.words ?? ''}
          wish={wish}
          onClose={onClose}
        />
      )}
      {sheet === 'print' && (
        <PrintDialog
          printable={reading?.printable ?? null}
          preferences={preferences}
          onDone={(words) => {
            onClose();
            say(words);
          }}
          onClose={onClose}
        />
      )}
      {sheet === 'cite' && (
        <CiteSheet
          open={reading?.printable ?? null}
          quoted={quoted}
          preferences={preferences}
          choose={choose}
          onDone={(words) => {
            onClose();
            say(words);
          }}
          onClose={onClose}
        />
      )}
      {sheet === 'export' && (
        <ExportSheet
          location={location}
          template={preferences.markdownTemplate}
          citationStyle={preferences.citationStyle}
          onCitationStyle={(style) => {
            choose('citationStyle', style);
          }}
          onTemplate={(template) => {
            choose('markdownTemplate', template);
          }}
          onClose={onClose}
        />
      )}
      {sheet === 'offline' && <OfflineReport onClose={onClose} />}
    </>
  );
}
