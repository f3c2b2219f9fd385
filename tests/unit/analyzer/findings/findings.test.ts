import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import { Claims } from '../../../../src/analyzer/findings/shared/claims.ts';
import { ranked } from '../../../../src/analyzer/findings/shared/rank.ts';
import { troubles } from '../../../../src/analyzer/index/tables/troubles.ts';
import { newIndex } from '../laws/counting.ts';
import type { Finding } from '../../../../src/analyzer/report/report.ts';
import { thresholdOf } from '../../../../src/catalog/knowledge.ts';
import { knowledge } from '../../../knowledge.ts';
import { consoleLog, MINUTE, NOON, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { declined, fixture, inWords, report, reportOn, source } from '../../../log.ts';

const subject = async (id: string, name: string): Promise<readonly Finding[]> =>
  (await reportOn(`findings/${id}/${name}.csv`)).findings.filter((finding) => finding.id === id);

/** Ids of the findings on a log of these messages. */
const found = async (rows: readonly MessageRow[]): Promise<readonly string[]> =>
  (await report([source('log.csv', consoleLog(rows))])).findings.map(({ id }) => id);

describe.each(rules)('$id', (rule) => {
  const { id, codes, guide } = rule;
  test('is found where a log just passes its limits', async () => {
    const hit = await reportOn(`findings/${id}/hit.csv`);
    const [found, ...more] = hit.findings.filter((finding) => finding.id === id);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ id, guide });
    // Codes that the rule knows and the log holds, no others.
    const there = new Set(hit.byErrorCode.map(({ code }) => code));
    // A rule about what the others leave over takes whatever codes there are.
    const isAny = rule.isLast === true;
    expect(found?.codes.filter((code) => !(isAny || codes.includes(code)) || !there.has(code))).toEqual([]);
    expect(found?.codes.length === 0).toBe(codes.length === 0 && !isAny);
    expect(found?.affected).toBeGreaterThanOrEqual(thresholdOf(knowledge, 'general', 'minHits'));
    expect(found?.evidence.length).toBeGreaterThan(0);
    // Every figure has its rows; laws/figures.law.test.ts counts them.
    expect(found?.evidence.filter(({ rows }) => rows === undefined)).toEqual([]);
    expect(found?.examples.length).toBeGreaterThan(0);
    expect(inWords(found?.sentence ?? [])).toMatchSnapshot();
  });

  test('is not found where a log just fails its limits', async () => {
    expect((await reportOn(`findings/${id}/miss.csv`)).findings.filter((finding) => finding.id === id)).toEqual([]);
  });

  test('is not found where there is no message', async () => {
    expect((await declined(source('empty.csv', fixture(`findings/${id}/empty.csv`)))).kind).toBe('header-only');
    const index = newIndex();
    const left = new Claims(index.get(troubles), knowledge).left([]);
    expect(rule.find(index, { knowledge, limits: knowledge.thresholds[id] ?? {}, minHits: 1, left })).toEqual([]);
  });
});

test('which findings are made on which log: a rule that begins to speak on the log of another shows here', async () => {
  const logs = [
    ...rules.flatMap(({ id }) => ['hit', 'miss'].map((name) => [`${id} ${name}`, fixture(`findings/${id}/${name}.csv`)] as const)),
    ...['trouble', 'healthy'].map(
      (name) => [`sample ${name}`, readFileSync(new URL(`../../../../public/samples/${name}.csv`, import.meta.url))] as const,
    ),
  ];
  const matrix: Record<string, string> = {};
  for (const [name, bytes] of logs) {
    const counts = new Map<string, number>();
    for (const { id } of (await report([source(name, bytes)])).findings) counts.set(id, (counts.get(id) ?? 0) + 1);
    matrix[name] = [...counts]
      .sort()
      .map(([id, count]) => `${id} ${String(count)}`)
      .join(', ');
  }
  expect(Object.keys(matrix).length).toBeGreaterThan(rules.length);
  expect(matrix).toMatchSnapshot();
});

test('lists of numbers hold everyone a finding is about', async () => {
  const [dead] = await subject('dead-number', 'hit');
  expect(dead?.action).toEqual({ kind: 'suppress', list: ['+12025550101', '+12025550102'] });
  const [deaf] = await subject('landline', 'hit');
  expect(deaf?.action).toEqual({ kind: 'phone-instead', list: ['+12025550101', '+447700900001'] });
});

const refusals = (code: string, hoursApart: number): readonly MessageRow[] =>
  [0, 1, 2].map((n) => ({ to: '+13035550101', status: 'undelivered', code, time: NOON - n * hoursApart * 60 * MINUTE }));

test('retries around midnight make no dead number; the same a day apart do', async () => {
  const ids = async (hoursApart: number, shift: number) =>
    found(refusals('30005', hoursApart).map((row) => ({ ...row, time: (row.time ?? 0) + shift })));
  // NOON is 17:00 UTC: seven hours later is midnight.
  expect(await ids(1, 8 * 60 * MINUTE)).toEqual([]);
  expect(await ids(12, 0)).toEqual(['dead-number']);
});

