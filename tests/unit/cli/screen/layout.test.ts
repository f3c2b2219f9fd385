import { describe, expect, test } from 'vitest';
import { cut, labelled, padded, paint, widthOf, wrap } from '../../../../src/cli/screen/layout.ts';

const plain = (columns: number) => ({ columns, colours: false });
const coloured = (columns: number) => ({ columns, colours: true });

describe('widthOf', () => {
  test.each([
    ['abc', 3],
    ['', 0],
    ['日本', 4],
    ['🚀', 2],
    ['e\u0301', 1],
    ['█▒░', 3],
  ])('%j takes %i places', (text, places) => {
    expect(widthOf(text)).toBe(places);
  });
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'abcd…'],
  ['ab cdef', 4, 'ab…'],
  ['日本語', 5, '日本…'],
  ['日本語', 4, '日…'],
  ['abc', 1, '…'],
])('%j cut to %i places is %j', (text, places, shown) => {
  expect(cut(text, places)).toBe(shown);
  expect(widthOf(shown)).toBeLessThanOrEqual(Math.max(1, places));
});

test('padded fills up to a width, and takes nothing away', () => {
  expect([padded('日', 4), padded('abcd', 3)]).toEqual(['日  ', 'abcd']);
});

describe('paint', () => {
  test('colours where they are wanted, and nowhere else', () => {
    expect(paint(['a ', { text: 'b', style: 'bad' }], coloured(80))).toBe('a \u001b[31mb\u001b[0m');
    expect(paint(['a ', { text: 'b', style: 'bad' }], plain(80))).toBe('a b');
  });

  test('lets nothing of a log act on the terminal', () => {
    expect(paint(['\u001b[2J\u009b', { text: '\u202eabc\u0007', style: 'strong' }], coloured(80))).toBe(
      '\ufffd[2J\ufffd\u001b[1mabc\ufffd\u001b[0m',
    );
  });
});

describe('wrap', () => {
  test('breaks between words, as late as it can', () => {
    expect(wrap('one two three', plain(8))).toEqual(['one two', 'three']);
    expect(wrap('one two three', plain(9))).toEqual(['one two', 'three']);
    expect(wrap('four four', plain(9))).toEqual(['four four']);
    expect(wrap('four fours', plain(9))).toEqual(['four', 'fours']);
  });

  test('puts what stands before the first line, and as many spaces before the others', () => {
    expect(wrap('one two three', plain(12), '1. ')).toEqual(['1. one two', '   three']);
    expect(wrap('one two three', plain(12), '  ', 4)).toEqual(['  one two', '    three']);
  });

  test('breaks a word that is longer than a line, and loses nothing of it', () => {
    expect(wrap('SM0123456789abcdef', plain(10), '- ')).toEqual(['- SM012345', '  6789abcd', '  ef']);
    expect(wrap('ab SM0123456789', plain(10))).toEqual(['ab', 'SM01234567', '89']);
  });

  test('keeps a figure and its per cent sign together', () => {
    expect(wrap('70 of 190 (36.8 %) of', plain(16))).toEqual(['70 of 190', '(36.8 %) of']);
  });

  test('breaks nothing where lines have no end, and keeps double spaces there', () => {
    expect(wrap('one  two', plain(Infinity))).toEqual(['one  two']);
    expect(wrap('', plain(80), '  ')).toEqual(['']);
  });

  test('counts no colours as width, and switches them once for a run of words', () => {
    expect(wrap({ text: 'one two three', style: 'soft' }, coloured(8))).toEqual(['\u001b[2mone two\u001b[0m', '\u001b[2mthree\u001b[0m']);
  });
});

describe('labelled', () => {
  test('puts names in a column', () => {
    expect(
      labelled(
        [
          ['Cost', 'one two three four five'],
          ['Who acts', 'you'],
        ],
        plain(36),
        ' ',
      ),
    ).toEqual([' Cost      one two three four five', ' Who acts  you']);
  });

  test('breaks texts beside their names', () => {
    expect(labelled([['Cost', 'aaaaaaaaaa bbbbbbbbbb cccccccccc']], plain(30))).toEqual([
      'Cost  aaaaaaaaaa bbbbbbbbbb',
      '      cccccccccc',
    ]);
  });

  test('puts a name that is too long above its text', () => {
    expect(labelled([['--map FIELD=COLUMN', 'which']], plain(60), '  ', 6)).toEqual(['  --map FIELD=COLUMN', '          which']);
  });

  test('puts texts below their names on a narrow screen', () => {
    expect(labelled([['Who acts', 'the recipient or the carrier']], plain(33))).toEqual(['Who acts', '  the recipient or the carrier']);
    expect(labelled([['Who acts', 'the recipient or the carrier']], plain(34))).toEqual([
      'Who acts  the recipient or the',
      '          carrier',
    ]);
  });
});
