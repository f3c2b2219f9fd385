import { expect, test } from 'vitest';
import { compare, type Comparison } from '../../../../src/analyzer/compare/compare.ts';
import { changedSentence, changeSentence, goneSentence, rateSentence, stillSentence } from '../../../../src/analyzer/compare/sentences.ts';
import type { Finding, Report } from '../../../../src/analyzer/report/report.ts';
import { share } from '../../../../src/analyzer/report/sentence.ts';
import { inWords } from '../../../log.ts';
import { troubled } from '../../islands/report-fixture.ts';

const [first, second] = troubled.findings;
if (first === undefined || second === undefined) throw new Error('the fixture has two findings');

interface Made {
  readonly day: number;
  readonly failed: number;
  readonly findings?: readonly Finding[];
  readonly size?: number;
  readonly change?: Partial<Report>;
}

/** A log of one day in August 2025 with 1,000 messages that have a final status. */
function logOf({ day, failed, findings = [], size = 1000, change = {} }: Made): Report {
  const delivered = size - failed;
  const sums = { outbound: size, delivered, failed, undelivered: 0, noReceipt: 0 };
  return {
    ...troubled,
    oldest: new Date(Date.UTC(2025, 7, day)).toISOString(),
    clock: new Date(Date.UTC(2025, 7, day, 12)).toISOString(),
    totals: { ...sums, messages: size, inbound: 0, inFlight: 0, other: 0 },
    byErrorCode: [{ code: '30007', count: failed, failed, undelivered: 0, category: 'content-filtered', recipients: failed }],
    bySender: [{ sender: '+14155550100', kind: 'long-code', ...sums }],
    byCountry: [{ country: 'US', ...sums }],
    findings,
    ...change,
  };
}

type Compared = Extract<Comparison, { readonly kind: 'compared' }>;
function compared(one: Report, other: Report): Compared {
  const found = compare(one, other);
  if (found.kind !== 'compared') throw new Error(inWords(found.why));
  return found;
}

test('a rate that fell by more than chance is better, one that rose worse, and the order in which the logs come means nothing', () => {
  const bad = logOf({ day: 1, failed: 100 });
  const good = logOf({ day: 2, failed: 20 });
  const found = compared(bad, good);
  expect(compare(good, bad)).toEqual(found);
  expect(found.rate.verdict).toBe('better');
  expect([found.rate.before.part, found.rate.before.of, found.rate.after.part, found.rate.after.of]).toEqual([100, 1000, 20, 1000]);
  expect(found.codes.map(({ name, verdict }) => [name, verdict])).toEqual([['30007', 'better']]);
  expect(found.senders.map(({ name, verdict }) => [name, verdict])).toEqual([['+14155550100', 'better']]);
  expect(found.countries.map(({ name, verdict }) => [name, verdict])).toEqual([['US', 'better']]);
  const worse = compared(logOf({ day: 1, failed: 20 }), logOf({ day: 2, failed: 100 }));
  expect(worse.rate.verdict).toBe('worse');
  expect(inWords(rateSentence(worse))).toMatch(
    /^Worse: now 100 of 1,000 messages with a final status did not arrive \(10\.0 %\); before, 20 of 1,000 \(2\.0 %\)\. /,
  );
  expect(inWords(rateSentence(found))).toBe(
    'Better: now 20 of 1,000 messages with a final status did not arrive (2.0 %); before, 100 of 1,000 (10.0 %). “Before” is 2025-08-01 00:00 UTC – 2025-08-01 12:00 UTC, “now” 2025-08-02 00:00 UTC – 2025-08-02 12:00 UTC. With chance counted in (95 % sure), the rate was between 8.3 % and 12.0 % before and is between 1.3 % and 3.1 % now: these do not overlap, so chance alone does not explain the difference.',
  );
  expect(found.codes.map((change) => inWords(changeSentence('code', change)))).toEqual([
    '30007: better, 100 of 1,000 (10.0 %) before, 20 of 1,000 (2.0 %) after.',
  ]);
});

test('the ends of a range are shares to a thousandth of a percent', () => {
  const found = compared(logOf({ day: 1, failed: 100 }), logOf({ day: 2, failed: 20 }));
  const before = { ...found.rate.before, low: 0.75, high: 0.875 };
  const ends = rateSentence({ ...found, rate: { ...found.rate, before } });
  expect(ends).toContainEqual(share(75_000, 100_000));
  expect(ends).toContainEqual(share(87_500, 100_000));
});

