/** What tells one cause from another that fails with the same code: hits, near misses and the edges between them. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../src/analyzer/report/report.ts';
import { consoleLog, DAY, frenchNumber, MINUTE, NOON, ukNumber, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { ago, times } from '../../../fixtures/finding-rows.ts';
import { inWords, report, source } from '../../../log.ts';

const findings = async (...rows: readonly (readonly MessageRow[])[]): Promise<readonly Finding[]> =>
  (await report([source('log.csv', consoleLog(rows.flat()))])).findings;
const named = (all: readonly Finding[], id: string): readonly Finding[] => all.filter((finding) => finding.id === id);
const one = async (id: string, ...rows: readonly (readonly MessageRow[])[]): Promise<Finding | undefined> =>
  named(await findings(...rows), id)[0];
const sentence = (finding: Finding | undefined): string => inWords(finding?.sentence ?? []);

/** Words that tell one text from the next, where digits do not. */
const words = (n: number): string => `${'abcdefghij'[n % 10] ?? ''}${'klmnopqrst'[Math.floor(n / 10) % 10] ?? ''}`;

/** Ordinary messages over two days, each text another. */
const calm = (count: number, given: (n: number) => MessageRow = () => ({})): readonly MessageRow[] =>
  times(count, (n) => ({
    to: usNumber(1_000 + n),
    time: NOON - ((n * 37) % 2_880) * MINUTE,
    body: `Table ${String(n)} is booked.`,
    ...given(n),
  }));
const undelivered = (count: number, code: string, given: (n: number) => MessageRow): readonly MessageRow[] =>
  times(count, (n) => ({ status: 'undelivered', code, body: `${words(n)} comes today.`, ...given(n) }));

