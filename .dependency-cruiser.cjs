/** The map of the architecture: who may import whom. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'archive-knows-no-process',
      comment: 'The domain imports nothing of the application around it.',
      severity: 'error',
      from: { path: '^archive/' },
      to: { path: '^(main|preload|renderer|scripts|tests)/' },
    },
    {
      name: 'archive-is-free-of-node',
      comment: 'Only the bag and the command line touch files.',
      severity: 'error',
      from: { path: '^archive/', pathNot: '^archive/(bag|cli)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-imports-the-command-line',
      severity: 'error',
      from: { pathNot: '^(archive/cli|tests)/' },
      to: { path: '^archive/cli/' },
    },
    {
      name: 'processes-share-only-archive-and-bridge',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^renderer/|^preload/(?!bridge\\.ts$)' },
    },
    {
      name: 'renderer-is-free-of-main-and-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^main/|^preload/(?!bridge\\.ts$)|^archive/(bag|cli)/' },
    },
    {
      name: 'renderer-imports-no-node-module',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-are-strangers',
      comment: 'A feature of the renderer never imports another one; app/ combines them.',
      severity: 'error',
      from: {
        path: '^renderer/(library|reading|annotation|bookmarks|notes|search|export|preferences|import|review|safety)/',
      },
      to: {
        path: '^renderer/(library|reading|annotation|bookmarks|notes|search|export|preferences|import|review|safety|app)/',
        pathNot: '^renderer/$1/',
      },
    },
    {
      name: 'foundations-know-no-feature',
      severity: 'error',
      from: { path: '^renderer/(database|location|components|i18n|script)/' },
      to: {
        path: '^renderer/(library|reading|annotation|bookmarks|notes|search|export|preferences|import|review|safety|app)/',
      },
    },
    {
      name: 'no-orphans-of-tests',
      comment: 'Nothing that ships imports a test.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
};
