/** How grave some findings are, what they are about and what they advise, at the bounds of each. */
import { describe, expect, test } from 'vitest';
import { pumping } from '../../../../src/analyzer/findings/pumping/rule.ts';
import { sends } from '../../../../src/analyzer/findings/shared/sends-table.ts';
import type { CountedMessage } from '../../../../src/analyzer/index/counted-message.ts';
import { hours } from '../../../../src/analyzer/index/tables/hours.ts';
import { times as timesTable } from '../../../../src/analyzer/index/tables/times.ts';
import { kindOf } from '../../../../src/analyzer/message/kind.ts';
import type { Finding } from '../../../../src/analyzer/report/report.ts';
import { consoleLog, DAY, frenchNumber, MINUTE, NOON, ukNumber, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { ago, failed, refused, times } from '../../../fixtures/finding-rows.ts';
import { knowledge } from '../../../knowledge.ts';
import { inWords, report, source } from '../../../log.ts';
import { indexWith } from './shared/made-index.ts';

const ofId = async (id: string, ...rows: readonly (readonly MessageRow[])[]): Promise<readonly Finding[]> =>
  (await report([source('log.csv', consoleLog(rows.flat()))])).findings.filter((finding) => finding.id === id);
const severityOf = async (id: string, ...rows: readonly (readonly MessageRow[])[]): Promise<string | undefined> =>
  (await ofId(id, ...rows))[0]?.severity;
const calm = (count: number): readonly MessageRow[] =>
  times(count, (n) => ({ to: usNumber(1_000 + n), body: `Your Acme code is ${String(100_000 + n)}.`, time: ago(n * 7) }));

test('landlines are of middling weight from ten refusals on, and two to a number make one', async () => {
  const deaf = (...counts: readonly number[]): readonly MessageRow[] =>
    counts.flatMap((count, n) => times(count, () => refused(n * 9, { to: usNumber(n), code: '30006' })));
  expect(await severityOf('landline', calm(30), deaf(3, 3, 3))).toBe('low');
  expect(await severityOf('landline', calm(30), deaf(3, 3, 4))).toBe('medium');
  expect(await ofId('landline', calm(30), deaf(2, 2, 2))).toMatchObject([{ affected: 6 }]);
  expect(await ofId('landline', calm(30), deaf(3, 2, 1))).toMatchObject([{ affected: 5 }]);
});

test('a country without receipts is of middling weight where half of what is old enough went there', async () => {
  const silent = times(20, (n) => ({ to: frenchNumber(n), status: 'sent', time: ago(70 + n) }));
  const arrived = (count: number): readonly MessageRow[] => times(count, (n) => ({ to: usNumber(n), time: ago(70 + n * 3) }));
  const now = [{ to: usNumber(99), time: NOON }];
  expect(await severityOf('no-receipt-country', silent, arrived(20), now)).toBe('medium');
  expect(await severityOf('no-receipt-country', silent, arrived(21), now)).toBe('low');
});

describe('messages that Twilio takes for fraud', () => {
  const stopped = (count: number, at: number, step = 1): readonly MessageRow[] =>
    times(count, (n) => failed({ to: frenchNumber(n), code: '30450', time: ago(at + n * step) }));
  /** To the same country, before all else; `last` of them after it. */
  const arrived = (count: number, last = 1): readonly MessageRow[] =>
    times(count, (n) => ({
      to: frenchNumber(50 + (n % 50)),
      time: ago(n < last ? 5 + n : 500 + n),
      body: `Table ${String(n)} is booked.`,
    }));
  const now = [{ to: usNumber(1), time: NOON }];
  const found = async (...rows: readonly (readonly MessageRow[])[]) => severityOf('pumping-block', calm(30), now, ...rows);

  test('are a note below a twentieth of the messages to the country', async () => {
    expect(await found(stopped(3, 30), arrived(57))).toBe('medium');
    expect(await found(stopped(3, 30), arrived(58))).toBe('low');
  });

  test('are grave while nothing else gets through, or where half of the messages are stopped', async () => {
    expect(await found(stopped(3, 30), arrived(50, 0))).toBe('high');
    expect(await found(stopped(3, 30), arrived(3))).toBe('high');
    expect(await found(stopped(3, 30), arrived(4))).toBe('medium');
  });

  test('are said to be over, on and off, or still stopped', async () => {
    const words = async (...rows: readonly (readonly MessageRow[])[]): Promise<string> => {
      const [one] = await ofId('pumping-block', calm(30), now, ...rows);
      expect(one).toMatchObject({ affected: 3, recoverable: 0, action: { kind: 'check', list: null }, subject: { country: 'FR' } });
      return inWords(one?.sentence ?? []);
    };
    expect(await words(stopped(3, 60), arrived(4))).toContain('; later messages were accepted.');
    expect(await words(stopped(3, 30), arrived(4))).toMatch(/, the first on [^,]+, on and off\.$/);
    expect(await words(stopped(3, 30), arrived(4, 0))).toContain(', and the block held to the end of this log.');
  });

  test('are over an hour after the last of them, where they came within four', async () => {
    expect(await found(stopped(3, 60), arrived(2))).toBe('medium');
    expect(await found(stopped(3, 59), arrived(2))).toBe('high');
    expect(await found(stopped(3, 60, 120), arrived(2))).toBe('medium');
    expect(await found(stopped(3, 60, 121), arrived(2))).toBe('high');
  });
});

test('messages that came too fast are to be slowed down, also where one person was sent all of them', async () => {
  const fast = (to: (n: number) => string) => times(6, (n) => refused(n, { to: to(n), code: '30022', time: ago(20 + n) }));
  const action = { kind: 'slow-down', list: null };
  expect(await ofId('rate-exceeded', calm(30), fast(usNumber))).toMatchObject([{ action, subject: {} }]);
  const [loop, ...more] = await ofId(
    'rate-exceeded',
    calm(30),
    fast(() => usNumber(1)),
  );
  expect(more).toEqual([]);
  expect(loop).toMatchObject({ action, subject: { recipient: usNumber(1) } });
  // Half of them to one person, and one less than that.
  const subjects = async (people: number) =>
    (
      await ofId(
        'rate-exceeded',
        calm(30),
        [
          ...times(2, () => fast((n) => (n < 4 ? usNumber(1) : usNumber(n)))),
          ...times(1, () => fast((n) => usNumber(20 + n)).slice(0, people)),
        ].flat(),
      )
    ).map(({ subject }) => subject);
  expect(await subjects(4)).toEqual([{ recipient: usNumber(1) }]);
  expect(await subjects(5)).toEqual([{ sender: '+12025550100' }]);
});

test('receipts that stopped in some countries are shown of these alone, those that stopped everywhere of all messages', async () => {
  const sent = (to: (n: number) => string, count: number, from: number, status: string): readonly MessageRow[] =>
    times(count, (n) => ({ to: to(n), status, time: ago(from + n), body: `Table ${String(n)} is booked.` }));
  const before = [...sent(frenchNumber, 30, 300, 'delivered'), ...sent(ukNumber, 30, 300, 'delivered')];
  const silent = sent(frenchNumber, 20, 80, 'sent');
  const now = [{ to: ukNumber(99), time: NOON }];
  const shown = async (...more: readonly MessageRow[]) => {
    const [found] = await ofId('receipt-outage', before, silent, now, more);
    return [found?.subject, ...(found?.evidence ?? []).map(({ rows }) => rows?.countries)];
  };
  expect(await shown(...sent(ukNumber, 20, 80, 'delivered'))).toEqual([{ country: 'FR' }, ['FR'], ['FR']]);
  expect(await shown(...sent(ukNumber, 20, 80, 'sent'))).toEqual([{ countries: '2' }, ['FR', 'GB'], ['FR', 'GB']]);
  // Too few to be told of their country by themselves.
  expect(await shown(...sent(ukNumber, 5, 80, 'sent'))).toEqual([{}, undefined, undefined]);
});

test('of two ranges of numbers in trouble the one with most failures is told', async () => {
  const to = (range: string, n: number): string => `+44${range}${String(10_000 + n)}`;
  const from = (n: number): string => `+1202555014${String(n % 2)}`;
  const arrived = (range: string): readonly MessageRow[] =>
    times(60, (n) => ({
      to: to(range, n),
      from: from(n),
      time: NOON - ((n * 37) % 2_880) * MINUTE,
      body: `Table ${String(n)} is booked.`,
    }));
  const trouble = (range: string, count: number, at: number): readonly MessageRow[] =>
    times(count, (n) => ({ to: to(range, 500 + n), from: from(n), status: 'undelivered', code: '30008', time: at + n * MINUTE }));
  const ranges = ['79110', '74000', '75550'].flatMap(arrived);
  const found = await ofId('carrier-incident', ranges, trouble('79110', 14, NOON - DAY), trouble('74000', 20, NOON - 600 * MINUTE));
  expect(found.map(({ subject, affected }) => [subject, affected])).toEqual([[{ prefix: '447400' }, 20]]);
});

test('a burst of as many messages as prove something is told, one of fewer is not', () => {
  const [kept, byHour, span] = [sends, hours, timesTable].map((kind) => kind.make(kind.options(knowledge) as never));
  const see = (person: number, time: number): void => {
    const kind = kindOf('delivered', 'outbound', '');
    const message = { kind, personKey: person, time, sender: 'A', textHash: () => 7, sid: () => '', sidWords: () => undefined };
    for (const table of [kept, byHour, span]) table?.add(message as unknown as CountedMessage);
  };
  see(12_025_550_140, NOON - DAY);
  for (let n = 0; n < 5; n += 1) see(23_480_355_501 + n, NOON + n * MINUTE);
  const index = indexWith([
    [sends, kept],
    [hours, byHour],
    [timesTable, span],
  ]);
  const found = (minHits: number) =>
    pumping
      .find(index, { knowledge, minHits, limits: knowledge.thresholds['pumping'] ?? {}, left: undefined as never })
      .map(({ affected }) => affected);
  expect([found(5), found(6)]).toEqual([[5], []]);
});
