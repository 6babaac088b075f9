// npm run demo -- 10000: makes an archive of that many stories and opens it in a profile of its own,
// apart from the reader's usual one. Both are kept in out/demo/ for the next time.
import { mkdirSync, renameSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { inputDigest, unlessUnchanged } from './build/input-digest.mjs';
import { hasDisplay } from './ensure-system-libraries.mjs';
import { openReader } from './open-reader.mjs';
import { prepare } from './prepare.mjs';

const [count = '10000'] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(count)) {
  console.error('How many stories? For instance: npm run demo -- 10000');
  process.exit(2);
}

const projectFolder = process.cwd();
await prepare({ projectFolder, needs: ['window'] });

const bag = `out/demo/demo-${count}.newsbag`;
mkdirSync(join(projectFolder, 'out/demo'), { recursive: true });
const { skipped } = await unlessUnchanged(
  {
    projectFolder,
    name: `demo-${count}`,
    digest: inputDigest(projectFolder, ['archive', 'scripts/demo-archive.ts', 'package-lock.json']),
    outputs: [bag],
  },
  async () => {
    const work = join(projectFolder, `out/demo/.demo-${count}.newsbag`);
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/demo-archive.ts', count, work], {
      cwd: projectFolder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    renameSync(work, join(projectFolder, bag));
  },
);
console.log(skipped ? `Kept from before: ${bag}` : `Made: ${bag}`);

if (!hasDisplay()) {
  console.error(`There is no display to open it on. With one: npm run demo -- ${count}`);
  process.exit(1);
}
openReader(projectFolder, [
  `--profile=${join(projectFolder, `out/demo/profile-${count}`)}`,
  join(projectFolder, bag),
]);
