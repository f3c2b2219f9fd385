import type { Knowledge } from '../../../catalog/knowledge.ts';
import type { Asked } from './asked.ts';
import { scriptOf } from './script.ts';

const NAME = 'undelivered';
/** The model that holds the rows of the file. */
const LAST = 'undelivered_grouped';

/** A query that names other models by their names, with the references that dbt knows them by. */
const referring = (query: string, names: readonly string[]): string =>
  names.reduce((sql, name) => sql.replace(new RegExp(`\\b(FROM|JOIN) ${name}\\b`, 'g'), `$1 {{ ref('${name}') }}`), query);

const readme = (asked: Asked): string => `# ${NAME}

The queries of \`undelivered sql --dialect ${asked.dialect.id}\` as a dbt package: a model a query. **Not run by us.**

1. Name this folder in \`packages.yml\` of your project: \`- local: path/to/this/folder\`, then \`dbt deps\`.
2. \`dbt run --select package:${NAME}\`${asked.dialect.before.length === 0 ? '' : `; before it, in a hook or your profile: ${asked.dialect.before.map((one) => `\`${one}\``).join(', ')}`}.
3. Save all rows of \`${LAST}\` as CSV with the heading, and open the file in Undelivered.

The table is set by the variable \`undelivered_table\`. Written anew by the same command: do not change the models here.
`;

/**
 * The script as a dbt package, from the same queries.
 *
 * @returns path -> text of its files
 */
export function dbtPackage(asked: Asked, knowledge: Knowledge): ReadonlyMap<string, string> {
  const variable = "{{ var('undelivered_table') }}";
  const { steps, last } = scriptOf({ ...asked, table: variable }, knowledge);
  const names = steps.map(({ name }) => name);
  const model = (says: string, materialized: string, query: string): string =>
    `-- ${says}\n{{ config(materialized='${materialized}') }}\n\n${referring(query, names)}\n`;
  return new Map([
    [
      'dbt_project.yml',
      `name: ${NAME}\nversion: 1.0.0\nconfig-version: 2\nmodel-paths: [models]\nvars:\n  undelivered_table: ${JSON.stringify(asked.table)}\n`,
    ],
    ['README.md', readme(asked)],
    ...steps.map(({ name, says, query }) => [`models/${name}.sql`, model(says, 'table', query)] as const),
    [`models/${LAST}.sql`, model('the file: save all its rows as CSV', 'table', last)],
  ]);
}
