import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { command, commandLines } from '../../../src/cli/command.ts';
import { helpOf, usageOf } from '../../../src/cli/command-line.ts';
import { contentOnDisk } from '../../../src/cli/content-on-disk.ts';
import { explainLine } from '../../../src/cli/explain.ts';
import { indexLine } from '../../../src/cli/index-logs.ts';
import { mergeLine } from '../../../src/cli/merge.ts';
import { readLine } from '../../../src/cli/read.ts';
import { logOf, troubleRows } from '../../trouble-rows.ts';

const codes = contentOnDisk.codes();
const knowledge = contentOnDisk.knowledge();
const words = contentOnDisk.words();
const pasted = contentOnDisk.pasted();
const content = {
  ...contentOnDisk,
  codes: () => codes,
  knowledge: () => knowledge,
  words: () => words,
  pasted: () => pasted,
  address: (path: string) => `https://example.org${path}`,
};

const wide = { columns: Infinity, colours: false };

/** The command in this process, as a terminal would run it. */
async function run(args: readonly string[], ...input: readonly (string | Uint8Array)[]) {
  let out = '';
  let said = '';
  const code = await command(
    args,
    {
      input: (async function* () {
        for (const piece of input) yield await Promise.resolve(piece);
      })(),
      write: (text) => (out += text),
      complain: (text) => (said += text),
      screen: wide,
    },
    () => Promise.resolve(content),
  );
  return { code, out, said };
}

describe('the first word', () => {
  test('is the name of the command that it loads', async () => {
    for (const { name } of await commandLines()) expect((await run([name, '--help'])).out).toContain(`undelivered ${name}`);
  });

  test.each([['--help'], ['-h'], ['help']])('%s says which commands there are', async (word) => {
    const { code, out, said } = await run([word]);
    expect([code, said]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: undelivered COMMAND/);
  });

  test('missing: the same, as a complaint', async () => {
    const { code, out, said } = await run([]);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain('\n  explain CODE... ');
  });

  test('that is no command is a file, never a text', async () => {
    expect(await run(['30007'])).toEqual({
      code: 2,
      out: '',
      said: '30007 does not exist.\nTo have an error code explained: undelivered explain 30007\n',
    });
    expect(await run(['explian', '30007'])).toMatchObject({
      code: 2,
      said: expect.stringMatching(
        /^explian does not exist\.\n(.+\n)?No command is called "explian" either: undelivered --help\n$/,
      ) as string,
    });
    for (const args of [['no-such.csv'], ['analyze', 'no-such.csv']])
      expect(await run(args)).toEqual({ code: 2, out: '', said: 'no-such.csv does not exist.\n' });
  });
});

describe('explain', () => {
  test('prints what a code means, who acts, whether to send again and what to do first', async () => {
    const { code, out, said } = await run(['explain', '30003']);
    expect([code, said]).toEqual([0, '']);
    expect(out).toMatch(/^30003 {2}Unreachable destination handset\nUndelivered · recipient-unreachable · temporary · high confidence\n\n/);
    for (const line of [
      /^Who acts {5}the recipient or the carrier$/m,
      /^Resend {7}Later, with growing pauses/m,
      /^Stop list {4}\S/m,
      /^Cost {9}billed as an attempt$/m,
      /^Do first {5}\S/m,
      /^Look-alikes {2}\d{5}/m,
    ]) {
      expect(out).toMatch(line);
    }
    expect(out).toContain(`Page         ${codes['30003']?.url ?? ''}\n`);
    expect(out).toContain(`Guide        ${codes['30003']?.guideUrl ?? ''}\n`);
  });

  test('of several keeps their order, as JSON too', async () => {
    const { out } = await run(['explain', '21610', '030007']);
    expect(out.match(/^\d{5} {2}.*$/gm)).toEqual(['21610  Attempt to send to unsubscribed recipient', '30007  Message filtered']);
    const json = await run(['explain', '21610', '030007', '--format', 'json']);
    expect((JSON.parse(json.out) as { code: string; shouldSuppress: unknown }[]).map((one) => [one.code, one.shouldSuppress])).toEqual([
      ['21610', true],
      ['30007', false],
    ]);
  });

  test('says of a code that no message meets where Twilio tells of it', async () => {
    const { code, out } = await run(['explain', '53408']);
    expect(code).toBe(0);
    expect(out).toMatch(/^53408 {2}.+\nNot about the fate of a message.*\nhttps:\/\/www\.twilio\.com\/docs\/api\/errors\/53408\n$/);
  });

  test('offers what is near a code that nobody lists, and explains the others', async () => {
    const { code, out, said } = await run(['explain', '3007', '30005']);
    expect(code).toBe(3);
    expect(out).toMatch(/^30005 /);
    expect(said).toMatch(/^3007: Twilio lists no such error code\. Near it: 30007 Message filtered/);
  });

  test('says of a code with nothing near it what its family is about, and what to try next', async () => {
    const { code, out, said } = await run(['explain', '99999', '38500']);
    expect([code, out]).toEqual([3, '']);
    expect(said.split('\n')).toEqual([
      '99999: Twilio lists no such error code.',
      expect.stringMatching(
        /^38500: Twilio .* begins with 38 or 39\. Near it: 32500 Voice Conversation: Generic error; 31500 [^;]+;/,
      ) as string,
      'Where a message’s error code stands: https://example.org/guide/find-the-code/',
      'What its text stands for says: undelivered read "TEXT"',
      '',
    ]);
  });

  test.each([
    [[], 'Name at least one error code, such as 30007.'],
    [
      ['hello'],
      '"hello" is no error code; codes of Twilio are numbers of 3 to 6 digits, such as 30007. What a text stands for says: undelivered read "TEXT".',
    ],
    [['30007', '--format', 'xml'], '"xml" is no format; use text or json.'],
  ])('%j is complained of', async (args, problem) => {
    expect(await run(['explain', ...args])).toEqual({ code: 2, out: '', said: `${problem}\n${usageOf(explainLine, wide)}` });
  });

  test('knows no other options, and has a help of its own', async () => {
    expect(await run(['explain', '--fast'])).toMatchObject({ code: 2, out: '', said: expect.stringContaining("'--fast'") as string });
    expect(await run(['explain', '--help'])).toEqual({ code: 0, out: helpOf(explainLine, wide), said: '' });
  });
});

