import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const namedExports = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };
const notInCatalogue = 'Words of the interface belong in the catalogues of renderer/i18n.';
/** Beside a word its keys may stand as they are on every keyboard. */
const notKeys = '[value.raw!=/^　((Ctrl|Alt|Shift)[+])*([A-Z]|Delete|Esc)?$/]';
/** Where a component can write words: as its content, or in an attribute that people read. */
const readAttribute =
  'JSXAttribute[name.name=/^(title|alt|placeholder|aria-label|aria-description|label)$/]';
const expressions = [
  ':matches(JSXElement, JSXFragment) > JSXExpressionContainer',
  `${readAttribute} > JSXExpressionContainer`,
];
const wordPlaces = [
  readAttribute,
  ...expressions,
  ...expressions.map((place) => `${place} > :matches(ConditionalExpression, LogicalExpression)`),
];

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      'no-restricted-syntax': ['error', namedExports],
      // Nothing of an archive ever opens another program.
      'no-restricted-properties': ['error', { object: 'shell', property: 'openExternal' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    // Names and types are checked by `npm run types`, which reads these files too.
    rules: {
      'no-debugger': 'error',
      'no-empty': 'error',
      'no-fallthrough': 'error',
      'no-self-assign': 'error',
      'no-unreachable': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
    rules: {
      'no-restricted-syntax': [
        'error',
        namedExports,
        { selector: 'JSXText[value=/[\\p{L}]/u]', message: notInCatalogue },
        ...wordPlaces.flatMap((place) => [
          { selector: `${place} > Literal[value=/[\\p{L}]/u]`, message: notInCatalogue },
          {
            selector: `${place} > TemplateLiteral > TemplateElement[value.raw=/[\\p{L}]/u]${notKeys}`,
            message: notInCatalogue,
          },
        ]),
      ],
    },
  },
  { files: ['renderer/i18n/locales/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['*.config.{js,ts}', 'scripts/**', 'tests/**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['tests/**'],
    rules: { 'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }] },
  },
);
