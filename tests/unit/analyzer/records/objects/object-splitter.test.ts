import { describe, expect, test } from 'vitest';
import { LONGEST_RECORD } from '../../../../../src/analyzer/records/named-rows.ts';
import { ObjectSplitter } from '../../../../../src/analyzer/records/objects/object-splitter.ts';

interface Split {
  /** The objects, each with its line; "broken" for what was cut. */
  readonly found: readonly string[];
  readonly unfinished: number | undefined;
  readonly leftOut: number;
}

function splitPieces(isJson: boolean, pieces: readonly string[], parse = (text: string): string | undefined => text): Split {
  const splitter = new ObjectSplitter(isJson, parse);
  const found = [...pieces.map((piece) => [piece, false] as const), ['', true] as const]
    .flatMap(([piece, isLast]) => splitter.read(piece, isLast))
    .map(({ value, line }) => `${value ?? 'broken'} ${String(line)}`);
  return { found, unfinished: splitter.unfinished, leftOut: splitter.leftOut };
}

/** The same however the text is cut: checked at every place. */
function split(isJson: boolean, text: string, parse?: (text: string) => string | undefined): Split {
  const whole = splitPieces(isJson, [text], parse);
  for (let at = 1; at < text.length; at += 1) {
    expect(splitPieces(isJson, [text.slice(0, at), text.slice(at)], parse), `cut at ${String(at)}`).toEqual(whole);
  }
  expect(splitPieces(isJson, Array.from(text), parse), 'letter by letter').toEqual(whole);
  return whole;
}
const json = (text: string): Split => split(true, text);
const printed = (text: string): Split => split(false, text);
const done = { unfinished: undefined, leftOut: 0 };

describe('objects', () => {
  test.for<[string, string, readonly string[]]>([
    ['one after another', '{"a":1}{"a":2}', ['{"a":1} 1', '{"a":2} 1']],
    ['on lines', '{"a":1}\n{"a":2}\r\n\n{"a":3}', ['{"a":1} 1', '{"a":2} 2', '{"a":3} 4']],
    ['in a list', '[{"a":1},\n{"a":{"b":[{}]}}]', ['{"a":1} 1', '{"a":{"b":[{}]}} 2']],
    ['in lists, joined', '[{"a":1}][{"a":2}]', ['{"a":1} 1', '{"a":2} 1']],
    ['with signs in strings', '{"a":"} ] { [ \\" \\\\"}{"b":1}', ['{"a":"} ] { [ \\" \\\\"} 1', '{"b":1} 1']],
    ['with apostrophes', `{"a":"it's"}{"b":"it's"}`, [`{"a":"it's"} 1`, `{"b":"it's"} 1`]],
    ['empty', '{}', ['{} 1']],
    ['between words with quotes', 'a "log {"a":1} of"\n{"a":2}', ['{"a":1} 1', '{"a":2} 2']],
  ])('%s', ([, text, found]) => {
    expect(json(text)).toEqual({ found, ...done });
  });
});

describe('pages', () => {
  test.for<[string, string, readonly string[]]>([
    ['of the API', '{"page":0,"messages":[{"a":1},{"a":2}],"uri":"x"}', ['{"a":1} 1', '{"a":2} 1']],
    ['of the API, joined', '{"messages":[{"a":1}]}\n{"messages":[{"a":2}]}', ['{"a":1} 1', '{"a":2} 2']],
    ['whatever is behind the list', '{"messages":[{"a":1}],"meta":{"messages":2,"x":[{}]}}{"b":1}', ['{"a":1} 1', '{"b":1} 1']],
    ['inside another object', '{"answer":{"data":[{"a":1}]}}', ['{"a":1} 1']],
    ['in capitals', '{"Messages" : [{"a":1}]}', ['{"a":1} 1']],
    ['that are empty', '{"messages":[]}{"a":1}', ['{"a":1} 1']],
    ['a list of no records is part of one', '{"media":[{"a":1}]}', ['{"media":[{"a":1}]} 1']],
    [
      'a text that ends with the key is no page',
      '{"a":"messages"}{"b":["messages",[{}]]}',
      ['{"a":"messages"} 1', '{"b":["messages",[{}]]} 1'],
    ],
    ['a record in a page keeps its own lists', '{"messages":[{"events":[{"x":1}]}]}', ['{"events":[{"x":1}]} 1']],
  ])('%s', ([, text, found]) => {
    expect(json(text)).toEqual({ found, ...done });
  });

  test('that are not ended say where they begin', () => {
    expect(json('\n{"messages":[{"a":1}')).toEqual({ found: ['{"a":1} 2'], unfinished: 2, leftOut: 0 });
    expect(json('{"messages":[{"a":1}]')).toEqual({ found: ['{"a":1} 1'], unfinished: 1, leftOut: 0 });
    expect(json('{"a":1}\n{"b":')).toEqual({ found: ['{"a":1} 1'], unfinished: 2, leftOut: 0 });
  });
});