describe('read', () => {
  test('reads a sentence without its code', async () => {
    const { code, out, said } = await run([
      'read',
      'Permission to send an SMS has not been enabled for the region',
      'indicated by the To number',
    ]);
    expect([code, said]).toEqual([0, '']);
    expect(out).toMatch(/^A sentence of Twilio without its code: 21408 .*\n {2}https:\/\/example\.org\/errors\/21408\/\n$/);
  });

  test('reads a callback from standard input, in pieces that cut a character', async () => {
    const bytes = new TextEncoder().encode('MessageStatus=undelivered&ErrorCode=30003&Body=é&To=%2B12025550142');
    const cut = bytes.indexOf(0xc3) + 1;
    const { code, out } = await run(['read', '-'], bytes.slice(0, cut), bytes.slice(cut));
    expect(code).toBe(0);
    expect(out).toContain('undelivered · 30003 Unreachable destination handset');
    expect(out).toContain('  https://example.org/errors/30003/?status=undelivered\n');
  });

  test('takes no more of standard input than is looked at', async () => {
    let pieces = 0;
    const code = await command(
      ['read', '-'],
      {
        input: (async function* () {
          while (pieces < 1000) {
            pieces += 1;
            yield await Promise.resolve('x'.repeat(10_000));
          }
        })(),
        write: () => undefined,
        complain: () => undefined,
      },
      () => Promise.resolve(content),
    );
    expect(code).toBe(0);
    expect(pieces).toBe(7);
  });

  test('as JSON gives each reading with its address', async () => {
    const { out } = await run(['read', '--format', 'json', 'error', '30007']);
    expect(JSON.parse(out)).toMatchObject([
      { kind: 'code', sure: true, lead: { to: 'error', code: '30007' }, url: 'https://example.org/errors/30007/' },
    ]);
  });

  test('prints commands and further leads', async () => {
    const { code, out } = await run(['read', `SM${'0123456789abcdef'.repeat(2)}`]);
    expect(code).toBe(0);
    expect(out).toMatch(/\n {2}- \S/);
    expect(out).toMatch(/\n {6}\S*(curl|twilio)/);
  });

  test('says when there is nothing in it', async () => {
    const { code, out } = await run(['read', 'zzz {"k": [1, 2]} <x> qqq = [] ; return;']);
    expect(code).toBe(3);
    expect(out).toMatch(/^There is no error code/);
    expect(await run(['read', '-'], ' \n')).toEqual({ code: 3, out: '', said: 'The text is empty.\n' });
  });

  test.each([
    [[], 'Give a text, or "-" for standard input.'],
    [['x', '--format', 'yaml'], '"yaml" is no format; use text or json.'],
  ])('%j is complained of', async (args, problem) => {
    expect(await run(['read', ...args])).toEqual({ code: 2, out: '', said: `${problem}\n${usageOf(readLine, wide)}` });
  });

  test('has a help of its own', async () => {
    expect(await run(['read', '-h'])).toEqual({ code: 0, out: helpOf(readLine, wide), said: '' });
  });
});