test('a code, a sender and a country in words, also a sender without a name and one of which nothing was sent', () => {
  const rate = (part: number, of: number) => ({ part, of, low: 0, high: 1 });
  const worse = { name: '', before: rate(0, 0), after: rate(1, 1), verdict: 'worse' } as const;
  const told = (kind: 'code' | 'sender' | 'country', name: string): string => inWords(changeSentence(kind, { ...worse, name }));
  expect(told('sender', '')).toBe('senders the log does not name: worse, none before, 1 of 1 (100.0 %) after.');
  expect(told('sender', '+14155550100')).toBe('+14155550100: worse, none before, 1 of 1 (100.0 %) after.');
  expect(changeSentence('sender', { ...worse, name: 'ACME' })).toContainEqual({ address: 'ACME' });
  expect(told('country', 'FR')).toMatch(/^FR: worse, /);
  expect(changeSentence('code', { ...worse, name: '30007' }).some((piece) => typeof piece === 'object' && 'address' in piece)).toBe(false);
});

test('a difference that chance could make is none', () => {
  const found = compared(logOf({ day: 1, failed: 30 }), logOf({ day: 2, failed: 20 }));
  expect([found.rate.verdict, found.codes, found.senders, found.countries]).toEqual(['same', [], [], []]);
  expect(inWords(rateSentence(found))).toMatch(
    /^No clear difference: now 20 of 1,000 .+: these overlap, so the difference may be chance\.$/,
  );
});

test('a log without a final status proves nothing', () => {
  const found = compared(logOf({ day: 1, failed: 0, size: 0 }), logOf({ day: 2, failed: 100 }));
  expect([found.rate.verdict, found.rate.before.low, found.rate.before.high]).toEqual(['same', 0, 1]);
  expect(inWords(rateSentence(found))).toMatch(/; before, no message had a final status\. “Before” is .+ – 2025-08-02 12:00 UTC\.$/);
});

test('a code that came new is worse, one that went is better, a sender or country of one log alone is neither', () => {
  const other = { code: '30034', count: 90, failed: 90, undelivered: 0, category: 'sender-unregistered', recipients: 9 } as const;
  const sums = { outbound: 500, delivered: 400, failed: 100, undelivered: 0, noReceipt: 0 };
  const found = compared(
    logOf({ day: 1, failed: 100 }),
    logOf({
      day: 2,
      failed: 90,
      change: { byErrorCode: [other], bySender: [{ sender: '', kind: 'unknown', ...sums }], byCountry: [{ country: 'FR', ...sums }] },
    }),
  );
  expect(found.codes.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['30007', 'better'],
    ['30034', 'worse'],
  ]);
  expect([found.senders, found.countries]).toEqual([[], []]);
});

test('findings are matched by key: new, gone and still there', () => {
  const gone = { ...first, key: 'gone', affected: 60, course: [5, 0, 55, 0] };
  const still = { ...second, affected: 100 };
  const found = compared(
    logOf({ day: 1, failed: 160, findings: [gone, still] }),
    logOf({
      day: 2,
      failed: 120,
      findings: [
        { ...second, affected: 20 },
        { ...first, key: 'new' },
      ],
    }),
  );
  expect(found.appeared.map(({ key }) => key)).toEqual(['new']);
  expect(found.gone.map(({ finding, lastSeen, expected, isSure }) => [finding.key, lastSeen, expected, isSure])).toEqual([
    ['gone', Date.UTC(2025, 7, 1, 9), 60, true],
  ]);
  expect(found.still.map(({ finding, verdict, before, after }) => [finding.key, verdict, before.part, after.part])).toEqual([
    ['dead-number', 'better', 100, 20],
  ]);
  expect(found.gone.map((one) => inWords(goneSentence(one, found)))).toEqual([
    'Fixed since 2025-08-02 00:00 UTC or earlier, last seen before 2025-08-01 09:00 UTC: had it gone on, it would touch about 60 messages of the later log.',
  ]);
  expect(found.still.map((one) => inWords(stillSentence(one)))).toEqual([
    'Better: it touches 20 of 1,000 (2.0 %) of the outbound messages, before 100 of 1,000 (10.0 %).',
  ]);
});

