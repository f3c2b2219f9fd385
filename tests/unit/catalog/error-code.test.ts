import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findErrorCode, parseErrorCode } from '../../../src/catalog/error-code.ts';

describe('an error code in a log', () => {
  test.each(['', ' ', '0', '0.0', 'null', 'None', 'NaN', '<null>', 'N/A', '-', 'undefined', '00000'])('%j means no error', (text) => {
    expect(parseErrorCode(text)).toBeUndefined();
  });

  test.each([
    ['30008', '30008'],
    [' 30008 ', '30008'],
    ['30008.0', '30008'],
    ['216602', '216602'],
    ['400', '400'],
  ])('%j is read as %s', (text, code) => {
    expect(parseErrorCode(text)).toBe(code);
  });

  test.each(['30008.5', 'E30008', '12', '1234567', '-30008', '3e4'])('%j is no code', (text) => {
    expect(parseErrorCode(text)).toBeUndefined();
  });

  test('every code of three to six digits survives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999_999 }), (code) => {
        expect(parseErrorCode(String(code))).toBe(String(code));
      }),
    );
  });
});

describe('a code somewhere in a text', () => {
  test.each([
    ['/errors/30007', '30007'],
    ['/docs/api/errors/21610.html?x=1', '21610'],
    ['ErrorCode=30003&MessageStatus=undelivered', '30003'],
    ['error 30034: Message from an Unregistered Number', '30034'],
  ])('%j holds %s', (text, code) => {
    expect(findErrorCode(text)).toBe(code);
  });

  test.each(['/nothing/here', '+13035550117', 'SM00000000000000000000000000000000', 'year 2024'])('%j holds none', (text) => {
    expect(findErrorCode(text)).toBeUndefined();
  });
});
