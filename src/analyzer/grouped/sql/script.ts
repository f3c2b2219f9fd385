import type { Outcome } from '../../../catalog/category.ts';
import { thresholdOf, type Knowledge } from '../../../catalog/knowledge.ts';
import { outcomeOf, statuses } from '../../../catalog/status.ts';
import { ACCEPTED, waitsFrom } from '../../findings/shared/code-times-table.ts';
import { SLOT_MS } from '../../findings/shared/slots.ts';
import { FILTERED } from '../../findings/template-filtered/texts-table.ts';
import { diceFigures } from '../../index/cells/dice.ts';
import { EXAMPLES_KEPT } from '../../index/cells/newest.ts';
import { HOUR_MS } from '../../index/tables/hours.ts';
import { STATE_TIES } from '../../index/states.ts';
import { MOST_HALVINGS, SAMPLE_SIZE } from '../../index/tables/sample.ts';
import { kindOf } from '../../message/kind.ts';
import { GROUPED, groupedColumns, settingsText, wholeColumns, type GroupedColumn, type GroupedPart } from '../rows.ts';
import type { ListedPart } from '../lists.ts';
import { areaSql, rangeSql } from './areas.ts';
import { blankSql } from './blank.ts';
import { cellsSql, digitsSql } from './cells.ts';
import { durationsSql, isSpan, isWait, waitedSql } from './durations.ts';
import { listSql } from './lists.ts';
import { sqlFields } from './presets.ts';
import type { Asked } from './asked.ts';

/** A query whose rows are kept under a name, for the queries after it. */
export interface Step {
  readonly name: string;
  readonly query: string;
  /** What it holds, as a comment. */
  readonly says: string;
}

/** What the script does: one step after another, and the query that gives the rows of the file. */
export interface Script {
  readonly steps: readonly Step[];
  readonly last: string;
}

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** The remainder that is not negative. */
const remainder = (value: string, by: number): string => `MOD(MOD(${value}, ${String(by)}) + ${String(by)}, ${String(by)})`;
/** A time at the beginning of its step. */
const floored = (value: string, by: number): string => `${value} - ${remainder(value, by)}`;
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** Statuses of outbound messages with one of these outcomes. */
const withOutcome = (...outcomes: readonly Outcome[]): string =>
  `status IN (${list(statuses.filter((status) => outcomes.includes(outcomeOf(status))))})`;

/** A figure that the counter has of each status. */
const byStatus = (figure: (status: string) => number): string =>
  `CASE status ${statuses.map((status) => `WHEN '${status}' THEN ${String(figure(status))}`).join(' ')} ELSE ${String(figure(''))} END`;

/** Outbound messages that did not fail. */
const OTHERS = 'is_in = 0 AND is_fail = 0';

/** A whole number from -1 to 4095 over which rows of one message in one state differ: what index/counter.ts makes of them. */
function tieSql({ dialect: { whole, rounded, matches } }: Asked): string {
  const micros = `CASE WHEN ${matches('price', PRICE)} THEN ${rounded(`CASE WHEN ${matches('price', PRICE)} THEN ${priceSql} ELSE '0' END`, 1_000_000)} ELSE -1 END`;
  return remainder(
    `${whole("CASE WHEN code = '' THEN '0' ELSE code END")} * 7 + (${micros}) * 3 + ${phoneSql({ whole })} + LENGTH(CASE WHEN status = '' THEN 'unknown' ELSE status END)`,
    STATE_TIES,
  );
}

const PRICE = '^[-+]?[0-9]{1,9}([.,][0-9]{1,12})?$';
/** A price without its sign, its fraction behind a point. */
const priceSql = "REPLACE(REPLACE(REPLACE(price, ',', '.'), '-', ''), '+', '')";
const SID = '^[SsMm][Mm][0-9A-Fa-f]{32}$';

const phoneSql = ({ whole }: Pick<Asked['dialect'], 'whole'>): string => whole("CASE WHEN digits = '' THEN '0' ELSE digits END");

/** The dice of index/cells/dice.ts, of rows with `phone` and `second_ms`. */
function diceOf(from: string): string {
  const { modulus, byPhone, byTime, low, high, again } = diceFigures;
  const mod = (value: string, by: number): string => `MOD(${value}, ${String(by)})`;
  const mixed = mod(
    `${mod('phone', modulus)} * ${String(byPhone)} + ${remainder('COALESCE(second_ms, 0)', modulus)} * ${String(byTime)} + 1`,
    modulus,
  );
  const dice = mod(`${mod('mixed', low)} * ${mod('mixed', high)} + mixed * ${String(again)}`, modulus);
  return `SELECT t.*, ${dice} AS dice\nFROM (SELECT d.*, ${mixed} AS mixed FROM (${from}) d) t`;
}

