import { expect, test } from 'vitest';
import {
  afterFixWords,
  isReady,
  listCsv,
  listDigits,
  listJson,
  listLines,
  reasonWords,
} from '../../../../src/analyzer/write/number-list.ts';
import { troubled } from '../../islands/report-fixture.ts';

const wording = {
  words: { 'dead-number': { title: '=Numbers that nobody has' } },
  knowledge: { codes: { '21610': { title: 'Attempt to send to unsubscribed recipient' } } },
};
const { lists } = troubled;

test('digits are those of E.164, one a line', () => {
  expect([...listDigits(lists.stop.entries)].join('')).toBe('14155550117\n447700900123\n');
});

test('what must be mended first is not ready', () => {
  expect(lists.resend.entries.map(isReady)).toEqual([true, false]);
  expect(lists.stop.entries.map(isReady)).toEqual([true, true]);
});

test('a CSV says why, when, how often and when last, with a SID; texts are guarded, numbers are not', () => {
  expect([...listCsv([...lists.stop.entries, ...lists.resend.entries], wording)].join('').split('\r\n')).toEqual([
    '"Number","Reason","When","Codes","Times","Last seen","Reached since","Sample SID"',
    '+14155550117,"\'=Numbers that nobody has","","30003 30005",3,"2025-08-15T21:05:00Z","","SM1fbd0551465c99516920faf81dc68484"',
    '+447700900123,"21610 Attempt to send to unsubscribed recipient","",21610,2,"","",""',
    '+14155550118,"30001 not in the dictionary","later, with growing pauses",30001,1,"2025-08-15T21:05:00Z","",""',
    '+14155550119,"Failed without an error code","only after a fix","",1,"","2025-08-16T01:05:00Z",""',
    '',
  ]);
});

test('a finding without words is called by its id', () => {
  expect(reasonWords({ reason: 'sender-blocked' }, wording)).toBe('sender blocked');
});

test('JSON names the list and holds all of it', () => {
  const json = listJson('stop', lists.stop);
  expect(json.endsWith('}\n')).toBe(true);
  expect(JSON.parse(json)).toEqual({ list: 'stop', ...lists.stop });
});

test('how many of a list wait for a fix', () => {
  const [now, later] = lists.resend.entries;
  if (now === undefined || later === undefined) throw new Error('the fixture has two');
  const words = (...entries: readonly (typeof now)[]) => afterFixWords({ ...lists.resend, numbers: entries.length, entries });
  expect([words(now), words(), words(later), words(later, later), words(now, later, later)]).toEqual([
    '',
    '',
    ', only after a fix',
    ', only after a fix',
    ', 2 of them only after a fix',
  ]);
});

test('a line for each list that holds a number, without the numbers', () => {
  expect(listLines(troubled)).toEqual([
    { id: 'stop', line: 'Stop texting: 2 numbers, 5 messages' },
    { id: 'resend', line: 'Send again: 2 numbers, 2 messages, 1 of them only after a fix' },
  ]);
});
