/** What failures have in common: each trait, and that it is silent where little is known. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../src/analyzer/analyze.ts';
import { countRows } from '../../../../src/analyzer/ask.ts';
import { DAY, MINUTE, NOON } from '../../../fixtures/console-row.ts';
import { times } from '../../../fixtures/finding-rows.ts';
import { knowledge } from '../../../knowledge.ts';
import { inWords, source } from '../../../log.ts';

interface Row {
  readonly time: number;
  readonly status?: string;
  readonly code?: number;
  readonly body?: string;
  readonly segments?: number;
  readonly service?: string;
}

/** A list of the REST API: it names the service. Bodies differ in their words, so that no template is shared; senders alternate. */
const log = (rows: readonly Row[]): string =>
  JSON.stringify({
    messages: rows.map(({ time, status = 'delivered', code, body, segments = 1, service }, n) => ({
      sid: `SM${n.toString(16).padStart(32, '0')}`,
      from: `+1202555010${String(n % 4)}`,
      to: `+1${['202', '212', '303', '312'][n % 4] ?? ''}555${String(100 + (n % 900)).padStart(4, '0')}`,
      body: body ?? `${'abcdefghij'[n % 10] ?? ''}${'klmnopqrst'[Math.floor(n / 10) % 10] ?? ''} text`,
      status,
      error_code: code ?? null,
      num_segments: String(segments),
      messaging_service_sid: service ?? null,
      date_created: new Date(time).toUTCString().replace('GMT', '+0000'),
      date_sent: new Date(time).toUTCString().replace('GMT', '+0000'),
      date_updated: new Date(time).toUTCString().replace('GMT', '+0000'),
      direction: 'outbound-api',
      price: null,
      price_unit: 'USD',
      api_version: '2010-04-01',
      num_media: '0',
      uri: `/2010-04-01/Accounts/AC${'a'.repeat(32)}/Messages/SM.json`,
      account_sid: `AC${'a'.repeat(32)}`,
    })),
    page: 0,
  });

async function shared(rows: readonly Row[]) {
  const text = log(rows);
  const made = await analyze([source('log.json', text)], { knowledge });
  if (made.kind !== 'report') return expect.fail('no report');
  const { report, plan } = made;
  const found = report.findings.filter(({ id }) => id === 'shared-trait');
  const figures = found.flatMap(({ evidence }) => evidence);
  const counted = await countRows(
    [source('log.json', text)],
    figures.map(({ rows: of }) => of ?? {}),
    { knowledge, report, plan },
  );
  expect(counted?.map(({ messages }) => messages)).toEqual(figures.map(({ value }) => value));
  return found;
}

/** Arrived messages over four days, each in an hour of its own turn. */
const calm = (count: number): readonly Row[] => times(count, (n) => ({ time: NOON - (n % 96) * 60 * MINUTE - n * 1_000 }));
const failed = (count: number, given: (n: number) => Partial<Row>): readonly Row[] =>
  times(count, (n) => ({ time: NOON - ((n * 7) % 96) * 60 * MINUTE, status: 'undelivered', code: 30008, ...given(n) }));

describe('failures that share', () => {
  test.for([
    ['segments', 'are two or more segments long', () => ({ segments: 2 })],
    [
      'encoding',
      'hold characters outside the GSM alphabet (UCS-2)',
      (n: number) => ({ body: `${'abcdefghij'[n % 10] ?? ''} 😀 ${'klmnopqrst'[Math.floor(n / 10)] ?? ''}` }),
    ],
    ['service', `went through the Messaging Service MG${'b'.repeat(32)}`, () => ({ service: `MG${'b'.repeat(32)}` })],
    [
      'hour',
      'were sent between 3:00 and 4:00 UTC, whatever the day',
      (n: number) => ({ time: NOON - 14 * 60 * MINUTE - (n % 4) * DAY + n * MINUTE }),
    ],
  ] as const)('%s', async ([trait, words, given]) => {
    const all = [...calm(600), ...calm(20).map((row, n) => ({ ...row, ...given(n) })), ...failed(20, given)];
    const [found, ...more] = await shared(all);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ affected: 20, subject: { code: '30008', case: trait } });
    expect(inWords(found?.sentence ?? [])).toContain(`20 of 20 failures with 30008 (Unknown error) ${words} (100.0 %)`);
    // Nine share it: too few to say so.
    expect(await shared([...calm(600), ...calm(9).map((row, n) => ({ ...row, ...given(n) })), ...failed(9, given)])).toEqual([]);
  });

  test('an hour of one day is no habit', async () => {
    const one = (n: number) => ({ time: NOON - 14 * 60 * MINUTE + n * MINUTE });
    expect((await shared([...calm(600), ...failed(20, one)])).filter(({ subject }) => subject.case === 'hour')).toEqual([]);
  });

  test('how many times the rate elsewhere, with the least that chance allows', async () => {
    const long = () => ({ segments: 2 });
    const [found] = await shared([
      ...calm(600),
      ...calm(20).map((row) => ({ ...row, segments: 2 })),
      ...failed(20, long),
      ...failed(6, () => ({})),
    ]);
    expect(inWords(found?.sentence ?? [])).toContain('20 of 26 failures');
    expect(inWords(found?.sentence ?? [])).toContain(', 51 times the rate elsewhere and at least 16 times whatever chance did');
  });

  test('what most messages have says nothing', async () => {
    expect(await shared([...calm(600).map((row) => ({ ...row, segments: 2 })), ...failed(20, () => ({ segments: 2 }))])).toEqual([]);
  });
});
