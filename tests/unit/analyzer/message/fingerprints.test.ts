/** Fingerprints go into saved parts of a log, into filters and into the scripts of warehouses: they are the same in every version. */
import { expect, test } from 'vitest';
import { copyKeyOf } from '../../../../src/analyzer/index/copy-key.ts';
import { hashText, mix53 } from '../../../../src/analyzer/memory/hash.ts';
import { sidKey, sidOfWords, sidWords } from '../../../../src/analyzer/message/sid.ts';
import { templateKey, templateText } from '../../../../src/analyzer/message/template.ts';
import { textHash } from '../../../../src/analyzer/message/text-hash.ts';

const up = '0123456789abcdef';
const down = 'fedcba9876543210';

test('of SIDs, and the words in which one is kept', () => {
  expect([`SM${up}${up}`, `MM${down}${down}`].map(sidKey)).toEqual([1_369_634_704_939_416, 7_205_950_403_360_626]);
  const words = new Uint32Array(7).fill(9);
  sidWords(`MM${up}${down}`, words, 1);
  expect([...words]).toEqual([9, 2, 0x01234567, 0x89abcdef, 0xfedcba98, 0x76543210, 9]);
  expect(sidOfWords(words, 1)).toBe(`MM${up}${down}`);
  sidWords(`SM${'0'.repeat(32)}`, words, 1);
  expect([...words]).toEqual([9, 1, 0, 0, 0, 0, 9]);
  sidWords('none', words, 1);
  expect([...words]).toEqual([9, 0, 0, 0, 0, 0, 9]);
});

test('of any text, of two numbers, and of a message by its recipient, text and second', () => {
  expect(['', 'ACME'].map(hashText)).toEqual([3_730_682_059_624_216, 4_546_413_201_358_076]);
  expect([mix53(1, 2), mix53(-1, 0x7fffffff)]).toEqual([1_476_210_333_779_147, 5_934_931_615_754_533]);
  expect(copyKeyOf(12_025_550_100, 9, 1_755_000_000_999)).toBe(7_898_873_275_614_139);
  expect(copyKeyOf(12_025_550_100, 9, 1_755_000_000_000)).toBe(7_898_873_275_614_139);
  expect([copyKeyOf(0, 9, 1), copyKeyOf(1, 0, 1), copyKeyOf(1, 9, NaN)]).toEqual([0, 0, 0]);
});

test.for([
  ['', 7_823_945_825_523_966, 0, ''],
  ['a', 1_045_899_866_464_842, 1_323_853_068, 'a'],
  ['Hi Ana, your code is 4711', 1_112_184_983_777_624, 3_548_851_041, 'Hi [name], your code is #'],
  [
    'Your order 12.5 ships on 3:45 https://a.example/x, see www.b.example',
    4_090_166_264_770_716,
    3_451_501_126,
    'Your order # ships on # [link] see [link]',
  ],
  [`Grüße an Ödön 🎉 "quoted" it's 1,000`, 1_665_614_486_148_218, 941_349_797, 'Grüße an [name] 🎉 "quoted" it\'s #'],
  ['Привет Анна, код 12', 4_086_930_951_918_384, 554_220_521, 'Привет [name], код #'],
] as const)('of the text %j and of its template', ([text, template, whole, shown]) => {
  expect([templateKey(5_000_000_001, text), textHash(text), templateText(text)]).toEqual([template, whole, shown]);
});

test('a text counts as far as a message reaches', () => {
  const long = 'x'.repeat(1_700);
  expect([templateKey(5_000_000_001, long), textHash(long)]).toEqual([4_057_323_980_997_066, 2_199_076_924]);
});