describe('what was cut', () => {
  test('ends where a line ends inside a string, or where the next object begins', () => {
    expect(json('{"a":"x\n{"b":1}')).toEqual({ found: ['broken 1', '{"b":1} 2'], ...done });
    expect(json('{"a":1,\n{"b":1}')).toEqual({ found: ['broken 1', '{"b":1} 2'], ...done });
    expect(json('{"a":\n{"b":1}}')).toEqual({ found: ['{"a":\n{"b":1}} 1'], ...done });
    expect(json('{"a":"x\\\n{"b":1}')).toEqual({ found: ['broken 1', '{"b":1} 2'], ...done });
  });

  test('in print-outs only a brace right behind a brace begins a new one', () => {
    expect(printed("{ a: 'x',\n{ b: 1 }")).toEqual({ found: [], unfinished: 1, leftOut: 0 });
    expect(printed('{ { b: 1 }')).toEqual({ found: ['broken 1', '{ b: 1 } 1'], ...done });
    expect(printed('{ a: X { b: 1 }, c: 2 }')).toEqual({ found: ['{ a: X { b: 1 }, c: 2 } 1'], ...done });
  });

  test('nested deeper than any record', () => {
    const { found } = splitPieces(true, [`{"a":${'['.repeat(1000)}{"b":1}`, '{"c":1}']);
    expect(found).toEqual(['broken 1', '{"b":1} 1', '{"c":1} 1']);
    const deep = `{"a":${'['.repeat(999)}${']'.repeat(999)}}`;
    expect(splitPieces(true, [deep]).found).toEqual([`${deep} 1`]);
  });

  test('longer than any record', () => {
    const filler = 'x'.repeat(LONGEST_RECORD);
    expect(splitPieces(true, ['{"a":"', filler, '"}\n{"b":1}'])).toEqual({ found: ['broken 1', '{"b":1} 2'], ...done });
    expect(splitPieces(true, [`{"a":"${filler}"}\n{"b":1}`])).toEqual({ found: ['broken 1', '{"b":1} 2'], ...done });
    const fits = `{"a":"${'x'.repeat(LONGEST_RECORD - 8)}"}`;
    expect(fits.length).toBe(LONGEST_RECORD);
    expect(splitPieces(true, [fits.slice(0, 9), fits.slice(9)]).found).toEqual([`${fits} 1`]);
  });
});

describe('print-outs', () => {
  test.for<[string, string, readonly string[]]>([
    ['strings in apostrophes', "{ a: '} \\' {' }{ b: 1 }", ["{ a: '} \\' {' } 1", '{ b: 1 } 1']],
    ['strings in backticks', '{ a: `} " {` }', ['{ a: `} " {` } 1']],
    ['of Ruby', '{:messages=>[{:a=>1}, {:a=>2}]}', ['{:a=>1} 1', '{:a=>2} 1']],
    ['of Ruby, with strings for keys', '{"messages" => [{"a" => 1}]}', ['{"a" => 1} 1']],
    ['lines of a program between', "Sent it's 5 texts\n{ a: 1 }", ['{ a: 1 } 2']],
  ])('%s', ([, text, found]) => {
    expect(printed(text)).toEqual({ found, ...done });
  });

  test('say how many they leave out, and JSON does not', () => {
    const text = '[ { a: 1 },\n  ... 12 more items ]\n[ { a: 2 }, ... 1 more item ]';
    expect(printed(text)).toEqual({ found: ['{ a: 1 } 1', '{ a: 2 } 3'], unfinished: undefined, leftOut: 13 });
    expect(json('[{"a":1}, ... 12 more items]').leftOut).toBe(0);
    expect(printed('{ messages: [ { a: 1 }, ... 7 more items ], x: 1 }').leftOut).toBe(7);
    // What stands inside a record is the record's.
    expect(printed('{ a: [ 1, ... 3 more items ] }').leftOut).toBe(0);
  });
});

