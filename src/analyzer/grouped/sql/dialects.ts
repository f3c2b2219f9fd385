/** How an engine writes what the script needs; everything else is the same in all of them. */
export interface Dialect {
  readonly id: DialectId;
  readonly name: string;
  /** Whether the script was run on this engine (tests/warehouse); else it was only looked at by a parser. */
  readonly isRun: boolean;
  /** Statements before all others. */
  readonly before: readonly string[];
  /** A text as it is written; `'` and `\` may be in it. */
  readonly string: (text: string) => string;
  /** A name of a column or a table. */
  readonly identifier: (name: string) => string;
  /** Any value as text, NULL as NULL. */
  readonly text: (value: string) => string;
  /** A text of digits, or any number, as a whole number of 64 bits. */
  readonly whole: (value: string) => string;
  /** A text as a number with a fraction, times something, rounded to a whole one. */
  readonly rounded: (value: string, times: number) => string;
  /** A column of times, of whatever type, as milliseconds since 1970 in UTC; NULL for none. */
  readonly millis: (column: string) => string;
  /** @param by may hold `\1` */
  readonly replaceAll: (value: string, pattern: string, by: string) => string;
  readonly matches: (value: string, pattern: string) => string;
  /** The texts of a group with ";" between them, in an order. */
  readonly joined: (value: string, order: string) => string;
  /** Whether the values of a column are whole numbers by its type: a loader that guessed so has dropped the "+" of phone numbers. Absent where the engine cannot tell in a query. */
  readonly isWholeNumber?: (column: string) => string;
  /** Keeps what a query gives under a name, for as long as the session lasts. */
  readonly keep: (name: string, query: string) => string;
}

export const dialectIds = ['duckdb', 'clickhouse', 'postgres', 'bigquery', 'snowflake', 'databricks', 'trino', 'redshift'] as const;
export type DialectId = (typeof dialectIds)[number];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** For engines that take `\` in a text as the beginning of a sign. */
const escaped = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
/** For those that take `\` so, and two quotes for one. */
const doubled = (text: string): string => quoted(text.replaceAll('\\', '\\\\'));
const inDoubleQuotes = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const inBackticks = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
/** `\1` as `$1`. */
const withDollars = (by: string): string => by.replaceAll('\\', '$');

/** "Thu, 14 Aug 2025 17:22:00 +0000", as the API writes times. */
const MAIL_TIME = '%a, %d %b %Y %H:%M:%S %z';
const WITHOUT_ZONE = '^[0-9-]{10}[ T][0-9:.]+$';
const BEGINS_AS_ISO = '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}.*)?$';
const BEGINS_AS_MAIL = '^[A-Z][a-z]{2}, [0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} ';

const inOrder = (value: string, order: string): string => `STRING_AGG(${value}, ';' ORDER BY ${order})`;
const withinGroup = (value: string, order: string): string => `LISTAGG(${value}, ';') WITHIN GROUP (ORDER BY ${order})`;

const standard = {
  before: [],
  string: quoted,
  identifier: inDoubleQuotes,
  text: (value) => `CAST(${value} AS VARCHAR)`,
  whole: (value) => `CAST(${value} AS BIGINT)`,
  rounded: (value, times) => `CAST(ROUND(CAST(${value} AS DOUBLE PRECISION) * ${String(times)}) AS BIGINT)`,
  keep: (name, query) => `CREATE TEMPORARY TABLE ${name} AS\n${query}`,
} as const satisfies Partial<Dialect>;

const duckdb: Dialect = {
  ...standard,
  id: 'duckdb',
  name: 'DuckDB',
  isRun: true,
  rounded: (value, times) => `CAST(ROUND(CAST(${value} AS DOUBLE) * ${String(times)}) AS BIGINT)`,
  // Without a zone it is UTC, whatever the session's: no extension is needed for it, which DuckDB-WASM would have to fetch.
  millis: (column) => {
    const text = `CAST(${column} AS VARCHAR)`;
    const zoned = `CASE WHEN REGEXP_MATCHES(${text}, ${quoted(WITHOUT_ZONE)}) THEN ${text} || '+00' ELSE ${text} END`;
    return `EPOCH_MS(COALESCE(TRY_CAST(${zoned} AS TIMESTAMPTZ), TRY_STRPTIME(${text}, ${quoted(MAIL_TIME)})))`;
  },
  replaceAll: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${quoted(pattern)}, ${quoted(by)}, 'g')`,
  matches: (value, pattern) => `REGEXP_MATCHES(${value}, ${quoted(pattern)})`,
  isWholeNumber: (column) => `TYPEOF(${column}) IN ('BIGINT', 'UBIGINT', 'HUGEINT')`,
  keep: (name, query) => `CREATE OR REPLACE TEMPORARY TABLE ${name} AS\n${query}`,
  joined: inOrder,
};

