import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test, type RunningReader } from './fixtures.ts';

/** The main process under test; a package's fuses keep it closed. */
function mainOf(reader: RunningReader): ElectronApplication {
  test.skip(reader.application === null, 'the main process of a package cannot be asked');
  if (reader.application === null) throw new Error('unreachable');
  return reader.application;
}

function blockedBy(page: Page): Promise<readonly { url: string; by: string }[]> {
  return page.evaluate(async () => (await window.guzhi?.request.blockedRequests()) ?? []);
}

test('web preferences: sandbox, isolation, no Node, web security', async ({ reader }) => {
  const preferences = await mainOf(reader).evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    return (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
});

test('the page has the bridge, and neither Node nor Electron', async ({ reader }) => {
  const found = await reader.window.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    bridge: Object.keys(window.guzhi ?? {}).sort(),
    requests: Object.keys(window.guzhi?.request ?? {}).sort(),
  }));
  expect(found).toEqual({
    globals: [],
    bridge: ['on', 'pathOfFile', 'request'],
    // Whatever is added here must check what it is sent, see below.
    requests: [
      'blockedRequests',
      'cancelImport',
      'cancelLoad',
      'cancelOpen',
      'cancelPdf',
      'cancelVerify',
      'chooseFile',
      'chooseSecondFolder',
      'clearTables',
      'endSteps',
      'expectedUserData',
      'journalAfter',
      'loadVerdict',
      'makeSnapshot',
      'openBag',
      'planImport',
      'previewRestore',
      'print',
      'printLine',
      'printPdf',
      'readStepFile',
      'rebuildArchive',
      'removeBag',
      'restoreUserData',
      'reviewPage',
      'runImport',
      'safetyState',
      'saveBag',
      'saveFileAs',
      'savePdf',
      'saveUserData',
      'setInterfaceLanguage',
      'showProfile',
      'startState',
      'tablesAreInStep',
      'takeNotesAlong',
      'verifyBag',
      'wipeUserData',
      'writeStepFile',
    ],
  });
});

test('every part of the interface comes with the strict policy', async ({ reader }) => {
  const served = await reader.window.evaluate(async () => {
    const addresses = [
      location.href.split('#')[0] ?? '',
      ...[...document.querySelectorAll('script[src]')].map((e) => (e as HTMLScriptElement).src),
      ...performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.startsWith('app://')),
    ];
    return Promise.all(
      [...new Set(addresses)].map(async (address) => {
        const { headers, ok } = await fetch(address);
        return {
          address,
          ok,
          policy: headers.get('content-security-policy') ?? '',
          sniffing: headers.get('x-content-type-options'),
        };
      }),
    );
  });
  expect(served.length).toBeGreaterThan(1);
  for (const { ok, policy, sniffing } of served.filter((each) => each.ok)) {
    expect(ok).toBe(true);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
    expect(sniffing).toBe('nosniff');
  }
});

test('the policy holds: no code from strings, no inline script, no foreign frame', async ({
  reader,
}) => {
  const outcome = await reader.window.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(event.effectiveDirective);
    });
    const script = document.createElement('script');
    script.textContent = 'window.hasRunInline = true';
    document.head.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.hasRunInline = true');
    document.body.append(button);
    button.click();
    const frame = document.createElement('iframe');
    frame.src = 'app://reader/index.html';
    document.body.append(frame);
    const timers = window as unknown as { setTimeout(code: string, delay: number): void };
    timers.setTimeout('window.hasRunInline = true', 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    button.remove();
    frame.remove();
    return { violations: [...new Set(violations)].sort(), ran: 'hasRunInline' in window };
  });
  expect(outcome.ran).toBe(false);
  expect(outcome.violations).toEqual([
    'frame-src',
    'script-src',
    'script-src-attr',
    'script-src-elem',
  ]);
});

