import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, type Progress } from '../../../src/analyzer/analyze.ts';
import { textSource } from '../../../src/analyzer/bytes/source.ts';
import { consoleV3Log, HEADER } from '../../bench/generate.ts';
import { consoleLog, consoleRow, DAY, MINUTE, NOON, sidOf } from '../../fixtures/console-row.ts';
import { knowledge } from '../../knowledge.ts';
import { declined, fixture, inWords, noticeIds, report, reportOn, source } from '../../log.ts';

const v3 = fixture('formats/console-v3/console_v3_15col.csv');
const thousand = [...consoleV3Log({ rows: 3_000, seed: 5 })].join('');

describe('how a source comes does not change the report', () => {
  test.for([1, 2, 3, 5, 97, 4096])('pieces of %i bytes', async (cut) => {
    expect(await report([source('log.csv', v3, cut)])).toEqual(await report([source('log.csv', v3)]));
  });

  test('a log larger than a block, in pieces and at once, with LF and with CR LF', async () => {
    const whole = await report([source('log.csv', thousand)]);
    expect(whole.totals.messages).toBe(3_000);
    expect(await report([source('log.csv', thousand, 1_237)])).toEqual(whole);
    const { sources, ...rest } = await report([source('log.csv', thousand.replaceAll(',\n', ',\r\n'))]);
    const { sources: own, ...expected } = whole;
    expect(rest).toEqual(expected);
    expect(sources[0]?.records).toBe(own[0]?.records);
  });

  test('text in memory, with a byte order mark or two', async () => {
    const text = new TextDecoder().decode(v3);
    const { totals } = await reportOn('formats/console-v3/console_v3_15col.csv');
    for (const mark of ['', '\ufeff', '\ufeff\ufeff', 'sep=,\n'])
      expect((await report([textSource('paste', mark + text)])).totals).toEqual(totals);
  });
});

describe('several rows for one message', () => {
  const row = { time: NOON, to: '+13035550101' };
  const sent = consoleRow(1, { ...row, status: 'sent', price: '' });
  const delivered = consoleRow(1, { ...row, status: 'delivered' });
  const log = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n');

  test.for([
    ['older state first', log(sent, delivered)],
    ['later state first', log(delivered, sent)],
    ['three rows', log(sent, delivered, sent)],
  ])('%s: the message counts once, in its latest state', async ([, text = '']) => {
    const { totals, byStatus, sources, cost } = await report([source('log.csv', text)]);
    expect(totals).toMatchObject({ messages: 1, delivered: 1, noReceipt: 0 });
    expect(byStatus).toEqual({ delivered: 1 });
    expect(sources[0]?.duplicates).toBe(text.split('\n').length - 2);
    expect(cost).toEqual([{ unit: 'USD', billed: 0.0083, onFailures: 0, failedFee: 0, feeUnsettled: 0, unknown: 0 }]);
  });

  test('two exports that overlap count each message once', async () => {
    const one = await report([source('a.csv', log(sent)), source('b.csv', log(delivered, consoleRow(2, row)))]);
    expect(one.totals).toMatchObject({ messages: 2, delivered: 2 });
    expect(one.sources.map(({ messages }) => messages)).toEqual([0, 2]);
  });

  test('a source that can be read only once keeps the state met first and says so', async () => {
    const once = source('pipe', log(sent, delivered));
    let isRead = false;
    const result = await report([
      {
        name: 'pipe',
        stream: () => {
          if (isRead) return undefined;
          isRead = true;
          return once.stream();
        },
      },
    ]);
    expect(result.totals).toMatchObject({ messages: 1, noReceipt: 1 });
    expect(noticeIds(result)).toContain('older-state-kept');
  });
});

