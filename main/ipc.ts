import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { MainEvents, MainRequests } from '../preload/bridge.ts';
import { isReaderDocument } from './origins.ts';

/** One handler for every request; a missing one does not compile. */
export type RequestHandlers = {
  readonly [Method in keyof MainRequests]: MainRequests[Method];
};

/** Only the main frame of the interface's own document is listened to. */
function assertTrusted({ sender, senderFrame }: IpcMainInvokeEvent): void {
  if (!senderFrame || senderFrame !== sender.mainFrame || !isReaderDocument(senderFrame.url)) {
    throw new Error('This page may not ask anything');
  }
}

export function answerRequests(handlers: RequestHandlers): void {
  for (const method of Object.keys(handlers) as (keyof RequestHandlers)[]) {
    const handler = handlers[method] as (...parameters: unknown[]) => Promise<unknown>;
    ipcMain.handle(`request:${method}`, (event, ...parameters: unknown[]) => {
      assertTrusted(event);
      return handler(...parameters);
    });
  }
}

/** Without effect once the window is closed. */
export function sendEvent<Name extends keyof MainEvents>(
  window: BrowserWindow,
  name: Name,
  event: MainEvents[Name],
): void {
  if (!window.isDestroyed()) window.webContents.send(`event:${name}`, event);
}
