import { dialectIds, dialects, type Dialect } from '../analyzer/grouped/sql/dialects.ts';
import { dbtPackage } from '../analyzer/grouped/sql/dbt.ts';
import { presetIds, presets, sqlFields, type Columns } from '../analyzer/grouped/sql/presets.ts';
import { leavesOf } from '../analyzer/grouped/sql/leaves.ts';
import { printScript } from '../analyzer/grouped/sql/print.ts';
import type { Asked } from '../analyzer/grouped/sql/asked.ts';
import { tableProblem } from '../analyzer/grouped/sql/prepared.ts';
import type { Field } from '../analyzer/message/fields.ts';
import { askedOf, complainOf } from './asked.ts';
import type { CommandLine } from './command-line.ts';
import type { Content } from './content.ts';
import { exit, sayTo, type Terminal } from './terminal.ts';
import { either } from './wanted.ts';
import { writeTree } from './write-tree.ts';

export const sqlLine = {
  name: 'sql',
  usage: ['--dialect NAME --table TABLE [OPTION]... > grouped.sql', '--dialect NAME --table TABLE --dbt FOLDER [OPTION]...'],
  short: 'a script that reduces a table of messages in your warehouse to a small file',
  says: `Prints SQL for the engine that holds your messages; nothing is connected. Run it there, save what its last query gives as CSV with the heading, and open that file like any log: the same report, a few findings not judged. What leaves the warehouse:\n${leavesOf({ texts: true, people: true }).join('\n')}`,
  options: {
    dialect: {
      type: 'string',
      value: 'NAME',
      choices: dialectIds,
      says: `the engine; run by us on ${dialectIds
        .filter((id) => dialects[id].isRun)
        .join(', ')}, only looked at by a parser for ${dialectIds.filter((id) => !dialects[id].isRun).join(', ')}`,
    },
    table: { type: 'string', value: 'TABLE', says: 'the table as the engine names it, or what else may stand behind FROM' },
    columns: {
      type: 'string',
      default: 'rest',
      value: 'NAME',
      choices: presetIds,
      says: `whose columns the table has: ${presetIds.join(', ')}; rest when absent`,
    },
    column: {
      type: 'string',
      multiple: true,
      value: 'FIELD=COLUMN',
      says: `another column, as the engine writes it, or nothing behind "=" where the table has none; may be given more than once. Fields: ${sqlFields.join(', ')}`,
    },
    'no-texts': { type: 'boolean', says: 'no text leaves, not even blanked' },
    'no-people': { type: 'boolean', says: 'no number of a person leaves: people are numbered, and the lists of numbers stay empty' },
    dbt: { type: 'string', value: 'FOLDER', says: 'writes the same as a dbt package into a new folder; not run by us' },
  },
  exits: { 0: 'printed', 2: 'unusable arguments' },
} as const satisfies CommandLine;

/** A name that needs no other form than quotes around it. */
const PLAIN_NAME = /^[A-Za-z_]\w*$/;

/** The columns as the engine writes them, or what is wrong with what was said of them. */
function columnsOf(preset: Columns, said: readonly string[], dialect: Dialect): Columns | string {
  const columns = new Map<Field, string>(
    sqlFields.flatMap((field) => (preset[field] === undefined ? [] : [[field, dialect.identifier(preset[field])] as const])),
  );
  for (const pair of said) {
    const at = pair.indexOf('=');
    const field = sqlFields.find((known) => known === pair.slice(0, Math.max(0, at)).trim());
    if (at < 0 || field === undefined) return `"${pair}" is no column; use FIELD=COLUMN with a field of ${sqlFields.join(', ')}.`;
    const column = pair.slice(at + 1).trim();
    if (column === '') columns.delete(field);
    else columns.set(field, PLAIN_NAME.test(column) ? dialect.identifier(column) : column);
  }
  return columns.has('status')
    ? Object.fromEntries(columns)
    : 'A table without a status says nothing of what became of its messages; name its column with --column status=COLUMN.';
}

/** What is asked for, or the sentence that says what is wrong with it. */
function readAsked(values: {
  readonly dialect?: string | undefined;
  readonly table?: string | undefined;
  readonly columns: string;
  readonly column?: readonly string[] | undefined;
  readonly 'no-texts'?: boolean | undefined;
  readonly 'no-people'?: boolean | undefined;
}): Asked | string {
  const id = dialectIds.find((known) => known === values.dialect);
  if (id === undefined)
    return `${values.dialect === undefined ? 'Say which engine holds the messages' : `"${values.dialect}" is no engine that SQL is printed for`}: --dialect ${either(dialectIds)}.`;
  const table = values.table?.trim() ?? '';
  if (table === '') return 'Name the table that holds the messages: --table TABLE.';
  const problem = tableProblem(table);
  if (problem !== undefined) return problem;
  const preset = presetIds.find((known) => known === values.columns);
  if (preset === undefined) return `"${values.columns}" is no set of columns; use ${either(presetIds)}.`;
  const dialect = dialects[id];
  const columns = columnsOf(presets[preset], values.column ?? [], dialect);
  if (typeof columns === 'string') return columns;
  return { dialect, table, columns, texts: values['no-texts'] !== true, people: values['no-people'] !== true };
}

/**
 * `undelivered sql`: the script for a warehouse on standard output, or as a dbt package in a folder.
 *
 * @param argv what stands after "sql"
 * @returns the exit code
 */
export function sqlCommand(argv: readonly string[], terminal: Terminal, content: Pick<Content, 'knowledge'>): number {
  const typed = askedOf(argv, sqlLine, terminal);
  if (typed.kind === 'end') return typed.code;
  const { values, words } = typed;
  if (words.length > 0) return complainOf(`"${words[0] ?? ''}" is one word too many; a table is named with --table.`, sqlLine, terminal);
  const asked = readAsked(values);
  if (typeof asked === 'string') return complainOf(asked, sqlLine, terminal);
  const knowledge = content.knowledge();
  if (values.dbt === undefined) {
    terminal.write(printScript(asked, knowledge));
    return exit.done;
  }
  const problem = writeTree(values.dbt, dbtPackage(asked, knowledge));
  sayTo(terminal)(problem ?? `${values.dbt} is a dbt package; its README says how it is used. It was not run by us.`);
  return problem === undefined ? exit.done : exit.unusable;
}
