import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../archive/model/user-data.ts';
import type { StartState } from '../../preload/bridge.ts';
import { mainBridge } from '../database/main-bridge.ts';
import type { Opening } from '../database/opening.ts';
import { languageForSystem } from '../i18n/i18n.ts';
import { archiveOf } from '../location/location.ts';
import { replaceLocation, useLocation } from '../location/use-location.ts';
import { ContentPlaceProvider, ScriptConversionProvider } from '../script/script-conversion.tsx';
import { FirstStart } from './first-start.tsx';
import { OfflineReport } from './offline-report.tsx';
import { newestFrontPage } from './newest-issue.ts';
import { ReaderWindow } from './reader-window.tsx';
import { useTheme } from './theme.ts';
import { StartNotice } from './start-notice.tsx';
import { useLoads } from './use-loads.ts';
import { usePreferences } from './use-preferences.ts';
import { useStartCheck } from './use-start-check.ts';

/** What shows the archive that is open belongs to it, unless it says otherwise. */
function OpenArchive({ children }: { children: ReactNode }): ReactElement {
  const location = useLocation();
  return <ContentPlaceProvider archiveId={archiveOf(location)}>{children}</ContentPlaceProvider>;
}

/** The application: the first start's loading, then the window. */
export function App({
  start,
  opening,
  initialPreferences,
  resumePlace,
}: {
  start: StartState;
  opening: Opening;
  initialPreferences: Preferences;
  /** Where the reader left off, as the URL hash has it; null at the first start. */
  resumePlace: string | null;
}): ReactElement {
  const { i18n } = useTranslation();
  const [preferences, choose] = usePreferences(initialPreferences);
  const loads = useLoads(start);
  // A place to return to means that something is loaded: it opens at once, whatever is still to load.
  const [isOpen, setOpen] = useState(resumePlace !== null);
  const { findings, dismiss } = useStartCheck(start, opening, loads);
  const [showsOfflineReport, setOfflineReport] = useState(false);
  useTheme(preferences.theme);

  const language = preferences.language ?? languageForSystem(start.systemLanguages);
  useEffect(() => {
    if (i18n.language !== language) void i18n.changeLanguage(language);
    document.documentElement.lang = language;
    void mainBridge().request.setInterfaceLanguage(language);
  }, [i18n, language]);

  useEffect(() => {
    if (isOpen || !loads.isSettled) return;
    void newestFrontPage().then((place) => {
      if (place !== undefined) replaceLocation(place);
      setOpen(true);
    });
  }, [isOpen, loads.isSettled]);

  if (!isOpen) {
    return (
      <>
        <FirstStart
          running={loads.running}
          onCancel={loads.cancel}
          onOfflineReport={() => {
            setOfflineReport(true);
          }}
        />
        {showsOfflineReport && (
          <OfflineReport
            onClose={() => {
              setOfflineReport(false);
            }}
          />
        )}
      </>
    );
  }
  return (
    <>
      <ScriptConversionProvider script={preferences.contentScript}>
        <OpenArchive>
          <ReaderWindow start={start} loads={loads} preferences={preferences} choose={choose} />
        </OpenArchive>
      </ScriptConversionProvider>
      {findings !== null && <StartNotice findings={findings} onClose={dismiss} />}
    </>
  );
}