describe('joined and damaged files', () => {
  const text = new TextDecoder().decode(v3);

  test('cat of two exports without a final line feed glues a heading to a row: nothing is lost', async () => {
    const other = consoleLog([{ body: 'one more', to: '+13035550199' }]);
    const result = await report([source('joined.csv', text + other)]);
    expect(result.totals.messages).toBe(27);
    expect(result.sources[0]?.notices.find(({ id }) => id === 'header-glued')).toMatchObject({ count: 1, lines: [30] });
  });

  test('a heading sticks to the last cell of an older export too, which is not empty', async () => {
    const older = new TextDecoder().decode(fixture('formats/console-v2/console_v2_13col.csv')).trimEnd();
    const result = await report([source('joined.csv', older + consoleLog([{ to: '+13035550199' }]))]);
    expect(result.totals.messages).toBe(27);
    expect(result.cost.map(({ unit }) => unit)).toEqual(['USD']);
    expect(noticeIds(result)).toContain('header-glued');
  });

  test('an export of another age may follow in the same file', async () => {
    const old = new TextDecoder().decode(fixture('formats/console-v1/console_v1_12col.csv'));
    const result = await report([source('joined.csv', `${text}\n${old}`)]);
    // The samples share the SIDs of 13 messages; times of the old one are older, so the new rows stand.
    expect(result.sources[0]).toMatchObject({ records: 39 });
    expect(noticeIds(result)).toContain('header-repeated');
  });

  test('rows of another width are counted as notices with their lines, not as messages', async () => {
    const [header = '', ...rows] = consoleLog([{}, { to: '+13035550102' }, { to: '+13035550103' }]).split('\n');
    const result = await report([source('log.csv', [header, rows[0], 'a,b,c', rows[1], `${rows[2] ?? ''},too,many`, ''].join('\n'))]);
    expect(result.totals.messages).toBe(2);
    expect(result.sources[0]?.notices).toMatchObject([{ id: 'ragged-rows', count: 2, lines: [3, 5] }]);
  });

  test('a row that lacks only cells nobody reads is a message', async () => {
    const [header = '', row = '', last = ''] = consoleLog([{}, { to: '+13035550102' }]).split('\n');
    const result = await report([source('log.csv', [header, row.replace(/,"FALSE",$/, ''), last].join('\n'))]);
    expect(result.totals.messages).toBe(2);
    expect(noticeIds(result)).toEqual([]);
  });

  test.for([
    ['a byte order mark', (header: string) => `\ufeff${header}`],
    ['other case', (header: string) => header.toLowerCase()],
    ['spaces around its names', (header: string) => header.replaceAll(',', ' , ')],
  ] as const)('a heading row that comes again with %s is no message', async ([, change]) => {
    const other = consoleRow(7, { to: '+13035550199' });
    const result = await report([source('joined.csv', [consoleLog([{}, {}]), change(HEADER), other].join('\n'))]);
    expect(result.totals.messages).toBe(3);
    expect(result.sources[0]?.notices).toMatchObject([{ id: 'header-repeated', count: 1, lines: [4] }]);
  });

  test('a second heading row with as many columns in another order moves the columns', async () => {
    const first = `Status,SentDate,ErrorCode,To,Sid\ndelivered,2025-08-14T10:00:00Z,0,+13035550101,${sidOf(1)}`;
    const second = `Sid,To,Status,SentDate,ErrorCode\n${sidOf(2)},+13035550102,failed,2025-08-14T11:00:00Z,21211`;
    const expected = { messages: 2, delivered: 1, failed: 1 };
    const joined = await report([source('joined.csv', `${first}\n${second}`)]);
    expect(joined.totals).toMatchObject(expected);
    expect(noticeIds(joined)).toEqual(['header-repeated', 'no-direction', 'no-sender']);
    expect(joined.byErrorCode).toMatchObject([{ code: '21211', count: 1 }]);
    expect((await report([source('glued.csv', `${first}${second}`)])).totals).toMatchObject(expected);
  });

  test('a row that an unquoted comma in the text made wider is no message', async () => {
    const [header = '', row = '', last = ''] = consoleLog([{}, { to: '+13035550102' }]).split('\n');
    const result = await report([source('log.csv', [header, row.replace(/"Your.*?"/, 'Hello, Ana'), last].join('\n'))]);
    expect(result.totals).toMatchObject({ messages: 1, delivered: 1 });
    expect(result.sources[0]?.notices).toMatchObject([{ id: 'ragged-rows', count: 1, lines: [2] }]);
  });

  test('the trailer of an export that was cut short may stick to the last row', async () => {
    const result = await report([source('log.csv', `${consoleLog([{}, {}])}Could not finish exporting all records.\n`)]);
    expect(result.totals).toMatchObject({ messages: 2, delivered: 2 });
    expect(noticeIds(result)).toEqual(['export-aborted']);
  });

  test('headings with nothing but that trailer are declined, and why is said', async () => {
    const { kind, advice } = await declined(source('log.csv', `${HEADER}\nCould not finish exporting all records.\n`));
    expect(kind).toBe('no-messages');
    expect(inWords(advice)).toContain('cut short by Twilio');
    expect(inWords(advice)).toContain('Check the file, or export the log again.');
  });

  test('digits without "+" are told where they are as many as a number with its country has', async () => {
    const told = async (to: string) => noticeIds(await report([source('log.csv', consoleLog([{ to }]))]));
    expect(await told('447700900123')).toEqual(['bare-numbers']);
    expect(await told('7700900123')).toEqual(['bare-numbers']);
    for (const to of ['770090012', '88702', 'ACME', '+447700900123']) expect(await told(to)).toEqual([]);
  });

  test('a row with one blank cell too many is a message', async () => {
    const [header = '', row = '', last = ''] = consoleLog([{}, { to: '+13035550102' }]).split('\n');
    const result = await report([source('log.csv', [header, `${row},`, last].join('\n'))]);
    expect(result.totals).toMatchObject({ messages: 2, delivered: 2 });
  });

  test('an unknown status is other, a failed inbound message is inbound, a code on a delivered one is no failure', async () => {
    const result = await report([
      source(
        'log.csv',
        consoleLog([{ status: 'lost' }, { status: 'failed', direction: 'inbound', code: '30008' }, { code: '63024' }, { status: '' }]),
      ),
    ]);
    expect(result.totals).toEqual({
      messages: 4,
      outbound: 3,
      inbound: 1,
      delivered: 1,
      failed: 0,
      noReceipt: 0,
      inFlight: 0,
      other: 2,
      undelivered: 0,
    });
    expect(result.byStatus).toEqual({ delivered: 1, failed: 1, lost: 1, unknown: 1 });
    expect(result.byErrorCode.map(({ code, count }) => [code, count])).toEqual([
      ['30008', 1],
      ['63024', 1],
    ]);
    expect(noticeIds(result)).toEqual(expect.arrayContaining(['unknown-status', 'inbound-failed']));
  });

  test('no bytes make it throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, isBehindHeader) => {
        const content = isBehindHeader ? Uint8Array.from([...new TextEncoder().encode(`${HEADER}\n`), ...bytes]) : bytes;
        const { kind } = await analyze([source('noise', content)], { knowledge });
        expect(['report', 'declined']).toContain(kind);
      }),
      { numRuns: 500 },
    );
  });

  test('no cells make it throw, and the totals add up', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '"', '+13035550101', 'failed', '30007', '1.3E+10', '2025-08-14T14:22:00-03:00', '=1+1', 'inbound'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 15, maxLength: 15 }), { minLength: 1, maxLength: 5 }), async (rows) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const analysis = await analyze([source('log.csv', [HEADER, ...quoted].join('\n'))], { knowledge });
        if (analysis.kind !== 'report') return;
        const { totals, byStatus, byCategory, byHour } = analysis.report;
        const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
        expect(totals.delivered + totals.failed + totals.noReceipt + totals.inFlight + totals.other).toBe(totals.outbound);
        expect(sum(Object.values(byStatus))).toBe(totals.messages);
        expect(sum(byCategory.map(({ count }) => count))).toBe(totals.messages);
        expect(byHour.length).toBeLessThanOrEqual(totals.messages);
      }),
      { numRuns: 300 },
    );
  });
});