/** How many messages one of the sample stands for: the least power of two with which it is no larger than it may be. */
const weightSql = (): string =>
  `CASE\n  ${Array.from({ length: MOST_HALVINGS }, (_, halvings) => 2 ** halvings)
    .map(
      (weight) => `WHEN SUM(CASE WHEN MOD(dice, ${String(weight)}) = 0 THEN 1 ELSE 0 END) <= ${String(SAMPLE_SIZE)} THEN ${String(weight)}`,
    )
    .join('\n  ')}\n  ELSE ${String(2 ** MOST_HALVINGS)} END`;

/** Every row of the table, and of each message the row that counts. */
function messageSteps(asked: Asked, knowledge: Knowledge): readonly Step[] {
  const { dialect, columns } = asked;
  const { matches } = dialect;
  const keyword = `UPPER(TRIM(body)) IN (${knowledge.optOutKeywords.map((word) => dialect.string(word)).join(', ')})`;
  const blanked = keepsTexts(asked)
    ? `CASE WHEN is_in = 0 AND body <> '' AND sender IN (SELECT sender FROM u_filtered) THEN ${blankSql('body', dialect)} ELSE ${dialect.text("''")} END`
    : dialect.text("''");
  const cells =
    'sid, status, direction, code, is_in, is_fail, sender, person, digits, unit, price, segments, pieces, service, ms, life, wait, travel, body';
  const state = [
    byStatus((status) => kindOf(status, 'outbound', '').phase),
    `CASE WHEN ms IS NULL OR ms < 0 THEN 0 ELSE ${floored('ms', SECOND_MS)} END`,
    byStatus((status) => kindOf(status, 'outbound', '').rank),
    "CASE WHEN code = '' THEN 0 ELSE 1 END",
    `CASE WHEN ${matches('price', PRICE)} THEN 1 ELSE 0 END`,
    tieSql(asked),
    // The same SID in other letters, and nothing else differs: one of the two, the same in every engine.
    'CASE WHEN sid = sid_key THEN 1 ELSE 0 END',
  ];
  const counted = `SELECT ${cells} FROM u_rows WHERE is_sid = 0 OR sid_key NOT IN (SELECT sid_key FROM u_twice)
UNION ALL
SELECT ${cells} FROM (SELECT r.*, ROW_NUMBER() OVER (PARTITION BY sid_key ORDER BY ${state.map((one) => `${one} DESC`).join(', ')}) AS nth
  FROM u_rows r WHERE is_sid = 1 AND sid_key IN (SELECT sid_key FROM u_twice)) r WHERE nth = 1`;
  const known = `SELECT sid, status, direction, code, is_in, is_fail, sender, person, digits, unit, price, segments, pieces, service, ms, life, wait, travel,
  ${phoneSql(dialect)} AS phone,
  ${areaSql('digits', dialect)} AS area,
  ${floored('ms', SLOT_MS)} AS slot_ms,
  ${floored('ms', MINUTE_MS)} AS minute_ms,
  ${floored('ms', SECOND_MS)} AS second_ms,
  ${columns.body === undefined ? '0' : `CASE WHEN is_in = 1 AND ${keyword} THEN 1 ELSE 0 END`} AS is_stop,
  ${blanked} AS body
FROM (${counted}) m`;
  return [
    {
      name: 'u_rows',
      says: 'every row of the table, its cells as texts',
      query: `SELECT a.*, UPPER(sid) AS sid_key, CASE WHEN ${matches('sid', SID)} THEN 1 ELSE 0 END AS is_sid, ${digitsSql('person', dialect)} AS digits\nFROM (${cellsSql(asked)}) a`,
    },
    { name: 'u_counts', says: 'how many rows', query: 'SELECT COUNT(*) AS records FROM u_rows' },
    {
      name: 'u_twice',
      says: 'messages that several rows tell of',
      query: 'SELECT sid_key FROM u_rows WHERE is_sid = 1 GROUP BY sid_key HAVING COUNT(*) > 1',
    },
    ...(keepsTexts(asked)
      ? [
          {
            name: 'u_filtered',
            says: 'senders with a filtered message: only texts of theirs leave, without digits, links and names',
            query: `SELECT DISTINCT sender FROM u_rows WHERE is_fail = 1 AND code = '${FILTERED}'`,
          },
        ]
      : []),
    { name: 'u_messages', says: 'every message once, in its latest state', query: diceOf(known) },
  ];
}

