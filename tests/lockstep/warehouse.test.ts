/** The page on warehouses prints what the command prints (src/build/warehouse-scripts.ts, src/cli/sql.ts). */
import { expect, test } from 'vitest';
import { dialectIds } from '../../src/analyzer/grouped/sql/dialects.ts';
import { scriptFor, sqlArguments } from '../../src/analyzer/grouped/sql/prepared.ts';
import { presetIds } from '../../src/analyzer/grouped/sql/presets.ts';
import { preparedFor } from '../../src/build/warehouse-scripts.ts';
import { sqlCommand } from '../../src/cli/sql.ts';
import { knowledge } from '../knowledge.ts';

/** What the command prints for words of a shell that need no quotes. */
function printed(words: string): string {
  let out = '';
  const input = (async function* () {})();
  const args = words.split(' ').slice(1);
  expect(
    sqlCommand(args, { input, write: (text) => (out += text), complain: (text) => expect.fail(text) }, { knowledge: () => knowledge }),
  ).toBe(0);
  return out;
}

test.for(dialectIds)('%s: every script of the page is the one of the command that the page names', (id) => {
  const prepared = preparedFor(id, knowledge);
  expect(Object.keys(prepared.scripts)).toHaveLength(presetIds.length * 4);
  for (const columns of presetIds)
    for (const texts of [true, false])
      for (const people of [true, false]) {
        const choice = { columns, texts, people };
        expect(scriptFor(prepared, choice, 'raw.log-1') === printed(sqlArguments(id, choice, 'raw.log-1')), JSON.stringify(choice)).toBe(
          true,
        );
      }
  expect(() => scriptFor({ ...prepared, scripts: {} }, { columns: 'rest', texts: true, people: false }, 'x')).toThrow(
    `no script of ${id} for rest texts no-people`,
  );
});

test('a table goes into the script as it is, and into the command in quotes where a shell needs them', () => {
  const prepared = preparedFor('bigquery', knowledge);
  const choice = { columns: 'rest', texts: false, people: true } as const;
  expect(scriptFor(prepared, choice, '`a`.$& {table}')).toContain('FROM `a`.$& {table})');
  expect(sqlArguments('bigquery', choice, "it's")).toBe("sql --dialect bigquery --table 'it'\\''s' --columns rest --no-texts");
});