describe('a bracket too many', () => {
  test.for<[string, string, readonly string[]]>([
    ['in a page: its list goes on', '{"messages":[{"a":1}],{"a":2},{"a":3}],"page":0}', ['{"a":1} 1', '{"a":2} 1', '{"a":3} 1']],
    ['in a page, twice', '{"messages":[{"a":1}]]{"a":2}],{"a":3}]}', ['{"a":1} 1', '{"a":2} 1', '{"a":3} 1']],
    [
      'behind a page there is none: its other keys are no records',
      '{"messages":[{"a":1}],"b":{"c":1},"d":[{"e":1}]}{"a":2}',
      ['{"a":1} 1', '{"a":2} 1'],
    ],
  ])('%s', ([, text, found]) => {
    expect(json(text)).toEqual({ ...done, found });
  });
});

/** A text that is JSON; `undefined` for one that is broken. */
function whole(text: string): string | undefined {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}

describe('a record that swallowed others', () => {
  const ones = Array.from({ length: 5 }, (_, n) => `{"a":"${String(n)}","b":{"c":"x"}}`);
  const but = (broken: number): readonly string[] => ones.map((one, n) => (n === broken ? 'broken 1' : `${one} 1`));

  test.for<[string, number, (one: string) => string]>([
    ['a quote that lacks', 1, (one) => one.replace('1"', '1')],
    ['a quote too many', 2, (one) => one.replace('2', '2"')],
    ['the first of all', 0, (one) => one.replace('0"', '0')],
    ['a brace that lacks', 3, (one) => one.slice(0, -1)],
  ])('%s: only the broken one is lost', ([, broken, damage]) => {
    const text = `[${ones.map((one, n) => (n === broken ? damage(one) : one)).join(',')}]`;
    expect(split(true, text, whole).found).toEqual(but(broken));
  });

  test('at the end of the text it is not ended', () => {
    const text = `[${ones.join(',').replace('3"', '3')}`;
    expect(split(true, text, whole)).toMatchObject({ found: but(3), unfinished: undefined });
    expect(split(true, text.replace('4"', '4'), whole)).toMatchObject({ found: but(3).slice(0, 4), unfinished: 1 });
  });

  test('a line that ends in a string is looked through as well', () => {
    const text = `[${ones.join(',').replace('1"', '1')},{"a":"5`;
    expect(split(true, `${text}\n{"a":"6"}`, whole).found).toEqual([...but(1), 'broken 1', '{"a":"6"} 2']);
  });

  test('lines are counted from where reading goes on', () => {
    const found = split(true, '[{"a":"0"},\n{"a":1,"b":[},\n{"a":"2"},\n{"a":"3"}]', whole).found;
    expect(found).toEqual(['{"a":"0"} 1', 'broken 2', '{"a":"2"} 3', '{"a":"3"} 4']);
  });

  test('an object behind a key is a value of the broken one, in JSON and in print-outs', () => {
    expect(split(true, '{"a":"0"}{"a":"1,"b":{"a":"x"}}{"a":"2"}', whole).found).toEqual(['{"a":"0"} 1', 'broken 1', '{"a":"2"} 1']);
    expect(split(false, '{:a=>"0"}{:a=>"1, :b=>{:a=>"x"}}', (text) => (text.includes('0') ? text : undefined))).toEqual({
      found: ['{:a=>"0"} 1'],
      unfinished: 1,
      leftOut: 0,
    });
  });

  test('longer than any record, it is left where another one begins', () => {
    const filler = 'x'.repeat(LONGEST_RECORD);
    for (const pieces of [
      [`{"a":"0"}{"a":"1}{"a":"2"}{"a":"`, filler, '"}{"a":"3"}'],
      [`{"a":"0"}{"a":"1}{"a":"2"}{"a":"${filler}"}{"a":"3"}`],
    ])
      expect(splitPieces(true, pieces, whole).found).toEqual(['{"a":"0"} 1', 'broken 1', '{"a":"2"} 1', 'broken 1', '{"a":"3"} 1']);
  });

  test('a text that begins records over and over is not read over and over', () => {
    const { found } = splitPieces(false, [`{a:"${',[{a:'.repeat(100_000)}\n`]);
    expect(found.length).toBeGreaterThan(10);
    expect(found.length).toBeLessThan(1_000);
  });
});