describe('a network in trouble', () => {
  const at = (n: number): number => NOON - 600 * MINUTE + n * 4 * MINUTE;
  /** Two ranges of one country, before and after; two senders. */
  const before = calm(60, (n) => ({ to: `+4479110${String(10_000 + n)}`, from: `+1202555014${String(n % 2)}` }));
  const elsewhere = calm(60, (n) => ({ to: `+4474000${String(10_000 + n)}`, from: `+1202555014${String(n % 2)}` }));
  const phones = (count: number, code = '30003', given: (n: number) => MessageRow = () => ({})) =>
    undelivered(count, code, (n) => ({
      to: `+4479110${String(20_000 + n)}`,
      from: `+1202555014${String(n % 2)}`,
      time: at(n),
      ...given(n),
    }));

  test('is a range of numbers whose phones are all off within some hours', async () => {
    const all = await findings(before, elsewhere, phones(14));
    const [found, ...more] = named(all, 'carrier-incident');
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      key: 'carrier-incident 447911',
      affected: 14,
      severity: 'medium',
      codes: ['30003'],
      subject: { prefix: '447911' },
      since: new Date(at(0)).toISOString().replace('.000', ''),
    });
    expect(sentence(found)).toMatch(
      /^The network of the numbers that begin with \+447911 seems to have had trouble: 14 of \d+ messages in the same hours/,
    );
    // The phones are not worth a second try for being off once.
    expect(named(all, 'unreachable-once')).toEqual([]);
  });

  test('is seen from ten in a range on', async () => {
    expect(await one('carrier-incident', before, elsewhere, phones(10))).toBeDefined();
    expect(await one('carrier-incident', before, elsewhere, phones(9))).toBeUndefined();
  });

  test('is not a few people tried again and again: half as many people as failures are enough', async () => {
    const to = (people: number) => (n: number) => ({ to: `+4479110${String(20_000 + (n % people))}` });
    expect(await one('carrier-incident', before, elsewhere, phones(14, '30003', to(6)))).toBeUndefined();
    expect(await one('carrier-incident', before, elsewhere, phones(14, '30003', to(7)))).toBeDefined();
  });

  test('is five people or more', async () => {
    const to = (people: number) => (n: number) => ({ to: `+4479110${String(20_000 + (n % people))}` });
    expect(await one('carrier-incident', before, elsewhere, phones(14, '30008', to(4)))).toBeUndefined();
    expect(await one('carrier-incident', before, elsewhere, phones(14, '30008', to(5)))).toMatchObject({ confidence: 'medium' });
  });

  test('is not a list of old numbers, where others there are reached again and again', async () => {
    /** Each of twenty people of the range three times. */
    const regulars = calm(60, (n) => ({ to: `+4479110${String(10_000 + (n % 20))}`, from: `+1202555014${String(n % 2)}` }));
    const reached = (count: number) => calm(count, (n) => ({ to: `+4479110${String(20_000 + n)}` }));
    const found = async (...more: readonly (readonly MessageRow[])[]) => one('carrier-incident', elsewhere, ...more);
    expect(await found(regulars, phones(20, '30005'))).toBeUndefined();
    expect(await found(regulars, phones(20, '30003'))).toBeUndefined();
    // What names no phone is no matter of lists.
    expect(await found(regulars, phones(20, '30008'))).toMatchObject({ confidence: 'medium' });
    const strangers = await found(before, phones(20, '30005'));
    expect(strangers).toMatchObject({ severity: 'medium', confidence: 'low' });
    expect(inWords(strangers?.because ?? [])).toMatch(
      /^The code speaks of the phone, and no other message of this log reached any of these people: a list of old numbers looks alike/,
    );
    // Twelve who get through in the same hours and are as new as they are: a new audience, and no sign of a list.
    const alike = (count: number) =>
      times(count, (n) => ({ to: `+4479110${String(30_000 + n)}`, time: at(n) + MINUTE, body: `Note ${String(n)} for you.` }));
    expect(await found(regulars, phones(20, '30005'), alike(4))).toBeUndefined();
    expect(await found(regulars, phones(20, '30005'), alike(12))).toMatchObject({ severity: 'medium' });
    // Sixty messages to regulars and some to the others: at the near end of what chance allows, half as many of the failures are known.
    expect(await found(regulars, phones(20, '30005'), reached(4))).toBeUndefined();
    const known = await found(regulars, phones(20, '30005'), reached(5));
    expect(known).toMatchObject({ confidence: 'medium', codes: ['30005'] });
    expect(inWords(known?.because ?? [])).toMatch(/other messages of this log reached 5 of these 20 people, and others meanwhile/);
  });

  test('is looked at by the codes that most failures have', async () => {
    const mixed = (phone: number) => phones(20, '30008', (n) => ({ code: n < phone ? '30005' : '30008' }));
    expect(await one('carrier-incident', before, elsewhere, mixed(9))).toMatchObject({ affected: 20, confidence: 'medium' });
    expect(await one('carrier-incident', before, elsewhere, mixed(10))).toMatchObject({
      affected: 20,
      severity: 'medium',
      confidence: 'low',
    });
  });

  test('is not one sender while another gets through to the same numbers', async () => {
    const other = times(6, (n) => ({
      to: `+4479110${String(30_000 + n)}`,
      from: '+12025550141',
      time: at(n * 2),
      body: `Ticket ${String(n)} is closed.`,
    }));
    const own = phones(14, '30008', () => ({ from: '+12025550140' }));
    expect(await one('carrier-incident', before, elsewhere, own, other)).toBeUndefined();
  });

  test('of codes about the phone takes a large part of all messages, of others a tenth', async () => {
    const arrived = times(40, (n) => ({
      to: `+4479110${String(40_000 + n)}`,
      from: `+1202555014${String(n % 2)}`,
      time: at(n % 14) + MINUTE,
      body: `Note ${String(n)} for you.`,
    }));
    expect(await one('carrier-incident', before, elsewhere, phones(14), arrived)).toBeUndefined();
    expect(await one('carrier-incident', before, elsewhere, phones(14, '30008'), arrived)).toMatchObject({ affected: 14 });
  });
});

