import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** Every running process and its parent. @returns {Map<number, number>} */
function parents() {
  /** @type {Map<number, number>} */
  const found = new Map();
  if (process.platform === 'linux') {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
        if (parent) found.set(Number(name), Number(parent));
      } catch {
        // It ended in the meantime.
      }
    }
  } else {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n');
    for (const line of lines) {
      const [pid, parent] = line.trim().split(/\s+/).map(Number);
      if (pid && parent) found.set(pid, parent);
    }
  }
  return found;
}

/** A process and all that it started, parents first. @param {number} pid @returns {number[]} */
export function processTree(pid) {
  const all = parents();
  const tree = [pid];
  for (const member of tree)
    for (const [child, parent] of all) if (parent === member) tree.push(child);
  return tree;
}

/** Whether a process still runs; one that only waits for its parent to take note of its end does not. @param {number} pid */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return (
      process.platform !== 'linux' ||
      !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    );
  } catch {
    return false;
  }
}

/** Kills a process and all that it started, at once, as a power cut would. @param {number} pid */
export function killTree(pid) {
  if (process.platform === 'win32') {
    execFileSync('taskkill', ['/T', '/F', '/PID', String(pid)]);
    return;
  }
  for (const member of processTree(pid))
    try {
      process.kill(member, 'SIGKILL');
    } catch {
      // It ended with its parent.
    }
}
