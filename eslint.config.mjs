// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
  name,
  message: 'Nothing leaves the browser: no code of ours connects anywhere.',
}));
const page = ['window', 'document', 'self', 'postMessage', 'localStorage', 'sessionStorage', 'process'].map((name) => ({
  name,
  message: 'This folder is pure: it runs in a worker, in Node and in tests.',
}));

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.astro/',
      '.cache/',
      'coverage/',
      'test-results/',
      'playwright-report/',
      'public/',
      'tests/warehouse/node_modules/',
    ],
  },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
    },
  },
  { files: ['src/**'], rules: { 'no-restricted-globals': ['error', ...network] } },
  // The service worker fetches the files of the site, from the site; what it asks for is one function (src/offline/take.ts) and the request of a page.
  { files: ['src/offline/**'], rules: { 'no-restricted-globals': ['error', ...network.filter(({ name }) => name !== 'fetch')] } },
  { files: ['src/{catalog,guide,pasted,analyzer}/**'], rules: { 'no-restricted-globals': ['error', ...network, ...page] } },
  // Configuration files are read by their tools through a default export.
  { files: ['**/*.mjs', '**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  astro.configs['flat/recommended'],
  // The type-aware rules see `astro:content` types as errors in .astro files; `astro check` types these.
  { files: ['**/*.astro', '**/*.astro/*.ts', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  // Its packages are installed by `npm run warehouse` alone: without them no type of theirs is known.
  {
    files: ['tests/warehouse/**'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false, project: null } },
  },
);
