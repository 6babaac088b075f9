import { BrowserWindow } from 'electron';
import { readerDocument } from './origins.ts';

/** The colour of paper behind the interface until it is drawn. */
const paper = { light: '#fbf8f1', dark: '#1b1a18' };

/** Makes the one window, hidden until it has something to show. */
export function makeWindow(options: {
  readonly preload: string;
  /** A PNG; Linux has no other way to learn of it. */
  readonly icon: string;
  readonly isDark: boolean;
  readonly allowsDevTools: boolean;
  /** Never shown: it takes the steps of a command line. */
  readonly staysHidden: boolean;
}): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 920,
    minWidth: 640,
    minHeight: 480,
    show: false,
    icon: options.icon,
    backgroundColor: options.isDark ? paper.dark : paper.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.allowsDevTools,
      backgroundThrottling: !options.staysHidden,
    },
  });
  if (!options.staysHidden) {
    window.once('ready-to-show', () => {
      window.show();
    });
  }
  return window;
}

/** Resolves when the interface is loaded, or when its window is closed before that. */
export async function showInterface(window: BrowserWindow): Promise<void> {
  const closing = new AbortController();
  const close = (): void => {
    closing.abort();
  };
  window.once('close', close);
  window.webContents.once('destroyed', close);
  try {
    await window.loadURL(readerDocument);
  } catch (error) {
    // Closing breaks the loading off: that is no failure to start.
    if (!closing.signal.aborted) throw error;
  }
}

/** Brings the window before the others. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
