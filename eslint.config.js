import tseslint from 'typescript-eslint';

/** Time and chance come from ports, so that tests can move them. */
const PORTS = [
  { object: 'Date', property: 'now', message: 'Read the time from Clock.' },
  { object: 'Math', property: 'random', message: 'Chance comes in from outside.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'libs/platform/database/generated/', '*.config.{js,ts}', '.dependency-cruiser.js', 'test/support/*.js', '.trellis/', 'apps/web/dist/', 'apps/web/src/api/schema.d.ts', 'packages/client/src/schema.d.ts', 'packages/client/dist/'] },
  ...tseslint.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-params': ['error', { max: 8 }],
      'no-restricted-properties': ['error', ...PORTS],
      'no-restricted-globals': ['error', { name: 'setTimeout', message: 'Use pause, and only where the machinery turns.' }, { name: 'setInterval', message: 'Use a Clockwork task.' }],
      'no-restricted-imports': ['error', { paths: [{ name: '@casl/ability/extra', message: 'rulesToFields of 7.0.1 can pollute prototypes (CVE-2026-111172), see docs/security.md.' }] }],
      'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Read the time from Clock.' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // A browser has but its own clock, and draws by timers.
    files: ['apps/web/**'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    // The state of a thing is moved by the command runner alone: its statement is the only writer.
    files: ['libs/**/*.ts'],
    ignores: ['libs/platform/commands/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Read the time from Clock.' },
        { selector: "CallExpression[callee.object.property.name='aggregate'][callee.property.name=/^(create|update|upsert|delete)/]", message: 'States are moved by the command runner alone.' },
      ],
    },
  },
);
