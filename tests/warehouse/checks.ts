import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialectIds, dialects } from '../../src/analyzer/grouped/sql/dialects.ts';
import { blankSql } from '../../src/analyzer/grouped/sql/blank.ts';
import { presets } from '../../src/analyzer/grouped/sql/presets.ts';
import { statementsOf } from '../../src/analyzer/grouped/sql/print.ts';
import { rowsIn } from '../../src/analyzer/grouped/lists.ts';
import { GROUPED, groupedColumns, groupedParts, rowReader, type GroupedRow } from '../../src/analyzer/grouped/rows.ts';
import type { Report } from '../../src/analyzer/report/report.ts';
import { templateKey, wholeTemplate } from '../../src/analyzer/message/template.ts';
import { consoleV3Log } from '../bench/generate.ts';
import { Random } from '../bench/random.ts';
import { backlogLog } from '../fixtures/rest-log.ts';
import { knowledge } from '../knowledge.ts';
import { TABLE, type Engine } from './engine.ts';
import { clickhouse } from './engines/clickhouse.ts';
import { duckdb } from './engines/duckdb.ts';
import { postgres } from './engines/postgres.ts';
import { forms, type Form } from './forms.ts';
import { hardBody, hardLog } from './hard-log.ts';
import { parses } from './parses.ts';
import { differencesOf, fileOf, reportOnLog, reportOnRows, type Leaves } from './same-report.ts';
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
  { columns }: Form = forms.console,
  leaves: Leaves = all,
): Promise<{ readonly rows: Rows; readonly right: Report; readonly problems: readonly string[] }> {
  const rows = await engine.run(scriptFor(engine, leaves, columns));
  const report = await reportOnRows(rows);
  const right = await reportOnLog(log, leaves);
  return { rows, right, problems: typeof report === 'string' ? [report] : differencesOf(right, report) };
}

/** The rows that an engine made of a log, and the report on the log. */
interface Made {
  readonly name: string;
  readonly rows: Rows;
  readonly right: Report;
}

/** Whether the report on changed rows is another than that on the log, or there is none. */
async function isSeen({ right }: Made, changed: Rows): Promise<boolean> {
  const counted = changed.filter(([part]) => part !== 'rows').length;
  // The file says how many rows it has: that alone would tell, so it is made to agree.
  const agreed = changed.map((row) =>
    row[0] === 'rows' ? row.map((cell, place) => (place === PLACE.get('n') ? String(counted) : cell)) : row,
  );
  const report = await reportOnRows(agreed);
  return typeof report === 'string' || differencesOf(right, report).length > 0;
}

/** People and examples are sets: twice the same is once. */
const SETS = ['silent', 'waiting-newest', 'waited-newest', 'coded', 'reached', 'stopped', 'sampled'];

/** Rows of a part that are doubled one after another until one is seen, the largest first: of a text that nobody asks for, nothing is seen. */
const DOUBLED = 4;

/**
 * Each part that is left out, and each row that is doubled, shows in the report on some log or is refused. A part is there for the rules
 * that look at it, and no log is in all kinds of trouble: where the first report does not need it, the next one is asked.
 */
async function bites(engine: Engine, made: readonly Made[]): Promise<void> {
  const unseen: string[] = [];
  const seenIn = new Set<string>();
  const ask = async (how: string, change: (rows: Rows) => readonly Rows[]): Promise<void> => {
    for (const some of made)
      for (const changed of change(some.rows))
        if (await isSeen(some, changed)) {
          seenIn.add(some.name);
          return;
        }
    unseen.push(how);
  };
  for (const part of groupedParts) {
    await ask(`left out: ${part}`, (rows) => [rows.filter((row) => row[0] !== part)]);
    if (SETS.includes(part)) continue;
    await ask(`doubled: ${part}`, (rows) =>
      rows
        .filter((row) => row[0] === part)
        .sort((a, b) => Number(cellOf(b, 'n')) - Number(cellOf(a, 'n')))
        .slice(0, DOUBLED)
        .map((row) => [...rows, row]),
    );
  }
  tell(`${engine.name}: no part can be left out, no row doubled, unseen (in ${[...seenIn].join(', ')})`, unseen);
}

