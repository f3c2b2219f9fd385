import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectIn, parseLiteral } from '../../../../../src/analyzer/records/objects/literal.ts';

test.for<[string, unknown]>([
  ["{ sid: 'SM01', price: null, numMedia: 2, ok: true }", { sid: 'SM01', price: null, numMedia: '2', ok: 'true' }],
  ["{'sid': 'SM01', 'error_code': None, 'ok': True, 'no': False}", { sid: 'SM01', error_code: null, ok: true, no: false }],
  ['{:sid=>"SM01", "status" => "sent", to: nil}', { sid: 'SM01', status: 'sent', to: null }],
  ['{"sid": "SM01", "price": NaN, "list": [1, 2,],}', { sid: 'SM01', price: null, list: ['1', '2'] }],
  ['{ body: "it\'s", from: `a "b" \'c\'` }', { body: "it's", from: `a "b" 'c'` }],
  [String.raw`{ body: 'one\n\t\'two\' \u00e9\u{1f600}\x41\\' }`, { body: "one\n\t'two' \u00e9\u{1f600}A\\" }],
  [String.raw`{'body': 'a\U0001f600'}`, { body: 'a\u{1f600}' }],
  ["{\n  body: 'one\\n' +\n    'two',\n  to: '+1' }", { body: 'one\ntwo', to: '+1' }],
  ["{'body': ('one '\n  'two'), 'to': '+1'}", { body: 'one two', to: '+1' }],
  ["{ body: 'long'... 12 more characters, to: '+1' }", { body: 'long', to: '+1' }],
  ['{ dateSent: 2025-08-14T17:22:03.000Z, dateCreated: Invalid Date }', { dateSent: '2025-08-14T17:22:03.000Z', dateCreated: null }],
  ['{ at: Thu Aug 14 2025 11:22:03 GMT-0600 (MDT), x: 1 }', { at: 'Thu Aug 14 2025 11:22:03 GMT-0600 (MDT)', x: '1' }],
  ["{'at': datetime.datetime(2025, 8, 14, 17, 22, 3, tzinfo=<UTC>), 'x': 1}", { at: '2025-08-14T17:22:03Z', x: '1' }],
  ["{'at': datetime.datetime(2025, 8, 4, 7, 2, tzinfo=datetime.timezone.utc)}", { at: '2025-08-04T07:02:00Z' }],
  [
    "{'at': datetime.datetime(2025, 8, 14, 7, 2, 3, 250, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))}",
    { at: '2025-08-14T07:02:03+05:30' },
  ],
  [
    "{'at': datetime.datetime(2025, 8, 14, 7, 2, 3, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))}",
    { at: '2025-08-14T07:02:03+02:00' },
  ],
  [
    "{'at': datetime.datetime(2025, 8, 14, 7, 2, 3, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=75600)))}",
    { at: '2025-08-14T07:02:03-03:00' },
  ],
  ["{'at': datetime.datetime(2025, 8, 14, 7, 2, 3)}", { at: '2025-08-14T07:02:03' }],
  ["{'price': Decimal('-0.0083'), 'id': ObjectId(\"5\")}", { price: '-0.0083', id: '5' }],
  [
    '{:at=>#<DateTime: 2026-03-04T15:08:37+00:00 ((2461104j,54517s,0n),+0s,2299161j)>, :to=>"+1"}',
    { at: '2026-03-04T15:08:37+00:00', to: '+1' },
  ],
  ["{'_version': <twilio.rest.api.v2010.V2010 object at 0x7f>, 'to': '+1'}", { _version: null, to: '+1' }],
  [
    '{ _version: V2010 { _domain: [Api], n: 1 }, sid: 1, self: [Circular *1], f: [Function: x] }',
    expect.objectContaining({ _version: { _domain: ['Api'], n: '1' }, sid: '1' }),
  ],
  ['{ headers: [Object: null prototype] { to: 1 }, [Symbol(kHeaders)]: { a: 1 }, sid: 2 }', { headers: { to: '1' }, sid: '2' }],
])('%s', ([text, value]) => {
  expect(parseLiteral(text)).toEqual(value);
});

test.for(['{', "{ a: 'x", '{ a: [1, 2', '{ a: (', '['.repeat(99), String.raw`{ a: '\u12' `])('%j is none', (text) => {
  expect(parseLiteral(text)).toBeUndefined();
});

test('what Node prints of texts, numbers and dates is read as it was', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.stringMatching(/^[a-z]{1,8}$/),
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.lorem({ maxCount: 30 }), fc.integer().map(String)),
      ),
      fc.integer({ min: 20, max: 120 }),
      (values, breakLength) => {
        expect({ ...(parseLiteral(inspect(values, { breakLength })) as object) }).toEqual({ ...values });
      },
    ),
    { numRuns: 300 },
  );
});

test.for(['{)', '{]', '{ a: ]', '[)]', '{=', '{:', '{ , , }', '{a:b:c:d}'])('%j ends', (text) => {
  expect(() => parseLiteral(text)).not.toThrow();
});

test.for<[string, unknown]>([
  [String.raw`'\0\b\f\v\a\e\q\\'`, '\0\b\f\v\x07\x1bq\\'],
  [String.raw`'\U00110000\u{110000}\ud83d\ude00'`, '\ufffd\ufffd\u{1f600}'],
  ['5', '5'],
  ['  [1, (2), (3, 4)] ', ['1', '2', ['3', '4']]],
  ['{ a: Decimal(-0.5), b: f("x"), c: g(1, 2) }', { a: '-0.5', b: 'x', c: 'g(1, 2)' }],
  ['{ a: f(\'}\', "]"), b: 1 }', { a: 'f(\'}\', "]")', b: '1' }],
  ["{ a: it's, b: 1 }", { a: "it's", b: '1' }],
  ['{ ... 3 more properties, a: 1 }', { a: '1' }],
  ['{ %, a: 1 }', { a: '1' }],
  ['datetime.datetime(2025, 8, 14, 7, 2, 3, tzinfo=datetime.timezone(datetime.timedelta(0)))', '2025-08-14T07:02:03'],
  ['datetime.datetime(2025, 8, 14, 7, 2, 3, tzinfo=timezone(timedelta(seconds=0)))', '2025-08-14T07:02:03+00:00'],
  ['datetime.datetime(2025, 8, 14, 7, 2, 3, tzinfo=timezone(timedelta(seconds=3540)))', '2025-08-14T07:02:03+00:59'],
  ['datetime.datetime(2025, 8, 14, 7, 2, 3, tzinfo=timezone(timedelta(days=-1, seconds=82800)))', '2025-08-14T07:02:03-01:00'],
])('%j by itself', ([text, value]) => {
  expect(parseLiteral(text)).toEqual(value);
});

test('sixty lists may lie within each other, and nothing may stand behind the value', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}x${']'.repeat(depth)}`;
  expect(parseLiteral(nested(60))).toBeDefined();
  expect(parseLiteral(nested(61))).toBeUndefined();
  expect(parseLiteral('{ a: 1 } 2')).toBeUndefined();
  expect(parseLiteral('{ a: 1, a: 2 }')).toBeUndefined();
});

test('the object that a text is, and no list, word or nothing', () => {
  expect(['{"a": 1}', '{ a: 1 }', '[1]', '[{}]', '1', 'null', 'x', '{ a: 1', ''].map(objectIn)).toEqual([
    { a: 1 },
    { a: '1' },
    ...Array.from({ length: 7 }, () => undefined),
  ]);
});
