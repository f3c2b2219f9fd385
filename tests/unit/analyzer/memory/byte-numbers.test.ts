import { expect, test } from 'vitest';
import { ByteNumbers } from '../../../../src/analyzer/memory/byte-numbers.ts';
import { DICTIONARY_LIMIT } from '../../../../src/analyzer/records/batch.ts';
import { Dictionary } from '../../../../src/analyzer/records/dictionary.ts';

const utf8 = new TextEncoder();

/** Numbers a text as a column does: asked by its bytes first, by its text where those do not tell. */
function numbering(values: Dictionary) {
  const known = new ByteNumbers();
  const asked: string[] = [];
  const id = (text: string): number => {
    const bytes = utf8.encode(`"${text}"`);
    const found = known.of(bytes, 1, bytes.length - 1);
    if (found >= 0) return found;
    asked.push(text);
    const number = values.id(text);
    known.learn(bytes, 1, bytes.length - 1, number);
    return number;
  };
  return { id, asked };
}

test('a value has the number of its text, and is asked for it once', () => {
  const { id, asked } = numbering(new Dictionary());
  expect(['a', 'b', 'a', 'ab', 'é', 'b', '', 'ab', 'a'].map(id)).toEqual([1, 2, 1, 3, 4, 2, 0, 3, 1]);
  expect(asked).toEqual(['a', 'b', 'ab', 'é']);
});

test('more values than are remembered as bytes, and longer ones, are asked by their text', () => {
  const plain = new Dictionary();
  const { id, asked } = numbering(new Dictionary());
  const texts = [...Array.from({ length: 4_200 }, (_, n) => `value ${String(n)}`), 'x'.repeat(48), 'x'.repeat(49)];
  for (const text of [...texts, ...texts]) expect(id(text)).toBe(plain.id(text));
  // Those beyond 4,096, two of them longer than others, are asked again.
  expect(asked.length).toBe(2 * texts.length - 4_096);
});

test('values beyond the limit of the dictionary share number 0 and are not taken for one another', () => {
  const values = new Dictionary();
  for (let n = 1; n < DICTIONARY_LIMIT; n += 1) values.id(String(n));
  const { id, asked } = numbering(values);
  expect(['new', 'new', '7', '7'].map(id)).toEqual([0, 0, 7, 7]);
  expect(asked).toEqual(['new', 'new', '7']);
});
