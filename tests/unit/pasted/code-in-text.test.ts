import { expect, test } from 'vitest';
import { codeInText } from '../../../src/pasted/code-in-text.ts';

const known = new Set(['30007', '21211', '11200']);

test.for([
  ['a code', '30007', '30007'],
  ['a code with spaces around it', '  30007\n', '30007'],
  ['a code in a sentence', 'Why do I get error 30007 on every text?', '30007'],
  ['a label without a page for it', 'Error 99123', '99123'],
  ['the body of a callback', 'SmsSid=SM00000000000000000000000030007abc&To=%2B14155550100&ErrorCode=21211&MessageStatus=failed', '21211'],
  ['JSON of the API', '{"sid":"SM1","to":"+14155550100","error_code": 30007, "price": "-0.01234"}', '30007'],
  ['an answer of the API', '{"code": 21211, "message": "Invalid \'To\' number", "status": 400}', '21211'],
  ['a log row with other numbers', 'SM1,14155550100,2025-08-14T14:05:00Z,12345,undelivered,30007', '30007'],
] as const)('finds it in %s', ([, text, code]) => {
  expect(codeInText(text, known)).toBe(code);
});

test.for([
  ['nothing', ''],
  ['a phone number', '+1 415 555 0100 or +14155550100'],
  ['a SID', 'SM30007aaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
  ['an amount', 'USD 0.12345 and 12345.67'],
  ['a callback without an error', 'MessageStatus=delivered&ErrorCode=&To=%2B14155550100'],
  ['words', 'she never got it'],
] as const)('finds none in %s', ([, text]) => {
  expect(codeInText(text, known)).toBeUndefined();
});
