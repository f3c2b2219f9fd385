import { describe, expect, test } from 'vitest';
import { command } from '../../../src/cli/command.ts';
import { contentOnDisk } from '../../../src/cli/content-on-disk.ts';
import { explainUsage } from '../../../src/cli/explain.ts';
import { readUsage } from '../../../src/cli/read.ts';

const codes = contentOnDisk.codes();
const pasted = contentOnDisk.pasted();
const content = { ...contentOnDisk, codes: () => codes, pasted: () => pasted, address: (path: string) => `https://example.org${path}` };

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
    },
    content,
  );
  return { code, out, said };
}

describe('the first word', () => {
  test.each([['--help'], ['-h'], ['help']])('%s says which commands there are', async (word) => {
    const { code, out, said } = await run([word]);
    expect([code, said]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: undelivered \[analyze\] FILE/);
  });

  test('missing: the same, as a complaint', async () => {
    const { code, out, said } = await run([]);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain('undelivered explain CODE...');
  });

  test('that is no command is a file, never a text', async () => {
    expect(await run(['30007'])).toEqual({ code: 2, out: '', said: '30007 does not exist.\n' });
    expect(await run(['analyze', 'no-such.csv'])).toEqual({ code: 2, out: '', said: 'no-such.csv does not exist.\n' });
  });
});

describe('explain', () => {
  test('prints what a code means, who acts, whether to send again and what to do first', async () => {
    const { code, out, said } = await run(['explain', '30003']);
    expect([code, said]).toEqual([0, '']);
    expect(out).toMatch(/^30003 {2}Unreachable destination handset\nUndelivered · recipient-unreachable · temporary · high confidence\n\n/);
    for (const line of [
      /^Who acts {4}the recipient or the carrier$/m,
      /^Resend {6}Later, with growing pauses/m,
      /^Stop list {3}\S/m,
      /^Cost {8}billed as an attempt$/m,
      /^Do first {4}\S/m,
      /^Look-alikes \d{5}/m,
    ]) {
      expect(out).toMatch(line);
    }
    expect(out).toContain(`Page        ${codes['30003']?.url ?? ''}\n`);
    expect(out).toContain(`Guide       ${codes['30003']?.guideUrl ?? ''}\n`);
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

  test.each([
    [[], 'Name at least one error code, such as 30007.'],
    [['hello'], '"hello" is no error code; codes of Twilio are numbers of 3 to 6 digits, such as 30007.'],
    [['30007', '--format', 'xml'], '"xml" is no format; use text or json.'],
  ])('%j is complained of', async (args, problem) => {
    expect(await run(['explain', ...args])).toEqual({ code: 2, out: '', said: `${problem}\n${explainUsage}` });
  });

  test('knows no other options, and has a help of its own', async () => {
    expect(await run(['explain', '--fast'])).toMatchObject({ code: 2, out: '', said: expect.stringContaining("'--fast'") as string });
    expect(await run(['explain', '--help'])).toEqual({ code: 0, out: explainUsage, said: '' });
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
      content,
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
    expect(await run(['read', ...args])).toEqual({ code: 2, out: '', said: `${problem}\n${readUsage}` });
  });

  test('has a help of its own', async () => {
    expect(await run(['read', '-h'])).toEqual({ code: 0, out: readUsage, said: '' });
  });
});