/** Whether blanked texts are among the rows. */
const keepsTexts = ({ texts, columns }: Asked): boolean => texts && columns.body !== undefined;

/** What the rows are made from besides messages. */
function groundSteps({ people, dialect: { text } }: Asked, settleMinutes: number): readonly Step[] {
  const young = `CASE WHEN m.minute_ms >= n.newest - ${String(settleMinutes * MINUTE_MS)} THEN m.minute_ms END`;
  return [
    {
      name: 'u_people',
      says: people
        ? 'people who met a failure, and when they were last reached'
        : 'people who met a failure, numbered: their addresses do not leave; when they were last reached',
      query: `SELECT d.person, ${people ? 'd.person' : `'~' || ${text('ROW_NUMBER() OVER (ORDER BY d.person)')}`} AS name, r.last_ms
FROM (SELECT DISTINCT person FROM u_messages WHERE is_fail = 1 AND person <> '') d
LEFT JOIN (SELECT person, MAX(ms) AS last_ms FROM u_messages WHERE ${OTHERS} AND ${withOutcome('delivered')} GROUP BY person) r ON r.person = d.person`,
    },
    {
      name: 'u_newest',
      says: 'the newest minute of each area',
      query: `SELECT area, MAX(minute_ms) AS newest FROM u_messages
WHERE is_in = 0 AND (is_fail = 1 OR ${withOutcome('delivered', 'no-receipt')}) AND ms IS NOT NULL GROUP BY area`,
    },
    {
      name: 'u_settling',
      says: 'messages that have a receipt or wait for one, the youngest with their minute',
      query: `SELECT m.status, m.area, m.sid, m.ms, m.slot_ms, ${young} AS young_ms FROM u_messages m JOIN u_newest n ON n.area = m.area
WHERE ${OTHERS} AND ${withOutcome('delivered', 'no-receipt')} AND m.ms IS NOT NULL`,
    },
    {
      name: 'u_sampling',
      says: 'how many messages one of the sample stands for',
      query: `SELECT ${weightSql()} AS weight FROM u_messages WHERE ${OTHERS}`,
    },
  ];
}

