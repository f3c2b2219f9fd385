import { expect, test } from 'vitest';
import { placesUnder } from '../../../../src/analyzer/ask-kept.ts';
import { rowsAt, type ListedRow } from '../../../../src/analyzer/ask-rows.ts';
import { sorted, sortKeys, type SortKey } from '../../../../src/analyzer/kept/sorted.ts';
import { consoleLog, NOON } from '../../../fixtures/console-row.ts';
import { keptReading, troubleLog } from '../../../kept-reading.ts';
import { source } from '../../../log.ts';

const shown: Readonly<Record<SortKey, (row: ListedRow) => string | number | undefined>> = {
  time: ({ time }) => (time === undefined ? undefined : Date.parse(time)),
  status: ({ status }) => status,
  code: ({ code }) => (code === undefined ? undefined : Number(code)),
  direction: ({ direction }) => direction,
  sender: ({ sender }) => sender,
  person: ({ person }) => (person === undefined ? undefined : Number(person.slice(1))),
  country: ({ country }) => country,
  service: ({ service }) => service,
  price: ({ price }) => price,
  segments: ({ segments }) => segments,
};

const trouble = await keptReading(troubleLog);
const places = (await placesUnder(trouble, {})) ?? expect.fail('nobody gave up');
const { rows } = await rowsAt(trouble.kept, [...places]);

test.each(sortKeys)('by %s, either way: equal ones in the order of the log, unknown ones last', (by) => {
  const value = shown[by];
  for (const isDescending of [false, true]) {
    const sign = isDescending ? -1 : 1;
    const expected = [...rows].sort((one, other) => {
      const [a, b] = [value(one), value(other)];
      if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
      return a === b ? 0 : a < b ? -sign : sign;
    });
    expect([...sorted(trouble.kept, places, { by, isDescending })]).toEqual(expected.map(({ place }) => place));
  }
});

test('numbers come before other addresses, and those by their text', async () => {
  const people = ['whatsapp:+12025550101', 'messenger:zoe', '', '+12025550100', 'messenger:amy'];
  const log = consoleLog(people.map((to, n) => ({ to, time: NOON - n * 1_000 })));
  const { kept } = await keptReading(source('log.csv', log));
  const order = [...sorted(kept, Uint32Array.of(0, 1, 2, 3, 4), { by: 'person', isDescending: false })];
  expect(order.map((place) => people[place])).toEqual(['+12025550100', 'whatsapp:+12025550101', 'messenger:amy', 'messenger:zoe', '']);
  expect([...sorted(kept, Uint32Array.of(1, 3), { by: 'person', isDescending: true })]).toEqual([1, 3]);
});
