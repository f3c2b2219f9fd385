import { expect, test } from 'vitest';
import { areHeadings, asTold, begun, keyOf, problemOf, rememberedTables } from '../../../../src/islands/analyzer/map-columns.ts';
import { codedFields, textFields } from '../../../../src/analyzer/message/fields.ts';
import { choices } from '../../../../src/islands/analyzer/map-columns.ts';
import { report, source } from '../../../log.ts';

const columns = [
  { heading: 'Outcome', samples: ['ok'], guess: 'status' },
  { heading: 'Who', samples: ['+12025550140'] },
] as const;

test('the form offers every field there is, once', () => {
  expect(choices.map(([field]) => field).sort()).toEqual([...codedFields, ...textFields].sort());
});

test('it begins with the guess, or with what was said before', () => {
  expect(begun(columns, undefined)).toEqual({ Outcome: 'status', Who: '' });
  expect(begun(columns, new Map([['to', 'Who']]))).toEqual({ Outcome: '', Who: 'to' });
});

test.for([
  [{ Outcome: 'status', Who: 'to' }, undefined],
  [{ Outcome: 'status', Who: 'sid' }, undefined],
  [{ Outcome: 'status', Who: 'from' }, undefined],
  [{ Outcome: 'status', Who: '' }, 'Say whose messages these are: the recipient, the sender or the SID.'],
  [{ Outcome: '', Who: 'to' }, 'Say which column tells the status: without it nobody knows what became of a message.'],
  [{ Outcome: 'to', Who: 'to' }, 'Two columns are “To: who it went to”. Leave one of them out.'],
] as const)('%j: %s', ([chosen, problem]) => {
  expect(problemOf(chosen)).toBe(problem);
});

test('a choice is told to the reading, and what was kept comes back as the same', () => {
  const told = asTold({ Outcome: 'status', Who: 'to', Else: '' });
  expect(told).toEqual(
    new Map([
      ['status', 'Outcome'],
      ['to', 'Who'],
    ]),
  );
  const key = keyOf(columns);
  expect(rememberedTables([{ key, columns: Object.fromEntries(told) }])).toEqual(new Map([[key, told]]));
  expect(rememberedTables([{ key: 'x', columns: { nothing: 'A' } }])).toEqual(new Map([['x', new Map()]]));
});

test('what looks like a row is not offered to be remembered', () => {
  expect(areHeadings(columns)).toBe(true);
  expect(areHeadings([{ heading: '+12025550140', samples: [] }])).toBe(false);
  expect(areHeadings([{ heading: 'ann@example.org', samples: [] }])).toBe(false);
});

test('what is said of one heading holds for tables with it and for no other', async () => {
  const own = source('own.csv', 'Outcome,Who\nfailed,+12025550140\n');
  const usual = source('usual.csv', 'Status,To,SentDate,Sid\ndelivered,+12025550141,2025-08-14T10:00:00Z,x\n');
  const tables = new Map([[keyOf(columns), asTold({ Outcome: 'status', Who: 'to' })]]);
  const { sources, totals } = await report([own, usual], { told: { tables } });
  expect(sources.map(({ format }) => format)).toEqual(['own-table', 'console-v3-edited']);
  expect(totals).toMatchObject({ failed: 1, delivered: 1 });
});
