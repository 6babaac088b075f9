import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveReader } from '../../../main/app-protocol.ts';

let folder: string;
let serve: (request: Request) => Promise<Response>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guzhi-reader-'));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await mkdir(join(folder, 'renderer-secret'));
  await writeFile(join(folder, 'secret.js'), 'secret');
  await writeFile(join(folder, 'renderer-secret', 'a.js'), 'secret');
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'renderer', 'assets', 'a b.js'), 'let a');
  await writeFile(join(folder, 'renderer', 'notes.txt'), 'no kind of the interface');
  serve = serveReader(join(folder, 'renderer'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('app://reader', () => {
  test.each([
    ['app://reader/index.html', 'text/html; charset=utf-8'],
    ['app://reader/index.html?a=1', 'text/html; charset=utf-8'],
    ['app://reader/assets/a%20b.js', 'text/javascript; charset=utf-8'],
  ])('serves %s with its type and the strict policy', async (url, type) => {
    const response = await serve(new Request(url));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test.each([
    'app://reader/',
    'app://reader/../secret.js',
    'app://reader/%2e%2e/secret.js',
    'app://reader/..%2fsecret.js',
    'app://reader/..%5csecret.js',
    'app://reader/assets/..%2f..%2fsecret.js',
    'app://reader/..%2frenderer-secret/a.js',
    'app://reader//etc/passwd',
    'app://reader/index.html%00.js',
    'app://reader/%zz.js',
    'app://reader/notes.txt',
    'app://reader/assets',
    'app://other/index.html',
  ])('refuses %s', async (url) => {
    const response = await serve(new Request(url));
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('refuses what is not GET', async () => {
    const request = new Request('app://reader/index.html', { method: 'POST', body: 'x' });
    expect((await serve(request)).status).toBe(405);
  });
});
