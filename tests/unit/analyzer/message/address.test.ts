import { describe, expect, test } from 'vitest';
import { addressKey, digitsIn, e164Digits, e164DigitsIn, parseAddress } from '../../../../src/analyzer/message/address.ts';
import { countryOf } from '../../../../src/analyzer/message/country.ts';
import { maskNumbers } from '../../../../src/analyzer/write/mask.ts';
import { senderKind } from '../../../../src/analyzer/message/sender-kind.ts';

const style = { bareNanp: false };

test.for([
  ['+13035550117', 'e164', '+13035550117'],
  ['+1(303)555-0107', 'e164', '+13035550107'],
  ['whatsapp:+447700900555', 'e164', 'whatsapp:+447700900555'],
  ['sms:+447700900555', 'e164', '+447700900555'],
  ['SMS:+447700900555', 'e164', '+447700900555'],
  ['WhatsApp:+447700900555', 'e164', 'whatsapp:+447700900555'],
  ['="+46700000000"', 'e164', '+46700000000'],
  ["'+13035550117", 'e164', '+13035550117'],
  ['12345', 'short-code', '12345'],
  ['ACMEBANK', 'alphanumeric', 'ACMEBANK'],
  ['3035550117', 'bare', '3035550117'],
  ['1.30356E+10', 'lost', '1.30356E+10'],
  ['#ERROR!', 'lost', '#ERROR!'],
  ['#name?', 'lost', '#name?'],
  ['########', 'lost', '########'],
  ['#1 Shoes', 'alphanumeric', '#1 Shoes'],
  ['', 'none', ''],
] as const)('%s is %s', ([cell, kind, text]) => {
  const address = parseAddress(cell, style);
  expect(address).toMatchObject({ kind, text });
});

test.each([
  [1, 1],
  [9, 1],
  [10, 2],
  [12_025_550_100, 11],
  [999_999_999_999_999, 15],
])('%i has %i digits', (value, digits) => {
  expect(digitsIn(value)).toBe(digits);
});

test('a "+" is made up only where the log is of the kind that leaves it out', () => {
  expect(parseAddress('3035550117', { bareNanp: true })).toEqual({ kind: 'e164', text: '+13035550117', digits: 13_035_550_117 });
  expect(parseAddress('1035550117', { bareNanp: true })).toEqual({ kind: 'bare', text: '1035550117', digits: 0 });
  expect(parseAddress('3035550117', style).digits).toBe(0);
});

describe('the key of an address', () => {
  test('is the number itself for a plain number, in whatever way it is written', () => {
    expect(addressKey(parseAddress('+1 (303) 555-0117', style))).toBe(13035550117);
  });
  test('tells a channel from a plain number', () => {
    expect(addressKey(parseAddress('whatsapp:+13035550117', style))).toBeLessThan(0);
  });
  test('tells names and short codes apart', () => {
    const keys = ['ACME', 'ACMEBANK', '12345', '123456'].map((cell) => addressKey(parseAddress(cell, style)));
    expect(keys.every((key) => key < 0)).toBe(true);
    expect(new Set(keys).size).toBe(4);
  });
  test('does not exist where digits are lost: two people must not become one', () => {
    expect(addressKey(parseAddress('1.30356E+10', style))).toBe(0);
  });
});

test.for([
  [13035550117, 'US'],
  [14165550100, 'CA'],
  [18765550100, 'JM'],
  [447700900555, 'GB'],
  [447781123456, 'GG'],
  [77012345678, 'KZ'],
  [79161234567, 'RU'],
  [491713920077, 'DE'],
  [33639980012, 'FR'],
  [61491570156, 'AU'],
  [11111111112, 'unknown'],
  [88312345678, 'unknown'],
  [0, 'unknown'],
] as const)('+%i is a number of %s', ([digits, country]) => {
  expect(countryOf(digits)).toBe(country);
});

test.for([
  ['+12025550100', 'long-code'],
  ['+18005550199', 'toll-free'],
  ['+447700900555', 'long-code'],
  ['12345', 'short-code'],
  ['ACMEBANK', 'alphanumeric'],
  ['whatsapp:+447700900555', 'channel'],
  [`MG${'a'.repeat(32)}`, 'service'],
  ['', 'unknown'],
] as const)('the sender %s is a %s', ([sender, kind]) => {
  expect(senderKind(sender)).toBe(kind);
});

test('masking leaves no whole number and touches nothing else', () => {
  expect(maskNumbers('+13035550117 failed 1,234 times with 30007, also whatsapp:+447700900555 and 12345')).toBe(
    '+1303•••••17 failed 1,234 times with 30007, also whatsapp:+4477••••••55 and 12345',
  );
});

test.for([
  ['+1234567', 0],
  ['+12345678', 12_345_678],
  ['+123456789012345', 123_456_789_012_345],
  ['+1234567890123456', 0],
  ['112025550100', 0],
  ['-12025550100', 0],
  // The characters beside the digits, at both ends of a number.
  ['+1202555010/', 0],
  ['+1202555010:', 0],
  ['+/2025550100', 0],
  ['+:2025550100', 0],
  ['+09876543210', 9_876_543_210],
] as const)('%s has the digits %d, alone and between two places of a file', ([text, digits]) => {
  expect(e164Digits(text)).toBe(digits);
  const bytes = new TextEncoder().encode(`,+1${text}23,`);
  expect(e164DigitsIn(bytes, 3, bytes.length - 3)).toBe(digits);
});
