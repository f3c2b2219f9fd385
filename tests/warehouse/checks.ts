import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialectIds, dialects } from '../../src/analyzer/grouped/sql/dialects.ts';
import { blankSql } from '../../src/analyzer/grouped/sql/blank.ts';
import { presets } from '../../src/analyzer/grouped/sql/presets.ts';
import { statementsOf } from '../../src/analyzer/grouped/sql/print.ts';
import { GROUPED, groupedColumns, groupedParts } from '../../src/analyzer/grouped/rows.ts';
import { templateKey, wholeTemplate } from '../../src/analyzer/message/template.ts';
import { Random } from '../bench/random.ts';
import { knowledge } from '../knowledge.ts';
import { TABLE, type Engine } from './engine.ts';
import { clickhouse } from './engines/clickhouse.ts';
import { duckdb } from './engines/duckdb.ts';
import { postgres } from './engines/postgres.ts';
import { hardBody, hardLog } from './hard-log.ts';
import { parses } from './parses.ts';
import { differencesOf, reportOnLog, reportOnRows, type Leaves } from './same-report.ts';
import { all, scriptFor } from './script.ts';

type Rows = readonly (readonly string[])[];

const PLACE = new Map(groupedColumns.map((column, place) => [column, place]));
const cellOf = (row: readonly string[], column: (typeof groupedColumns)[number]): string => row[PLACE.get(column) ?? -1] ?? '';
const sorted = (rows: Rows): string =>
  rows
    .map((row) => row.join('\u0001'))
    .sort()
    .join('\n');

