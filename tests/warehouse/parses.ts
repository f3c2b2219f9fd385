import { Dialect, parse } from '@polyglot-sql/sdk';
import type { DialectId } from '../../src/analyzer/grouped/sql/dialects.ts';

const names: Readonly<Partial<Record<DialectId, Dialect>>> = {
  bigquery: Dialect.BigQuery,
  snowflake: Dialect.Snowflake,
  databricks: Dialect.Databricks,
  trino: Dialect.Trino,
  redshift: Dialect.Redshift,
};

/** @returns what a parser has against a statement; it knows grammar, not what functions there are */
export function parses(statement: string, id: DialectId): readonly string[] {
  const dialect = names[id];
  if (dialect === undefined) return [`no parser knows ${id}`];
  const { success, error } = parse(statement, dialect);
  return success ? [] : [`${error ?? 'not parsed'}: ${statement.slice(0, 80)}`];
}
