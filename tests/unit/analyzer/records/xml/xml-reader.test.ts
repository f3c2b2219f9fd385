/** Elements of the API to messages: fields, pages that are joined or torn, lists of other things. */
import { expect, test } from 'vitest';
import { LONGEST_RECORD } from '../../../../../src/analyzer/records/named-rows.ts';
import { readNamed } from '../read-named.ts';

const read = (text: string, sizes?: readonly number[]) => readNamed(text, { kind: 'xml' }, sizes);
const message = (n: number, more = '', element = 'Message'): string =>
  `<${element}><Sid>SM${String(n)}</Sid><Status>sent</Status>${more}</${element}>`;
const page = (inner: string): string => `<TwilioResponse><Messages>${inner}</Messages></TwilioResponse>`;

test('messages of pages one after another, with their lines', () => {
  const text = `${page(`\n${message(1, '<To>+1</To>\n')}${message(2, '<Body>a &amp; <![CDATA[<b>]]> c</Body>')}`)}\n${page(message(3))}`;
  expect(read(text)).toMatchObject({ rows: ['2: SM1|+1||sent||', '3: SM2||a & <b> c|sent||', '4: SM3|||sent||'], skipped: [] });
});

test('messages before 2012, and in small letters', () => {
  expect(read(message(1, '', 'SMSMessage') + message(2, '', 'message')).rows).toEqual(['1: SM1|||sent||', '1: SM2|||sent||']);
});

test('of a field that comes twice the first counts, and what is inside a field is no field', () => {
  const inner = '<Body>a</Body><Body>b</Body><Sub><To>+9</To><X>y</X></Sub><To>+1</To>';
  expect(read(message(1, inner)).rows).toEqual(['1: SM1|+1|a|sent||']);
  expect(read(message(1, '<Body>a<i>b</i>c</Body>text')).rows).toEqual(['1: SM1||ac|sent||']);
});

test('a record that another one or a page cuts is broken, and the next is read', () => {
  expect(read(`<Message><Sid>SM0</Sid>\n${message(1)}`)).toMatchObject({ rows: ['2: SM1|||sent||'], skipped: ['1 broken-records'] });
  for (const around of ['TwilioResponse', 'Messages', 'SMSMessages'])
    expect(read(`\n<Message><Sid>SM0\n<${around}>${message(1)}</${around}>`)).toMatchObject({
      rows: ['3: SM1|||sent||'],
      skipped: ['2 broken-records'],
    });
});

test('a file that ends inside a record, or inside a page, was cut', () => {
  expect(read(`${message(1)}\n<Message><Sid>SM2</Sid>`)).toMatchObject({ rows: ['1: SM1|||sent||'], skipped: ['2 truncated-end'] });
  expect(read(`\n<TwilioResponse><Messages>${message(1)}`)).toMatchObject({ rows: ['2: SM1|||sent||'], skipped: ['2 truncated-end'] });
  expect(read(`\n<Messages>${message(1)}`)).toMatchObject({ rows: ['2: SM1|||sent||'], skipped: [] });
});

test('entries of another list are other records, each told by its line', () => {
  expect(read(`<Calls>\n<Call><Sid>CA1</Sid></Call>\n<Call/></Calls>\n${message(1)}`)).toMatchObject({
    rows: ['4: SM1|||sent||'],
    skipped: ['2 other-records', '3 other-records'],
  });
  expect(read(`<Call/><Other><Calling/></Other>${message(1)}`).skipped).toEqual([]);
});

test('a text as long as a record may be is read, one longer breaks its record and no other', () => {
  const of = (length: number): string => `${message(1, `<Body>${'x'.repeat(length - 1)}<![CDATA[y]]></Body>`)}\n${message(2)}`;
  const sizes = [LONGEST_RECORD / 3];
  expect(read(of(LONGEST_RECORD), sizes)).toMatchObject({
    rows: [expect.stringMatching(/^1: SM1\|\|x+y\|sent/), '2: SM2|||sent||'],
    skipped: [],
  });
  expect(read(of(LONGEST_RECORD + 1), sizes)).toMatchObject({ rows: ['2: SM2|||sent||'], skipped: ['1 broken-records'] });
});
