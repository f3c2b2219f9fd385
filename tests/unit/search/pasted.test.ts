import { expect, test } from 'vitest';
import { looksLikeLog, readPasted } from '../../../src/search/pasted.ts';

const known = new Set(['30007']);
const csv = 'From,To,Body,Status,SentDate,ErrorCode\n+14155550100,+14155550101,Hello,undelivered,2025-08-14,30007';

test('several lines below a header of a message log are a log', () => {
  expect(readPasted(csv, known)).toEqual({ kind: 'log' });
  expect(looksLikeLog(csv.replaceAll(',', '\t'))).toBe(true);
  expect(looksLikeLog(csv.replaceAll(',', ';'))).toBe(true);
});

test('JSON with several messages is a log, with one it is a row', () => {
  expect(looksLikeLog('{"messages":[{"sid":"SM1"},{"sid":"SM2"}]}')).toBe(true);
  expect(readPasted('{"sid":"SM1","error_code":30007}', known)).toEqual({ kind: 'code', code: '30007' });
});

test('a header alone and lines without a header are no log', () => {
  expect(looksLikeLog('From,To,Body,Status')).toBe(false);
  expect(looksLikeLog('one, two, three\nfour, five, six')).toBe(false);
});

test('an error sentence without a code is searched for', () => {
  expect(readPasted("The 'To' number is not a valid phone number", known)).toEqual({ kind: 'words' });
});

test('a callback without an error is told apart from words', () => {
  expect(readPasted('MessageSid=SM1&MessageStatus=delivered', known)).toEqual({ kind: 'no-code' });
});

test('an empty box asks for nothing', () => {
  expect(readPasted(' \n ', known)).toEqual({ kind: 'nothing' });
});
