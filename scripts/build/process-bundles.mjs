// The bundles of the three processes: main (ES module), preload (one CommonJS file, as the sandbox
// requires), renderer.
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** The oldest Chromium and Node that the application runs on: those of the fallback runtime. */
const chromiumTarget = 'chrome130';
const nodeTarget = 'node20';

/**
 * Notes the npm packages whose code goes into a bundle, for the notices.
 * @param {string} projectFolder @param {Set<string>} packages @returns {import('vite').Plugin}
 */
function notePackages(projectFolder, packages) {
  return {
    name: 'note-packages',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        const ids = part.type === 'chunk' ? part.moduleIds : part.originalFileNames;
        for (const id of ids) {
          const path = relative(projectFolder, id.replace(/^\0/, '').replace(/\?.*$/, ''));
          const [, name] = /(?:^|.*\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
          if (name) packages.add(name);
        }
      }
    },
  };
}

/**
 * @param {string} projectFolder @param {'main' | 'preload'} part
 * @returns {Promise<string[]>} the npm packages inside
 */
export async function bundleForNode(projectFolder, part) {
  /** @type {Set<string>} */
  const packages = new Set();
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [notePackages(projectFolder, packages)],
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: `${part}/${part}.ts`,
      target: nodeTarget,
      outDir: `out/${part}`,
      emptyOutDir: true,
      sourcemap: true,
      rolldownOptions: {
        output:
          part === 'main'
            ? { format: 'es', entryFileNames: 'main.js', chunkFileNames: '[name].js' }
            : { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  });
  return [...packages].sort();
}

/**
 * @param {string} projectFolder @returns {Promise<string[]>} the npm packages inside
 */
export async function bundleRenderer(projectFolder) {
  /** @type {Set<string>} */
  const packages = new Set();
  const outDir = join(projectFolder, 'out/renderer');
  // Not emptied as a whole: the fonts, which change rarely and are large, live there too.
  rmSync(join(outDir, 'assets'), { recursive: true, force: true });
  await build({
    root: join(projectFolder, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [react(), linkFontFaces(), notePackages(projectFolder, packages)],
    worker: { format: 'es', plugins: () => [notePackages(projectFolder, packages)] },
    build: {
      target: chromiumTarget,
      outDir,
      emptyOutDir: false,
      sourcemap: true,
      modulePreload: { polyfill: false },
      // Nothing becomes a data: address, which the content security policy does not allow.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
    },
  });
  return [...packages].sort();
}

/** Puts the generated @font-face rules before the styles that name the faces. @returns {import('vite').Plugin} */
function linkFontFaces() {
  return {
    name: 'link-font-faces',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'link',
          attrs: { rel: 'stylesheet', href: './fonts/fonts.css' },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