describe('times that lie ahead', () => {
  /** Far apart, as customers' numbers are. */
  const brazil = Array.from({ length: 30 }, (_, n) => ({ to: `+55119${String(6_100 + n)}2345`, status: 'sent' }));
  const healthy = Array.from({ length: 200 }, (_, n) => ({ time: NOON - n * MINUTE, to: `+1206555${String(1000 + n)}` }));

  test('a scheduled or canceled message does not make the others old', async () => {
    for (const status of ['scheduled', 'canceled']) {
      const result = await report([source('log.csv', consoleLog([...healthy, ...brazil, { status, time: NOON + 6 * DAY }]))]);
      expect(result.findings).toEqual([]);
      expect(result.clock).toBe(new Date(NOON).toISOString().replace('.000', ''));
    }
  });

  test('a time more than a year after all others is not believed, and a notice says so', async () => {
    const result = await report([source('log.csv', consoleLog([...healthy, ...brazil, { time: Date.UTC(2099, 0, 1) }]))]);
    expect(result.findings).toEqual([]);
    expect(result.clock).toBe(new Date(NOON).toISOString().replace('.000', ''));
    expect(result.notices).toMatchObject([{ id: 'stray-dates', count: 1 }]);
    expect(result.byHour.every(({ hour }) => hour.startsWith('2025'))).toBe(true);
    expect(result.byHour.length).toBeGreaterThan(0);
  });

  test('two logs years apart are both believed', async () => {
    const result = await report([source('log.csv', consoleLog([{}, {}, { time: NOON + 800 * DAY }]))]);
    expect(result.notices).toEqual([]);
    expect(result.clock?.slice(0, 4)).toBe('2027');
  });
});

