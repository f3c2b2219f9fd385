import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reportJson, type ReportJson } from '../../../src/analyzer/write/json.ts';
import { reportMarkdown } from '../../../src/analyzer/write/markdown.ts';
import { loadFindings, loadKnowledge } from '../../../src/cli/knowledge.ts';
import { consoleLog, MINUTE, NOON, usNumber, type MessageRow } from '../../fixtures/console-row.ts';
import { fixture, report, source } from '../../log.ts';
import { ownFolder, runMain } from './run-main.ts';
import { counted, states } from './states.ts';

const log = fileURLToPath(new URL('../../fixtures/formats/console-v3/console_v3_15col.csv', import.meta.url));
const trouble = fileURLToPath(new URL('../../../public/samples/trouble.csv', import.meta.url));
const { folder, file } = ownFolder();
const knowledge = loadKnowledge();
const words = loadFindings();

const run = (args: readonly string[], input: string | Uint8Array = '', now = Date.UTC(2025, 7, 14, 18)) => runMain(args, { input, now });

describe('a report', () => {
  test('as JSON is the very one that the page makes', async () => {
    const { code, out, said } = await run([log, '--format', 'json']);
    expect([code, said]).toEqual([0, '']);
    const made = await report([source('console_v3_15col.csv', fixture('formats/console-v3/console_v3_15col.csv'))]);
    expect(out).toBe(reportJson(made, loadFindings()));
  });

  test('as JSON says of each finding what settles it and what else it could be', async () => {
    const { out } = await run([file('landlines.csv', fixture('findings/landline/hit.csv')), '--format', 'json']);
    const { findings } = JSON.parse(out) as ReportJson;
    expect(findings.length).toBeGreaterThan(0);
    for (const { id, settle, confusedWith } of findings) {
      const { [id]: page } = loadFindings();
      expect({ settle, confusedWith }).toEqual({ settle: page?.settle, confusedWith: page?.confusedWith });
      expect(settle).toMatch(/\.$/);
    }
  });

  test('from standard input has the same totals', async () => {
    const { code, out } = await run(['-', '--format', 'json'], readFileSync(log));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ sources: [{ name: 'standard input' }], totals: { messages: 26, failed: 9 } });
  });

  test('as text says what to do, with numbers to act on', async () => {
    const { code, out } = await run([trouble]);
    expect(code).toBe(0);
    expect(out).toContain(
      '\n1. A US sender without an approved campaign  [critical]\n   +12025550142 is not in an approved A2P 10DLC campaign: 70',
    );
    expect(out).toMatch(/^ {3}Do this {5}Check the A2P registration state/m);
    expect(out).toMatch(/^ {3}Numbers {5}\+12065550100 /m);
  });

  test('as Markdown holds no whole number and no message text', async () => {
    const { code, out } = await run([trouble, '--format', 'markdown']);
    expect(code).toBe(0);
    expect(out).toContain('# Message log report');
    expect(out).not.toMatch(/\d{9,}(?![0-9a-f])/);
    expect(out).not.toContain('Last chance');
  });

  test('as Markdown is the very one that the page gives in that zone, though the page reads in UTC', async () => {
    const { out } = await run([trouble, '--format', 'markdown', '--timezone', 'America/Sao_Paulo']);
    const read = await report([source('trouble.csv', readFileSync(trouble))]);
    expect(out).toBe(reportMarkdown(read, { knowledge, words, timeZone: 'America/Sao_Paulo' }));
    expect(out).toContain(', the first on 2025-08-13 11:10 UTC−3, and none');
  });

  test('says where recipients are unknown, and counts one of a thing in the singular', async () => {
    const one = file('one.csv', 'Status,SentDate,ErrorCode,Sid\nfailed,2025-08-14T10:00:00Z,21211,SM00000000000000000000000000000001');
    const { out } = await run([one]);
    expect(out).toContain('one.csv: Twilio Console CSV, columns changed, 1 message, ');
    expect(out).toContain('recipients unknown');
    expect((await run([one, '--format', 'markdown'])).out).toMatch(/\| 21211 \|.*\| 1 \| - \|/);
  });

  test('turns no figure round: characters for the direction of writing are not printed', async () => {
    const { out } = await run([file('rtl.csv', 'Status,SentDate,ErrorCode,From\nfailed,2025-08-14T10:00:00Z,21211,\u202eKNAB')]);
    expect(out).toContain('KNAB');
    expect(out).not.toContain('\u202e');
  });

  test('in no form holds a character of the log that acts on a terminal, and JSON reads back as it was', async () => {
    const acting = '\u009b31m\u202eKNAB\u2066\u0085';
    const rows = Array.from({ length: 40 }, (_, n): MessageRow => ({
      from: acting,
      to: usNumber(n),
      status: 'undelivered',
      code: '30007',
      body: `Sale ${acting}`,
      time: NOON - n * MINUTE,
    }));
    const odd = file('odd\u009b\u202e.csv', consoleLog(rows));
    const forms: readonly (readonly string[])[] = [
      ['--format', 'text'],
      ['--format', 'json'],
      ['--format', 'json', '--masked'],
      ['--format', 'markdown'],
      ['--format', 'html'],
      ['--format', 'csv'],
      ['--list', 'resend', '--format', 'json'],
      ['--packet', 'sender-filtered', '--format', 'json'],
      ['--rows', 'jsonl'],
    ];
    for (const form of forms) {
      const { code, out, said } = await run([odd, ...form]);
      expect([form, code]).toEqual([form, 0]);
      expect(out.length, form.join(' ')).toBeGreaterThan(100);
      expect(out + said, form.join(' ')).not.toMatch(/(?!\r?\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
    expect((JSON.parse((await run([odd, '--format', 'json'])).out) as ReportJson).sources[0]?.name).toBe('odd\u009b\u202e.csv');
  });

  test('says on the side which file was left out', async () => {
    const { code, out, said } = await run([log, file('notes.txt', 'hello'), '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ totals: { messages: 26 }, notices: [{ id: 'source-declined' }] });
    expect(said).toContain('notes.txt is not a message log');
  });
});

describe('a list of numbers', () => {
  test('is printed as digits, one a line, and nothing else', async () => {
    const { code, out, said } = await run([trouble, '--list', 'phone']);
    expect([code, said]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 2)).toEqual(['13055550100', '13055550101']);
    expect(out).toMatch(/^(?:\d{8,15}\n){9}$/);
  });

  test('as CSV has a row for each with its reason', async () => {
    const { out } = await run([trouble, '--list', 'stop', '--format', 'csv']);
    expect(out.split('\r\n')).toHaveLength(21);
    expect(out.split('\r\n')[1]).toBe(
      '+15035550100,"Messages to people who opted out","",21610,4,"2025-08-14T16:25:00Z","","SM246afe45c2a277f660d9f1a7ff116b58"',
    );
  });

  test('as JSON is the one of the report', async () => {
    const { out } = await run([trouble, '--list', 'stop', '--format', 'json']);
    const { lists } = await report([source('trouble.csv', readFileSync(trouble))]);
    expect(JSON.parse(out)).toEqual({ list: 'stop', ...lists.stop });
  });

  test('of numbers to send to again leaves out what must be mended first, and says so; asked for, it prints these alone', async () => {
    const { code, out, said } = await run([trouble, '--list', 'resend']);
    expect([code, out.split('\n').length]).toEqual([0, 9]);
    expect(said).toBe(
      'Not printed: 163 numbers that may be sent to only after a fix. --when after-fix prints them, --format csv says why.\n',
    );
    const fixed = await run([trouble, '--list', 'resend', '--when', 'after-fix']);
    expect([fixed.said, fixed.out.split('\n').length]).toEqual(['', 164]);
    expect((await run([trouble, '--list', 'resend', '--when', 'later'])).out).toBe(out);
    expect((await run([trouble, '--list', 'resend', '--format', 'csv'])).out.split('\r\n')).toHaveLength(173);
    expect((await run([trouble, '--list', 'resend', '--format', 'csv', '--when', 'later'])).out.split('\r\n')).toHaveLength(10);
  });

  test('that is empty says so on the side', async () => {
    for (const form of ['digits', 'csv']) {
      const { code, out, said } = await run([trouble, '--list', 'ask-twilio', '--format', form]);
      expect([code, said]).toEqual([0, 'No number is on the list "ask-twilio".\n']);
      expect(out).toBe(form === 'digits' ? '' : '"Number","Reason","When","Codes","Times","Last seen","Reached since","Sample SID"\r\n');
    }
  });
});

describe('a packet for support', () => {
  test('is printed for the finding of an id, by the clock of this machine', async () => {
    const { code, out, said } = await run([trouble, '--packet', 'landline']);
    expect([code, said]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'Numbers that cannot take texts',
      '9 numbers take no texts: 24 messages to them were refused as landline or unreachable carrier, the first on 2025-08-12 06:35 UTC, and none was delivered.',
    ]);
    expect(out).toContain('undelivered 30006, young enough until 2025-08-15 16:49 UTC\n');
    expect(out).not.toContain('Note:');
    expect((await run([trouble, '--packet', 'landline'], '', Date.UTC(2026, 7, 14))).out).toContain(
      'Note: All of these messages are too old',
    );
  });

  test('is printed for a key, as Markdown or JSON too', async () => {
    const { findings } = await report([source('trouble.csv', readFileSync(trouble))]);
    const { key = '' } = findings[0] ?? {};
    expect((await run([trouble, '--packet', key, '--format', 'markdown'])).out).toMatch(/^\*\*A US sender without/);
    expect(JSON.parse((await run([trouble, '--packet', key, '--format', 'json'])).out)).toMatchObject({ affected: 70, wanted: 3 });
  });

  test('of a finding that is not there ends with 2 and names those that are', async () => {
    const { code, out, said } = await run([trouble, '--packet', 'pumping']);
    expect([code, out]).toEqual([2, '']);
    expect(said).toMatch(/^There is no finding "pumping" in this log\. It has: "unregistered-us-sender \+12025550142", ".*\.\n$/);
    const healthy = file(
      'healthy.csv',
      'Status,SentDate,ErrorCode,Sid\ndelivered,2025-08-14T10:00:00Z,0,SM00000000000000000000000000000001',
    );
    expect((await run([healthy, '--packet', 'pumping'])).said).toBe('There is no finding "pumping" in this log. It has none.\n');
  });

  test('where several have the id is of the first, and the others are named', async () => {
    const rows = Array.from({ length: 60 }, (_, n): MessageRow => ({
      from: `+1202555014${String(n % 2)}`,
      to: usNumber(n),
      status: 'undelivered',
      code: '30034',
      time: NOON - n * MINUTE,
    }));
    const two = await run([file('two.csv', consoleLog(rows)), '--packet', 'unregistered-us-sender']);
    expect(two.code).toBe(0);
    expect(two.said).toMatch(
      /^Several findings are named "unregistered-us-sender": this is "unregistered-us-sender .*"\. The others: ".*"\.\n$/,
    );
  });
});

describe('unusable arguments and unreadable files end with 2', () => {
  test.for([
    [[], 'Name at least one log file'],
    [[log, '--format', 'pdf'], '"pdf" is no format; use text, json, markdown, html or csv.'],
    [[log, '--masked'], '--masked goes with --format json of a report; leave it out.'],
    [[log, '--masked', '--format', 'csv'], '--masked goes with --format json of a report; leave it out.'],
    [[log, '--masked', '--list', 'stop', '--format', 'json'], '--masked goes with --format json of a report; leave it out.'],
    [[log, '--fail-on', 'bad'], '"bad" is nothing to fail on; use critical, high, medium, low or new.'],
    [[log, '--fail-on', 'new'], '--fail-on new needs to know what is not new; name an earlier report with --baseline.'],
    [[log, '--baseline='], '--baseline names no file.'],
    [[log, '--against', log, '--fail-on', 'high'], '--against prints a comparison and nothing else; leave --baseline and --fail-on out.'],
    [[log, '--against', log, '--baseline', log], '--against prints a comparison and nothing else; leave --baseline and --fail-on out.'],
    [[log, '--against', log, '--format', 'html'], '--against prints text or, with --format json, JSON.'],
    [
      [log, '--rows', 'csv', '--fail-on', 'high'],
      '--rows prints messages and nothing else; leave --format, --against, --baseline and --fail-on out.',
    ],
    [[log, '--rows', 'csv', '--list', 'stop'], '--rows prints messages and nothing else; leave --list and --packet out.'],
    [[log, '--list', 'stopp'], '"stopp" is no list; use stop, phone, resend, never-resend or ask-twilio.'],
    [[log, '--list', 'stop', '--format', 'markdown'], '"markdown" is no format of a list; use digits, csv or json.'],
    [[log, '--list', 'stop', '--packet', 'pumping'], 'Ask for a list or for a packet, one at a time.'],
    [[log, '--packet', 'pumping', '--format', 'html'], '"html" is no format of a packet; use text, json or markdown.'],
    [[log, '--when', 'now'], '--when goes with --list resend; leave it out.'],
    [[log, '--list', 'stop', '--when', 'now'], '--when goes with --list resend; leave it out.'],
    [[log, '--list', 'resend', '--when', 'soon'], '"soon" is no time to send again; use now, later or after-fix.'],
    [[log, '--list', 'resend', '--when', 'now', '--format', 'json'], 'JSON says for each number when to send again; leave --when out.'],
    [[log, '--timezone', 'Mars/Base'], '"Mars/Base" is no time zone'],
    [[log, '--colour'], '--colour'],
    [['-', '-'], 'only once'],
    [['missing.csv'], 'missing.csv does not exist'],
    [[folder], 'is a directory'],
  ] as const)('%j', async ([args, sentence]) => {
    const { code, out, said } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(sentence);
  });

  test('--help is no mistake', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Usage:') as string });
  });
});

describe('what is no message log ends with 3 and is named', () => {
  test.for([
    ['empty.csv', '', 'empty.csv is empty: it has 0 bytes'],
    ['headers.csv', fixture('not-read/edge_only_header.csv'), 'headers.csv has a heading row and no messages'],
    ['photo.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'photo.csv is a PNG image'],
    ['calls.csv', `Sid,From,To,StartTime,EndTime,Duration\nCA${'0'.repeat(32)},,,,,1`, 'calls.csv is a call log'],
    ['twilio.csv', 'ACCOUNT_SID,AUTH_TOKEN\nAC1,0123456789abcdef', 'twilio.csv is a file with credentials'],
  ] as const)('%s', async ([name, content, sentence]) => {
    const { code, out, said } = await run([file(name, content)]);
    expect([code, out]).toEqual([3, '']);
    expect(said).toContain(sentence);
    expect(said).not.toContain('0123456789abcdef');
  });
});

describe('what can be read only once', () => {
  test('standard input is kept for the second reading', async () => {
    const { code, out } = await run(['-', '--format', 'json'], states);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject(counted);
  });

  test.skipIf(process.platform === 'win32')('a named pipe is opened once and kept for the second reading', async () => {
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    const [{ code, out, said }] = await Promise.all([run([pipe, '--format', 'json']), writeFile(pipe, states)]);
    expect([code, said]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ ...counted, sources: [{ name: 'pipe.csv', bytes: states.length }] });
  });
});

describe('--skipped', () => {
  const damaged = 'From,To,Status,SentDate,Sid\n+12025550101,+12025550140,sent,2025-08-14T10:00:00Z,SM1\na,b\nTotal,,1,,\n';
  const wanted = '"File","Line","Reason"\r\n"-",3,"too few or too many cells"\r\n"-",4,"a sum or a note"\r\n';

  test('writes the rows that were not read to a file, and the report to the terminal as ever', async () => {
    const file = join(folder, 'skipped.csv');
    const { code, out } = await run(['-', '--skipped', file, '--format', 'json'], damaged);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8').replaceAll('"standard input"', '"-"')).toBe(wanted);
    expect((JSON.parse(out) as ReportJson).totals.messages).toBe(1);
  });

  test('a file that cannot be written is told, and no report is printed', async () => {
    const file = join(folder, 'no', 'such', 'folder.csv');
    const { code, out, said } = await run(['-', '--skipped', file], damaged);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(said).toBe(`${file} could not be written. Name a file in a folder that exists and is yours.\n`);
  });

  test('without a name it is a wrong argument', async () => {
    expect(await run(['-', '--skipped='], damaged)).toMatchObject({
      code: 2,
      out: '',
      said: expect.stringContaining('--skipped names no file.') as string,
    });
  });
});
