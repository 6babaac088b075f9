import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
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

export function sendEvent<Name extends keyof MainEvents>(
  contents: WebContents,
  name: Name,
  event: MainEvents[Name],
): void {
  if (!contents.isDestroyed()) contents.send(`event:${name}`, event);
}