test.for([
  ['texted us', { from: '+13035550101', to: '+12025550100', status: 'received', direction: 'inbound' }],
  ['wrote on WhatsApp', { from: 'whatsapp:+13035550101', to: 'whatsapp:+12025550100', status: 'received', direction: 'inbound' }],
  ['read a WhatsApp message', { from: 'whatsapp:+12025550100', to: 'whatsapp:+13035550101', status: 'read' }],
] as const)('a number that %s is neither dead nor a landline', async ([, alive]) => {
  for (const code of ['30005', '30006']) {
    expect(await found(refusals(code, 24))).toHaveLength(1);
    expect(await found([...refusals(code, 24), alive])).toEqual([]);
  }
});

/** Sentences, severities and confidences of the findings on a log of these messages. */
const findingsOn = async (rows: readonly MessageRow[]) =>
  (await report([source('log.csv', consoleLog(rows))])).findings.map(({ id, severity, confidence, sentence, subject }) => ({
    id,
    severity,
    confidence,
    sentence: inWords(sentence),
    subject,
  }));

const delivered = (count: number, more: MessageRow = {}): readonly MessageRow[] =>
  Array.from({ length: count }, (_, n) => ({ to: usNumber(n + 100), time: NOON - n * MINUTE, ...more }));

const unregistered = (count: number, more: MessageRow = {}): readonly MessageRow[] =>
  Array.from({ length: count }, (_, n) => ({
    to: usNumber(n),
    status: 'undelivered',
    code: '30034',
    time: NOON - (n + 1) * MINUTE,
    ...more,
  }));

describe('an unregistered sender is called what its messages show', () => {
  test('a few refusals among many accepted messages are no unregistered number', async () => {
    expect(await findingsOn([...delivered(500), ...unregistered(3)])).toMatchObject([
      {
        severity: 'low',
        confidence: 'medium',
        sentence: expect.stringMatching(/^Some messages of .* refused as unregistered: 3 of 503 /) as string,
      },
    ]);
    // A twentieth is no sprinkling any more.
    expect(await findingsOn([...delivered(57), ...unregistered(3)])).toMatchObject([{ severity: 'high' }]);
  });

  test('refusals for a registration under way alone are not critical', async () => {
    expect(await findingsOn([...delivered(10), ...unregistered(5, { code: '30035' })])).toMatchObject([
      { severity: 'high', sentence: expect.stringContaining('still in progress: 5 of 15') as string },
    ]);
  });

  test('a pool is "more" only where others have a finding of their own, and stands after them', async () => {
    const pool = [1, 2].flatMap((n) => unregistered(2, { from: `+1202555015${String(n)}` }));
    expect(await findingsOn([...delivered(9), ...pool])).toMatchObject([{ sentence: expect.stringMatching(/^2 senders had/) as string }]);
    const many = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((n) => [
      ...unregistered(3, { from: `+1202555015${String(n)}` }),
      ...delivered(2, { from: `+1202555015${String(n)}` }),
    ]);
    // The same texts went to the same people from all of them: that is a finding of its own.
    const all = (await findingsOn(many)).filter(({ id }) => id === 'unregistered-us-sender');
    expect(all.map(({ subject }) => 'senders' in subject)).toEqual([false, false, false, false, false, true]);
    expect(all.at(-1)?.sentence).toMatch(/^3 more senders had/);
  });
});

describe('opted-out people', () => {
  const blocked = (count: number, people: number): readonly MessageRow[] =>
    Array.from({ length: count }, (_, n) => ({ to: usNumber(n % people), status: 'failed', code: '21610', time: NOON - n * MINUTE }));

  test('blocked once each are no retry', async () => {
    expect(await findingsOn([...delivered(500), ...blocked(10, 10)])).toMatchObject([
      { severity: 'low', confidence: 'medium', sentence: expect.stringMatching(/, each person once\.$/) as string },
    ]);
  });

  test('blocked again and again are one', async () => {
    const [finding] = await findingsOn([...delivered(500), ...blocked(20, 5)]);
    expect(finding).toMatchObject({ severity: 'medium', sentence: expect.stringMatching(/, 5 of 5 people more than once\.$/) as string });
    expect(finding?.sentence).not.toContain('STOP');
  });
});

test('several messages to one landline were refused, one was', async () => {
  const [finding] = await findingsOn(refusals('30006', 24));
  expect(finding?.sentence).toContain('3 messages to it were refused');
});

test('messages of the test sender are told apart from refusals of a trial, each counted once', async () => {
  const test = { from: '+15005550006' };
  const log = consoleLog([
    ...delivered(3, test),
    ...delivered(3),
    ...[1, 2, 3].map((n) => ({ to: usNumber(n), status: 'failed', code: '21608' })),
    { ...test, to: usNumber(9), status: 'failed', code: '21608' },
  ]);
  const { findings } = await report([source('log.csv', log)]);
  expect(findings.map(({ id, affected, subject }) => [id, affected, subject])).toEqual([
    ['trial-or-test', 4, { sender: '+15005550006' }],
    ['trial-or-test', 3, {}],
  ]);
  expect(inWords(findings[0]?.because ?? [])).toBe('This number exists for test credentials alone.');
});

test('findings stand worst first, then by what can be won back', () => {
  const made = (key: string, severity: Finding['severity'], recoverable: number, isRemainder = false) => ({
    key,
    found: { severity, recoverable, affected: 1, isRemainder },
  });
  const order = [made('a', 'low', 9), made('b', 'high', 1), made('r', 'high', 9, true), made('c', 'high', 5), made('d', 'critical', 0)];
  expect(ranked(order).map(({ key }) => key)).toEqual(['d', 'c', 'b', 'r', 'a']);
});
