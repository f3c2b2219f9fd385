/** What Ruby's library prints: values that nothing quotes. */
import { expect, test } from 'vitest';
import { LONGEST_RECORD } from '../../../../../src/analyzer/records/named-rows.ts';
import { readNamed } from '../read-named.ts';

const read = (text: string, sizes?: readonly number[]) => readNamed(text, { kind: 'printed' }, sizes);
const message = (values: string): string => `<Twilio.Api.V2010.MessageInstance ${values}>`;

test('messages in a list, with the lines on which they begin', () => {
  const text = `[${message('body: Hi to: +1 status: sent sid: SM1')},\n\n ${message('sid: SM2 status: failed error_code: 30003')}]\n`;
  expect(read(text)).toMatchObject({ rows: ['1: SM1|+1|Hi|sent||', '3: SM2|||failed|30003|'], skipped: [] });
});

test('a text may have line ends, and lines behind it are counted', () => {
  const text = `${message('body: a\nb\nc status: sent sid: SM1')}\n${message('status: read sid: SM2')}`;
  expect(read(text).rows).toEqual(['1: SM1||a\nb\nc|sent||', '4: SM2|||read||']);
});

test('the first name is the first there is, every other stands where it stands last', () => {
  expect(read(message('body: x body: y status: a to: b status: sent sid: SM1')).rows).toEqual(['1: SM1|b|x body: y status: a|sent||']);
  expect(read(message('status: sent body: my status: ok to: +1 sid: SM1')).rows).toEqual(['1: SM1|+1|my status: ok|sent||']);
});

test('a name is a word of its own before a colon and a blank', () => {
  expect(read(message('body: xto: y to:z status: sent sid: SM1')).rows).toEqual(['1: SM1||xto: y to:z|sent||']);
  expect(read(message('body: Hi status: sent sid: ')).rows).toEqual(['1: ||Hi|sent||']);
});

test('it ends at its first ">" that is no arrow of Ruby', () => {
  expect(read(`${message('status: sent sid: SM1 body: a => b')} x > y`).rows).toEqual(['1: SM1||a => b|sent||']);
});

test('one without its end is broken, and cut where it is the last', () => {
  const open = '<Twilio.Api.V2010.MessageInstance sid: SM1 status: sent\n';
  expect(read(`${open}${message('sid: SM2 status: sent')}`)).toMatchObject({ rows: ['2: SM2|||sent||'], skipped: ['1 broken-records'] });
  expect(read(`${message('sid: SM2 status: sent')}\n${open}`)).toMatchObject({ rows: ['1: SM2|||sent||'], skipped: ['2 truncated-end'] });
  expect(read(message('x'))).toMatchObject({ rows: [], skipped: ['1 truncated-end'] });
});

test('one as long as a record may be is read, a longer one is broken, and what is behind it is read', () => {
  const after = `\n${message('sid: SM2 status: sent')}`;
  const inside = 'sid: SM1 status: sent body: >';
  const of = (length: number): string =>
    `<Twilio.Api.V2010.MessageInstance ${inside.slice(0, -1)}${'x'.repeat(length - inside.length)}>${after}`;
  // The end of the record reaches to the next one.
  const fits = LONGEST_RECORD - 1;
  const sizes = [LONGEST_RECORD / 3, 2 * LONGEST_RECORD];
  expect(read(of(fits), sizes)).toMatchObject({ rows: [expect.stringMatching(/^1: SM1\|\|x+\|sent/), '2: SM2|||sent||'], skipped: [] });
  expect(read(of(fits + 1), sizes)).toMatchObject({ rows: ['2: SM2|||sent||'], skipped: ['1 broken-records'] });
});
