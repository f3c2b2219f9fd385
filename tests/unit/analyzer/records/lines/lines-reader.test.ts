import { describe, expect, test } from 'vitest';
import type { Field } from '../../../../../src/analyzer/message/fields.ts';
import { LinesReader } from '../../../../../src/analyzer/records/lines/lines-reader.ts';
import type { LineRecords } from '../../../../../src/analyzer/records/records.ts';
import { Notices } from '../../../../../src/analyzer/report/notices.ts';

const sid = (last: string): string => `SM${last.padStart(32, '0')}`;
const names: readonly Field[] = ['sid', 'status', 'to', 'body'];

/** Rows as sid|status|to|body|line, and notices with their lines; read whole and in pieces. */
function read(cut: LineRecords['cut'], text: string) {
  const records: LineRecords = {
    kind: 'lines',
    cut,
    fields: new Map(names.map((name) => [name, name])),
    dialect: { bareNanp: false, decimal: '.', time: () => NaN },
  };
  const results = [text.length, text.length > 10_000 ? 999 : 1, 5_000].map((size) => {
    const notices = new Notices();
    const reader = new LinesReader(records, { characters: 0, lines: 0 }, notices);
    const rows: string[] = [];
    for (let at = 0; at < text.length; at += size)
      for (const batch of reader.read(text.slice(at, at + size), at + size >= text.length))
        for (let row = 0; row < batch.rows; row += 1)
          rows.push([...names.map((name) => batch.columns[name]?.text(row) ?? '?'), batch.line(row)].join('|'));
    return { rows, notices: notices.list().map(({ id, count, lines }) => ({ id, count, lines })), skipped: notices.skippedCount };
  });
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
  return results[0] ?? expect.fail('nothing was read');
}

describe('parted by tabs', () => {
  test('a text with a tab or line feeds runs on, blank lines in it included', () => {
    const { rows, notices } = read(
      'tabs',
      `sid\tstatus\tto\tbody\n${sid('1')}\tsent\t+1\tone\there\n\nand here\n${sid('2')}\tdelivered\t+2\ttwo\n\n`,
    );
    expect(rows).toEqual([`${sid('1')}|sent|+1|one\there\n\nand here|2`, `${sid('2')}|delivered|+2|two|5`]);
    expect(notices).toEqual([]);
  });

  test('a text in the middle keeps what is too much, and the columns behind it their own', () => {
    const { rows } = read('tabs', `sid\tbody\tstatus\n${sid('1')}\ta\tb\tc\tsent\n${sid('2')}\tx\ny\tdelivered\n`);
    expect(rows).toEqual([`${sid('1')}|sent|?|a\tb\tc|2`, `${sid('2')}|delivered|?|x\ny|3`]);
  });

  test('a text in the first column may have several lines', () => {
    const { rows } = read('tabs', `body\tsid\tstatus\nhello\nyou\t${sid('1')}\tsent\nbye\t${sid('2')}\tread\n`);
    expect(rows).toEqual([`${sid('1')}|sent|?|hello\nyou|2`, `${sid('2')}|read|?|bye|4`]);
  });

  test('masked SIDs begin rows as others do', () => {
    expect(read('tabs', 'sid\tstatus\tbody\nSMXX\tsent\ta\nSMXX\tsent\tb\n').rows).toEqual(['SMXX|sent|?|a|2', 'SMXX|sent|?|b|3']);
  });

  test('null is an empty cell, but not as a text', () => {
    expect(read('tabs', `sid\tstatus\tto\tbody\n${sid('1')}\tsent\tnull\tnull\n`).rows).toEqual([`${sid('1')}|sent||null|2`]);
  });

  test('a heading that comes again is none of the messages', () => {
    const { rows, notices } = read('tabs', `sid\tstatus\n${sid('1')}\tsent\nsid\tstatus\n${sid('2')}\tsent\n`);
    expect(rows).toHaveLength(2);
    expect(notices).toEqual([{ id: 'header-repeated', count: 1, lines: [3] }]);
  });

  test('a row of too few or too many cells is skipped by name; the last one was cut', () => {
    const { rows, notices, skipped } = read(
      'tabs',
      `sid\tstatus\tto\n${sid('1')}\tsent\n${sid('2')}\tsent\t+1\t+2\n${sid('3')}\tsent\t+1\n${sid('4')}`,
    );
    expect(rows).toEqual([`${sid('3')}|sent|+1|?|4`]);
    expect(notices).toEqual([
      { id: 'ragged-rows', count: 2, lines: [2, 3] },
      { id: 'truncated-end', count: 1, lines: [5] },
    ]);
    expect(skipped).toBe(3);
  });

  test('a text that never ends is given up with its record', () => {
    const { rows, notices } = read('tabs', `sid\tstatus\tbody\n${sid('1')}\tsent\t${'a'.repeat(70_000)}\n${sid('2')}\tsent\tb\n`);
    expect(rows).toEqual([`${sid('2')}|sent|?|b|3`]);
    expect(notices).toEqual([{ id: 'overlong-lines', count: 1, lines: [2] }]);
  });
});

