/** What the script says; that it is right only engines can tell (tests/warehouse). */
import { describe, expect, test } from 'vitest';
import { digitsOfArea } from '../../../../../src/analyzer/grouped/area.ts';
import { groupedColumns, groupedParts } from '../../../../../src/analyzer/grouped/rows.ts';
import { dbtPackage } from '../../../../../src/analyzer/grouped/sql/dbt.ts';
import { dialectIds, dialects, type DialectId } from '../../../../../src/analyzer/grouped/sql/dialects.ts';
import { presetIds, presets, sqlFields, type Columns } from '../../../../../src/analyzer/grouped/sql/presets.ts';
import { printScript, statementsOf } from '../../../../../src/analyzer/grouped/sql/print.ts';
import { diceOf } from '../../../../../src/analyzer/index/cells/dice.ts';
import { airbyte } from '../../../../../src/analyzer/formats/warehouse/airbyte.ts';
import { consoleV3 } from '../../../../../src/analyzer/formats/console/console-v3.ts';
import { dbtEnhanced } from '../../../../../src/analyzer/formats/warehouse/dbt-enhanced.ts';
import { fivetran } from '../../../../../src/analyzer/formats/warehouse/fivetran.ts';
import { restCsv } from '../../../../../src/analyzer/formats/rest/rest-csv.ts';
import { countryOf } from '../../../../../src/analyzer/message/country.ts';
import { foldedName } from '../../../../../src/analyzer/message/field-name.ts';
import { knowledge } from '../../../../knowledge.ts';

const asked = (id: DialectId, more: { readonly texts?: boolean; readonly people?: boolean; readonly columns?: Columns } = {}) => ({
  dialect: dialects[id],
  table: 'messages',
  columns: presets.rest,
  texts: true,
  people: true,
  ...more,
});

test('each dialect goes by its own id, which a dbt package names in the command that wrote it', () => {
  for (const id of dialectIds) {
    expect(dialects[id].id).toBe(id);
    expect(dbtPackage(asked(id), knowledge).get('README.md')).toContain(`undelivered sql --dialect ${id}\``);
  }
});

describe.for(dialectIds)('%s', (id) => {
  const script = printScript(asked(id), knowledge);

  test('has every part and every column, and says whether it was run', () => {
    for (const part of groupedParts) expect(script).toContain(`'${part}'`);
    for (const column of groupedColumns) expect(script).toContain(`AS ${dialects[id].identifier(column)}`);
    expect(script).not.toMatch(/undefined|NaN|\[object/);
    expect(script).toMatch(dialects[id].isRun ? /^-- Run by us on this engine/m : /^-- Not run by us on this engine/m);
    expect(script.match(/FROM messages\b/g)).toHaveLength(1);
  });

  test('is the committed one, so that a change of it is read', async () => {
    await expect(script).toMatchFileSnapshot(`printed/${id}.sql`);
  });

  test('lets no text out, and no number, where it is asked not to', () => {
    const strict = printScript(asked(id, { texts: false, people: false }), knowledge);
    expect(strict).toContain('texts=no people=no');
    expect(strict).not.toContain('u_filtered');
    expect(strict).not.toContain("'text'");
    expect(strict).toMatch(/SELECT d\.person, '~' \|\| /);
    expect(script).toContain('SELECT d.person, d.person AS name');
  });
});

test('figures of the rules stand in it: what is waited for, keywords, the filtered code', () => {
  const script = printScript(asked('duckdb'), knowledge);
  expect(script).toContain('settle=60');
  expect(script).toContain('n.newest - 3600000');
  for (const word of knowledge.optOutKeywords) expect(script).toContain(`'${word}'`);
  expect(script).toContain("code = '30007'");
  expect(script).toContain('<= 16384 THEN 1\n');
  expect(script).toContain("status IN ('accepted', 'queued', 'sending')");
});

test('how long messages took is rounded as the report does, and no longer than half a day', () => {
  const script = printScript(asked('duckdb'), knowledge);
  expect(script).toContain(
    'CASE WHEN spent < 100000 THEN spent WHEN spent < 1000000 THEN spent + 5000 - MOD(spent + 5000, 10000) WHEN spent < 10000000 THEN spent + 50000 - MOD(spent + 50000, 100000) ELSE spent + 500000 - MOD(spent + 500000, 1000000) END AS spent',
  );
  expect(script).toContain('CASE WHEN wait > 43200000 THEN 43200000 ELSE wait + 500 - MOD(wait + 500, 1000) END');
  expect(script).toMatch(/status IN \('sent', [^)]*\) AND wait >= -500\) s/);
  expect(script).toMatch(/'undelivered'[^)]*\) AND wait >= -500 AND travel >= -500\) s/);
});

