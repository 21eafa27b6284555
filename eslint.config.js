import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const DEPRECATED_POLARIS =
  'LegacyCard LegacyStack LegacyTabs LegacyFilters TextContainer SettingToggle Sheet FullscreenBar EventListener Frame TopBar Navigation Toast Loading Modal ContextualSaveBar PageActions'.split(
    ' ',
  );

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'extensions/*/dist/',
      '.data/',
      'coverage/',
      'scripts/**/*.mjs',
      'test/*.js',
      'extensions/*/assets/*.js',
      '*.config.js',
      '.dependency-cruiser.cjs',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './web/tsconfig.json',
          './extensions/tsconfig.json',
          './extensions/tsconfig.admin.json',
          './sandbox/browser/tsconfig.json',
          './test/e2e/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date.now', 'process', 'setTimeout', 'fetch', 'crypto', 'window', 'document'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'core has no clock: take `asOf`.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'core has no clock: take `asOf`.',
        },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'core has no chance.' },
      ],
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@shopify/polaris',
              importNames: DEPRECATED_POLARIS,
              message: 'Deprecated, or wrong inside the admin: App Bridge does it (docs/architecture.md).',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'test/**', 'sandbox/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  { files: ['scripts/**', 'server/cli/**', '**/bench/**', 'test/e2e/pictures.ts'], rules: { 'no-console': 'off' } },
);
