import { expect, test } from 'vitest';
import { looksLikeLog, readPasted } from '../../../src/pasted/pasted.ts';

const known = new Set(['30007']);
const csv = 'From,To,Body,Status,SentDate,ErrorCode\n+14155550100,+14155550101,Hello,undelivered,2025-08-14,30007';

test('several lines below a header of a message log are a log', () => {
  expect(readPasted(csv, known)).toEqual({ kind: 'log' });
  expect(looksLikeLog(csv.replaceAll(',', '\t'))).toBe(true);
  expect(looksLikeLog(csv.replaceAll(',', ';'))).toBe(true);
});

test('JSON with several messages is a log, with one it is a row', () => {
  expect(looksLikeLog('{"messages":[{"sid":"SM1"},{"sid":"SM2"}]}')).toBe(true);
  expect(readPasted('{"sid":"SM1","error_code":30007}', known)).toEqual({ kind: 'code', code: '30007', status: undefined });
});

test('a header alone and lines without a header are no log', () => {
  expect(looksLikeLog('From,To,Body,Status')).toBe(false);
  expect(looksLikeLog('one, two, three\nfour, five, six')).toBe(false);
});

test('an error sentence without a code is searched for', () => {
  expect(readPasted("The 'To' number is not a valid phone number", known)).toEqual({ kind: 'words' });
});

test('a callback without an error leads on by its status', () => {
  for (const text of [
    'MessageStatus=sent',
    'MessageSid=SM1&SmsStatus=sent&MessageStatus=sent&ErrorCode=',
    'Status: Delivery Unknown',
    'MessageStatus=sent&ErrorCode=0&To=%2B14155550101',
  ])
    expect(readPasted(text, known)).toEqual({ kind: 'status', status: 'sent' });
  expect(readPasted('{"status":"queued","error_code":null}', known)).toEqual({ kind: 'status', status: 'queued' });
  expect(readPasted('Undelivered ', known)).toEqual({ kind: 'status', status: 'undelivered' });
  expect(readPasted('+14155550100,+14155550101,"Hello there",failed,2025-08-14,,', known)).toEqual({ kind: 'status', status: 'failed' });
});

test('the status beside a code is kept', () => {
  expect(readPasted('MessageStatus=undelivered&ErrorCode=30007', known)).toEqual({ kind: 'code', code: '30007', status: 'undelivered' });
  expect(readPasted('{"code":30007,"status":400}', known)).toEqual({ kind: 'code', code: '30007', status: undefined });
});

test('a code beside a status that says delivered contradicts itself', () => {
  expect(readPasted('MessageStatus=delivered&ErrorCode=30008', known)).toEqual({ kind: 'contradiction' });
});

test('a word that only happens to be a status is searched for, and a callback with neither is told so', () => {
  expect(readPasted('failed to send the text', known)).toEqual({ kind: 'words' });
  expect(readPasted('the number was read out', known)).toEqual({ kind: 'words' });
  expect(readPasted('MessageSid=SM1&To=%2B14155550101', known)).toEqual({ kind: 'no-code' });
});

test('an empty box asks for nothing', () => {
  expect(readPasted(' \n ', known)).toEqual({ kind: 'nothing' });
});