describe('progress and cancel', () => {
  test('progress tells rows, bytes and totals that only grow', async () => {
    const seen: Progress[] = [];
    await report([source('log.csv', thousand)], { onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toMatchObject({
      source: 'log.csv',
      format: 'Twilio Console CSV (2025)',
      bytes: new TextEncoder().encode(thousand).length,
      pass: 1,
      totalBytes: expect.any(Number) as number,
    });
    const rows = seen.map((progress) => progress.rows);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });

  test('rows and bytes go on from source to source', async () => {
    const seen: Progress[] = [];
    await report([source('a.csv', thousand), source('b.csv', thousand), source('c.csv', thousand)], {
      onProgress: (progress) => seen.push(progress),
    });
    const last = new Map(seen.map((progress) => [progress.source, progress]));
    const bytes = new TextEncoder().encode(thousand).length;
    // The last record of a source is told with the next.
    expect([...last.values()].map((progress) => [progress.source, progress.rows, progress.bytes])).toEqual([
      ['a.csv', 2_999, bytes],
      ['b.csv', 5_999, 2 * bytes],
      ['c.csv', 8_999, 3 * bytes],
    ]);
  });

  test('progress comes no more often than asked', async () => {
    let calls = 0;
    await report([source('log.csv', thousand)], { onProgress: () => (calls += 1), now: () => 0, progressEveryMs: 100 });
    expect(calls).toBe(1);
  });

  test('an abort before or while reading gives no report', async () => {
    const control = new AbortController();
    const options = {
      knowledge,
      signal: control.signal,
      onProgress: () => {
        control.abort();
      },
    };
    expect(await analyze([source('log.csv', thousand)], options)).toEqual({ kind: 'cancelled' });
    expect(await analyze([source('log.csv', thousand)], options)).toEqual({ kind: 'cancelled' });
  });
});

describe('several sources, one of them no log', () => {
  test('the others make the report, and a notice tells what is missing', async () => {
    const analysis = await analyze([source('a.csv', v3), source('b.txt', 'hello')], { knowledge });
    expect(analysis).toMatchObject({
      kind: 'report',
      declined: [{ source: 'b.txt', kind: 'not-a-log' }],
      report: { totals: { messages: 26 } },
    });
    expect(analysis.kind === 'report' ? analysis.report.notices : []).toMatchObject([
      { id: 'source-declined', source: 'b.txt', text: [{ name: 'b.txt' }, expect.any(String)] },
    ]);
  });

  test('a source that fails at once is unreadable; one that fails on the way counts with a notice', async () => {
    const failing = (first: Uint8Array) => ({
      name: 'gone.csv',
      stream: () => {
        let isSent = first.length === 0;
        return new ReadableStream<Uint8Array>({
          pull(controller) {
            if (isSent) controller.error(new Error('gone'));
            else controller.enqueue(first);
            isSent = true;
          },
        });
      },
    });
    expect(await analyze([failing(new Uint8Array())], { knowledge })).toMatchObject({
      kind: 'declined',
      declined: [{ kind: 'unreadable' }],
    });
    const many = new TextEncoder().encode(thousand);
    expect(noticeIds(await report([failing(many)]))).toContain('read-failed');
  });
});

test('cost keeps units apart, takes an empty price for unknown and estimates fees only where no price shows', async () => {
  const row = (n: number, price: string, unit: string, more = {}): string =>
    consoleRow(n, { price, sid: sidOf(n), time: NOON - n * MINUTE, ...more }).replace(',USD,', `,${unit},`);
  const log = [
    HEADER,
    row(1, '-0.1', 'USD'),
    row(2, '-0.2', 'USD', { status: 'undelivered', code: '30003' }),
    row(3, '-0.3', 'EUR'),
    row(4, '', 'USD', { status: 'failed', code: '21610' }),
    row(5, '', 'USD', { status: 'failed', code: '30008' }),
    row(6, '-0.001', 'USD', { status: 'failed', code: '21211' }),
    row(7, '', ''),
  ].join('\n');
  expect((await report([source('log.csv', log)])).cost).toEqual([
    { unit: 'USD', billed: 0.301, onFailures: 0.201, failedFee: 0.001, feeUnsettled: 0, unknown: 2 },
    { unit: 'EUR', billed: 0.3, onFailures: 0, failedFee: 0, feeUnsettled: 0, unknown: 0 },
    { unit: '', billed: 0, onFailures: 0, failedFee: 0, feeUnsettled: 0, unknown: 1 },
  ]);
});