describe('receipts that stop', () => {
  const sent = (count: number, to: (n: number) => string, silent: boolean): readonly MessageRow[] =>
    times(count, (n) => ({
      to: to(n),
      time: NOON - (silent ? 200 : 700) * MINUTE + n * 3 * MINUTE,
      body: `Table ${String(n)} is booked.`,
      ...(silent ? { status: 'sent' } : {}),
    }));
  const france = frenchNumber;
  const us = (n: number): string => usNumber(n);
  const uk = (n: number): string => ukNumber(n);

  test('in one country are told of that country, though others get theirs', async () => {
    const arrived = sent(6, uk, true).map((row) => ({ ...row, status: 'delivered' }));
    const found = await one('receipt-outage', calm(60), sent(30, france, false), sent(30, uk, false), sent(20, france, true), arrived);
    expect(found).toMatchObject({ affected: 20, subject: { country: 'FR' } });
  });

  test('in all countries are told of all, those too small to tell alone too', async () => {
    const log = [
      [{ to: usNumber(90), time: NOON }],
      sent(30, us, false),
      sent(30, france, false),
      sent(30, uk, false),
      sent(20, france, true),
    ];
    expect(await one('receipt-outage', ...log, sent(2, uk, true))).toMatchObject({ affected: 20, subject: { country: 'FR' } });
    expect(await one('receipt-outage', ...log, sent(3, uk, true))).toMatchObject({ affected: 23, subject: {} });
    const half = sent(6, uk, true).map((row, n) => (n < 3 ? { ...row, status: 'delivered' } : row));
    expect(await one('receipt-outage', ...log, half)).toMatchObject({ affected: 23, subject: {} });
    expect(
      await one(
        'receipt-outage',
        ...log,
        half,
        sent(1, us, true).map((row) => ({ ...row, status: 'delivered' })),
      ),
    ).toMatchObject({
      affected: 20,
      subject: { country: 'FR' },
    });
  });
});

describe('a trait that several codes share', () => {
  const long = (n: number): MessageRow => ({
    segments: '3',
    to: usNumber((n * 100) % 2_000),
    time: ago(n * 90),
    body: `${words(n)} of the day`,
  });
  test('is one finding, which names the codes', async () => {
    const all = named(
      await findings(
        calm(300),
        undelivered(12, '30008', long),
        undelivered(11, '30019', (n) => long(n + 40)),
      ),
      'shared-trait',
    );
    expect(all).toMatchObject([{ affected: 23, codes: ['30008', '30019'], subject: { case: 'segments' } }]);
    expect(sentence(all[0])).toMatch(
      /^23 of 23 failures with 30008 \(Unknown error\) or with 30019 \(.*\) are two or more segments long \(100\.0 %\)/,
    );
  });

  test('is seen where each code alone is too rare, from ten in all on', async () => {
    const few = (count: number) => [undelivered(count, '30008', long), undelivered(5, '30019', (n) => long(n + 40))] as const;
    expect(named(await findings(calm(300), ...few(5)), 'shared-trait')).toMatchObject([{ affected: 10 }]);
    expect(named(await findings(calm(300), ...few(4)), 'shared-trait')).toEqual([]);
  });

  test('is a note where it is a country that is somewhat worse', async () => {
    const to = (n: number): MessageRow => ({
      to: `+447${String(400 + (n % 9) * 11)}9001${String(10 + (n % 90))}`,
      time: ago(n * 25),
      body: `${words(n)} is waiting`,
    });
    const worse = await one(
      'shared-trait',
      calm(400),
      calm(100, to),
      undelivered(12, '30008', (n) => ({ ...to(n + 100), time: ago(n * 230) })),
    );
    expect(worse).toMatchObject({ severity: 'info' });
  });
});

test('both codes for an opt-out count', async () => {
  const blocked = (code: string) =>
    times(6, (n) => ({ to: usNumber(n % 2), status: 'failed', code, time: ago(n * 60), body: `Sale ${String(n)}` }));
  const found = await one('opted-out-retry', calm(60), blocked('21610'), blocked('30630'));
  expect(found).toMatchObject({ affected: 12, codes: ['21610', '30630'] });
});

describe('a short code that a network does not carry', () => {
  const refused = (people: number) => undelivered(people, '30006', (n) => ({ to: usNumber(n), from: '88702', time: ago(n * 30) }));
  const reached = times(5, (n) => ({ to: usNumber(n), from: '+12025550142', time: ago(300 + n), body: `Hello ${String(n)}` }));

  test('is told from landlines by the same phones reached from another sender', async () => {
    const all = await findings(calm(60), refused(4), reached);
    expect(named(all, 'landline')).toMatchObject([
      { affected: 4, codes: ['30006'], subject: { sender: '88702', case: 'short-code' }, action: { kind: 'fix-sender', list: ['88702'] } },
    ]);
    expect(sentence(named(all, 'landline')[0])).toContain(
      'The short code 88702 does not get through to some phones that other senders reach: 4 messages to 4 people were refused',
    );
    expect(named(all, 'landline')[0]?.evidence.map(({ label, value }) => [label, value])).toEqual([
      ['people whom other senders reach', 4],
      ['messages to them refused', 4],
      ['of its messages to them delivered', 0],
    ]);
  });

  test('takes three people', async () => {
    expect(await one('landline', calm(60), refused(3), reached)).toBeDefined();
    expect(await one('landline', calm(60), refused(2), reached)).toBeUndefined();
  });

  test('is judged by this code alone, and by people whom another sender reached', async () => {
    const otherwise = refused(4).map((row) => ({ ...row, code: '30003', time: ago(900) }));
    expect(await one('landline', calm(60), refused(4), otherwise, reached)).toMatchObject({ affected: 4, subject: { case: 'short-code' } });
    expect(await one('landline', calm(60), refused(4), reached.slice(0, 2))).toBeUndefined();
  });

  test('is not one that reaches them at other times, nor a long code', async () => {
    const own = times(4, (n) => ({ to: usNumber(n), from: '88702', time: ago(600 + n), body: `Earlier ${String(n)}` }));
    expect(await one('landline', calm(60), refused(4), reached, own)).toBeUndefined();
    expect(
      await one(
        'landline',
        calm(60),
        refused(4).map((row) => ({ ...row, from: '+12025550143' })),
        reached,
      ),
    ).toBeUndefined();
  });
});

