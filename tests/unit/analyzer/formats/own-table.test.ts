import { describe, expect, test } from 'vitest';
import { contentOnDisk } from '../../../../src/cli/content-on-disk.ts';
import { main } from '../../../../src/cli/main.ts';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declined, fixture, fixturePath, inWords, noticeIds, report, reportOn, source } from '../../../log.ts';

const columnsOf = async (text: string) => (await report([source('x', text)])).sources[0]?.columns;

describe('a table with names of its own', () => {
  test('an application’s table is read, and what was guessed is told', async () => {
    const found = await reportOn(fixturePath('app-table-own-names.csv'));
    expect(found.totals).toMatchObject({ messages: 5, delivered: 2, failed: 2, noReceipt: 1 });
    expect(found.sources[0]?.columns).toEqual({
      sid: 'sms_sid',
      from: 'from_phone',
      to: 'to_phone',
      accountSid: 'account_sid',
      status: 'latest_status',
      updated: 'updated_at',
      created: 'created_at',
    });
    expect(noticeIds(found)).toEqual(['guessed-columns', 'no-direction', 'no-error-code', 'assumed-utc']);
  });

  test('names of people, semicolons, the day first', async () => {
    const found = await reportOn(fixturePath('clinic.csv'));
    expect(found).toMatchObject({ clock: '2025-08-14T10:02:00Z', oldest: '2025-08-04T10:00:00Z', totals: { delivered: 1, failed: 2 } });
    expect(found.byErrorCode.map(({ code }) => code).sort()).toEqual(['30003', '30008']);
    expect(found.sources[0]?.columns).toEqual({
      to: 'Patient number',
      from: 'Sender ID',
      status: 'Delivery state',
      errorCode: 'Failure code',
      sent: 'Sent at',
      body: 'Text',
    });
  });

  test('a status is found by what stands in its column, under any name, and a name like it is preferred', async () => {
    expect(await columnsOf('who phone,outcome\n+12025550140,delivered\n')).toEqual({ to: 'who phone', status: 'outcome' });
    expect(await columnsOf('last,phone,sms status\nsent,+12025550140,delivered\n')).toMatchObject({ status: 'sms status' });
  });

  test('a column of errors says code and reason, or only that it is an error', async () => {
    const found = await report([
      source(
        'x',
        'phone,outcome,error\n+12025550140,undelivered,30003 - Unreachable\n+12025550141,failed,Error 21610\n+12025550142,delivered,0\n',
      ),
    ]);
    expect(found.byErrorCode.map(({ code }) => code).sort()).toEqual(['21610', '30003']);
    expect(await columnsOf('phone,outcome,error\n+12025550140,undelivered,Phone was off\n')).not.toHaveProperty('errorCode');
  });

  test.for([
    ['phone,outcome\n+12025550140,shipped\n', 'no column is known'],
    ['mail,outcome\nann@example.org,delivered\n', 'no column is known'],
    ['phone,outcome\n+12025550140,delivered\n+12025550141,on its way\n', 'no column is known'],
    ['name,age\nAnn,33\n', 'no column is known'],
  ] as const)('%j is not taken for one', async ([text, words]) => {
    const found = await declined(source('x', text));
    expect(inWords(found.text)).toContain(words);
    expect(inWords(found.advice)).toContain(text.split('\n')[0]?.replace(',', ', '));
  });

  test('rows without a heading are not read under their first one', async () => {
    const row = (last: string): string => `+12025550140,delivered,SM${last.padStart(32, '0')}\n`;
    expect((await declined(source('x', row('1') + row('2')))).kind).toBe('no-header');
    expect((await declined(source('x', '+12025550140,delivered,a\n+12025550141,sent,b\n'))).kind).toBe('not-a-log');
  });
});

describe('--map says which column is which', () => {
  const run = async (text: string | Uint8Array, map: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'map-')), 'x');
    writeFileSync(file, text);
    let out = '';
    let complaint = '';
    const code = await main(
      [file, '--format', 'json', '--map', map],
      {
        input: (async function* () {})(),
        write: (words) => {
          out += words;
        },
        complain: (words) => {
          complaint += words;
        },
      },
      contentOnDisk,
    );
    return { code, complaint, json: out === '' ? undefined : (JSON.parse(out) as Awaited<ReturnType<typeof report>>) };
  };

  test('columns that are named are taken, the others guessed', async () => {
    const { code, json } = await run('State,Other,When\nfailed,+12025550140,2025-08-14T10:00:00Z\n', 'status=State,to=Other');
    expect(code).toBe(0);
    expect(json?.totals.failed).toBe(1);
    expect(json?.sources[0]?.columns).toEqual({ status: 'State', to: 'Other', sent: 'When' });
    expect(json?.sources[0]?.notices.map(({ id }) => id)).not.toContain('guessed-columns');
  });

  test('a table that is known otherwise is read as told', async () => {
    const { json } = await run(fixture(fixturePath('python_pandas_selected.csv')), 'body=Error Message,status=Status');
    expect(json?.sources[0]).toMatchObject({
      format: 'own-table',
      records: 29,
      columns: { body: 'Error Message', status: 'Status', sid: 'MessageSID' },
    });
  });

  test('a column that is not there is named with those that are', async () => {
    const { code, complaint } = await run('State,Other\nfailed,+12025550140\n', 'status=Status');
    expect(code).toBe(3);
    expect(complaint).toContain('There is no column Status. The columns are: State, Other.');
  });

  test.for([
    ['state=State', '"state" is no field of a message; use status,'],
    ['status=', '--map names no column for status; write status=COLUMN.'],
  ] as const)('%s is refused before anything is read', async ([map, words]) => {
    const { code, complaint } = await run('State\nfailed\n', map);
    expect(code).toBe(2);
    expect(complaint).toContain(words);
  });
});
