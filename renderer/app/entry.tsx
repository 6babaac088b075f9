import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import '../styles/base.css';
import '../styles/window.css';
import '../styles/library.css';
import '../styles/page.css';
import '../styles/story.css';
import '../styles/vertical.css';
import '../styles/lightbox.css';
import '../styles/finding.css';
import '../styles/highlights-document.css';
import '../styles/export.css';
import { mainBridge } from '../database/main-bridge.ts';
import { readPreferences } from '../database/preferences.ts';
import { readResumePlace } from '../database/resume.ts';
import { reconcileUserData } from '../database/user-data.ts';
import { languageForSystem, startI18n } from '../i18n/i18n.ts';
import { App } from './app.tsx';
import { takeSteps } from './command-steps.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { applyTheme } from './theme.ts';
import { defaultPreferences } from './use-preferences.ts';

const start = await mainBridge().request.startState();
// The steps of a command line end the process: nothing below is reached.
if (start.steps !== null) await takeSteps(start, start.steps);
await reconcileUserData(start);
const preferences = { ...defaultPreferences, ...(await readPreferences()) };
const resumePlace = (await readResumePlace()) ?? null;
const language = preferences.language ?? languageForSystem(start.systemLanguages);
document.documentElement.lang = language;
applyTheme(preferences.theme);
const i18n = await startI18n(language);
if (resumePlace !== null && window.location.hash === '') {
  window.history.replaceState(null, '', `#${resumePlace}`);
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <ErrorBoundary>
        <App start={start} initialPreferences={preferences} resumePlace={resumePlace} />
      </ErrorBoundary>
    </I18nextProvider>
  </StrictMode>,
);
