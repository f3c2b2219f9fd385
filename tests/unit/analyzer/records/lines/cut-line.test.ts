/** How the lines of a table that was printed for the eye are cut into cells. */
import { describe, expect, test } from 'vitest';
import { cutterOf, headingCells, isRule, isRuler, isWikiHeading } from '../../../../../src/analyzer/records/lines/cut-line.ts';

describe('at bars', () => {
  test.for<readonly [heading: string, line: string, cells: readonly string[]]>([
    ['| sid | status |', '| SM1 | sent |', ['SM1', 'sent']],
    ['| sid | status |', '  |SM1|sent|', ['SM1', 'sent']],
    ['| sid | status |', '| SM1 | sent', ['SM1', 'sent']],
    ['| sid | body |', '| SM1 | a |', ['SM1', 'a']],
    ['│ sid │ body │', "│ 'SM1' │ 'it's' │", ['SM1', "it's"]],
    ['| sid | body |', String.raw`| SM1 | a \| b \||`, ['SM1', 'a | b |']],
    [' sid | status ', ' SM1 | sent ', ['SM1', 'sent']],
    [' sid | status ', '| sent ', ['', 'sent']],
    [' sid | status ', ' SM1 |', ['SM1', '']],
    ['||sid||status||', '|SM1|sent|', ['SM1', 'sent']],
    ['||sid||status||', '||sid||status||', ['sid', 'status']],
    ['||sid||status||', '||sent|', ['', 'sent']],
    ['| sid || status |', '| SM1 || sent |', ['SM1', '', 'sent']],
  ])('under %s, %s', ([heading, line, cells]) => {
    expect(cutterOf('bars', heading)(line)).toEqual(cells);
  });
});

describe('in columns', () => {
  const heading = 'sid   status     to';
  test.for<readonly [heading: string, line: string, cells: readonly string[]]>([
    [heading, 'SM1   sent       +1', ['SM1', 'sent', '+1']],
    [heading, 'SM1   sent', ['SM1', 'sent', '']],
    [heading, 'SM1              +1', ['SM1', '', '+1']],
    [heading, 'SM12345  sent  +1', ['SM12345', 'sent', '+1']],
    ['    sid   status', '0   SM1     sent', ['SM1', 'sent']],
    ['    sid   status', '12  SM123456   sent', ['SM123456', 'sent']],
    ['    sid   status', 'x   SM123456   sent', ['x', 'SM123456', 'sent']],
    ['    sid   status', '12  x  SM123456   sent', ['12', 'x', 'SM123456', 'sent']],
    ['---   ------     --', 'SM1   sent       +1', ['SM1', 'sent', '+1']],
    ['--- ------ --', 'SM1 sent   +1', ['SM1', 'sent', '+1']],
    ['a b  c', 'x y  z', ['x y', 'z']],
  ])('under %s, %s', ([first, line, cells]) => {
    expect(cutterOf('columns', first)(line)).toEqual(cells);
  });
});

test('at tabs nothing is trimmed but the heading', () => {
  const cut = cutterOf('tabs', 'sid\tstatus');
  expect(cut(' SM1 \t\tx')).toEqual([' SM1 ', '', 'x']);
  expect(headingCells(cut, ' sid \tstatus ')).toEqual(['sid', 'status']);
});

test.for<readonly [line: string, rule: boolean, ruler: boolean, wiki: boolean]>([
  ['+-----+----+', true, false, false],
  ['|:---|---:|', true, false, false],
  ['├──┼──┤', true, false, false],
  ['===', true, false, false],
  ['--', false, false, false],
  ['-+-', false, false, false],
  ['----- -----', true, true, false],
  [' --  - ', true, true, false],
  ['-  --', true, false, false],
  ['-----', true, false, false],
  ['-- a', false, false, false],
  ['||a||b||', false, false, true],
  [' ||a|| ', false, false, true],
  ['|a|b|', false, false, false],
  ['||a||b', false, false, false],
])('%s: a line drawn %s, dashes under columns %s, a heading of a wiki %s', ([line, ...expected]) => {
  expect([isRule(line), isRuler(line), isWikiHeading(line)]).toEqual(expected);
});
