import { expect, test } from 'vitest';
import { consoleLog, NOON, MINUTE, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { ordinary, times } from '../../../fixtures/finding-rows.ts';
import { knowledge } from '../../../knowledge.ts';
import { report, source } from '../../../log.ts';

const codesOn = async (...rows: readonly (readonly MessageRow[])[]) =>
  (await report([source('log.csv', consoleLog([...ordinary, ...rows.flat()]))])).codesToAct;
const with_ = (code: string, count: number, given: (n: number) => MessageRow = () => ({})): readonly MessageRow[] =>
  times(count, (n) => ({ to: usNumber(n), status: 'undelivered', code, time: NOON - n * 7 * MINUTE, ...given(n) }));

test('every failing code is told, most frequent first, those without a code too; what arrived or waits is not', async () => {
  const codes = await codesOn(
    with_('30008', 2),
    with_('30003', 3),
    with_('0', 1),
    with_('30007', 2),
    with_('30005', 5, () => ({ status: 'delivered' })),
    with_('30006', 4, () => ({ direction: 'inbound' })),
    with_('30001', 4, () => ({ status: 'queued' })),
  );
  expect(codes.map(({ code, count }) => [code, count])).toEqual([
    ['30003', 3],
    ['30007', 2],
    ['30008', 2],
    ['', 1],
  ]);
});

test('who acts, whether to resend, the first step and the guide are those of the page of the code; without a page nobody says', async () => {
  const [filtered, unknown] = await codesOn(with_('30007', 2), with_('39999', 1));
  const { actors, retry, first, guide } = knowledge.codes['30007'] ?? expect.fail('30007 has a page');
  expect(filtered).toEqual({ code: '30007', count: 2, explained: 0, actors, resend: retry, first, guide });
  expect(actors).not.toEqual([]);
  expect(first).not.toBe('');
  expect(unknown).toEqual({ code: '39999', count: 1, explained: 0, actors: [], resend: 'unknown' });
});

test('how many of its messages a finding explains, the others left', async () => {
  // Three refusals of one number on two days are a dead number; one of another is nothing yet.
  const dead = with_('30005', 3, (n) => ({ to: usNumber(50), time: NOON - n * 26 * 60 * MINUTE }));
  expect(await codesOn(dead, with_('30005', 1), with_('30008', 1))).toMatchObject([
    { code: '30005', count: 4, explained: 3 },
    { code: '30008', count: 1, explained: 0 },
  ]);
});