describe('in columns', () => {
  test('blank cells keep their place, and a wide text moves nobody', () => {
    const { rows } = read(
      'columns',
      [
        'SID     Status     To    Body',
        'SM1     sent             hello  you',
        'SM2     delivered  +1    ok',
        'SM33333333  read  +2  wide',
      ].join('\n'),
    );
    expect(rows).toEqual(['SM1|sent||hello  you|2', 'SM2|delivered|+1|ok|3', 'SM33333333|read|+2|wide|4']);
  });

  test('a text that goes on in further lines keeps them, without what they stand in', () => {
    const { rows } = read(
      'columns',
      [
        `SID${' '.repeat(33)}Status     To    Body`,
        `${sid('1')}  sent       +1    hello`,
        '  and here is more of it,  as it was typed on the line below it  ',
        `${sid('2')}  delivered  +2    ok`,
      ].join('\n'),
    );
    expect(rows).toEqual([
      `${sid('1')}|sent|+1|hello\nand here is more of it,  as it was typed on the line below it|2`,
      `${sid('2')}|delivered|+2|ok|4`,
    ]);
  });
});

describe('between bars', () => {
  test('a text of one line may end in "+"', () => {
    expect(read('bars', '| sid | status | to | body |\n| SM1 | sent | +1 | Grade A + |\n').rows).toEqual(['SM1|sent|+1|Grade A +|2']);
  });

  test('lines drawn and the count of rows are no rows', () => {
    const text =
      '+----+------+\n| sid | status |\n+----+------+\n| SM1 | sent |\n| SM2 | NULL |\n+----+------+\n2 rows in set (0.00 sec)\n';
    expect(read('bars', text)).toEqual({ rows: ['SM1|sent|?|?|4', 'SM2||?|?|5'], notices: [], skipped: 0 });
  });

  test('where the heading is between bars, rows may stand further in, and blanks may follow the last bar', () => {
    const text = '| sid | status |\n  | SM1 | sent |  \n\t| SM2 | read |\n';
    expect(read('bars', text)).toEqual({ rows: ['SM1|sent|?|?|2', 'SM2|read|?|?|3'], notices: [], skipped: 0 });
  });

  test('a text that goes on in the next line, with a bar in it', () => {
    const text =
      ' sid | status | body\n-----+--------+------\n SM1 | sent   | one +\n     |        | two | 3\n SM2 | read   | x\n(2 rows)\n';
    expect(read('bars', text).rows).toEqual(['SM1|sent|?|one\ntwo | 3|3', 'SM2|read|?|x|5']);
  });

  test('Markdown writes a bar of a text with a backslash', () => {
    expect(read('bars', '| sid | status | body |\n|:--|--|--|\n| SM1 | sent | a \\| b |\n').rows).toEqual(['SM1|sent|?|a | b|3']);
  });
});

describe('a line is a record when it has a known status, or something like a SID and one cell more', () => {
  test.for([
    [`${sid('1')}|odd|+1`, 1],
    ['masked|sent|+1', 1],
    ['MMxxxx||+1', 1],
    ['MMxxxx||', 0],
    ['masked|odd|+1', 0],
    ['||+1', 0],
  ] as const)('%s', ([line, count]) => {
    const { rows, notices } = read('bars', `sid|status|to\n${sid('9')}|failed|+9\n${line}\n`);
    expect(rows).toHaveLength(1 + count);
    expect(notices).toEqual(count === 1 ? [] : [{ id: 'ragged-rows', count: 1, lines: [3] }]);
  });

  test('else it goes on with the text before it', () => {
    const { rows } = read('bars', `sid|status|to|body\n${sid('1')}|sent|+1|one\n &||| two\n`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('one\ntwo');
  });
});

test('console.table puts texts between apostrophes, pandas a number before each row', () => {
  expect(read('bars', `│ sid │ status │ to │\n│ '${sid('1')}' │ 'sent' │ 'it's' │\n`).rows).toEqual([`${sid('1')}|sent|it's|?|2`]);
  const table = `sid  ${' '.repeat(30)}status  to\n0  ${sid('1')}  delivered  +1\n12  ${sid('2')}  sent  +2\n`;
  expect(read('columns', table).rows).toEqual([`${sid('1')}|delivered|+1|?|2`, `${sid('2')}|sent|+2|?|3`]);
});