const clickhouse: Dialect = {
  ...standard,
  id: 'clickhouse',
  name: 'ClickHouse',
  isRun: true,
  // A name is the column's, not that of what is selected under the same name; what a join does not find is NULL.
  before: ['SET prefer_column_name_to_alias = 1', 'SET join_use_nulls = 1'],
  string: escaped,
  text: (value) => `CAST(${value} AS Nullable(String))`,
  whole: (value) => `CAST(${value} AS Nullable(Int64))`,
  rounded: (value, times) => `CAST(ROUND(CAST(${value} AS Nullable(Float64)) * ${String(times)}) AS Nullable(Int64))`,
  millis: (column) => `toUnixTimestamp64Milli(parseDateTime64BestEffortOrNull(ifNull(toString(${column}), ''), 3, 'UTC'))`,
  replaceAll: (value, pattern, by) => `replaceRegexpAll(${value}, ${escaped(pattern)}, ${escaped(by)})`,
  matches: (value, pattern) => `match(${value}, ${escaped(pattern)})`,
  isWholeNumber: (column) => `match(toTypeName(${column}), 'Int(64|128|256)')`,
  keep: (name, query) => `CREATE TEMPORARY TABLE ${name} ENGINE = Memory AS\n${query}`,
  joined: (value, order) => `arrayStringConcat(arrayMap(one -> one.2, arraySort(groupArray((${order}, ifNull(${value}, ''))))), ';')`,
};

/** PostgreSQL stops at a text that is no time, so each is looked at before. */
const guarded = (column: string): string =>
  `CAST(FLOOR(EXTRACT(EPOCH FROM CASE WHEN CAST(${column} AS VARCHAR) ~ ${quoted(BEGINS_AS_ISO)} OR CAST(${column} AS VARCHAR) ~ ${quoted(BEGINS_AS_MAIL)} THEN CAST(CAST(${column} AS VARCHAR) AS TIMESTAMPTZ) END) * 1000) AS BIGINT)`;

const postgres: Dialect = {
  ...standard,
  id: 'postgres',
  name: 'PostgreSQL',
  isRun: true,
  before: ["SET TimeZone = 'UTC'"],
  millis: guarded,
  replaceAll: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${quoted(pattern)}, ${quoted(by)}, 'g')`,
  isWholeNumber: (column) => `CAST(PG_TYPEOF(${column}) AS VARCHAR) = 'bigint'`,
  matches: (value, pattern) => `${value} ~ ${quoted(pattern)}`,
  joined: inOrder,
};

const bigquery: Dialect = {
  ...standard,
  id: 'bigquery',
  name: 'BigQuery',
  isRun: false,
  string: escaped,
  identifier: inBackticks,
  text: (value) => `CAST(${value} AS STRING)`,
  whole: (value) => `CAST(${value} AS INT64)`,
  rounded: (value, times) => `CAST(ROUND(CAST(${value} AS FLOAT64) * ${String(times)}) AS INT64)`,
  millis: (column) =>
    `UNIX_MILLIS(COALESCE(SAFE_CAST(CAST(${column} AS STRING) AS TIMESTAMP), SAFE.PARSE_TIMESTAMP(${quoted(MAIL_TIME)}, CAST(${column} AS STRING))))`,
  replaceAll: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${escaped(pattern)}, ${escaped(by)})`,
  matches: (value, pattern) => `REGEXP_CONTAINS(${value}, ${escaped(pattern)})`,
  keep: (name, query) => `CREATE TEMP TABLE ${name} AS\n${query}`,
  joined: inOrder,
};