test('a sender of whom one text alone is filtered is not distrusted', async () => {
  const filtered = undelivered(60, '30007', (n) => ({ to: usNumber(n), time: ago(n * 9), body: 'Win a prize today.' }));
  const others = (status: MessageRow) =>
    times(40, (n) => ({ to: usNumber(200 + n), time: ago(n * 11), body: `${words(n)} is at the door.`, ...status }));
  const elsewhere = calm(60, () => ({ from: '+12025550142' }));
  expect(await one('sender-filtered', elsewhere, filtered, others({}))).toBeUndefined();
  expect(await one('template-filtered', elsewhere, filtered, others({}))).toMatchObject({ affected: 60 });
  expect(await one('sender-filtered', elsewhere, filtered, others({ status: 'undelivered', code: '30007' }))).toMatchObject({
    affected: 100,
  });
});

test('people who are on no channel are low below a hundredth of the messages, and below ten', async () => {
  const strangers = (count: number) =>
    undelivered(count, '63024', (n) => ({ to: `whatsapp:${ukNumber(n)}`, from: 'whatsapp:+12025550100', time: ago(n) }));
  const severity = async (arrived: number, count: number) => (await one('not-on-channel', calm(arrived), strangers(count)))?.severity;
  expect(await severity(990, 10)).toBe('medium');
  expect(await severity(991, 10)).toBe('low');
  expect(await severity(50, 9)).toBe('low');
});

test('a country without receipts is graver where it is half of the log', async () => {
  const silent = (count: number) =>
    times(count, (n) => ({ to: frenchNumber(n), status: 'sent', time: NOON - DAY - n * MINUTE, body: `Numéro ${String(n)}` }));
  const old = (count: number) => calm(count, (n) => ({ time: NOON - DAY - n * 3 * MINUTE }));
  const now = [{ to: usNumber(1), time: NOON }];
  expect(await one('no-receipt-country', silent(30), old(30), now)).toMatchObject({ severity: 'medium', affected: 30 });
  expect(await one('no-receipt-country', silent(30), old(31), now)).toMatchObject({ severity: 'low', affected: 30 });
});

test('what the test sender keeps is no queue, and begins with its first message', async () => {
  const test = times(12, (n) => ({
    from: '+15005550006',
    to: usNumber(n),
    status: 'queued',
    time: ago(100 + n * 5),
    body: `Try ${String(n)}`,
  }));
  const all = await findings(calm(40), test);
  expect(named(all, 'stuck-before-handoff')).toEqual([]);
  expect(named(all, 'trial-or-test')).toMatchObject([{ affected: 12, since: new Date(ago(155)).toISOString().replace('.000', '') }]);
  const waits = times(8, (n) => ({ to: usNumber(300 + n), status: 'queued', time: ago(90 + n), body: `Wait ${String(n)}` }));
  expect(await one('stuck-before-handoff', calm(40), test, waits)).toMatchObject({ affected: 8 });
});

test('phones that were off are a note up to two of a hundred messages, and nothing below one', async () => {
  const off = (count: number) =>
    undelivered(count, '30003', (n) => ({ to: usNumber(n), from: `+1202555014${String(n % 5)}`, time: ago(n * 300) }));
  const severity = async (arrived: number) =>
    (
      await one(
        'unreachable-once',
        calm(arrived, (n) => ({ from: `+1202555014${String(n % 5)}` })),
        off(4),
      )
    )?.severity;
  expect(await severity(196)).toBe('low');
  expect(await severity(197)).toBe('info');
  expect(await severity(396)).toBe('info');
  expect(await severity(397)).toBeUndefined();
});

