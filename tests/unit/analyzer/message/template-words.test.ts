/** How a text is parted into words, numbers, names and links: each case as a reader sees the template. */
import { expect, test } from 'vitest';
import { templateKey, templateText } from '../../../../src/analyzer/message/template.ts';

/** Characters at both ends of what counts as a digit, a letter, a space or a mark. */
const edges =
  "/0 9: `a z{ @A Z[ \t\r\u000e\u0008\u001f ~\u00a0\u009f\u00a1 \u00bf\u00c0 \u00d6\u00d7\u00d8 \u00f6\u00f7\u00f8 \u1fff\u2000 \u2bff\u2c00 \u2019 ' & (";

test.for([
  ['numbers', '1 12 1.5 1,299.50 10:30 1/2 1-2 1;2 1. 2, 3: 4/ 5- 6.x 7,,8 1.2.3'],
  ['numbers at the end', 'it is 5.'],
  ['a number that the end cuts', '5,'],
  ['names inside a sentence', 'Hi Dana, hello Al and BOB and iPhone and X'],
  ['a name first, before a comma and without one', 'Dana, hello. Dana hello'],
  ['sentences', 'One. Two! Three? Four: Five; Six'],
  ['lines', 'one\nTwo\rThree\tFour'],
  ['several names are one', 'Dear Dana Scott Lee and Priya'],
  ['a name after a number or a link is a name of its own', 'for Dana 5 Priya http://x Sam - Lee'],
  ['capitals of other alphabets', 'so Éva and Ödön, hi Йван and Ёж, hi ×y, hi Ýva and Þor and ßa and Яна and аня'],
  ['apostrophes', "so D'Arcy’s and don't and rock'n'roll and 'quoted' words"],
  ['links', 'see http://a.example/b and https://B.example?x=1, WWW.c.example. ok'],
  ['no links', 'http:/a https:a www,x hat what http htt www ht ww h w'],
  ['a link at the end', 'x www.a'],
  ['marks', 'a+b=c; (d) [e] {f} "g" #h @i %j *k'],
  ['edges of the classes', edges],
  ['blanks', '  a   b\u00a0c \n d  '],
] as const)('%s', ([, text]) => {
  const hash = templateKey(3, text);
  expect([templateText(text, 1_000), hash]).toMatchSnapshot();
});

test('a template as long as the limit is whole, one longer is cut, and 120 is the limit', () => {
  expect(templateText('abcdef', 6)).toBe('abcdef');
  expect(templateText('abcdefg', 6)).toBe('abcde…');
  expect(templateText('abcd fg', 6)).toBe('abcd…');
  expect(templateText('x'.repeat(120))).toBe('x'.repeat(120));
  expect(templateText('x'.repeat(121))).toBe(`${'x'.repeat(119)}…`);
});

test('what Twilio would not send is not looked at: 1,600 characters are', () => {
  const hash = (body: string): number => templateKey(1, body);
  const head = 'x '.repeat(799);
  expect(hash(`${head}ab`)).not.toBe(hash(`${head}ac`));
  expect(hash(`${head}abc`)).toBe(hash(`${head}abd`));
  expect(templateText('y'.repeat(1_700), 2_000)).toBe('y'.repeat(1_600));
});

test('a body is looked at to its 1,600th character, also where each takes three bytes', () => {
  const body = (count: number, last: string): number => templateKey(1, `${'क'.repeat(count - 1)}${last}`);
  expect(body(1_600, 'ख')).not.toBe(body(1_600, 'ग'));
  expect(body(1_601, 'ख')).toBe(body(1_601, 'ग'));
});