let isGood = true;
/** Prints a check and remembers whether it failed. @param problems none where it holds */
function tell(check: string, problems: readonly string[]): void {
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${check}`);
  for (const problem of problems.slice(0, 8)) console.log(`         ${problem}`);
  if (problems.length > 0) isGood = false;
}

/** What differs between the report on a log and that on the rows which the engine makes of it. */
async function compared(
  engine: Engine,
  log: Uint8Array | string,
  leaves: Leaves = all,
): Promise<{ readonly rows: Rows; readonly problems: readonly string[] }> {
  const rows = await engine.run(scriptFor(engine, leaves));
  const report = await reportOnRows(rows);
  return { rows, problems: typeof report === 'string' ? [report] : differencesOf(await reportOnLog(log, leaves), report) };
}

/** A part left out, or a row of it doubled, shows in the report or is refused; `why` says where it need not. */
async function bites(engine: Engine, log: string, rows: Rows): Promise<void> {
  const right = await reportOnLog(log, all);
  const isSeen = async (changed: Rows): Promise<boolean> => {
    const counted = changed.filter(([part]) => part !== 'rows').length;
    // The file says how many rows it has: that alone would tell, so it is made to agree.
    const agreed = changed.map((row) =>
      row[0] === 'rows' ? row.map((cell, place) => (place === PLACE.get('n') ? String(counted) : cell)) : row,
    );
    const report = await reportOnRows(agreed);
    return typeof report === 'string' || differencesOf(right, report).length > 0;
  };
  const unseen: string[] = [];
  for (const part of groupedParts) if (!(await isSeen(rows.filter((row) => row[0] !== part)))) unseen.push(`left out: ${part}`);
  for (const part of groupedParts) {
    // People and examples are sets: twice the same is once.
    if (['silent', 'waiting-newest', 'coded', 'reached', 'stopped', 'sampled'].includes(part)) continue;
    const [most] = rows.filter((row) => row[0] === part).sort((a, b) => Number(cellOf(b, 'n')) - Number(cellOf(a, 'n')));
    if (most !== undefined && !(await isSeen([...rows, most]))) unseen.push(`doubled: ${part}`);
  }
  tell(`${engine.name}: no part can be left out, no row doubled, unseen`, unseen);
}

/** Nothing leaves but what may. */
function keepsBack(engine: Engine, rows: Rows, strict: Rows): void {
  const failedTo = new Set(rows.filter(([part]) => part === 'failed').map((row) => cellOf(row, 'person')));
  const problems: string[] = [];
  for (const row of rows) {
    const body = row[0] === 'log' ? '' : cellOf(row, 'body');
    if (/[0-9]{2}/.test(body)) problems.push(`digits in a body: ${body}`);
    if (/https?:\/\/[^0 ]|www\.[^0 ]/i.test(body)) problems.push(`a link in a body: ${body}`);
    const person = cellOf(row, 'person');
    if (person !== '' && !person.startsWith('~') && !failedTo.has(person)) problems.push(`a person without a failure: ${row[0] ?? ''}`);
  }
  for (const row of strict) {
    if (/\+[0-9]{8}/.test(cellOf(row, 'person'))) problems.push('a number where none may leave');
    if (row[0] !== 'log' && cellOf(row, 'body') !== '') problems.push('a text where none may leave');
  }
  tell(`${engine.name}: only blanked texts, and people who met a failure, leave; with --no-texts --no-people neither`, problems);
}

/** A blanked body has the template of the body. */
async function blanks(engine: Engine, bodies: number): Promise<void> {
  const random = new Random(6);
  const dialect = dialects[engine.id];
  const problems: string[] = [];
  // More unions at once than ClickHouse takes.
  const atOnce = 250;
  for (let from = 0; from < bodies; from += atOnce) {
    const some = Array.from({ length: atOnce }, () => hardBody(random));
    const union = some.map((body, n) => `SELECT ${String(n)} AS n, ${dialect.string(body)} AS body`).join(' UNION ALL ');
    const rows = await engine.run([`SELECT n, ${blankSql('body', dialect)} FROM (${union}) b ORDER BY n`]);
    for (const [n = '', blanked = ''] of rows) {
      const body = some[Number(n)] ?? '';
      if (templateKey(1, body) !== templateKey(1, blanked) || wholeTemplate(body) !== wholeTemplate(blanked))
        problems.push(`${JSON.stringify(body)} -> ${JSON.stringify(blanked)}`);
    }
  }
  tell(`${engine.name}: ${String(bodies)} bodies keep their template when they are blanked`, problems);
}

/** Damaged or mixed files are told, never a wrong report. */
async function refuses(rows: Rows): Promise<void> {
  const [first = []] = rows;
  const changed: Readonly<Record<string, Rows>> = {
    'an unknown part': [...rows, first.map((cell, place) => (place === 0 ? 'other' : cell))],
    'a text where a number belongs': [...rows, first.map((cell, place) => (place === PLACE.get('n') ? 'many' : cell))],
    'two results in one file': [...rows, ...rows],
    'a cut file': rows.slice(0, 20),
    'a row too short': [...rows, first.slice(1)],
  };
  const problems: string[] = [];
  for (const [name, some] of Object.entries(changed))
    if (typeof (await reportOnRows(some)) !== 'string') problems.push(`${name} gave a report`);
  tell('damaged files are refused', problems);
}

/** The dialects that no engine here speaks, looked at by a parser. */
function looksRight(): void {
  for (const id of dialectIds.filter((one) => !dialects[one].isRun)) {
    const dialect = dialects[id];
    const columns = Object.fromEntries(Object.entries(presets.rest).map(([field, name]) => [field, dialect.identifier(name)]));
    const statements = statementsOf({ dialect, table: dialect.identifier('messages'), columns, texts: true, people: true }, knowledge);
    tell(
      `${dialect.name}: parsed, never run`,
      statements.slice(dialect.before.length).flatMap((statement) => parses(statement, id)),
    );
  }
}

/** Logs on which each finding stands out, and those that come near. */
function findingLogs(): readonly { readonly name: string; readonly file: string }[] {
  const folder = join(import.meta.dirname, '../fixtures/findings');
  return readdirSync(folder).flatMap((id) =>
    ['hit', 'miss'].map((name) => ({ name: `${id}/${name}`, file: join(folder, id, `${name}.csv`) })),
  );
}

/**
 * Every check, on every engine there is.
 *
 * @param size rows of the made-up log
 * @param only ids of engines; all where absent
 * @returns whether all hold
 */
export async function checks(size: number, only: readonly string[] | undefined): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-warehouse-'));
  const hard = hardLog(size, 1);
  const small = hardLog(4_000, 2);
  const [hardFile, smallFile] = [join(folder, 'hard.csv'), join(folder, 'small.csv')];
  writeFileSync(hardFile, hard);
  writeFileSync(smallFile, small);
  looksRight();
  let reference: string | undefined;
  for (const open of [duckdb, postgres, clickhouse]) {
    if (only !== undefined && !only.includes(open.name)) continue;
    const engine = await open();
    if (engine === undefined) {
      console.log(`absent ${open.name}: not installed, so nothing is said of it`);
      continue;
    }
    await engine.load(hardFile, 'texts');
    const { rows, problems } = await compared(engine, hard);
    tell(`${engine.name}: the report on ${String(size)} odd messages, from ${String(rows.length)} rows`, problems);
    const strict = await compared(engine, hard, { texts: false, people: false });
    keepsBack(engine, rows, strict.rows);
    if (reference === undefined) reference = sorted(rows);
    else
      tell(
        `${engine.name}: the rows of the engine before, byte for byte`,
        reference === sorted(rows) ? [] : firstOther(reference, sorted(rows)),
      );
    await engine.load(hardFile, 'typed');
    tell(`${engine.name}: the same from columns with types and NULLs`, (await compared(engine, hard)).problems);
    await blanks(engine, engine.id === 'duckdb' ? 40_000 : 4_000);
    if (engine.id === 'duckdb') {
      const wrong: string[] = [];
      for (const { name, file } of findingLogs()) {
        await engine.load(file, 'texts');
        for (const problem of (await compared(engine, readFileSync(file))).problems) wrong.push(`${name} ${problem}`);
      }
      tell(`${engine.name}: the logs of all findings`, wrong);
      await engine.load(smallFile, 'texts');
      const few = await compared(engine, small);
      tell(`${engine.name}: the report on a smaller log`, few.problems);
      await bites(engine, small, few.rows);
      await refuses(few.rows);
    }
    engine.close();
  }
  rmSync(folder, { recursive: true });
  console.log(isGood ? `all checks hold; table ${TABLE}, form ${GROUPED}` : 'some checks failed');
  return isGood;
}

/** The first rows that only one side has. */
function firstOther(one: string, other: string): readonly string[] {
  const [a, b] = [new Set(one.split('\n')), new Set(other.split('\n'))];
  return [
    ...[...a]
      .filter((row) => !b.has(row))
      .slice(0, 2)
      .map((row) => `only before: ${row}`),
    ...[...b]
      .filter((row) => !a.has(row))
      .slice(0, 2)
      .map((row) => `only here: ${row}`),
  ].map((row) => row.replaceAll('\u0001', '|'));
}
