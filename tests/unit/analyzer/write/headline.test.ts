import { expect, test } from 'vitest';
import { headline } from '../../../../src/analyzer/write/headline.ts';
import { plainPrinter } from '../../../../src/analyzer/write/plain.ts';
import { inWords } from '../../../log.ts';
import { troubled } from '../../islands/report-fixture.ts';

const totals = { messages: 0, outbound: 0, inbound: 0, delivered: 0, failed: 0, undelivered: 0, noReceipt: 0, inFlight: 0, other: 0 };

test('the line says how many, when, in which zone, and what became of them', () => {
  expect(plainPrinter('-03:00')(headline(troubled))).toBe(
    '11,555 messages, 2025-08-14 06:02 UTC−3 – 2025-08-16 05:41 UTC−3 · 10,500 delivered · 420 did not arrive (3.8 % of those with a final status) · 480 without a receipt · 11 in flight · 144 inbound',
  );
});

test('a log without times has no span', () => {
  const { oldest, ...timeless } = troubled;
  expect(oldest).toBeDefined();
  expect(inWords(headline(timeless))).toMatch(/^11,555 messages · 10,500 delivered/);
});

test('a log of inbound messages alone says so', () => {
  expect(inWords(headline({ ...troubled, totals: { ...totals, messages: 3, inbound: 3 } }))).toMatch(/ · none outbound · 3 inbound$/);
});

test('one message that arrived among very many failures is not nothing', () => {
  const almost = { ...totals, messages: 10_000, outbound: 10_000, delivered: 1, failed: 9_999 };
  expect(inWords(headline({ ...troubled, totals: almost }))).toContain('9,999 did not arrive (over 99.9 % of those');
});

test('failures that a filter picked have no rate; those of a whole log have', () => {
  const failures = { ...troubled, totals: { ...totals, messages: 7, outbound: 7, failed: 7 } };
  expect(inWords(headline(failures, true))).toMatch(/ · 0 delivered · 7 did not arrive$/);
  expect(inWords(headline(failures))).toContain('7 did not arrive (100.0 % of those with a final status)');
  const some = { ...failures, totals: { ...failures.totals, delivered: 7 } };
  expect(inWords(headline(some, true))).toContain('7 did not arrive (50.0 % of those');
});
