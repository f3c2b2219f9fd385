import { countryName } from '../../../../src/analyzer/words/country-name.ts';
import { describe, expect, test } from 'vitest';
import type { Texts } from '../../../../src/analyzer/ask-texts.ts';
import type { Knowledge } from '../../../../src/catalog/knowledge.ts';
import {
  categoryBreakdown,
  codeBreakdown,
  countryBreakdown,
  hourBreakdown,
  linkBreakdown,
  senderBreakdown,
  textBreakdown,
} from '../../../../src/islands/report/breakdown-tables.ts';
import { percent } from '../../../../src/islands/kit/figures.ts';
import type { Breakdown, Row } from '../../../../src/islands/report/breakdown-tables.ts';
import { troubled } from '../report-fixture.ts';

const facts = { category: 'unknown', retry: 'unknown', suppress: 'no', billing: 'unknown' } as const;
const knowledge = {
  codes: { '30034': { ...facts, title: 'Unregistered', page: true }, '30005': { ...facts, title: 'Unknown handset', page: false } },
} as unknown as Knowledge;

const { totals } = troubled;

const allRows = ({ rows }: Breakdown): readonly Row[] => rows.slice(0, rows.length);

test('codes link to our page, else to Twilio’s, else nowhere', () => {
  expect(allRows(codeBreakdown(troubled, knowledge)).map(({ link }) => link)).toEqual([
    { href: '/errors/30034/', external: false },
    { href: 'https://www.twilio.com/docs/api/errors/30005', external: true },
    undefined,
  ]);
});

test('every category table adds up to all messages', () => {
  expect(categoryBreakdown(troubled).total).toEqual([totals.messages]);
});

test('countries and senders add up to all outbound messages, also where the list is cut', () => {
  const sums = [totals.outbound, totals.delivered, totals.failed, totals.noReceipt, totals.inFlight + totals.other];
  expect(countryBreakdown(troubled).total).toEqual(sums);
  const senders = senderBreakdown(troubled);
  expect(senders.total).toEqual(sums);
  expect(allRows(senders).at(-1)?.label).toBe('Not listed');
});

test('the failure rate leaves out what has no final status', () => {
  expect(allRows(countryBreakdown(troubled))[1]?.share).toBe('2.5\u00A0%');
});

test('countries have names, and what is no country keeps its text', () => {
  expect(['US', 'unknown', 'x"><img>', 'QX'].map(countryName)).toEqual(['United States', 'Unknown', 'x"><img>', 'QX']);
});

test('a code whose recipients the log does not name has no figure for them', () => {
  const byErrorCode = troubled.byErrorCode.map((row) => ({ ...row, recipients: 0 }));
  const rows = allRows(codeBreakdown({ ...troubled, byErrorCode }, knowledge));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ figures }) => figures[1])).toEqual(rows.map(() => undefined));
});

test('any stretch of the rows is that stretch of them all', () => {
  const senders = senderBreakdown(troubled);
  const all = allRows(senders);
  expect(all.length).toBeGreaterThan(2);
  for (let from = 0; from <= all.length; from += 1)
    for (let to = from; to <= all.length + 1; to += 1) expect(senders.rows.slice(from, to)).toEqual(all.slice(from, to));
});

test('rows of 50,000 senders are made for the page that is shown and no more', () => {
  let looked = 0;
  const bySender = Array.from({ length: 50_000 }, (_, i) => ({
    sender: `+1202555${String(i)}`,
    get kind() {
      looked += 1;
      return 'long-code' as const;
    },
    outbound: 1,
    delivered: 1,
    failed: 0,
    undelivered: 0,
    noReceipt: 0,
  }));
  const { rows, longest } = senderBreakdown({ ...troubled, bySender, totals: { ...totals, outbound: 50_000 } });
  expect([rows.length, longest, looked]).toEqual([50_000, 1, 0]);
  expect(rows.slice(49_900, 50_000)).toHaveLength(100);
  expect(looked).toBe(100);
});