const snowflake: Dialect = {
  ...standard,
  id: 'snowflake',
  name: 'Snowflake',
  isRun: false,
  before: ["ALTER SESSION SET TIMEZONE = 'UTC'"],
  string: escaped,
  millis: (column) =>
    `DATE_PART(EPOCH_MILLISECOND, COALESCE(TRY_TO_TIMESTAMP_TZ(TO_VARCHAR(${column})), TRY_TO_TIMESTAMP_TZ(TO_VARCHAR(${column}), 'DY, DD MON YYYY HH24:MI:SS TZHTZM')))`,
  replaceAll: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${escaped(pattern)}, ${escaped(by)})`,
  // REGEXP_LIKE wants the whole text to match.
  matches: (value, pattern) => `REGEXP_INSTR(${value}, ${escaped(pattern)}) > 0`,
  joined: withinGroup,
};

const databricks: Dialect = {
  ...standard,
  id: 'databricks',
  name: 'Databricks',
  isRun: false,
  before: ["SET TIME ZONE 'UTC'"],
  string: escaped,
  identifier: inBackticks,
  text: (value) => `CAST(${value} AS STRING)`,
  rounded: (value, times) => `CAST(ROUND(CAST(${value} AS DOUBLE) * ${String(times)}) AS BIGINT)`,
  millis: (column) =>
    `UNIX_MILLIS(COALESCE(TRY_CAST(CAST(${column} AS STRING) AS TIMESTAMP), TRY_TO_TIMESTAMP(SUBSTR(CAST(${column} AS STRING), 6), 'd MMM yyyy HH:mm:ss Z')))`,
  replaceAll: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${escaped(pattern)}, ${escaped(withDollars(by))})`,
  matches: (value, pattern) => `REGEXP_LIKE(${value}, ${escaped(pattern)})`,
  joined: (value, order) =>
    `ARRAY_JOIN(TRANSFORM(ARRAY_SORT(COLLECT_LIST(NAMED_STRUCT('place', ${order}, 'item', ${value}))), one -> one.item), ';')`,
};

const trino: Dialect = {
  ...standard,
  id: 'trino',
  name: 'Trino',
  isRun: false,
  rounded: (value, times) => `CAST(ROUND(CAST(${value} AS DOUBLE) * ${String(times)}) AS BIGINT)`,
  millis: (column) =>
    `CAST(FLOOR(TO_UNIXTIME(COALESCE(TRY(FROM_ISO8601_TIMESTAMP(REPLACE(CAST(${column} AS VARCHAR), ' ', 'T'))), TRY(CAST(CAST(${column} AS VARCHAR) AS TIMESTAMP(3) WITH TIME ZONE)))) * 1000) AS BIGINT)`,
  replaceAll: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${quoted(pattern)}, ${quoted(withDollars(by))})`,
  matches: (value, pattern) => `REGEXP_LIKE(${value}, ${quoted(pattern)})`,
  // It has no temporary tables.
  keep: (name, query) => `CREATE TABLE ${name} AS\n${query}`,
  joined: withinGroup,
};

const redshift: Dialect = {
  ...standard,
  id: 'redshift',
  name: 'Redshift',
  isRun: false,
  before: ["SET timezone = 'UTC'"],
  text: (value) => `CAST(${value} AS VARCHAR(65535))`,
  string: doubled,
  millis: guarded,
  // 'p': patterns as Perl has them, with groups.
  replaceAll: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${doubled(pattern)}, ${doubled(withDollars(by))}, 1, 'p')`,
  matches: (value, pattern) => `${value} ~ ${doubled(pattern)}`,
  joined: withinGroup,
};

/** Every engine the script is printed for. */
export const dialects: Readonly<Record<DialectId, Dialect>> = {
  duckdb,
  clickhouse,
  postgres,
  bigquery,
  snowflake,
  databricks,
  trino,
  redshift,
};
