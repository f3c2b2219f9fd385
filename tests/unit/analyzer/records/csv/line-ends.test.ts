import { expect, test } from 'vitest';
import { sidOf } from '../../../../fixtures/console-row.ts';
import { bareRow, BODY, HEADER, quote, quotedRow, SID } from './log-row.ts';
import { readRows } from './read-rows.ts';

const sids = ['Sid', ...[1, 2, 3, 4, 5, 6].map(sidOf)];
const plain = [1, 2, 3, 4, 5, 6].map((n) => bareRow(n, 'hi'));
const lineEnds = ['\n', '\r\n', '\r'] as const;

test('any line end may follow any other', () => {
  for (const first of lineEnds)
    for (const second of lineEnds)
      for (const third of lineEnds) {
        const ends = [first, second, third];
        const text = [HEADER, ...plain].map((line, n) => line + (ends[n % 3] ?? '')).join('');
        for (const pieces of [[Infinity], [1], [97]]) {
          const { rows, lines, told } = readRows(text, pieces);
          expect(rows.map((row) => row[SID])).toEqual(sids);
          expect(lines).toEqual([1, 2, 3, 4, 5, 6, 7]);
          expect(told).toEqual([]);
        }
      }
});

test('a text keeps the line ends inside its quotes, whatever ends the rows', () => {
  for (const end of lineEnds)
    for (const inner of lineEnds) {
      const body = `one${inner}two, three${inner}"four"`;
      for (const row of [bareRow, quotedRow]) {
        const { rows, lines, told } = readRows([HEADER, row(1, quote(body)), row(2, quote(body)), row(3, 'last')].join(end));
        expect(rows.map((cells) => cells[BODY])).toEqual(['Body', body, body, 'last']);
        expect(lines).toEqual([1, 2, 5, 8]);
        expect(told).toEqual([]);
      }
    }
});

test('a line end of the other kind in a text without quotes is part of the text', () => {
  for (const [end, inner] of [
    ['\n', '\r'],
    ['\r\n', '\r'],
    ['\r', '\n'],
  ] as const) {
    const body = `one${inner}two${inner}three`;
    const { rows, lines, told } = readRows([HEADER, bareRow(1, body), bareRow(2, 'hi'), bareRow(3, body)].join(end));
    expect(rows.map((cells) => cells[BODY])).toEqual(['Body', body, 'hi', body]);
    expect(lines).toEqual([1, 2, 5, 6]);
    expect(told).toEqual([]);
  }
});

test('rows that end in CR CR LF are read, with a blank line behind each', () => {
  const { rows } = readRows([HEADER, ...plain].join('\r\r\n'));
  expect(rows.filter((row) => row.length > 1).map((row) => row[SID])).toEqual(sids);
  expect(rows.filter((row) => row.length === 1)).toEqual(Array.from({ length: 6 }, () => ['']));
});

test('a stray quote swallows no row, whatever ends the rows', () => {
  for (const end of lineEnds) {
    const rows = [1, 2, 3, 4, 5, 6].map((n) => bareRow(n, n === 2 ? '"Sale" today' : n === 5 ? '"Hello, Ana"' : 'hi'));
    const result = readRows([HEADER, ...rows].join(end));
    expect(result.rows.map((row) => row[SID])).toEqual(sids);
    expect(result.told).toEqual(['stray-quotes 3']);
  }
});
