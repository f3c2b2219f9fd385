/** Texts and links of a selection: as counting each row by hand gives them. */
import { afterEach, expect, test } from 'vitest';
import { textsCounted, textsUnder } from '../../../src/analyzer/ask-texts.ts';
import { countRows, listRows } from '../../../src/analyzer/ask.ts';
import type { Filter } from '../../../src/analyzer/report/filter.ts';
import { templateText } from '../../../src/analyzer/message/template.ts';
import { consoleLog, NOON } from '../../fixtures/console-row.ts';
import { times } from '../../fixtures/finding-rows.ts';
import { keptReading, troubleLog } from '../../kept-reading.ts';
import { source } from '../../log.ts';

const { limit } = textsCounted;
afterEach(() => {
  textsCounted.limit = limit;
});

const trouble = await keptReading(troubleLog);

test.each<Filter>([{}, { outcomes: ['undelivered', 'failed'] }])('under %j', async (filter) => {
  const found = (await textsUnder(trouble, filter)) ?? expect.fail('nobody gave up');
  const rows = (await listRows([troubleLog], { ...filter, direction: 'outbound' }, { from: 0, count: 10_000 }, trouble))?.rows ?? [];
  const byText = new Map<string, number>();
  for (const { body = '' } of rows) byText.set(templateText(body), (byText.get(templateText(body)) ?? 0) + 1);
  // Case and blanks do not count in a template, so that two rows of the list by hand can be one here.
  expect(found.texts.length).toBeLessThanOrEqual(byText.size);
  expect(found.texts.length).toBeGreaterThan(5);
  expect(found.texts.map(({ outbound }) => outbound)).toEqual(found.texts.map(({ outbound }) => outbound).sort((a, b) => b - a));
  const sum = [...found.texts, found.otherTexts, found.noText].reduce((all, { outbound }) => all + outbound, 0);
  expect(sum).toBe(rows.length);
  // Each figure is what its filter counts.
  const filters: readonly Filter[] = [
    ...found.texts.map(({ templates }) => ({ ...filter, templates })),
    ...found.texts.map(({ templates }): Filter => ({ all: [filter, { templates, outcomes: ['delivered'] }] })),
    ...found.links.map(({ host }): Filter => ({ ...filter, direction: 'outbound', linkHost: host })),
  ];
  const counted = await countRows([troubleLog], filters, trouble);
  expect(counted?.map(({ messages }) => messages)).toEqual([
    ...found.texts.map(({ outbound }) => outbound),
    ...found.texts.map(({ delivered }) => delivered),
    ...found.links.map(({ outbound }) => outbound),
  ]);
  expect(found.links.length).toBeGreaterThan(0);
});

test('one text of two senders is one row; empty texts and inbound messages are apart', async () => {
  const rows = [
    ...times(4, (n) => ({ from: `+1202555010${String(n % 2)}`, body: `Your code is ${String(n)}21.`, time: NOON - n })),
    { body: '', time: NOON - 10 },
    { body: 'Hello', direction: 'inbound', status: 'received', time: NOON - 11 },
    { body: 'Go to https://b.example and https://a.example', status: 'undelivered', code: '30007', time: NOON - 12 },
  ];
  const found = await textsUnder(await keptReading(source('log.csv', consoleLog(rows))), {});
  const figures = { delivered: 0, failed: 0, undelivered: 0, noReceipt: 0 };
  expect(found).toEqual({
    texts: [
      { text: 'Your code is #.', templates: [expect.any(Number), expect.any(Number)], outbound: 4, ...figures, delivered: 4 },
      { text: 'Go to [link] and [link]', templates: [expect.any(Number)], outbound: 1, ...figures, failed: 1, undelivered: 1 },
    ],
    otherTexts: { outbound: 0, ...figures },
    noText: { outbound: 1, ...figures, delivered: 1 },
    links: [
      { host: 'b.example', outbound: 1, ...figures, failed: 1, undelivered: 1 },
      { host: 'a.example', outbound: 1, ...figures, failed: 1, undelivered: 1 },
    ],
  });
});

test('what is not listed is counted', async () => {
  const body = (n: number): string => `${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))} hello`;
  const rows = times(210, (n) => ({ body: body(n), time: NOON - n }));
  const reading = await keptReading(source('log.csv', consoleLog(rows)));
  const cut = await textsUnder(reading, {});
  expect([cut?.texts.length, cut?.otherTexts.outbound]).toEqual([200, 10]);
  textsCounted.limit = 3;
  const few = await textsUnder(reading, {});
  expect([few?.texts.length, few?.otherTexts.outbound]).toEqual([3, 207]);
  expect(await textsUnder(reading, {}, () => Promise.resolve(true))).toBeUndefined();
});

test('a text that cannot be found has none', async () => {
  const rows = times(3, (n) => ({ body: ['Hello', 'Goodbye', 'Well'][n] ?? '', time: NOON - n }));
  const log = { ...source('log.csv', consoleLog(rows)), slice: () => Promise.reject(new Error('gone')) };
  const reading = await keptReading(log);
  reading.kept.texts.clear();
  const found = await textsUnder(reading, {});
  expect(found?.texts.map(({ text, outbound }) => [text, outbound])).toEqual([
    ['', 1],
    ['', 1],
    ['', 1],
  ]);
});