/** The rows of the file, but the one that says how many they are. */
function rowsSql(asked: Asked, settings: string, waits: readonly string[]): string {
  const { dialect } = asked;
  const { text } = dialect;
  const row = (part: GroupedPart, cells: Partial<Readonly<Record<GroupedColumn, string>>>, from: string): string =>
    `SELECT ${rowCells(asked, { ...cells, [GROUPED]: `'${part}'` }).join(', ')}\n${from}`;
  const known = 'LEFT JOIN u_people p ON p.person = m.person';
  const met = 'JOIN u_people p ON p.person = m.person';
  const nameOf = `CASE WHEN m.person = '' THEN '' WHEN p.name IS NOT NULL THEN p.name ELSE '~~' || ${text('DENSE_RANK() OVER (ORDER BY m.person)')} END`;
  /** The newest of each group, and all of one moment with the last of them. */
  const newest = (keys: string, from: string): string =>
    `FROM (SELECT m.*, RANK() OVER (PARTITION BY ${keys} ORDER BY ms DESC) AS nth FROM ${from}) m WHERE nth <= ${String(EXAMPLES_KEPT)}`;
  const silent = withOutcome('no-receipt');
  const waiting = withOutcome('in-flight');
  /** Messages by sender and quarter of an hour, under a code, and the newest of them. @param code an expression; '' for none */
  const bySlot = (
    parts: { readonly part: 'waiting' | 'waited'; readonly newest: 'waiting-newest' | 'waited-newest' },
    code: string,
    where: string,
  ) => {
    const some = `(SELECT sender, sid, ms, slot_ms${code === '' ? '' : `, ${code} AS wait_code`} FROM u_messages WHERE ${where})`;
    const by = `sender, ${code === '' ? '' : 'wait_code, '}slot_ms`;
    const keys = { sender: 'sender', ...(code === '' ? {} : { code: 'wait_code' }) };
    return [
      listed(parts.part, {
        keys,
        items: { first: 'first_ms', n: 'messages' },
        from: `FROM (SELECT ${by}, COUNT(*) AS messages, MIN(ms) AS first_ms FROM ${some} s GROUP BY ${by}) m`,
      }),
      listed(parts.newest, { keys, items: { first: 'ms', sid: 'sid' }, from: newest(by, `${some} m WHERE sid <> ''`) }),
    ];
  };
  const listed = (part: ListedPart, rows: Parameters<typeof listSql>[1]): string => {
    const { cells, from } = listSql(part, rows, dialect);
    return row(part, cells, from);
  };
  const message = {
    status: 'status',
    direction: 'direction',
    code: 'code',
    sender: 'sender',
    service: 'service',
    unit: 'unit',
    price: 'price',
    segments: 'segments',
  };
  const range = rangeSql('digits', dialect);
  // No finding names an example of messages that arrived without having waited.
  const example = `CASE WHEN ${withOutcome('delivered')} AND (wait IS NULL OR NOT ${isWait(waits)}) THEN '' ELSE sid END`;
  // Segments are told where they are not as many as messages.
  const segments = 'CASE WHEN pieces = messages THEN NULL ELSE pieces END';
  const paced = { first: 'slot_ms', n: 'messages', more: segments };
  return [
    row(
      'log',
      { body: dialect.string(settings), n: 'c.records', more: 'COUNT(*)' },
      'FROM u_counts c CROSS JOIN u_messages m GROUP BY c.records',
    ),
    listed('failed', {
      keys: { ...message, ...(keepsTexts(asked) ? { body: `CASE WHEN code = '${FILTERED}' THEN body ELSE '' END` } : {}), n: '1' },
      // The whole number tells its country.
      items: {
        first: 'ms',
        person: "COALESCE(p.name, '')",
        sid: 'sid',
        last: 'p.last_ms',
        more: 'life',
        ...(asked.people ? {} : { area: range }),
      },
      from: `FROM u_messages m ${known} WHERE is_fail = 1`,
    }),
    listed('sampled', {
      keys: { ...message, n: 's.weight' },
      items: { first: 'ms', person: nameOf, area: range, sid: example, more: 'wait' },
      from: `FROM u_messages m CROSS JOIN u_sampling s ${known} WHERE ${OTHERS} AND MOD(dice, s.weight) = 0`,
    }),
    row(
      'kind',
      { status: 'status', direction: 'direction', code: 'code', unit: 'unit', price: 'price', n: 'COUNT(*)' },
      'FROM u_messages m WHERE is_fail = 0 GROUP BY status, direction, code, unit, price',
    ),
    listed('hour', {
      keys: { status: 'status', direction: 'direction' },
      items: { first: 'first_ms', n: 'messages', last: 'last_ms' },
      from: `FROM (SELECT status, direction, COUNT(*) AS messages, MIN(ms) AS first_ms, MAX(ms) AS last_ms
      FROM (SELECT status, direction, ms, ${floored('ms', HOUR_MS)} AS hour_ms FROM u_messages WHERE is_fail = 0 AND ms IS NOT NULL) h GROUP BY status, direction, hour_ms) m`,
    }),
    row(
      'route',
      { status: 'status', sender: 'sender', area: 'area', n: 'COUNT(*)', last: 'MAX(ms)' },
      `FROM u_messages m WHERE ${OTHERS} GROUP BY status, sender, area`,
    ),
    listed('pace', {
      keys: { sender: 'sender' },
      items: paced,
      from: `FROM (SELECT sender, slot_ms, COUNT(*) AS messages, SUM(pieces) AS pieces FROM u_messages WHERE ${OTHERS} GROUP BY sender, slot_ms) m`,
    }),
    listed('place', {
      keys: { status: 'unsure', area: 'area' },
      items: { ...paced, last: "CASE WHEN unsure = '' THEN NULL ELSE first_ms END" },
      from: `FROM (SELECT unsure, area, slot_ms, COUNT(*) AS messages, SUM(pieces) AS pieces, MIN(ms) AS first_ms
      FROM (SELECT area, slot_ms, ms, pieces, CASE WHEN ${silent} THEN status ELSE '' END AS unsure FROM u_messages WHERE ${OTHERS}) a GROUP BY unsure, area, slot_ms) m`,
    }),
    row(
      'receipt',
      { status: 'status', area: 'area', n: 'COUNT(*)', first: 'MIN(ms)', last: 'young_ms' },
      'FROM u_settling m GROUP BY status, area, young_ms',
    ),
    listed('silent', {
      keys: { area: 'area' },
      items: { first: 'ms', sid: 'sid' },
      from: newest('area, COALESCE(young_ms, slot_ms)', `u_settling m WHERE ${silent} AND sid <> ''`),
    }),
    ...bySlot({ part: 'waiting', newest: 'waiting-newest' }, '', `${OTHERS} AND ${waiting}`),
    ...bySlot(
      { part: 'waited', newest: 'waited-newest' },
      waitedSql(waits),
      `${OTHERS} AND ${withOutcome(...ACCEPTED)} AND ${isWait(waits)}`,
    ),
    listed('queue', {
      keys: { sender: 'sender' },
      items: { more: 'spent', n: 'messages' },
      from: `FROM ${durationsSql('wait', `is_in = 0 AND ${withOutcome('delivered', 'undelivered', 'no-receipt')}`)}`,
    }),
    listed('carrier', {
      keys: { sender: 'sender' },
      items: { more: 'spent', n: 'messages' },
      from: `FROM ${durationsSql('travel', `is_in = 0 AND ${withOutcome('delivered', 'undelivered')} AND ${isSpan('wait')}`)}`,
    }),
    listed('coded', {
      keys: { code: 'code' },
      items: { person: 'name' },
      from: `FROM (SELECT DISTINCT code, name FROM (SELECT code, ${nameOf} AS name FROM u_messages m ${known} WHERE is_fail = 0 AND code <> '') d WHERE name <> '') m`,
    }),
    listed('reached', {
      keys: {},
      items: { person: 'name' },
      // Joined before it is asked who has a time: an engine that expects few without one compares everybody with everybody.
      from: `FROM (SELECT name FROM (SELECT p.name, p.last_ms FROM u_messages m ${met} WHERE ${OTHERS} AND ${withOutcome('delivered')}
  UNION ALL
  SELECT p.name, p.last_ms FROM u_messages m JOIN u_people p ON p.person = '+' || m.digits WHERE m.digits <> '' AND (is_in = 1 OR (${OTHERS} AND status = 'read'))) d GROUP BY name HAVING COUNT(last_ms) = 0) m`,
    }),
    listed('stopped', {
      keys: {},
      items: { person: 'name' },
      from: `FROM (SELECT DISTINCT p.name FROM u_messages m ${met} WHERE is_stop = 1) m`,
    }),
    ...(keepsTexts(asked)
      ? [
          row(
            'text',
            { sender: 'sender', body: 'body', n: 'COUNT(*)' },
            `FROM u_messages m WHERE is_in = 0 AND body <> '' AND NOT (is_fail = 1 AND code = '${FILTERED}') GROUP BY sender, body`,
          ),
        ]
      : []),
  ].join('\nUNION ALL\n');
}

