import { spawn } from 'node:child_process';

/**
 * Starts an X server without a screen on a number it picks itself, and points this process's children
 * at it. It ends with `stop`, or with this process.
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export function startVirtualDisplay() {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const stop = () => server.kill();
  process.on('exit', stop);
  return new Promise((resolve, reject) => {
    let complaint = '';
    server.stderr?.on('data', (text) => (complaint += String(text)));
    server.on('error', () => reject(new Error('Xvfb is not installed.')));
    server.on('exit', (code) => reject(new Error(`Xvfb ended with code ${code}: ${complaint}`)));
    server.stdio[3]?.once('data', (number) => {
      const display = `:${String(number).trim()}`;
      process.env['DISPLAY'] = display;
      resolve({ display, stop });
    });
  });
}
