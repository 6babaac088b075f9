// After every installation: the runtime, and a first build, so that the first start need not wait for
// fonts and archives. Without the build the installation is still good: the start builds what it lacks.
import { ensureRuntime, readWish } from './ensure-runtime.mjs';

const projectFolder = process.cwd();
try {
  await ensureRuntime(projectFolder, readWish(process.env['GUZHI_RUNTIME']));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
try {
  const { buildAll } = await import('./build.mjs');
  await buildAll({ projectFolder, fontFormat: 'ttf' });
} catch (error) {
  console.log(`The build is left to the start: ${error instanceof Error ? error.message : error}`);
}
