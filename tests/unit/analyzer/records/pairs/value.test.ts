/** The value behind a name, as each kind of program prints it. */
import { expect, test } from 'vitest';
import { isClosing, isOpening, pairIn, type PairLayout } from '../../../../../src/analyzer/records/pairs/notation.ts';
import { valueOf } from '../../../../../src/analyzer/records/pairs/value.ts';

test.for<readonly [lines: readonly string[], value: unknown]>([
  [['string(3) "a"b"'], 'a"b'],
  [['string(3) "é1"x'], 'é1'],
  [['string(0) ""'], null],
  [[' string(5) "a', 'b"c"'], 'a\nb"c'],
  [['int(7)'], '7'],
  [['float(-0.0075)'], '-0.0075'],
  [['bool(true)'], 'true'],
  [['NULL'], null],
  [['DateTime Object', '(', ' [date] => 2026-08-14 17:22:03.000000', ' [timezone] => UTC', ')'], '2026-08-14 17:22:03 UTC'],
  [['DateTime Object', '(', ' [date] => 2026-08-14 17:22:03', ' [timezone] => Europe/Berlin', ')'], '2026-08-14 17:22:03'],
  [['Twilio\\Options Object'], null],
  [['object(X)#1 (0) {', '}'], null],
  [['"""', '  one\\n', '  two', '  """'], 'one\ntwo'],
  [["'it\\'s',"], "it's"],
  [['plain,'], 'plain'],
  [['"a, b",'], 'a, b'],
])('of PHP: %j', ([lines, value]) => {
  expect(valueOf(lines, 'php', 4)).toBe(value);
});

test.for<readonly [lines: readonly string[], value: unknown]>([
  [['sent'], 'sent'],
  [['sent   |'], 'sent'],
  [['one  +', '     | two+', '     | three'], 'one\ntwo\nthree'],
  [['one  +│', '│    │ two │'], 'one\ntwo'],
  [['1 + 1 +'], '1 + 1 +'],
  [[''], null],
  [['(null)'], null],
])('of psql: %j', ([lines, value]) => {
  expect(valueOf(lines, 'psql', 0)).toBe(value);
});

test.for<readonly [lines: readonly string[], column: number, value: unknown]>([
  [['|', '    one', '      two'], 2, 'one\n  two'],
  [['|-', '    one', '    two'], 2, 'one\ntwo'],
  [['>', '    one', '    two'], 2, 'one two'],
  [['>2', '    one'], 2, 'one'],
  [['|', '   one'], 2, 'one'],
  [['|', '  one'], 2, '|\n  one'],
  [['one', '   two', '', '   three'], 2, 'one two\nthree'],
  [['one', '', 'two'], 2, 'one\n\ntwo'],
  [['one', '', ''], 2, 'one'],
  [["'it''s'"], 2, "it's"],
  [["'a", "    b'"], 2, 'a b'],
  [["''"], 2, null],
  [['"a\\nb"'], 2, 'a\nb'],
  [['"open'], 2, '"open'],
  [['~'], 2, null],
  [['N/A'], 2, null],
  [[' - '], 2, null],
  [['nan2'], 2, 'nan2'],
  [[], 2, null],
])('plain: %j behind %d', ([lines, column, value]) => {
  expect(valueOf(lines, 'plain', column)).toBe(value);
});

const layout = (notation: PairLayout['notation'], more: Partial<PairLayout> = {}): PairLayout => ({
  notation,
  align: 'start',
  column: 4,
  ...more,
});

test.for<readonly [line: string, made: PairLayout, opens: boolean, closes: boolean]>([
  ['-[ RECORD 1 ]-----', layout('psql'), true, false],
  ['+-[ RECORD 12 ]-+--', layout('psql'), true, false],
  ['┌─[ RECORD 1 ]─', layout('psql'), true, false],
  ['-[ RECORD ]-', layout('psql'), false, false],
  ['  array(4) {', layout('php'), true, false],
  ['(', layout('php'), true, false],
  ['  [ ▼', layout('php'), true, false],
  [' (', layout('php'), false, false],
  ['    (', layout('php'), false, false],
  ['  }', layout('php'), false, true],
  [')', layout('php'), false, true],
  ['  ],', layout('php'), false, true],
  ['   )', layout('php'), false, false],
  ['    )', layout('php'), false, false],
  ['*** 1. row ***', layout('plain', { column: 0 }), true, false],
  ['** 1. row **', layout('plain', { column: 0 }), false, false],
  ['---', layout('plain', { column: 0 }), false, true],
  ['--', layout('plain', { column: 0 }), false, false],
  ['[[messages]]', layout('plain', { column: 0 }), false, true],
  ['[messages.one]', layout('plain', { column: 0 }), false, true],
  ['[a, b]', layout('plain', { column: 0 }), false, false],
  ['2 rows in set (0.00 sec)', layout('plain', { column: 0 }), false, true],
  ['1 row in set', layout('plain', { column: 0 }), false, true],
  ['   next:', layout('plain'), false, true],
  ['    name', layout('plain'), false, false],
  ['', layout('plain'), false, false],
  ['   next:', layout('plain', { first: 'sid' }), false, false],
  ['   next:', layout('plain', { align: 'end' }), false, false],
])('%j under %o begins a record: %s, ends one: %s', ([line, made, opens, closes]) => {
  expect([isOpening(line, made), isClosing(line, made)]).toEqual([opens, closes]);
});

test.for<readonly [line: string, notation: PairLayout['notation'], pair: ReturnType<typeof pairIn>]>([
  ['sid  | SM1', 'psql', { name: 'sid', start: 0, end: 6, rest: 'SM1', isEntry: false }],
  ['| date sent | x', 'psql', { name: 'date sent', start: 2, end: 13, rest: 'x', isEntry: false }],
  ['    [sid] => SM1', 'php', { name: 'sid', start: 4, end: 12, rest: 'SM1', isEntry: false }],
  ['  ["sid":protected]=> SM1', 'php', { name: 'sid', start: 2, end: 21, rest: 'SM1', isEntry: false }],
  ["  'sid' => 'SM1',", 'php', { name: 'sid', start: 2, end: 10, rest: "'SM1',", isEntry: false }],
  ['- sid: SM1', 'plain', { name: 'sid', start: 2, end: 6, rest: 'SM1', isEntry: true }],
  ['  date sent = x', 'plain', { name: 'date sent', start: 2, end: 13, rest: 'x', isEntry: false }],
  ['sid:', 'plain', { name: 'sid', start: 0, end: 4, rest: '', isEntry: false }],
  ['"sid": 1', 'plain', { name: 'sid', start: 0, end: 6, rest: '1', isEntry: false }],
  ['a => b', 'plain', undefined],
  ['a == b', 'plain', undefined],
  ['http://x', 'plain', undefined],
  ['1a: b', 'plain', undefined],
])('the name in %j of %s', ([line, notation, pair]) => {
  expect(pairIn(line, notation)).toEqual(pair);
});
