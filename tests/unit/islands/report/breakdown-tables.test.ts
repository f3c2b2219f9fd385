import { countryName } from '../../../../src/analyzer/words/country-name.ts';
import { expect, test } from 'vitest';
import type { Knowledge } from '../../../../src/catalog/knowledge.ts';
import { categoryBreakdown, codeBreakdown, countryBreakdown, senderBreakdown } from '../../../../src/islands/report/breakdown-tables.ts';
import { troubled } from '../report-fixture.ts';

const facts = { category: 'unknown', retry: 'unknown', suppress: 'no', billing: 'unknown' } as const;
const knowledge = {
  codes: { '30034': { ...facts, title: 'Unregistered', page: true }, '30005': { ...facts, title: 'Unknown handset', page: false } },
} as unknown as Knowledge;

const { totals } = troubled;

test('codes link to our page, else to Twilio’s, else nowhere', () => {
  expect(codeBreakdown(troubled, knowledge).rows.map(({ link }) => link)).toEqual([
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
  expect(senders.rows.at(-1)?.label).toBe('Not listed');
});

test('the failure rate leaves out what has no final status', () => {
  expect(countryBreakdown(troubled).rows[1]?.share).toBe('2.5\u00A0%');
});

test('countries have names, and what is no country keeps its text', () => {
  expect(['US', 'unknown', 'x"><img>', 'QX'].map(countryName)).toEqual(['United States', 'Unknown', 'x"><img>', 'QX']);
});

test('a code whose recipients the log does not name has no figure for them', () => {
  const byErrorCode = troubled.byErrorCode.map((row) => ({ ...row, recipients: 0 }));
  const { rows } = codeBreakdown({ ...troubled, byErrorCode }, knowledge);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ figures }) => figures[1])).toEqual(rows.map(() => undefined));
});
