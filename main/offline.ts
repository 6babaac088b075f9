import { app, type Session, type WebContents } from 'electron';
import type { BlockedLog } from './blocked-log.ts';
import { isReaderDocument, localSchemes, readerOrigin, schemeOf } from './origins.ts';

/** A proxy where nothing listens: what asks for one ends there. */
const closedProxy = 'http://127.0.0.1:9';

/**
 * The layers that belong to the command line; call before the application is ready. The resolver
 * knows no name and no address, and the browser's own services stay asleep.
 */
export function applyOfflineSwitches(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('proxy-server', closedProxy);
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
}

/** The layers of every session and every page; call before the application is ready. */
export function keepOffline(blocked: BlockedLog): void {
  app.on('session-created', (session) => {
    closeSession(session, blocked);
  });
  app.on('web-contents-created', (_event, contents) => {
    closeContents(contents, blocked);
  });
}

/** The layer that needs a running application: no name is ever looked up, not even securely. */
export async function closeNetworkService(session: Session): Promise<void> {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' });
  await session.setProxy({ mode: 'fixed_servers', proxyRules: closedProxy, proxyBypassRules: '' });
}

function closeSession(session: Session, blocked: BlockedLog): void {
  // Only both together stop the look-up of a host for spelling dictionaries.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);

  session.webRequest.onBeforeRequest(({ url, webContents }, callback) => {
    const scheme = schemeOf(url);
    const isDevTools = !app.isPackaged && webContents?.getURL().startsWith('devtools:') === true;
    const isLocal = localSchemes.has(scheme) || (isDevTools && scheme === 'devtools:');
    if (!isLocal) blocked.add(url, 'request');
    callback({ cancel: !isLocal });
  });

  const mayWriteClipboard = (permission: string, origin: string): boolean =>
    permission === 'clipboard-sanitized-write' && origin === readerOrigin;
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const isMine =
      details.isMainFrame &&
      mayWriteClipboard(permission, isReaderDocument(contents.getURL()) ? readerOrigin : '');
    if (!isMine) blocked.add(details.requestingUrl, `permission: ${permission}`);
    callback(isMine);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    mayWriteClipboard(permission, origin.replace(/\/$/, '')),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((request, callback) => {
    blocked.add(request.securityOrigin, 'permission: display-capture');
    callback({});
  });
  session.setBluetoothPairingHandler((_details, callback) => {
    callback({ confirmed: false });
  });
  session.on('will-download', (event, item) => {
    blocked.add(item.getURL(), 'download');
    event.preventDefault();
  });
}

function closeContents(contents: WebContents, blocked: BlockedLog): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(({ url }) => {
    blocked.add(url, 'window');
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isReaderDocument(event.url)) return;
    blocked.add(event.url, 'navigation');
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    blocked.add(event.url, 'navigation');
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event, _preferences, parameters) => {
    blocked.add(parameters['src'] ?? '', 'webview');
    event.preventDefault();
  });
}
