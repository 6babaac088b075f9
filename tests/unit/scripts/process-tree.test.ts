import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { isRunning, killTree, processTree } from '../../../scripts/system/process-tree.mjs';

it.skipIf(process.platform === 'win32')('finds and kills a process and all below it', async () => {
  const child = spawn('sh', ['-c', 'sh -c "sleep 60 & wait" & echo ready; wait'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const pid = child.pid ?? 0;
  await expect.poll(() => processTree(pid).length).toBe(3);

  const tree = processTree(pid);
  expect(tree[0]).toBe(pid);
  expect(tree.filter(isRunning)).toEqual(tree);
  killTree(pid);
  await once(child, 'exit');
  await expect.poll(() => tree.filter(isRunning)).toEqual([]);
});
