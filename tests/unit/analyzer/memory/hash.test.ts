/**
 * Fingerprints as numbers: saved counts of one machine are merged on another (index/table.ts), so they must stay what they are;
 * whoever changes them raises the version of the tables that save them.
 */
import { expect, test } from 'vitest';
import { hashText, mix53 } from '../../../../src/analyzer/memory/hash.ts';
import { sidKey } from '../../../../src/analyzer/message/sid.ts';
import { templateKey } from '../../../../src/analyzer/message/template.ts';

test('of texts', () => {
  expect(['', 'a', 'ab', 'abc', 'ACMEBANK', 'whatsapp:+447700900555', '\u05d0\uffff'].map(hashText)).toMatchInlineSnapshot(`
    [
      3730682059624216,
      939436831092657,
      2795539889668661,
      7737996720637406,
      3973590155275833,
      3521387472673811,
      6739544006764674,
    ]
  `);
});

test('of two numbers, never 0', () => {
  expect([mix53(0, 0), mix53(1, 0), mix53(0, 1), mix53(-1, 2 ** 31 - 1), mix53(0x12345678, 0x9abcdef0)]).toMatchInlineSnapshot(`
    [
      1,
      6334731115974414,
      3905425618740706,
      5934931615754533,
      3154024390914132,
    ]
  `);
});

test('of SIDs', () => {
  const digits = '0123456789abcdef';
  const sids = [`SM${'0'.repeat(32)}`, `MM${'0'.repeat(32)}`, `SM${digits}${digits}`, `sm${digits.toUpperCase()}${'F'.repeat(16)}`];
  expect(sids.map(sidKey)).toMatchInlineSnapshot(`
    [
      7144154526194791,
      6641499324151160,
      1369634704939416,
      5556874474778588,
    ]
  `);
});

test('of templates', () => {
  const of = (sender: number, body: string): number => templateKey(sender, body);
  const bodies = ['', 'Hello', 'HELLO zaZA', 'Hi Dana, 50% off: https://acme.example/x', 'Привет, É'];
  expect(bodies.flatMap((body) => [of(1, body), of(2 ** 40 + 7, body)])).toMatchInlineSnapshot(`
    [
      5354098044246489,
      5080379273733907,
      428241578585772,
      5239919232392672,
      8082473196764011,
      2538256329192661,
      5735448036295241,
      1148468276654349,
      792425444427943,
      4405059371029355,
    ]
  `);
});
