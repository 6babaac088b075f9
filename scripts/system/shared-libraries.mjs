// What the window needs from the system, by the names that the dynamic linker and apt use.

/** The libraries that `ldd` could not find. @param {string} lddOutput @returns {string[]} */
export function missingLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? '');
  return [...new Set(names)].sort();
}

/**
 * Packages by the libraries they bring. Newer releases renamed some for 64-bit times: the first name
 * that the system knows is taken.
 * @type {readonly { readonly libraries: RegExp, readonly packages: readonly string[] }[]}
 */
const sources = [
  { libraries: /^lib(nss|nssutil|smime|ssl)3\.|^libn?sp[rl]4\.|^libplc4\./, packages: ['libnss3'] },
  { libraries: /^libasound\./, packages: ['libasound2t64', 'libasound2'] },
  { libraries: /^lib(gbm|drm)\./, packages: ['libgbm1'] },
  { libraries: /^libcups\./, packages: ['libcups2t64', 'libcups2'] },
  { libraries: /^libxkbcommon\./, packages: ['libxkbcommon0'] },
  // GTK brings the rest: X11, ATK, Pango, Cairo, D-Bus.
  { libraries: /./, packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
];

/**
 * The packages that bring the libraries, each as its possible names, best first.
 * @param {readonly string[]} libraries @returns {(readonly string[])[]}
 */
export function packagesFor(libraries) {
  const found = new Set(
    libraries.map((library) => sources.find((source) => source.libraries.test(library))),
  );
  return [...found].flatMap((source) => (source ? [source.packages] : []));
}
