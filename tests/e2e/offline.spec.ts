import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { packagedExecutable } from '../../scripts/launch-reader.mjs';
import { expect, test } from './fixtures.ts';
import { makeBag } from './made-bag.ts';
import { archivesOf } from './stored-tables.ts';

const projectFolder = join(import.meta.dirname, '../..');

/** Ways out of a page, each tried against an address of its own. Returns how many were tried. */
function tryWaysOut(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = 0;
    const url = (scheme = 'https'): string => `${scheme}://way-${++count}.example.com/x`;
    const element = (name: string, attributes: Record<string, string>): HTMLElement => {
      const made = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      document.body.append(made);
      return made;
    };
    const attempt = (task: () => unknown): void => {
      try {
        const result = task();
        if (result instanceof Promise) result.catch(() => undefined);
      } catch {
        // A way that is closed at once.
      }
    };
    attempt(() => fetch(url()));
    attempt(() => fetch(url('http'), { mode: 'no-cors', keepalive: true }));
    attempt(() => fetch('https://192.0.2.1/x', { mode: 'no-cors' }));
    attempt(() => fetch('https://[2001:db8::1]/x', { mode: 'no-cors' }));
    attempt(() => {
      const request = new XMLHttpRequest();
      request.open('GET', url());
      request.send();
    });
    attempt(() => navigator.sendBeacon(url(), 'x'));
    attempt(() => new WebSocket(url('wss')));
    attempt(() => new EventSource(url()));
    attempt(() => new Worker(url()));
    attempt(() => new SharedWorker(url()));
    attempt(() => navigator.serviceWorker.register(url()));
    attempt(() => import(/* @vite-ignore */ url()));
    attempt(() => (new Image().src = url()));
    attempt(() => new Audio(url()).play());
    attempt(() => window.open(url()));
    attempt(() => new FontFace('x', `url(${url()})`).load());
    attempt(() => {
      const transport = (window as unknown as { WebTransport: new (url: string) => object })
        .WebTransport;
      return new transport('https://192.0.2.2:443/x');
    });
    for (const rel of [
      'stylesheet',
      'icon',
      'prefetch',
      'preload',
      'modulepreload',
      'preconnect',
      'dns-prefetch',
      'prerender',
      'manifest',
    ]) {
      attempt(() => element('link', { rel, href: url(), as: 'script' }));
    }
    for (const [name, attribute] of [
      ['img', 'src'],
      ['img', 'srcset'],
      ['script', 'src'],
      ['iframe', 'src'],
      ['embed', 'src'],
      ['object', 'data'],
      ['video', 'src'],
      ['video', 'poster'],
      ['audio', 'src'],
      ['input', 'src'],
    ] as const) {
      attempt(() => element(name, { [attribute]: url(), type: name === 'input' ? 'image' : '' }));
    }
    attempt(() => (element('div', {}).style.backgroundImage = `url(${url()})`));
    attempt(() => {
      const rules = element('script', { type: 'speculationrules' });
      rules.textContent = JSON.stringify({ prerender: [{ urls: [url()] }] });
    });
    attempt(() => {
      const form = element('form', { action: url(), method: 'post' }) as HTMLFormElement;
      form.submit();
    });
    attempt(() => {
      element('a', { href: url(), ping: url() }).click();
    });
    attempt(() => {
      element('a', { href: url(), download: 'x' }).click();
    });
    attempt(() => {
      location.href = url();
    });
    attempt(() => {
      element('meta', { 'http-equiv': 'refresh', content: `0;url=${url()}` });
    });
    attempt(async () => {
      const connection = new RTCPeerConnection({
        iceServers: [{ urls: [`stun:way-${++count}.example.com:3478`, 'stun:192.0.2.3:3478'] }],
      });
      connection.createDataChannel('x');
      await connection.setLocalDescription(await connection.createOffer());
    });
    attempt(() => {
      navigator.geolocation.getCurrentPosition(() => undefined);
    });
    attempt(() => {
      const field = element('textarea', { spellcheck: 'true', lang: 'en' }) as HTMLTextAreaElement;
      field.value = 'a mispeled wrod';
      field.focus();
    });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    return count;
  });
}

test('each layer stands by itself on the running reader', async ({ reader }) => {
  test.skip(reader.application === null, 'the main process of a package cannot be asked');
  const found = await reader.application?.evaluate(async ({ app, session, webContents, net }) => {
    const { defaultSession } = session;
    const refusal = (asked: Promise<unknown>): Promise<string> =>
      asked.then(
        () => 'answered',
        (error: unknown) => String(error),
      );
    return {
      rules: app.commandLine.getSwitchValue('host-resolver-rules'),
      proxySwitch: app.commandLine.getSwitchValue('proxy-server'),
      name: await refusal(defaultSession.resolveHost('example.com')),
      secureName: await refusal(
        defaultSession.resolveHost('example.com', { secureDnsPolicy: 'allow' }),
      ),
      proxy: await defaultSession.resolveProxy('https://example.com/'),
      localProxy: await defaultSession.resolveProxy('http://localhost/'),
      request: await refusal(net.fetch('https://192.0.2.9/from-main')),
      spellChecker: defaultSession.isSpellCheckerEnabled(),
      spellLanguages: defaultSession.getSpellCheckerLanguages(),
      webRtc: webContents.getAllWebContents()[0]?.getWebRTCIPHandlingPolicy(),
    };
  });
  expect(found).toEqual({
    rules: 'MAP * ~NOTFOUND',
    proxySwitch: 'http://127.0.0.1:9',
    name: expect.stringContaining('ERR_NAME_NOT_RESOLVED'),
    secureName: expect.stringContaining('ERR_NAME_NOT_RESOLVED'),
    proxy: 'PROXY 127.0.0.1:9',
    localProxy: 'PROXY 127.0.0.1:9',
    request: expect.stringContaining('ERR_BLOCKED_BY_CLIENT'),
    spellChecker: false,
    spellLanguages: [],
    webRtc: 'disable_non_proxied_udp',
  });
});

