import { expect, test } from 'vitest';
import { buildReport } from '../../../../src/analyzer/breakdowns/build-report.ts';
import { numberLists } from '../../../../src/analyzer/breakdowns/number-lists.ts';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import { bySid } from '../../../../src/analyzer/message/stand-in.ts';
import type { ListedNumber, Report } from '../../../../src/analyzer/report/report.ts';
import { listIds } from '../../../../src/catalog/number-lists.ts';
import { consoleRow, DAY, MINUTE, NOON, sidOf, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { inWords } from '../../../log.ts';
import { indexOf, reportOf } from '../laws/counting.ts';

const failed = (to: string, code: string, more: MessageRow = {}): MessageRow => ({ to, code, status: 'undelivered', ...more });
const rowsOf = (rows: readonly MessageRow[]): readonly string[] => rows.map((row, n) => consoleRow(n, row));
const reportOn = (...rows: readonly MessageRow[]): Report => reportOf(indexOf(rowsOf(rows)));

/** "stop +1202…: 21610" of every number. */
const placesIn = ({ lists }: Pick<Report, 'lists'>): readonly string[] =>
  listIds.flatMap((id) =>
    lists[id].entries.map(({ number, reason, when }) => `${id} ${number}: ${reason}${when === undefined ? '' : ` ${when}`}`),
  );
const entryOf = (report: Report, number: string): ListedNumber => {
  const found = listIds.flatMap((id) => report.lists[id].entries).find((entry) => entry.number === number);
  return found ?? expect.fail(`${number} is on no list`);
};

const [one, two, three, four] = [usNumber(1), usNumber(2), usNumber(3), usNumber(4)];

test('each code puts its number on its list', () => {
  const report = reportOn(failed(one, '21610'), failed(two, '30006'), failed(three, '21217'), failed(four, '30001'));
  expect(placesIn(report)).toEqual([
    `stop ${one}: 21610`,
    `phone ${two}: 30006`,
    `resend ${four}: 30001 later`,
    `never-resend ${three}: 21217`,
  ]);
  expect(report.lists.stop).toMatchObject({ numbers: 1, messages: 1, rows: { listed: 'stop', outcomes: ['failed', 'undelivered'] } });
});

test('a number stands on one list: what must not be done goes before what may', () => {
  const codes = ['30001', '30009', '21217', '30006', '21610'];
  const lists = codes.map((_, n) => placesIn(reportOn(...codes.slice(0, n + 1).map((code) => failed(one, code)))).join());
  expect(lists).toEqual([
    `resend ${one}: 30001 later`,
    `ask-twilio ${one}: 30009`,
    `never-resend ${one}: 21217`,
    `phone ${one}: 30006`,
    `stop ${one}: 21610`,
  ]);
});

test('of several times to send again the most careful counts, of several reasons the newest', () => {
  const at = (minutes: number) => ({ time: NOON - minutes * MINUTE });
  expect(placesIn(reportOn(failed(one, '20504'), failed(one, '30001', at(9))))).toEqual([`resend ${one}: 30001 later`]);
  expect(placesIn(reportOn(failed(one, '30007', at(9)), failed(one, '30001'), failed(one, '20504')))).toEqual([
    `resend ${one}: 30007 after-fix`,
  ]);
  expect(placesIn(reportOn(failed(one, '30001', at(1)), failed(one, '30022', at(2))))).toEqual([`resend ${one}: 30001 later`]);
  expect(placesIn(reportOn(failed(one, '30001', at(2)), failed(one, '30022', at(1))))).toEqual([`resend ${one}: 30022 later`]);
  expect(placesIn(reportOn(failed(one, '30022'), failed(one, '30001')))).toEqual([`resend ${one}: 30001 later`]);
});

test('a number has all its codes, how often, when last, and the newest SID', () => {
  const report = reportOn(
    failed(one, '30003', { time: NOON - MINUTE }),
    failed(one, '30001', { time: NOON - 2 * MINUTE }),
    failed(one, '30003', { time: NOON - 3 * MINUTE }),
  );
  expect(entryOf(report, one)).toEqual({
    number: one,
    reason: '30003',
    when: 'later',
    codes: ['30001', '30003'],
    times: 3,
    lastSeen: '2025-08-14T16:59:00Z',
    sid: sidOf(0),
  });
});

test('of SIDs at one time always the same is named, of those without a SID none', () => {
  const [first, second] = [sidOf(0), sidOf(1)].sort(bySid);
  // Neighbours: no SID lies between the two.
  const [before, after] = [sidOf(2_745), sidOf(43_376)];
  expect(bySid(before, after)).toBe(-1);
  expect(
    [before, after].map(
      (_, n, sids) => entryOf(reportOn(...sids.map((_, m) => failed(one, '30001', { sid: sids[(n + m) % 2] ?? '' }))), one).sid,
    ),
  ).toEqual([before, before]);
  for (const sids of [
    [first, second],
    [second, first],
  ]) {
    expect(entryOf(reportOn(...sids.map((sid) => failed(one, '30001', sid === undefined ? {} : { sid }))), one).sid).toBe(first);
  }
  expect(entryOf(reportOn(failed(one, '30001', { sid: 'none' })), one)).not.toHaveProperty('sid');
});

test('a failure without a code is one to ask Twilio about', () => {
  expect(placesIn(reportOn(failed(one, '0')))).toEqual([`ask-twilio ${one}: `]);
  expect(entryOf(reportOn(failed(one, '0')), one).codes).toEqual([]);
});

test('who was delivered to later is neither stopped nor phoned, and that is told', () => {
  const delivered = (minutes: number): MessageRow => ({ to: one, time: NOON + minutes * MINUTE });
  for (const code of ['21610', '30006']) {
    const before = reportOn(failed(one, code), delivered(-1));
    expect(placesIn(before)).toHaveLength(1);
    expect(before.notListed).toEqual({ reachedSince: 0, withoutNumber: 0 });
    expect(placesIn(reportOn(failed(one, code), delivered(0)))).toHaveLength(1);
    const after = reportOn(failed(one, code), failed(one, code, { time: NOON - DAY }), delivered(1));
    expect(placesIn(after)).toEqual([]);
    expect(after.notListed).toEqual({ reachedSince: 2, withoutNumber: 0 });
  }
});

test('another message to the same number may go again, and when it was reached since is said', () => {
  const report = reportOn(failed(one, '21610'), failed(one, '30001', { time: NOON - MINUTE }), { to: one, time: NOON + MINUTE });
  expect(placesIn(report)).toEqual([`resend ${one}: 30001 later`]);
  expect(entryOf(report, one)).toMatchObject({ times: 2, lastSeen: '2025-08-14T17:00:00Z', reachedSince: '2025-08-14T17:01:00Z' });
});

test('a text that arrived says nothing of WhatsApp: who opted out there stays on the list, with the plain number', () => {
  const report = reportOn(failed(`whatsapp:${one}`, '63033'), { to: one, time: NOON + MINUTE });
  expect(placesIn(report)).toEqual([`stop ${one}: 63033`]);
  expect(entryOf(report, one)).not.toHaveProperty('reachedSince');
});

test('messages by text and by WhatsApp to one number are one entry', () => {
  const report = reportOn(failed(`whatsapp:${one}`, '63024'), failed(one, '30001'));
  expect(placesIn(report)).toEqual([`phone ${one}: 63024`]);
  expect(entryOf(report, one)).toMatchObject({ times: 2, codes: ['30001', '63024'] });
});

test('a recipient that is no number is on no list, and that is told', () => {
  const report = reportOn(failed('12345', '21265'), failed('', '30001'), failed(one, '30001'));
  expect(placesIn(report)).toEqual([`resend ${one}: 30001 later`]);
  expect(report.notListed).toEqual({ reachedSince: 0, withoutNumber: 2 });
});

test('in a log without error codes a failure is nothing to ask Twilio about; in one with codes a failure without one is', () => {
  const rows = rowsOf([failed(one, ''), failed(one, ''), failed(two, ''), failed('12345', '')]);
  const told = (hasCodes: boolean) => numberLists(indexOf(rows), knowledge, [], () => -1, hasCodes);
  expect(placesIn(told(true))).toEqual([`ask-twilio ${one}: `, `ask-twilio ${two}: `]);
  expect(told(true).notListed).toEqual({ reachedSince: 0, withoutNumber: 1 });
  expect(placesIn(told(false))).toEqual([]);
  expect(told(false).notListed).toEqual({ reachedSince: 0, withoutNumber: 1, withoutCode: 3 });
});

test('a finding that lists people says more than the code', () => {
  const dead = [0, 1, 2].map((day) => failed(one, '30005', { time: NOON - day * DAY }));
  const report = reportOn(...dead, failed(two, '30005'));
  expect(placesIn(report)).toEqual([`stop ${one}: dead-number`, `resend ${two}: 30005 after-fix`]);
});

test('a finding that asks to wait, to mend or to ask Twilio says so for its messages, and never lifts what a code forbids', () => {
  const account = Array.from({ length: 5 }, (_, n) => failed(usNumber(n), '30002', { status: 'failed', time: NOON - n * MINUTE }));
  const report = reportOn(...account, failed(usNumber(0), '21610', { time: NOON - DAY }));
  expect(placesIn(report)).toEqual([
    `stop ${usNumber(0)}: 21610`,
    ...[1, 2, 3, 4].map((n) => `ask-twilio ${usNumber(n)}: account-stopped`),
  ]);
});

test('who was written to after STOP is on the list though the messages were accepted, and they are counted', () => {
  const to = '+12025550100';
  const report = reportOn(
    { from: one, to, body: 'STOP', direction: 'inbound', status: 'received', time: NOON - DAY },
    ...[1, 2, 3].map((n): MessageRow => ({ to: one, time: NOON - n * MINUTE })),
    failed(one, '30001', { time: NOON - 5 * MINUTE }),
    failed(two, '21610'),
  );
  expect(placesIn(report)).toEqual([`stop ${one}: sent-after-stop`, `stop ${two}: 21610`]);
  expect(entryOf(report, one)).toEqual({
    number: one,
    reason: 'sent-after-stop',
    codes: ['30001'],
    times: 4,
    lastSeen: '2025-08-14T16:59:00Z',
    sid: sidOf(1),
  });
  expect(report.lists.stop).toMatchObject({
    numbers: 2,
    messages: 5,
    rows: { listed: 'stop', any: [{ outcomes: ['failed', 'undelivered'] }, { finding: 'sent-after-stop' }] },
  });
  expect(report.lists.resend.rows).toEqual({ listed: 'resend', outcomes: ['failed', 'undelivered'] });
});

test('whoever was written to after STOP and has no number is on no list', () => {
  const nobody = 'messenger:jane.doe';
  const page = 'messenger:acme';
  const report = reportOn(
    { from: nobody, to: page, body: 'STOP', direction: 'inbound', status: 'received', time: NOON - DAY },
    ...[1, 2, 3].map((n): MessageRow => ({ from: page, to: nobody, time: NOON - n * MINUTE })),
  );
  expect(report.findings.map(({ id, affected }) => [id, affected])).toEqual([['sent-after-stop', 3]]);
  expect(placesIn(report)).toEqual([]);
});

test('most messages come first, then numbers in order', () => {
  const report = reportOn(failed(three, '30001'), failed(two, '30001'), failed(four, '30001'), failed(four, '30001'));
  expect(report.lists.resend.entries.map(({ number }) => number)).toEqual([four, two, three]);
});

test('every failed message is on a list or told to be on none', () => {
  const codes = ['0', '21610', '30003', '30005', '30006', '21211', '20504', '30002', '63032'];
  const rows = Array.from({ length: 120 }, (_, n): MessageRow => {
    const time = NOON - n * 7 * MINUTE;
    return n % 5 === 0 ? { to: usNumber(n % 9), time } : failed(n % 31 === 1 ? 'nobody' : usNumber(n % 9), codes[n % 8] ?? '0', { time });
  });
  const { lists, notListed, totals } = reportOn(...rows);
  const listed = listIds.reduce((sum, id) => sum + lists[id].messages, 0);
  expect(listed + notListed.reachedSince + notListed.withoutNumber).toBe(totals.failed);
  const numbers = listIds.flatMap((id) => lists[id].entries.map(({ number }) => number));
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const id of listIds) expect(lists[id].numbers).toBe(lists[id].entries.length);
});

test('a list that is full keeps the numbers with the most messages and says how many are missing', () => {
  const rows = [failed(one, '30001'), failed(two, '30001'), failed(two, '30001'), failed(three, '30001'), failed(four, '21610')];
  const most = (limit: number) => numberLists(indexOf(rowsOf(rows)), knowledge, [], () => -1, true, limit);
  expect(most(3).notices).toEqual([]);
  const { lists, notices } = most(1);
  expect(placesIn({ lists })).toEqual([`stop ${four}: 21610`, `resend ${two}: 30001 later`]);
  expect(lists.resend).toMatchObject({ numbers: 1, messages: 2 });
  expect(notices).toMatchObject([{ id: 'lists-capped', count: 2, lines: [] }]);
  expect(inWords(notices[0]?.text ?? [])).toBe(
    'A list of numbers holds 1 at most, those with the most failed messages; 2 more numbers were left out. Read the log in parts to list them.',
  );
});

test('a log without failures has empty lists', () => {
  const { lists } = buildReport({ index: indexOf(rowsOf([{}])), sources: [], declined: [] }, knowledge, rules);
  expect(listIds.map((id) => [lists[id].numbers, lists[id].messages])).toEqual(listIds.map(() => [0, 0]));
});