test('a table without columns for some fields is asked for none of them', () => {
  const script = printScript(asked('duckdb', { columns: { status: '"status"', errorCode: '"code"' } }), knowledge);
  expect(script).toContain('fields=status,errorCode texts=no');
  expect(script).not.toMatch(/"body" IS|date_sent/);
});

test('statements are those of the script', () => {
  for (const id of dialectIds) {
    const script = printScript(asked(id), knowledge);
    for (const statement of statementsOf(asked(id), knowledge)) expect(script).toContain(`${statement};`);
  }
});

const formats = { rest: restCsv, airbyte, fivetran, dbt_twilio: dbtEnhanced, console: consoleV3 };

test.for(presetIds)('columns of %s are those that the format of that table reads', (id) => {
  const { records } = formats[id];
  const known = records.kind === 'table' ? records.fields : new Map<string, string>();
  const columns: Columns = presets[id];
  for (const field of sqlFields) if (columns[field] !== undefined) expect(known.get(foldedName(columns[field]))).toBe(field);
  // What the format reads of these fields, the script is told of.
  for (const [, field] of known) if (sqlFields.some((one) => one === field)) expect(columns).toHaveProperty(field);
});

test('an area is a number of its country again', () => {
  expect(digitsOfArea('')).toBe(0);
  expect(digitsOfArea('1202')).toBe(12_020_000_000);
  expect(digitsOfArea('44770090/12')).toBe(447_700_900_000);
  const script = printScript(asked('duckdb'), knowledge);
  // The US is one area, Canada and the islands are not part of it.
  const us = /SUBSTR\(digits, 1, 4\) IN \(([^)]*)\) THEN '(\d+)'/.exec(script);
  expect(countryOf(digitsOfArea(us?.[2] ?? ''))).toBe('US');
  for (const area of ['1212', '1907', '1808']) expect(us?.[1]).toContain(`'${area}'`);
  for (const area of ['1416', '1242', '1787', '1999']) expect(us?.[1]).not.toContain(`'${area}'`);
  for (const [code, country] of [
    ['33', 'FR'],
    ['55', 'BR'],
    ['353', 'IE'],
  ] as const) {
    expect(script).toContain(`'${code}'`);
    expect(countryOf(digitsOfArea(code))).toBe(country);
  }
});

test('dice are even, and depend on number and second', () => {
  const throws = Array.from({ length: 40_000 }, (_, n) =>
    diceOf({ phoneKey: 12_025_550_100 + (n % 977), time: 1_755_000_000_000 + n * 1_000 }),
  );
  for (const by of [2, 8, 64]) {
    const share = throws.filter((dice) => dice % by === 0).length / throws.length;
    expect(share).toBeGreaterThan(0.8 / by);
    expect(share).toBeLessThan(1.2 / by);
  }
  expect(new Set(throws).size).toBeGreaterThan(39_900);
  const one = { phoneKey: 447_700_900_123, time: 1_755_000_000_999 };
  expect(diceOf({ ...one, time: 1_755_000_000_000 })).toBe(diceOf(one));
  expect(diceOf({ ...one, time: NaN })).toBe(diceOf({ ...one, time: 0 }));
  expect(diceOf({ ...one, time: -5_000 })).toBeGreaterThanOrEqual(0);
  expect(diceOf(one)).toBe(1741561900);
});

test('a dbt package has a model a step, which name each other by reference, and says that it was not run', async () => {
  const files = dbtPackage(asked('snowflake'), knowledge);
  await expect([...files].map(([path, text]) => `-- ${path}\n${text}`).join('\n')).toMatchFileSnapshot('printed/dbt-package.txt');
  const models = [...files.keys()].filter((path) => path.startsWith('models/'));
  expect(models).toContain('models/u_messages.sql');
  expect(files.get('models/undelivered_grouped.sql')).toContain("FROM {{ ref('u_groups') }}");
  expect(files.get('models/u_rows.sql')).toContain("FROM {{ var('undelivered_table') }}");
  for (const path of models) expect(files.get(path)).not.toMatch(/(?:FROM|JOIN) u_/);
  expect(files.get('README.md')).toContain('Not run by us');
  expect(files.get('dbt_project.yml')).toContain('undelivered_table: "messages"');
});
