import { spawnSync } from 'node:child_process';

/**
 * Why Chromium's sandbox cannot work for this user here: it refuses to run as root, and needs user
 * namespaces on Linux. Null where it can.
 * @returns {'root' | 'no-namespaces' | null}
 */
export function sandboxObstacle() {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'root';
  const trial = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  return trial.error || trial.status === 0 ? null : 'no-namespaces';
}