describe('texts and links', () => {
  const of = (outbound: number, failed = 0) => ({ outbound, delivered: outbound - failed, failed, undelivered: failed, noReceipt: 0 });
  const texts: Texts = {
    texts: [
      { text: 'Hi [name]', templates: [1, 2], ...of(6, 2) },
      { text: '', templates: [3], ...of(2) },
    ],
    otherTexts: of(1),
    noText: of(3, 1),
    links: [{ host: 'a.example', ...of(5, 1) }],
  };
  const report = { ...troubled, totals: { ...totals, outbound: 12, delivered: 9, failed: 3, undelivered: 3, noReceipt: 0 } };

  test('texts add up to all outbound messages, those not listed and those without a text apart', () => {
    const table = textBreakdown(report, texts);
    expect(allRows(table).map(({ label, figures, share }) => [label, figures[0], share])).toEqual([
      ['Hi [name]', 6, percent(2, 6)],
      ['A text that was not found in the file again', 2, percent(0, 2)],
      ['No text in the log', 3, percent(1, 3)],
      ['Not listed', 1, percent(0, 1)],
    ]);
    expect(table.total).toEqual([12, 9, 3, 0, 0]);
    // Pressed, each shows its messages: those of all senders of the text, or those without one.
    expect(allRows(table).map(({ chip }) => chip?.filter)).toEqual([
      { direction: 'outbound', templates: [1, 2] },
      { direction: 'outbound', templates: [3] },
      { direction: 'outbound', templates: [0] },
      undefined,
    ]);
    expect(new Set(allRows(table).map(({ key }) => key)).size).toBe(4);
    expect(allRows(textBreakdown(report, { ...texts, noText: of(0) })).map(({ label }) => label)).not.toContain('No text in the log');
  });

  test('links have no total, for a message may have two', () => {
    const table = linkBreakdown(report, texts);
    expect(allRows(table).map(({ label, figures }) => [label, figures])).toEqual([['a.example', [5, 4, 1, 0, 0]]]);
    expect(table.total).toEqual([]);
    expect(allRows(table).map(({ chip }) => chip?.filter)).toEqual([{ direction: 'outbound', linkHost: 'a.example' }]);
  });
});

describe('hours of the day', () => {
  const none = { delivered: 0, noReceipt: 0, inFlight: 0, undelivered: 0, failed: 0, inbound: 0, other: 0 };
  const byHour = [
    {
      ...none,
      hour: '2025-08-14T23:00:00.000Z',
      delivered: 1,
      noReceipt: 2,
      inFlight: 4,
      undelivered: 8,
      failed: 16,
      inbound: 32,
      other: 64,
    },
    { ...none, hour: '2025-08-15T00:00:00.000Z', delivered: 3, failed: 1 },
    { ...none, hour: '2025-08-15T23:00:00.000Z', delivered: 100, undelivered: 1 },
    { ...none, hour: '2025-08-16T09:00:00.000Z', inbound: 5 },
  ];
  const sent = { outbound: 205, delivered: 106, failed: 26, undelivered: 9, noReceipt: 3 };

  test('are those of all days together, without inbound messages; what has no time is not listed', () => {
    const table = hourBreakdown({ ...troubled, byHour, totals: { ...totals, ...sent } });
    expect(table.head).toBe('Hour (UTC)');
    expect(allRows(table).map(({ label, figures, share }) => [label, figures, share])).toEqual([
      ['00:00–01:00', [4, 3, 1, 0, 0], percent(1, 4)],
      ['23:00–24:00', [196, 101, 25, 2, 68], percent(25, 126)],
      ['Not listed', [5, 2, 0, 1, 2], percent(0, 2)],
    ]);
    expect(
      allRows(table)[1]
        ?.bar.slice(0, 2)
        .map(({ value }) => value),
    ).toEqual([16, 9]);
    expect(allRows(table)[1]?.chip).toEqual({
      kind: 'hour',
      id: 'hour 23',
      label: ['23:00–24:00 UTC'],
      filter: { direction: 'outbound', hourOfDay: 23 },
    });
  });

  test('of a log without times there is no table', () => {
    expect(hourBreakdown({ ...troubled, byHour: [] }).rows).toEqual([]);
  });
});