test('a worker of foreign code does not start', async ({ reader }) => {
  const outcome = await reader.window.evaluate(async () => {
    const address = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
    return new Promise((resolve) => {
      try {
        const worker = new Worker(address);
        worker.onerror = () => {
          resolve('refused');
        };
        worker.onmessage = () => {
          resolve('ran');
        };
      } catch {
        resolve('refused');
      }
    });
  });
  expect(outcome).toBe('refused');
});

test('the protocols serve nothing else', async ({ reader }) => {
  const statuses = await reader.window.evaluate(async () => {
    const addresses = [
      'app://reader/..%2fmain/main.js',
      'app://reader/%2e%2e/main/main.js',
      'app://reader/..%2f..%2fpackage.json',
      'app://other/index.html',
      'archive://media/no-such-bag/media/a.png',
      'archive://media/..%2f..%2fetc%2fpasswd',
      'archive://load/no-such-bag',
      'archive://else/a',
      'file:///etc/hostname',
    ];
    return Promise.all(
      addresses.map(async (address) =>
        fetch(address).then(
          ({ status }) => status,
          () => 'failed',
        ),
      ),
    );
  });
  expect(statuses.slice(0, 3)).toEqual([404, 404, 404]);
  // Another host of our own scheme is a foreign origin, for which the policy allows no request.
  expect(statuses[3]).toBe('failed');
  expect(statuses.slice(4, 8)).toEqual([404, 404, 404, 404]);
  expect(statuses[8]).toBe('failed');
});

test('no permission is granted, but writing to the clipboard', async ({ reader }) => {
  const outcome = await reader.window.evaluate(async () => {
    const refusal = (asked: Promise<unknown>): Promise<string> =>
      Promise.race([
        asked.then(
          () => 'granted',
          () => 'refused',
        ),
        new Promise<string>((resolve) => setTimeout(resolve, 5_000, 'unanswered')),
      ]);
    const states = await Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    );
    return {
      states: [...new Set(states)],
      notification: await Notification.requestPermission(),
      geolocation: await refusal(
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, reject);
        }),
      ),
      camera: await refusal(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refusal(navigator.mediaDevices.getDisplayMedia({ video: true })),
      midi: await refusal(navigator.requestMIDIAccess()),
      ...Object.fromEntries(
        await Promise.all(
          (
            [
              ['usb', { filters: [] }],
              ['hid', { filters: [] }],
              ['serial', {}],
              ['bluetooth', { acceptAllDevices: true }],
            ] as const
          ).map(async ([name, wish]) => {
            const devices = (
              navigator as unknown as Record<
                string,
                { requestDevice?: Ask; requestPort?: Ask } | undefined
              >
            )[name];
            type Ask = (wish: object) => Promise<unknown>;
            const asked = (devices?.requestDevice ?? devices?.requestPort)?.call(devices, wish);
            return [name, await refusal(asked ?? Promise.reject(new Error('absent')))] as const;
          }),
        ),
      ),
      reading: await refusal(navigator.clipboard.readText()),
    };
  });
  expect(outcome).toEqual({
    states: ['denied'],
    notification: 'denied',
    geolocation: 'refused',
    camera: 'refused',
    screen: 'refused',
    midi: 'refused',
    usb: 'refused',
    hid: 'refused',
    serial: 'refused',
    bluetooth: 'refused',
    reading: 'refused',
  });
});

test('no window opens', async ({ reader }) => {
  const application = mainOf(reader);
  for (const address of ['https://example.com/', 'about:blank', 'file:///etc/hostname']) {
    const opened = await reader.window.evaluate((url) => window.open(url) !== null, address);
    expect(opened).toBe(false);
  }
  expect(application.windows()).toHaveLength(1);
  const blocked = await blockedBy(reader.window);
  expect(blocked.filter(({ by }) => by === 'window').map(({ url }) => url)).toEqual([
    // Chromium itself refuses files before anybody is asked.
    'https://example.com/',
    'about:blank',
  ]);
});