test('blocked requests are counted and listed', async ({ reader }) => {
  const counts = await reader.window.evaluate(async () => {
    const heard: number[] = [];
    window.guzhi?.on('blockedCount', (count) => heard.push(count));
    window.open('https://one.example.com/');
    window.open('https://two.example.com/');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const listed = (await window.guzhi?.request.blockedRequests()) ?? [];
    return { heard, listed: listed.map(({ url, by }) => [url, by]) };
  });
  expect(counts.listed.slice(-2)).toEqual([
    ['https://one.example.com/', 'window'],
    ['https://two.example.com/', 'window'],
  ]);
  expect(counts.heard.at(-1)).toBe(counts.listed.length);
});

const withoutNetwork = ['unshare', '--map-root-user', '--net'];

test('with no network at all an archive is loaded and searched', async ({
  startRefused,
  profileFolder,
}) => {
  test.skip(
    spawnSync('unshare', [...withoutNetwork.slice(1), 'true']).status !== 0,
    'the machine makes no network namespaces',
  );
  const bag = join(profileFolder, '../', `${basename(profileFolder)}.newsbag`);
  await makeBag(bag, { uuid: '5d1f3c52-7f2e-4f0e-9a44-3c2f6f6f0009', title: '试刊', articles: 12 });
  try {
    const { code, output } = await startRefused({
      through: withoutNetwork,
      words: ['--no-window', `--open=${bag}`, '--search=试刊', '--json'],
    });
    expect(output).toContain('"outcome":"loaded"');
    expect(output).toMatch(/"count":\d+/);
    expect(code).toBe(0);
  } finally {
    rmSync(bag);
  }
});

const loopback = /inet_addr\("127\.|inet_pton\(AF_INET6, "::1"|->127\.|->\[::1\]/;

/**
 * Lines of a system call trace that reach, or try to reach, another machine. To connect a UDP socket
 * sends nothing: Chromium does it to ask the kernel for a route. Those lines count with `evenRoutes`.
 */
function reachingOut(trace: string, evenRoutes: boolean): string[] {
  return trace.split('\n').filter((line) => {
    const [, call, socket] = /\b(connect|sendto|sendmsg|sendmmsg)\(\d+<(\w+):/.exec(line) ?? [];
    if (call === undefined || !/^(?:TCP|UDP|RAW|ICMP|SCTP)/.test(socket ?? '')) return false;
    const asksForRoute = call === 'connect' && socket?.startsWith('UDP') === true;
    return !loopback.test(line) && (evenRoutes || !asksForRoute);
  });
}

/** Runs the reader with every network call of all its processes written down; returns them. */
async function trace(
  profileFolder: string,
  use: (page: Page, application: ElectronApplication) => Promise<void>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guzhi-trace-'));
  try {
    const traced = join(folder, 'electron');
    const electron = join(projectFolder, 'node_modules/electron/dist/electron');
    const strace = `strace -ff -yy -qq -s 200 -e trace=network -o '${join(folder, 'trace')}'`;
    writeFileSync(traced, `#!/bin/sh\nexec ${strace} '${electron}' "$@"\n`);
    chmodSync(traced, 0o755);
    const application = await _electron.launch({
      executablePath: traced,
      args: ['--no-sandbox', projectFolder, '--profile', profileFolder],
      timeout: 120_000,
    });
    const page = await application.firstWindow();
    await expect(page.locator('#root > *').first()).toBeVisible({ timeout: 60_000 });
    await use(page, application);
    await application.close();
    const traces = readdirSync(folder).filter((name) => name.startsWith('trace.'));
    const all = traces.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    // The trace itself works: it holds what Playwright and the program say to each other.
    expect(traces.length).toBeGreaterThan(10);
    expect(all).toMatch(/\bsendto\(\d+<TCP:\[127\.|\bsendmsg\(\d+<TCP:\[127\./);
    return all;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.describe('every network call of the whole program, from start to end', () => {
  test.skip(packagedExecutable() !== null, 'the trace is made of the built application');
  test.skip(
    spawnSync('strace', ['-f', '-e', 'trace=network', 'true']).status !== 0,
    'strace is not there or may not trace',
  );
  test.describe.configure({ timeout: 240_000 });

  test('in ordinary use no address of another machine is even named', async ({ profileFolder }) => {
    const all = await trace(profileFolder, async (page) => {
      await expect
        .poll(async () => (await archivesOf(page)).length, { timeout: 60_000 })
        .toBeGreaterThan(0);
      await page.evaluate(() => {
        const field = document.createElement('textarea');
        field.lang = 'en';
        field.spellcheck = true;
        document.body.append(field);
        field.focus();
      });
      await page.keyboard.type('a mispeled wrod of English');
      // Background services of a browser wake up after a while.
      await page.waitForTimeout(15_000);
    });
    expect(reachingOut(all, true)).toEqual([]);
  });

  test('against every way out nothing is sent to any other machine', async ({ profileFolder }) => {
    const all = await trace(profileFolder, async (page, application) => {
      expect(await tryWaysOut(page)).toBeGreaterThan(40);
      await application.evaluate(async ({ net, session }) => {
        await Promise.allSettled([
          net.fetch('https://main.example.com/'),
          session.defaultSession.resolveHost('main.example.com'),
        ]);
      });
      const blocked = await page.evaluate(() => window.guzhi?.request.blockedRequests());
      expect(blocked?.length).toBeGreaterThan(5);
    });
    expect(reachingOut(all, false)).toEqual([]);
  });
});