/** A row's cells in the order of the columns; those that are not given are empty. */
function rowCells(
  { dialect: { text, whole, identifier } }: Asked,
  cells: Partial<Readonly<Record<GroupedColumn, string>>>,
): readonly string[] {
  const isWhole = (column: GroupedColumn): boolean => (wholeColumns as readonly string[]).includes(column);
  return groupedColumns.map(
    (column) => `${isWhole(column) ? whole(cells[column] ?? 'NULL') : text(cells[column] ?? "''")} AS ${identifier(column)}`,
  );
}

/**
 * The script that reduces a table of messages to rows of grouped-v1 (grouped/rows.ts).
 *
 * The engine only groups cells, and finds the rows of one message and what else was of a few people; what a cell means the analyzer says
 * when it reads the rows. What the script repeats of its rules (which row of a message counts, what a failure is, how long a receipt is
 * waited for, dice, keywords) is written from the same figures.
 */
export function scriptOf(asked: Asked, knowledge: Knowledge): Script {
  const { columns } = asked;
  const settle = thresholdOf(knowledge, 'no-receipt-country', 'settleMinutes');
  const settings = settingsText({
    fields: sqlFields.filter((field) => columns[field] !== undefined),
    texts: keepsTexts(asked),
    people: asked.people,
    settle,
    sample: SAMPLE_SIZE,
    waits: true,
  });
  const waits = waitsFrom(thresholdOf(knowledge, 'queue-overflow', 'waitSeconds'));
  const total = `SELECT ${rowCells(asked, { [GROUPED]: "'rows'", n: 'COUNT(*)' }).join(', ')}\nFROM u_groups`;
  return {
    steps: [
      ...messageSteps(asked, knowledge),
      ...groundSteps(asked, settle),
      { name: 'u_groups', says: 'the rows of the file', query: rowsSql(asked, settings, waits) },
    ],
    last: `SELECT * FROM u_groups\nUNION ALL\n${total}`,
  };
}
