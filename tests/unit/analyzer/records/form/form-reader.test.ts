/** Forms in lines of servers and programs: what is a form, when it was received, and what is none. */
import { expect, test } from 'vitest';
import { readNamed } from '../read-named.ts';

const read = (text: string) => readNamed(text, { kind: 'form' });

test('a form a line, decoded; blank lines are nothing, other lines are told', () => {
  expect(read('sid=SM1&status=sent&body=a+b%21&to=%2B1\n\n  \nhello\nsid=SM2&status=failed&error_code=30003')).toMatchObject({
    rows: ['1: SM1|+1|a b!|sent||', '5: SM2|||failed|30003|'],
    skipped: ['4 other-records'],
  });
});

test('several forms of a line are of that line', () => {
  expect(read('x\nsid=SM1&status=sent "sid=SM2&status=read"').rows).toEqual(['2: SM1|||sent||', '2: SM2|||read||']);
});

test.for([
  ['2026-08-14T10:00:00Z', '2026-08-14T10:00:00Z'],
  ['[2026-08-14 10:00:00.123 UTC]', '2026-08-14 10:00:00.123 UTC'],
  ['("2026-08-14 10:00:00+02:00"', '2026-08-14 10:00:00+02:00'],
  ['2026-08-14 10:00:00 -0700', '2026-08-14 10:00:00 -0700'],
  ['2026-08-14 10:00:00', '2026-08-14 10:00:00'],
  ['at 2026-08-14 10:00:00', ''],
  ['2026-08-14', ''],
] as const)('a line that begins with %s was received at %j', ([before, sent]) => {
  expect(read(`${before} POST sid=SM1&status=sent`).rows).toEqual([`1: SM1|||sent||${sent}`]);
});

test('a form that says itself when it was received is believed', () => {
  expect(read('2026-08-14T10:00:00Z sid=SM1&status=sent&received_at=now').rows).toEqual(['1: SM1|||sent||now']);
});

test.for([
  ['sid=SM1 status=sent', ['1: SM1|||sent||']],
  ['sid="SM1", status="sent"', ['1: SM1|||sent||']],
  ["sid='SM1' status='sent' body='a b'", ['1: SM1||a b|sent||']],
  ["[('sid', 'SM1'), ('status', 'sent'), ('to', '+1')]", ['1: SM1|+1||sent||']],
  ['sid=SM1 status=sent sid=SM2', ['1: SM1|||sent||']],
  ['sid="" status=sent to=1', ['1: |1||sent||']],
  ['(sid=SM1;status=sent)', ['1: SM1|||sent||']],
  ['%3Dsid=SM0 sid=SM1 status=sent', ['1: SM1|||sent||']],
] as const)('values logged behind their names: %s', ([line, rows]) => {
  expect(read(line).rows).toEqual(rows);
});

test('one value alone is none', () => {
  expect(read('status=sent')).toMatchObject({ rows: [], skipped: ['1 other-records'] });
});
