import type { Knowledge } from '../../../catalog/knowledge.ts';
import type { Asked } from './asked.ts';
import { leavesOf } from './leaves.ts';
import type { Dialect } from './dialects.ts';
import { scriptOf, type Step } from './script.ts';

/** What a script says of itself: first lines, without the signs of a comment. */
const about = ({ name, isRun }: Dialect, { texts, people, columns }: Asked): readonly string[] => [
  `Undelivered: reduces a table of messages to grouped rows (grouped-v1) for ${name}.`,
  'Save what the last query gives as CSV with its heading, and open the file in Undelivered: nothing else has to leave the warehouse.',
  isRun
    ? 'Run by us on this engine, against logs that were also read directly.'
    : 'Not run by us on this engine: it was only looked at by a parser. Check its first result.',
  'What leaves the warehouse in these rows (--no-texts and --no-people keep more back):',
  ...leavesOf({ texts: texts && columns.body !== undefined, people }),
];

/** The statements of the script one by one, without comments and ";"; the last gives the rows of the file. */
export function statementsOf(asked: Asked, knowledge: Knowledge): readonly string[] {
  const { dialect } = asked;
  const { steps, last } = scriptOf(asked, knowledge);
  return [...dialect.before, ...steps.map(({ name, query }) => dialect.keep(name, query)), last];
}

const kept = (dialect: Dialect, { name, query, says }: Step): string => `-- ${says}\n${dialect.keep(name, query)};`;

/** The script as text, each statement closed by ";"; it ends with the query whose rows are the file. */
export function printScript(asked: Asked, knowledge: Knowledge): string {
  const { dialect } = asked;
  const { steps, last } = scriptOf(asked, knowledge);
  return [
    about(dialect, asked)
      .map((line) => `-- ${line}`)
      .join('\n'),
    ...dialect.before.map((statement) => `${statement};`),
    ...steps.map((step) => kept(dialect, step)),
    `-- the file\n${last};\n`,
  ].join('\n\n');
}