describe('index and merge', () => {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-parts-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const log = (name: string, from: number, to: number): string => file(name, logOf(troubleRows.slice(from, to)));
  const part = async (name: string, ...args: readonly string[]): Promise<string> => {
    const { code, out, said } = await run(['index', ...args]);
    expect([code, said]).toEqual([0, '']);
    return file(name, out);
  };
  const figures = (json: string): unknown => ({ ...(JSON.parse(json) as object), sources: [] });

  test('give the report of the whole log, in JSON, text and lists', async () => {
    const all = log('all.csv', 0, troubleRows.length);
    const parts = [await part('a.part', log('a.csv', 0, 800)), await part('b.part', log('b.csv', 800, troubleRows.length))];
    const merged = await run(['merge', ...parts, '--format', 'json']);
    expect(merged.code).toBe(0);
    expect(merged.said).toBe(
      'The parts carry no fingerprints of SIDs: a message that stands in two of them counts twice. Split by SID, or use --sids.\n',
    );
    expect(figures(merged.out)).toEqual(figures((await run([all, '--format', 'json'])).out));
    expect((await run(['merge', ...parts, '--list', 'stop'])).out).toBe((await run([all, '--list', 'stop'])).out);
    const both = file('both.part', (await run(['merge', ...parts, '--part'])).out);
    const again = await run(['merge', '-', '--format', 'json'], readFileSync(both));
    expect(again).toEqual({ code: 0, out: merged.out, said: '' });
    expect((await run(['merge', both])).out).toContain('Fix first');
  });

  test('tell messages that stand in two parts, and how to count them once', async () => {
    const logs = [log('c.csv', 0, 400), log('d.csv', 300, 600)];
    const parts = [await part('c.part', '--sids', logs[0] ?? ''), await part('d.part', '--sids', logs[1] ?? '')];
    expect(await run(['merge', ...parts])).toEqual({
      code: 3,
      out: '',
      said: '100 messages stand in more than one part, so the parts cannot be added up.\nMerge again with --plans FOLDER, and count each log again with its plan.\n',
    });
    const plans = join(folder, 'plans');
    const told = await run(['merge', ...parts, '--plans', plans]);
    expect(told.code).toBe(3);
    expect(told.said).toContain(`Count again: undelivered index --sids --plan ${join(plans, 'c.plan')} LOG > ${parts[0] ?? ''}\n`);
    const again = [
      await part('c.part', '--sids', '--plan', join(plans, 'c.plan'), logs[0] ?? ''),
      await part('d.part', '--sids', '--plan', join(plans, 'd.plan'), logs[1] ?? ''),
    ];
    const { code, out, said } = await run(['merge', ...again, '--format', 'json']);
    expect([code, said]).toEqual([0, '']);
    expect(figures(out)).toEqual(figures((await run([log('e.csv', 0, 600), '--format', 'json'])).out));
  });

  test('refuse what is no part, no plan or no log', async () => {
    const good = await part('g.part', log('g.csv', 0, 20));
    const none = file('letter.txt', 'Dear Sir,\n');
    expect(await run(['merge', good, none])).toMatchObject({
      code: 3,
      out: '',
      said: expect.stringMatching(/letter\.txt is no part: /) as string,
    });
    expect(await run(['merge', join(folder, 'none.part')])).toMatchObject({
      code: 2,
      out: '',
      said: expect.stringContaining('ENOENT') as string,
    });
    expect(await run(['merge', '-'], 'x')).toMatchObject({
      code: 3,
      said: expect.stringMatching(/^standard input is no part: /) as string,
    });
    const old = file('old.part', readFileSync(good, 'utf8').replace(/("table":"[^"]+","version":)\d+/, '$199'));
    expect(await run(['merge', old])).toMatchObject({
      code: 3,
      said: expect.stringMatching(
        /old\.part cannot be merged: it was made by another version of this program or with other limits \(\w[^)]*\)\. Make it again/,
      ) as string,
    });
    expect(await run(['index', '--plan', none, good])).toMatchObject({
      code: 2,
      said: expect.stringContaining('cannot be read') as string,
    });
    expect(await run(['index', '--plan', file('p.plan', '{}'), good])).toMatchObject({
      code: 2,
      said: expect.stringContaining('is no plan') as string,
    });
    expect((await run(['index', none])).code).toBe(3);
    expect((await run(['index', join(folder, 'none.csv')])).code).toBe(2);
  });

  test.each([
    [['index'], 'Name at least one log file, or "-" for standard input.', indexLine],
    [
      ['index', 'x', '--times-in', 'Mars'],
      '"Mars" is no time zone; use a name such as UTC, Europe/Berlin or America/Sao_Paulo.',
      indexLine,
    ],
    [['merge'], 'Name at least one part.', mergeLine],
    [['merge', 'x', '--format', 'xml'], '"xml" is no format; use text, json, markdown, html or csv.', mergeLine],
    [
      ['merge', 'x', '--timezone', 'Mars'],
      '"Mars" is no time zone; use a name such as UTC, Europe/Berlin or America/Sao_Paulo.',
      mergeLine,
    ],
  ])('%j is complained of', async (args, problem, line) => {
    expect(await run(args)).toEqual({ code: 2, out: '', said: `${problem}\n${usageOf(line, wide)}` });
  });

  test.each([
    ['index', indexLine],
    ['merge', mergeLine],
  ])('%s has a help of its own', async (word, line) => {
    expect(await run([word, '--help'])).toEqual({ code: 0, out: helpOf(line, wide), said: '' });
  });
});
