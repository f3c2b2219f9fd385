// @ts-check
/** Who may import whom inside src/; a folder may always import itself. Everything not listed is forbidden. */
const layers = {
  catalog: [],
  'hand-over': [],
  guide: ['catalog'],
  analyzer: ['catalog'],
  pasted: ['analyzer', 'catalog'],
  worker: ['analyzer', 'catalog'],
  islands: ['worker', 'analyzer', 'pasted', 'guide', 'hand-over', 'catalog'],
  site: ['guide', 'analyzer', 'catalog'],
  components: ['islands', 'site', 'guide', 'hand-over', 'catalog', 'page-scripts', 'styles'],
  layouts: ['components', 'catalog', 'page-scripts', 'styles'],
  'page-scripts': ['pasted', 'guide', 'hand-over', 'catalog'],
  build: ['pasted', 'catalog'],
  cli: ['analyzer', 'pasted', 'guide', 'catalog'],
};
const pure = ['catalog', 'guide', 'pasted', 'analyzer'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(layers).map(([layer, allowed]) => ({
      name: `${layer}-imports-only-${allowed.join('-') || 'itself'}`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^src/${layer}/` },
      to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
    })),
    {
      name: 'pure-folders-know-no-framework',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/` },
      to: {
        path: [
          'node_modules/(astro/(?!dist/zod|zod)|@astrojs|preact|@preact)',
          '^node:',
          '^(fs|path|os|http|child_process|worker_threads)$',
        ],
        pathNot: 'node_modules/astro/.*zod',
      },
    },
    { name: 'src-imports-no-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^tests/' } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(astro:|virtual:)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
