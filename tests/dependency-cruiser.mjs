// @ts-check
import { below, layers, pure, rooms, typeEntries } from './layers.ts';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(layers).flatMap(([layer, allowed]) => [
      {
        name: `${layer}-imports-only-${allowed.join('-') || 'itself'}`,
        severity: /** @type {const} */ ('error'),
        from: { path: below(layer) },
        to: { path: '^src/', pathNot: below(layer, ...allowed) },
      },
      ...typeEntries(layer).map((entry) => ({
        name: `${layer}-imports-${entry}`,
        severity: /** @type {const} */ ('error'),
        from: { path: below(layer) },
        to: { path: below(entry), dependencyTypesNot: [/** @type {const} */ ('type-only')] },
      })),
    ]),
    ...rooms.map((step, place) => ({
      name: `analyzer-${step.join('-')}-imports-what-comes-before`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^src/analyzer/(${step.join('|')})/` },
      to: {
        path: '^src/analyzer/',
        pathNot: `^src/analyzer/(${rooms
          .slice(0, place + 1)
          .flat()
          .join('|')})/`,
      },
    })),
    {
      // A schema brings Zod, which no reader of a log needs.
      name: 'the-analyzer-reads-no-schema',
      severity: 'error',
      from: { path: '^src/(analyzer|worker|islands)/' },
      to: { path: '-schema\\.ts$', dependencyTypesNot: ['type-only'] },
    },
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
    // The packages of tests/warehouse are its own: npm run warehouse installs them, and its tsconfig.json holds their names.
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: '^tests/warehouse/' },
      to: { couldNotResolve: true, pathNot: '^(astro:|virtual:)' },
    },
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