test('a suspended campaign is said as one, and Twilio is asked', async () => {
  const found = await one(
    'unregistered-us-sender',
    calm(40, () => ({ from: '+12025550199' })),
    undelivered(6, '30033', (n) => ({ to: usNumber(n), time: ago(n) })),
  );
  expect(found).toMatchObject({ severity: 'critical', affected: 6, action: { kind: 'ask-twilio' } });
  expect(sentence(found)).toMatch(
    /^The A2P 10DLC campaign of \+12025550100 is suspended: all 6 of its messages to the US were refused for that/,
  );
});

test('senders too small to stand out alone are told with the others where they are refused as well', async () => {
  const closed = (from: string, count: number) =>
    times(count, (n) => ({
      from,
      to: `whatsapp:${ukNumber(n)}`,
      status: 'failed',
      code: '63016',
      time: ago(200 + n),
      body: `Still there, ${String(n)}?`,
    }));
  const open = (from: string, count: number) =>
    times(count, (n) => ({ from, to: `whatsapp:${ukNumber(500 + n)}`, time: ago(n), body: `Hello ${String(n)}` }));
  const [a, b] = ['whatsapp:+12025550100', 'whatsapp:+12025550101'];
  expect(await one('outside-messaging-window', open(a, 20), open(b, 20), closed(a, 12), closed(b, 4))).toMatchObject({ affected: 16 });
  expect(await one('outside-messaging-window', open(a, 20), open(b, 20), closed(a, 12), closed(b, 2))).toMatchObject({ affected: 12 });
});

describe('a log without good news', () => {
  const sent = times(40, (n): MessageRow => ({ to: usNumber(n), status: 'sent', time: ago(70 + n) }));
  const bad = (count: number) => undelivered(count, '30008', (n) => ({ to: usNumber(100 + n), time: ago(80 + n) }));
  const newest: MessageRow = { to: usNumber(900), status: 'sent', time: ago(0) };

  test('is told where a few are undelivered, with how many', async () => {
    const found = await one('no-receipts', [newest], sent, bad(2));
    expect(found).toMatchObject({ severity: 'medium', affected: 40 });
    expect(sentence(found)).toBe(
      'Nothing in this log is "delivered": 40 messages older than 60 minutes are still "sent", and receipts tell of failures alone (2 "undelivered"). Whether the others arrived cannot be told from it.',
    );
    expect(found?.evidence.map(({ label, value }) => [label, value])).toEqual([
      ['older than 60 minutes and still "sent"', 40],
      ['delivered', 0],
      ['undelivered', 2],
    ]);
  });

  test('is none where more than a twentieth is undelivered, or one message arrived', async () => {
    expect(await one('no-receipts', [newest], sent, bad(3))).toBeUndefined();
    expect(await one('no-receipts', [newest, { to: usNumber(901), time: ago(200) }], sent, bad(2))).toBeUndefined();
  });
});

describe('what chance leaves in a pool of many senders is no filtered text', () => {
  // Forty senders with two texts each, 37 messages of each text.
  const sender = (n: number): string => `+1646555${String(100 + n).padStart(4, '0')}`;
  const texts = ['Your ride costs', 'Your guest writes'];
  const pool = (isFiltered: (text: number, sender: number, n: number) => boolean): readonly MessageRow[] =>
    texts.flatMap((text, t) =>
      times(40, (from) =>
        times(37, (n) => ({
          from: sender(from),
          to: usNumber((t * 1_480 + from * 37 + n) % 2_000),
          time: NOON - ((n * 37 + from) % 2_880) * MINUTE,
          body: `${text} ${String(n)}`,
          ...(isFiltered(t, from, n) ? { status: 'undelivered', code: '30007' } : {}),
        })),
      ).flat(),
    );

  test('one filtered message of one text in each of some senders', async () => {
    expect(
      await one(
        'template-filtered',
        pool((t, from, n) => n === 0 && t === 0 && from < 12),
      ),
    ).toBeUndefined();
  });

  test('several of one text in each of them are one', async () => {
    const found = await one(
      'template-filtered',
      pool((t, from, n) => n < 3 && t === 0 && from < 12),
    );
    expect(found).toMatchObject({ affected: 36, severity: 'high' });
  });
});