test('what failures with one code share is one finding, whatever it is: changed, neither gone nor new', () => {
  const shared = (trait: string, value: string, codes: readonly string[], affected: number): Finding => ({
    ...first,
    id: 'shared-trait',
    key: `shared-trait ${trait} ${value} ${codes.join(', ')}`,
    subject: { code: codes.join(', '), case: trait, [trait]: value },
    codes,
    affected,
    sentence: [`They share ${trait}.` as never],
  });
  const before = [
    shared('country', 'FR', ['30008'], 100),
    shared('sender', 'A', ['30008'], 50),
    shared('link', 'a.example', ['30007'], 40),
  ];
  const after = [
    shared('sender', 'B', ['30003', '30008'], 20),
    shared('link', 'a.example', ['30007'], 41),
    shared('link', 'b.example', ['30005'], 40),
  ];
  const found = compared(logOf({ day: 1, failed: 200, findings: before }), logOf({ day: 2, failed: 100, findings: after }));
  expect(found.changed.map(({ finding, earlier }) => [earlier.key, finding.key])).toEqual([
    ['shared-trait country FR 30008', 'shared-trait sender B 30003, 30008'],
  ]);
  expect(found.changed.map((one) => inWords(changedSentence(one)))).toEqual([
    'The failures are still there, but what they have in common changed. Better: it touches 20 of 1,000 (2.0 %) of the outbound messages, before 100 of 1,000 (10.0 %). Before: They share country. Now: They share sender.',
  ]);
  expect(found.gone.map(({ finding }) => finding.key)).toEqual(['shared-trait sender A 30008']);
  expect(found.still.map(({ finding }) => finding.key)).toEqual(['shared-trait link a.example 30007']);
  expect(found.appeared.map(({ key }) => key)).toEqual(['shared-trait link b.example 30005']);
});

test('another sender, text or link with the same trouble is another finding: one is gone, one is new', () => {
  const of = (sender: string): Finding => ({ ...first, key: `${first.id} ${sender}`, subject: { sender } });
  const found = compared(logOf({ day: 1, failed: 100, findings: [of('A')] }), logOf({ day: 2, failed: 100, findings: [of('B')] }));
  expect([found.changed.length, found.gone.length, found.appeared.length]).toEqual([0, 1, 1]);
});

test('a finding that a small log does not show is not called fixed', () => {
  const { course, ...timeless } = { ...first, course: undefined, key: 'gone', affected: 29 };
  expect(course).toBeUndefined();
  const found = (size: number) => compared(logOf({ day: 1, failed: 29, findings: [timeless] }), logOf({ day: 2, failed: 0, size }));
  expect(found(103).gone.map(({ isSure }) => isSure)).toEqual([false]);
  expect(found(104).gone.map(({ isSure }) => isSure)).toEqual([true]);
  const small = found(50);
  expect(small.gone.map((one) => inWords(goneSentence(one, small)))).toEqual([
    'Not in the later log, but that log is too small to say that it is fixed: had it gone on, it would touch about 1 of its messages.',
  ]);
});

test('a report with masked numbers is compared as both look masked', () => {
  const masked = { ...first, key: 'unregistered-us-sender +1415•••••00' };
  const found = compared(
    logOf({
      day: 1,
      failed: 100,
      findings: [masked],
      change: {
        bySender: [{ sender: '+1415•••••00', kind: 'long-code', outbound: 100, delivered: 50, failed: 50, undelivered: 0, noReceipt: 0 }],
      },
    }),
    logOf({ day: 2, failed: 20, findings: [first] }),
  );
  expect([found.gone, found.appeared, found.still.length]).toEqual([[], [], 1]);
  expect(found.senders.map(({ name, verdict }) => [name, verdict])).toEqual([['+1415•••••00', 'better']]);
});

test.each([
  ['the same log', '2025-08-01 00:00 UTC – 2025-08-01 12:00 UTC', { day: 1 }, { day: 1 }],
  [
    'logs that share one moment',
    '2025-08-01 12:00 UTC',
    { day: 1 },
    { day: 1, change: { oldest: '2025-08-01T12:00:00.000Z', clock: '2025-08-03T00:00:00.000Z' } },
  ],
])('%s is refused, with what they share', (_, shared, one, other) => {
  const found = compare(logOf({ failed: 1, ...one }), logOf({ failed: 1, ...other }));
  expect(found.kind === 'refused' ? inWords(found.why) : '').toContain(
    `Both hold messages of one time (${shared}), so the same message could count on both sides. Export each`,
  );
});

test('a log without times is refused', () => {
  const { clock, ...timeless } = logOf({ day: 1, failed: 1 });
  expect(clock).toBeDefined();
  for (const found of [compare(timeless, logOf({ day: 2, failed: 1 })), compare(logOf({ day: 2, failed: 1 }), timeless)])
    expect(found.kind === 'refused' ? inWords(found.why) : '').toMatch(
      /^One of the two has no times, .+ Export both with the time they were sent\.$/,
    );
});
