import { describe, expect, test } from 'vitest';
import { LONGEST_RECORD } from '../../../../../src/analyzer/records/named-rows.ts';
import { XmlTokens, type XmlToken } from '../../../../../src/analyzer/records/xml/xml-tokens.ts';

/** The tokens of pieces, as "<name line", ">name line" and "=text line"; texts side by side in one line are joined, as a reader does. */
function tokens(...pieces: readonly string[]): readonly string[] {
  const reader = new XmlTokens();
  const all: XmlToken[] = pieces.flatMap((piece, i) => [...reader.read(piece, i === pieces.length - 1)]);
  const signs = { open: '<', close: '>', text: '=' };
  return all.map(({ kind, text, line }) => `${signs[kind]}${text} ${String(line)}`);
}

describe('tags and texts', () => {
  test.for<[string, readonly string[]]>([
    ['<Sid>SM1</Sid>', ['<Sid 1', '=SM1 1', '>Sid 1']],
    ['<Body/>', ['<Body 1', '>Body 1']],
    ['<Body />', ['<Body 1', '>Body 1']],
    ['<a-b.c_1>x</a-b.c_1>', ['<a-b.c_1 1', '=x 1', '>a-b.c_1 1']],
    ['<_a>', ['<_a 1']],
    ['<Messages page="0" uri=\'/2010\'>', ['<Messages 1']],
    ['<a title="1 > 0">x', ['<a 1', '=x 1']],
    ["<a title='1 > 0'>x", ['<a 1', '=x 1']],
    [`<a title="it's > 0" b='"'>x`, ['<a 1', '=x 1']],
    ['<a>\n<b>\n\n</b></a>', ['<a 1', '=\n 1', '<b 2', '=\n\n 2', '>b 4', '>a 4']],
    ['<a\nb="1">x', ['<a 1', '=x 2']],
    ['<1a>x', ['=x 1']],
  ])('%j', ([text, expected]) => {
    expect(tokens(text)).toEqual(expected);
  });

  test('whatever the cuts of the text', () => {
    const text = '<?xml version="1.0"?>\n<!DOCTYPE x>\n<a b="&gt;>">1 &amp; 2<!-- <no> -->\n<![CDATA[ <b> & ]]></a>\n<c/>é';
    const joined = (list: readonly string[]): string => list.join('|');
    const whole = joined(tokens(text));
    expect(whole).toBe('=\n 1|=\n 2|<a 3|=1 & 2 3|=\n 3|= <b> &  4|>a 4|=\n 4|<c 5|>c 5|=é 5');
    for (let at = 1; at < text.length; at += 1) expect(joined(tokens(text.slice(0, at), text.slice(at))), String(at)).toBe(whole);
    expect(joined(tokens(...Array.from(text)))).toBe(whole);
  });
});

describe('what is no tag', () => {
  test.for<[string, readonly string[]]>([
    ['<?xml version="1.0" a=">"?>x', ['=x 1']],
    ['<!-- <Sid> -- > -->x', ['=x 1']],
    ['<!-- a\nb -->x', ['=x 2']],
    ['<!DOCTYPE x>x', ['=x 1']],
    ['<![CDATA[<b>&amp;]]>', ['=<b>&amp; 1']],
    ['<![CDATA[]]>', ['= 1']],
    ['<![CDATA[]]]]>', ['=]] 1']],
    ['1 < 2', ['=1  1', '=< 1', '= 2 1']],
    ['<', ['=< 1']],
    ['a <3 b>', ['=a  1']],
    ['<<a>', ['=< 1', '<a 1']],
  ])('%j', ([text, expected]) => {
    expect(tokens(text)).toEqual(expected);
  });

  test.for(['<a', '<a b="', '<!-- a', '<![CDATA[ a', '<?xml'])('%j is not ended, and gives nothing', (text) => {
    expect(tokens(`x${text}`)).toEqual(['=x 1']);
  });
});

describe('entities', () => {
  test.for<[string, string]>([
    ['&lt;&gt;&amp;&quot;&apos;', `<>&"'`],
    ['&#65;&#x42;&#X43;', 'ABC'],
    ['&#x1F600;', '\u{1f600}'],
    ['&#128512;', '\u{1f600}'],
    ['&#1114111;', '\u{10ffff}'],
    ['&#1114112;', '&#1114112;'],
    ['&#x10FFFF;', '\u{10ffff}'],
    ['&#x110000;', '&#x110000;'],
    ['&#0;', '&#0;'],
    ['&#1;', '\u0001'],
    ['&nbsp;', '&nbsp;'],
    ['&constructor;', '&constructor;'],
    ['&amp', '&amp'],
    ['a & b;', 'a & b;'],
  ])('%s is %j', ([text, expected]) => {
    expect(tokens(text)).toEqual([`=${expected} 1`]);
  });
});

test('a tag longer than any record is given up, and its lines are counted', () => {
  const long = `<a b="${'\n'.repeat(3)}${'x'.repeat(LONGEST_RECORD)}`;
  expect(tokens(long, '<Sid>1</Sid>')).toEqual(['<Sid 4', '=1 4', '>Sid 4']);
  const fits = `<a b="${'x'.repeat(LONGEST_RECORD - 6)}`;
  expect(tokens(fits, '">1')).toEqual(['<a 1', '=1 1']);
});

test('no tag holds a "<": one that was torn ends before it, whatever quote is open', () => {
  const sid = ['<Sid 2', '=1 2', '>Sid 2'];
  expect(tokens("</Status'>\n<Sid>1</Sid>")).toEqual(['>Status 1', ...sid]);
  expect(tokens('<To a="1>\n<Sid>1</Sid>')).toEqual(['<To 1', ...sid]);
  expect(tokens('<To a="1" >\n<Sid>1</Sid>')).toEqual(['<To 1', '=\n 1', ...sid]);
});