describe('a blocked sender', () => {
  const both = (count: number, from: string) => calm(count, () => ({ from }));
  const [ours, other] = ['+12025550140', '+12025550141'] as const;

  test('is one that many people do not hear from: who is tried again and again counts once', async () => {
    const failures = (people: number) =>
      undelivered(30, '30003', (n) => ({ from: ours, to: usNumber(n % people), time: NOON - n * 11 * MINUTE }));
    const found = await one('sender-blocked', both(30, ours), both(100, other), failures(30));
    expect(found).toMatchObject({ affected: 30, severity: 'high' });
    expect(sentence(found)).toContain('to 30 different people');
    // Each of twelve people two or three times: they are out of reach, not the sender.
    expect(await one('sender-blocked', both(400, ours), both(400, other), failures(12))).toBeUndefined();
  });

  test('is none that is left with the people whom no sender reaches', async () => {
    const list = (from: string, reached = false) =>
      times(20, (n): MessageRow => {
        const failure = reached ? {} : { status: 'undelivered', code: '30003' };
        return { from, to: usNumber(n), time: NOON - n * 31 * MINUTE, body: `${words(n)} waits.`, ...failure };
      });
    const own = [both(20, ours), both(1_000, other), list(ours)];
    expect(await one('sender-blocked', ...own)).toMatchObject({ affected: 20, subject: { sender: ours } });
    expect(await one('sender-blocked', ...own, list(other))).toBeUndefined();
    // Whom another sender reaches later is there.
    const later = list(other, true).map((row) => ({ ...row, time: (row.time ?? 0) + MINUTE }));
    expect(await one('sender-blocked', ...own, list(other), later)).toMatchObject({ subject: { sender: ours } });
  });

  test('is found though the few messages before it say nothing', async () => {
    // A little more than a quarter from the second day on; four messages before that arrived.
    const before = times(4, (n): MessageRow => ({ from: ours, to: usNumber(800 + n), time: NOON - 3 * DAY + n * MINUTE }));
    const mine = times(60, (n): MessageRow => ({
      from: ours,
      to: usNumber(n),
      time: NOON - n * 40 * MINUTE,
      ...(n % 7 === 0 || n % 7 === 3 ? { status: 'undelivered', code: '30003' } : {}),
    }));
    expect(await one('sender-blocked', before, both(60, other), mine)).toMatchObject({ affected: 18, subject: { sender: ours } });
  });

  test('is no country in trouble where nothing else it sends comes as far as a carrier', async () => {
    const filtered = undelivered(30, '30007', (n) => ({ from: ours, to: usNumber(n), time: NOON - n * 30 * MINUTE }));
    const refused = times(20, (n): MessageRow => ({ from: ours, to: frenchNumber(n), status: 'failed', code: '21408', time: ago(n * 31) }));
    const abroad = calm(100, (n) => ({ from: 'ACME', to: ukNumber(n) }));
    expect(await one('sender-filtered', both(8, ours), filtered, refused, abroad)).toMatchObject({
      affected: 30,
      subject: { sender: ours },
    });
  });
});

test('an outbreak that comes again began the first time, also where the second is larger', async () => {
  const burst = (count: number, start: number, base: number) =>
    times(count, (n): MessageRow => ({ to: usNumber(base + n), status: 'failed', code: '30022', time: start + n * 1_000 }));
  const first = NOON - DAY;
  const found = await one('rate-exceeded', calm(400), burst(20, first, 0), burst(200, NOON - 60 * MINUTE, 100));
  expect(found).toMatchObject({ affected: 220, since: new Date(first).toISOString().replace('.000', '') });
});

test('a program that tries again and again began with the first number it tried', async () => {
  const tries = (to: string, start: number, count: number) =>
    times(count, (n): MessageRow => ({ to, status: 'undelivered', code: '30005', time: start + n * 2 * MINUTE }));
  const first = NOON - 20 * 60 * MINUTE;
  const later = times(6, (n) => tries(usNumber(2 + n), NOON - 100 * MINUTE, 12)).flat();
  const found = await one('retry-loop', calm(400), tries(usNumber(1), first, 6), later);
  expect(found).toMatchObject({ affected: 78, since: new Date(first).toISOString().replace('.000', '') });
});
