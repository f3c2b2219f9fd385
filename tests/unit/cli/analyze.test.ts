import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reportJson } from '../../../src/analyzer/write/json.ts';
import { reportMarkdown } from '../../../src/analyzer/write/markdown.ts';
import { loadFindings, loadKnowledge } from '../../../src/cli/knowledge.ts';
import { fixture, report, source } from '../../log.ts';

const program = fileURLToPath(new URL('../../../src/cli/analyze.ts', import.meta.url));
const log = fileURLToPath(new URL('../../fixtures/formats/console-v3/console_v3_15col.csv', import.meta.url));
const trouble = fileURLToPath(new URL('../../../public/samples/trouble.csv', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'undelivered-'));

function run(
  args: readonly string[],
  input: string | Uint8Array = '',
): { readonly code: number | null; readonly out: string; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8' });
  return { code: status, out: stdout, said: stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a report', () => {
  test('as JSON is the very one that the page makes', async () => {
    const { code, out, said } = run([log, '--format', 'json']);
    expect([code, said]).toEqual([0, '']);
    expect(out).toBe(reportJson(await report([source('console_v3_15col.csv', fixture('formats/console-v3/console_v3_15col.csv'))])));
  });

  test('from standard input has the same totals', () => {
    const { code, out } = run(['-', '--format', 'json'], readFileSync(log));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ sources: [{ name: 'standard input' }], totals: { messages: 26, failed: 9 } });
  });

  test('as text says what to do, with numbers to act on', () => {
    const { code, out } = run([trouble]);
    expect(code).toBe(0);
    expect(out).toContain('1. [critical] +12025550142 is not in an approved A2P 10DLC campaign');
    expect(out).toContain('Do this: ');
    expect(out).toContain('Numbers: +12065550100 ');
  });

  test('as Markdown holds no whole number and no message text', () => {
    const { code, out } = run([trouble, '--format', 'markdown']);
    expect(code).toBe(0);
    expect(out).toContain('# Message log report');
    expect(out).not.toMatch(/\d{9,}(?![0-9a-f])/);
    expect(out).not.toContain('Last chance');
  });

  test('as Markdown is the very one that the page gives in that zone, though the page reads in UTC', async () => {
    const { out } = run([trouble, '--format', 'markdown', '--timezone', 'America/Sao_Paulo']);
    const read = await report([source('trouble.csv', readFileSync(trouble))]);
    expect(out).toBe(reportMarkdown(read, { knowledge: loadKnowledge(), words: loadFindings(), timeZone: 'America/Sao_Paulo' }));
    expect(out).toContain(', the first on 2025-08-13 11:10 UTC−3, and none');
  });

  test('says where recipients are unknown, and counts one of a thing in the singular', () => {
    const one = file('one.csv', 'Status,SentDate,ErrorCode,Sid\nfailed,2025-08-14T10:00:00Z,21211,SM1');
    const { out } = run([one]);
    expect(out).toContain('one.csv: console-v3-edited, 1 message, ');
    expect(out).toContain('recipients unknown');
    expect(run([one, '--format', 'markdown']).out).toMatch(/\| 21211 \|.*\| 1 \| - \|/);
  });

  test('turns no figure round: characters for the direction of writing are not printed', () => {
    const { out } = run([file('rtl.csv', 'Status,SentDate,ErrorCode,From\nfailed,2025-08-14T10:00:00Z,21211,\u202eKNAB')]);
    expect(out).toContain('KNAB');
    expect(out).not.toContain('\u202e');
  });

  test('says on the side which file was left out', () => {
    const { code, out, said } = run([log, file('notes.txt', 'hello'), '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ totals: { messages: 26 }, notices: [{ id: 'source-declined' }] });
    expect(said).toContain('notes.txt is not a message log');
  });
});

describe('unusable arguments and unreadable files end with 2', () => {
  test.for([
    [[], 'Name at least one log file'],
    [[log, '--format', 'pdf'], '"pdf" is no format'],
    [[log, '--timezone', 'Mars/Base'], '"Mars/Base" is no time zone'],
    [[log, '--colour'], '--colour'],
    [['-', '-'], 'only once'],
    [['missing.csv'], 'missing.csv does not exist'],
    [[folder], 'is a directory'],
  ] as const)('%j', ([args, words]) => {
    const { code, out, said } = run(args);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(words);
  });

  test('--help is no mistake', () => {
    expect(run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Usage:') as string });
  });
});

describe('what is no message log ends with 3 and is named', () => {
  test.for([
    ['empty.csv', '', 'empty.csv is empty: it has 0 bytes'],
    ['headers.csv', fixture('not-read/edge_only_header.csv'), 'headers.csv has a heading row and no messages'],
    ['photo.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'photo.csv is a PNG image'],
    ['calls.csv', `Sid,From,To,StartTime,EndTime,Duration\nCA${'0'.repeat(32)},,,,,1`, 'calls.csv is a call log'],
    ['twilio.csv', 'ACCOUNT_SID,AUTH_TOKEN\nAC1,0123456789abcdef', 'twilio.csv is a file with credentials'],
  ] as const)('%s', ([name, content, words]) => {
    const { code, out, said } = run([file(name, content)]);
    expect([code, out]).toEqual([3, '']);
    expect(said).toContain(words);
    expect(said).not.toContain('0123456789abcdef');
  });
});