/** Rows as the program reads them, each of a list by itself. */
function opened(rows: Rows): readonly GroupedRow[] {
  const read = rowReader(groupedColumns);
  return rows.flatMap((row) => {
    const one = typeof read === 'string' ? read : read(row);
    const all = typeof one === 'string' ? one : rowsIn(one);
    if (typeof all === 'string') throw new Error(`the file ${all}`);
    return all;
  });
}

/** Nothing leaves but what may. */
function keepsBack(engine: Engine, rows: Rows, strict: Rows): void {
  const every = opened(rows);
  const failedTo = new Set(every.filter(({ part }) => part === 'failed').map(({ cell }) => cell('person')));
  const problems: string[] = [];
  for (const { part, cell } of every) {
    const body = part === 'log' ? '' : cell('body');
    if (/[0-9]{2}/.test(body)) problems.push(`digits in a body: ${body}`);
    if (/https?:\/\/[^0 ]|www\.[^0 ]/i.test(body)) problems.push(`a link in a body: ${body}`);
    const person = cell('person');
    if (person !== '' && !person.startsWith('~') && !failedTo.has(person)) problems.push(`a person without a failure: ${part}`);
  }
  for (const { part, cell } of opened(strict)) {
    if (/\+[0-9]{8}/.test(cell('person'))) problems.push('a number where none may leave');
    if (part !== 'log' && cell('body') !== '') problems.push('a text where none may leave');
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

/** A log in which messages wait for each other, as Airbyte copies it. */
function queueLog(): string {
  const { messages } = JSON.parse(backlogLog()) as { readonly messages: readonly Readonly<Record<string, string | number | null>>[] };
  const columns = Object.keys(forms.airbyte.types);
  return [columns, ...messages.map((message) => columns.map((column) => String(message[column] ?? '')))]
    .map((cells) => cells.join(','))
    .join('\n');
}

/** Bytes that a failed message of the bench may take in the file, any other, and what there is beside: 1.56 MB were measured at 200,000 messages, 6.14 MB at a million. */
const MOST_BYTES = { failed: 68, other: 1.6, beside: 450_000 };
const MOST_ROWS = 35_000;
/** The log of the bench is so many times as long as the odd one: its messages are alike, and quickly read. */
const BENCH_TIMES = 10;

/** How large the file is for the log of the bench. */
function isSmall(engine: Engine, rows: Rows): void {
  const bytes = Buffer.byteLength(fileOf(rows));
  const [failed, others] = [true, false].map((isFailed) =>
    opened(rows)
      .filter(({ part }) => (isFailed ? part === 'failed' : part === 'kind'))
      .reduce((sum, { n }) => sum + n, 0),
  );
  const most = MOST_BYTES.failed * (failed ?? 0) + MOST_BYTES.other * (others ?? 0) + MOST_BYTES.beside;
  tell(
    `${engine.name}: ${String(failed)} failed and ${String(others)} other messages of the bench in ${String(rows.length)} rows, ${(bytes / 1e6).toFixed(2)} MB`,
    [
      ...(rows.length <= MOST_ROWS ? [] : [`more than ${String(MOST_ROWS)} rows`]),
      ...(bytes <= most ? [] : [`more than ${(most / 1e6).toFixed(2)} MB`]),
    ],
  );
}

/** The engine starts our command, which makes a part of what it is handed: the report of the part is that of the log but for its name and size. */
function startsCommand(engine: Engine, log: string): void {
  if (engine.part === undefined) return;
  const part = `${log}.part`;
  writeFileSync(part, engine.part(log).join('\n'));
  const command = join(import.meta.dirname, '../../src/cli/undelivered.ts');
  const [merged, read] = [['merge', part], [log]].map((args) => {
    const { stdout } = spawnSync(process.execPath, [command, ...args, '--format', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 30 });
    const { sources, ...report } = JSON.parse(stdout) as Pick<Report, 'sources'>;
    return JSON.stringify({ ...report, rows: sources.map(({ records, messages, duplicates }) => [records, messages, duplicates]) });
  });
  tell(`${engine.name}: starts our command as executable(), whose part gives the report`, merged === read ? [] : ['another report']);
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
  const timed = hardLog(4_000, 2, 'airbyte');
  // With cells that say more than a code; a column with a type has none.
  const small = hardLog(4_000, 2, 'console', ['30003 - Unreachable', 'Error 30005: gone | 2', '30006-landline', 'see 30006']);
  const [hardFile = '', timedFile = '', smallFile = '', queueFile = '', benchFile = ''] = ['hard', 'timed', 'small', 'queue', 'bench'].map(
    (name) => join(folder, `${name}.csv`),
  );
  writeFileSync(smallFile, small);
  writeFileSync(hardFile, hard);
  writeFileSync(timedFile, timed);
  looksRight();
  let reference: string | undefined;
  for (const open of [duckdb, postgres, clickhouse]) {
    if (only !== undefined && !only.includes(open.name)) continue;
    const engine = await open();
    if (engine === undefined) {
      console.log(`absent ${open.name}: not installed, so nothing is said of it`);
      continue;
    }
    await engine.load(hardFile, 'texts', forms.console.types);
    const { rows, problems } = await compared(engine, hard);
    tell(`${engine.name}: the report on ${String(size)} odd messages, from ${String(rows.length)} rows`, problems);
    const strict = await compared(engine, hard, forms.console, { texts: false, people: false });
    keepsBack(engine, rows, strict.rows);
    if (reference === undefined) reference = sorted(rows);
    else
      tell(
        `${engine.name}: the rows of the engine before, byte for byte`,
        reference === sorted(rows) ? [] : firstOther(reference, sorted(rows)),
      );
    await engine.load(hardFile, 'typed', forms.console.types);
    tell(`${engine.name}: the same from columns with types and NULLs`, (await compared(engine, hard)).problems);
    startsCommand(engine, hardFile);
    await engine.load(timedFile, 'texts', forms.airbyte.types);
    const ofTimes = await compared(engine, timed, forms.airbyte);
    tell(`${engine.name}: the report on messages that say when they were made, sent and changed`, ofTimes.problems);
    await engine.load(timedFile, 'typed', forms.airbyte.types);
    tell(`${engine.name}: the same from columns with types and NULLs`, (await compared(engine, timed, forms.airbyte)).problems);
    await blanks(engine, engine.id === 'duckdb' ? 40_000 : 4_000);
    if (engine.id === 'duckdb') {
      const wrong: string[] = [];
      const made: Made[] = [{ name: 'the log of times', ...ofTimes }];
      for (const { name, file } of findingLogs()) {
        await engine.load(file, 'texts', forms.console.types);
        const one = await compared(engine, readFileSync(file));
        made.push({ name, ...one });
        for (const problem of one.problems) wrong.push(`${name} ${problem}`);
      }
      tell(`${engine.name}: the logs of all findings`, wrong);
      const queue = queueLog();
      writeFileSync(queueFile, queue);
      await engine.load(queueFile, 'texts', forms.airbyte.types);
      const ofQueue = await compared(engine, queue, forms.airbyte);
      const isFound = ofQueue.right.findings.some(({ id }) => id === 'queue-overflow');
      tell(`${engine.name}: messages that wait for each other`, isFound ? ofQueue.problems : ['the log itself shows no queue']);
      made.push({ name: 'the log of a queue', ...ofQueue });
      await engine.load(smallFile, 'texts', forms.console.types);
      const ofFew = await compared(engine, small);
      tell(`${engine.name}: the report on a smaller log`, ofFew.problems);
      made.push({ name: 'the smaller log', ...ofFew });
      await bites(engine, made);
      await refuses(ofTimes.rows);
      const bench = [...consoleV3Log({ rows: size * BENCH_TIMES, seed: 1 })].join('');
      writeFileSync(benchFile, bench);
      await engine.load(benchFile, 'texts', forms.console.types);
      const ofBench = await compared(engine, bench);
      tell(`${engine.name}: the report on ${String(size * BENCH_TIMES)} messages of the bench`, ofBench.problems);
      isSmall(engine, ofBench.rows);
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
