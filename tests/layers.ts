/**
 * Who may import whom inside src/, in one table for both checks of it: dependency-cruiser.mjs (every .ts and .tsx file) and
 * imports.ts (what .astro and .mdx files import, which dependency-cruiser cannot read).
 *
 * A row is a folder or a file of src/; it may always import itself. Everything not listed is forbidden, and a folder without
 * a row is an error. An entry may be a path inside a folder; "(types)" after it allows `import type` only.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
  catalog: [],
  'hand-over': [],
  // The service worker: the places of what is kept, and whether a log is in hand.
  offline: ['hand-over'],
  guide: ['catalog'],
  analyzer: ['catalog'],
  // Recognising a log and reading one cell need no parser of whole files, which the home page would have to load.
  pasted: ['analyzer/formats/recognise', 'analyzer/message', 'analyzer/memory', 'catalog'],
  worker: ['analyzer', 'catalog'],
  islands: ['worker', 'analyzer', 'pasted', 'guide', 'hand-over', 'catalog'],
  site: ['guide', 'analyzer (types)', 'catalog'],
  'page-scripts': ['analyzer/grouped/sql/prepared', 'pasted', 'guide', 'hand-over', 'offline/saves-data', 'catalog'],
  components: ['islands', 'site', 'guide', 'hand-over', 'catalog', 'page-scripts', 'styles'],
  layouts: ['components', 'site', 'guide', 'hand-over', 'catalog', 'page-scripts', 'styles'],
  pages: [
    'layouts',
    'components',
    'islands',
    'site',
    'analyzer/grouped/sql',
    'pasted',
    'guide',
    'hand-over',
    'catalog',
    'page-scripts',
    'styles',
  ],
  // What MDX bodies use is handed to them (src/components/mdx-components.ts); no body chooses for itself.
  '../content': [],
  'content.config': ['guide', 'catalog'],
  // Reads content/ from the disk: for what runs in Node only.
  'content-files': [],
  styles: [],
  build: [
    'analyzer/grouped/sql',
    'pasted',
    'guide',
    'catalog',
    'content-files',
    'cli/knowledge',
    'cli/error-entries',
    'library',
    'offline',
  ],
  // What other programs import; content is handed to it.
  library: ['analyzer', 'pasted', 'catalog'],
  // The report as one file is made by one function, for the page and the terminal; `npm start` asks whether the site is built.
  cli: ['library', 'islands/take-away/html-report', 'build/built', 'analyzer', 'pasted', 'guide', 'catalog', 'content-files'],
};

/**
 * The rooms of src/analyzer in the way of the data. A room may import those of the steps before its own, never one after it; the
 * files above the rooms come last.
 */
export const rooms: readonly (readonly string[])[] = [
  ['words', 'memory'],
  ['message', 'report'],
  ['bytes'],
  ['records'],
  ['formats'],
  ['index'],
  ['kept'],
  ['findings'],
  ['grouped'],
  ['breakdowns'],
  ['write'],
  ['compare', 'parts'],
];

/** Folders that know no framework, no DOM and no Node. */
export const pure: readonly string[] = ['catalog', 'guide', 'pasted', 'analyzer'];

const typesOnly = / \(types\)$/;

/** Pattern of the paths below a row or an entry: "src/site/facts.ts" for "site", "src/content.config.ts" for "content.config". */
export const below = (...names: readonly string[]): string =>
  `^src/(${names.map((name) => name.replace(typesOnly, '').replaceAll('.', '\\.')).join('|')})(/|\\.)`;

/** Entries of a row that allow types only. */
export const typeEntries = (row: string): readonly string[] => (layers[row] ?? []).filter((entry) => typesOnly.test(entry));

/** Row of the table that a file belongs to: "src/site/facts.ts" -> "site", "content/errors/30007.mdx" -> "../content". */
export const rowOf = (file: string): string =>
  file.startsWith('src/') ? file.slice('src/'.length).replace(/(\/|\.[a-z]+$).*/, '') : `../${file.replace(/\/.*/, '')}`;

/** Whether the table lets one file of src/ or content/ import another; both are paths below the root of the repository. */
export function mayImport(from: string, to: string, isType: boolean): boolean {
  const row = rowOf(from);
  if (rowOf(to) === row) return true;
  return (layers[row] ?? []).some((entry) => new RegExp(below(entry)).test(to) && (isType || !typesOnly.test(entry)));
}
