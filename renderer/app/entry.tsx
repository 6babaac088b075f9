import type { i18n } from 'i18next';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import '../styles/base.css';
import '../styles/window.css';
import '../styles/library.css';
import '../styles/page.css';
import '../styles/story.css';
import '../styles/vertical.css';
import '../styles/set-lines.css';
import '../styles/lightbox.css';
import '../styles/finding.css';
import '../styles/importing.css';
import '../styles/review.css';
import '../styles/search.css';
import '../styles/annotation.css';
import '../styles/marks.css';
import '../styles/safety.css';
import type { StartState } from '../../preload/bridge.ts';
import '../styles/script.css';
import '../styles/setting.css';
import '../styles/facsimile.css';
import '../styles/print.css';
import '../styles/notes.css';
import '../styles/highlights-document.css';
import '../styles/export.css';
import { mainBridge } from '../database/main-bridge.ts';
import { readPreferences } from '../database/preferences.ts';
import { readResumePlace } from '../database/resume.ts';
import { openTables, type Opening } from '../database/opening.ts';
import { languageForSystem, startI18n } from '../i18n/i18n.ts';
import { App } from './app.tsx';
import { takeSteps } from './command-steps.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { StartFailure } from './start-failure.tsx';
import { applyTheme } from './theme.ts';
import { defaultPreferences } from './use-preferences.ts';

function render(content: ReactElement, i18n: i18n): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root');
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <ErrorBoundary>{content}</ErrorBoundary>
      </I18nextProvider>
    </StrictMode>,
  );
}

async function begin(start: StartState, opening: Opening): Promise<void> {
  const [chosen, resumePlace = null] = await Promise.all([readPreferences(), readResumePlace()]);
  const preferences = { ...defaultPreferences, ...chosen };
  const language = preferences.language ?? languageForSystem(start.systemLanguages);
  document.documentElement.lang = language;
  applyTheme(preferences.theme);
  const i18n = await startI18n(language);
  if (resumePlace !== null && window.location.hash === '') {
    window.history.replaceState(null, '', `#${resumePlace}`);
  }
  render(
    <App
      start={start}
      opening={opening}
      initialPreferences={preferences}
      resumePlace={resumePlace}
    />,
    i18n,
  );
}

const start = await mainBridge().request.startState();
// The steps of a command line end the process: nothing below is reached.
if (start.steps !== null) await takeSteps(start, start.steps);
try {
  await begin(start, await openTables(start));
} catch (error) {
  const language = languageForSystem(start.systemLanguages);
  document.documentElement.lang = language;
  render(<StartFailure error={error} />, await startI18n(language));
}