test('the page goes nowhere else', async ({ reader }) => {
  // The first start ends by going to the front page: only then does the address stand still.
  await expect(reader.window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });
  const before = reader.window.url();
  for (const address of [
    'https://example.com/',
    'file:///etc/hostname',
    'app://reader/assets/other.html',
    'archive://media/bag/a.svg',
    'data:text/html,gone',
  ]) {
    await reader.window.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
    await reader.window.waitForTimeout(200);
    expect(reader.window.url()).toBe(before);
  }
  const blocked = await blockedBy(reader.window);
  expect(blocked.filter(({ by }) => by === 'navigation').map(({ url }) => url)).toEqual(
    expect.arrayContaining(['https://example.com/', 'archive://media/bag/a.svg']),
  );
});

test('nothing is downloaded, and no page is put into another', async ({ reader }) => {
  await reader.window.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    document.body.append(link);
    link.click();
    link.remove();
  });
  await expect
    .poll(async () => (await blockedBy(reader.window)).filter(({ by }) => by === 'download').length)
    .toBe(1);
  const attached = await mainOf(reader).evaluate(async ({ BrowserWindow }) => {
    const host = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
    let count = 0;
    host.webContents.on('did-attach-webview', () => (count += 1));
    await host.loadURL('data:text/html,<webview src="data:text/html,inner"></webview>');
    await new Promise((resolve) => setTimeout(resolve, 500));
    host.destroy();
    return count;
  });
  expect(attached).toBe(0);
  const blocked = await blockedBy(reader.window);
  expect(blocked.filter(({ by }) => by === 'webview').map(({ url }) => url)).toEqual([
    'data:text/html,inner',
  ]);
});

test('a page that is not the interface is not listened to, even with the bridge in hand', async ({
  reader,
}) => {
  const application = mainOf(reader);
  const opened = application.waitForEvent('window');
  await application.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await stranger.loadURL('data:text/html,<title>stranger</title>');
  });
  const stranger = await opened;
  await stranger.waitForURL('data:**');
  const answers = await stranger.evaluate(async () => {
    const asked = window.guzhi?.request;
    const refusal = (request: Promise<unknown> | undefined): Promise<string> =>
      (request ?? Promise.reject(new Error('there is no bridge'))).then(
        () => 'answered',
        (error: unknown) => String(error),
      );
    return [
      await refusal(asked?.startState()),
      await refusal(asked?.saveUserData([])),
      await refusal(asked?.openBag('/etc/hostname')),
      await refusal(asked?.blockedRequests()),
    ];
  });
  expect(answers).toHaveLength(4);
  for (const answer of answers) expect(answer).toContain('This page may not ask anything');
});

test('what the page sends is checked', async ({ reader }) => {
  const answers = await reader.window.evaluate(async () => {
    const asked = window.guzhi?.request as unknown as Record<
      string,
      (...parameters: unknown[]) => Promise<unknown>
    >;
    const refused = (request: Promise<unknown> | undefined): Promise<boolean> =>
      (request ?? Promise.resolve()).then(
        () => false,
        () => true,
      );
    return Promise.all([
      refused(asked.saveUserData?.([{ store: 'archives', key: 'x', value: 1 }])),
      refused(asked.saveUserData?.('x')),
      refused(asked.journalAfter?.('0')),
      refused(asked.previewRestore?.({ kind: 'snapshot', name: '../journal.ndjson' })),
      refused(asked.restoreUserData?.({ kind: 'file' }, 'merge')),
      refused(asked.tablesAreInStep?.('x')),
      refused(asked.openBag?.({ path: '/etc' })),
      refused(asked.loadVerdict?.(7)),
      refused(asked.removeBag?.(['x'])),
      refused(asked.setInterfaceLanguage?.('xx')),
    ]);
  });
  expect(answers).toEqual(answers.map(() => true));
});
