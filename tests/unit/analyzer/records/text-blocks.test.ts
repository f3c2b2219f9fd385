/** Blocks that a reader of text reads: what is told of them, and what it is handed. */
import { expect, test } from 'vitest';
import { Decoder } from '../../../../src/analyzer/bytes/decoder.ts';
import type { BatchReader } from '../../../../src/analyzer/records/records.ts';
import { TextBlocks } from '../../../../src/analyzer/records/text-blocks.ts';

test('every block with bytes in it counts as text, an empty last one does not, and is read all the same', () => {
  const read: (readonly [piece: string, isLast: boolean])[] = [];
  const reader: BatchReader = {
    delimiter: ';',
    columns: { to: 'Phone' },
    ignored: ['Note'],
    read: (piece, isLast) => {
      read.push([piece, isLast]);
      return [];
    },
  };
  const bytes = new TextEncoder().encode('né');
  const blocks = new TextBlocks(reader, new Decoder(bytes));
  expect(blocks.blocks).toEqual({ asBytes: 0, asText: 0 });
  blocks.read(bytes.subarray(0, 2), false);
  blocks.read(bytes.subarray(2), false);
  blocks.read(new Uint8Array(0), true);
  expect(blocks.blocks).toEqual({ asBytes: 0, asText: 2 });
  expect(read.map(([piece]) => piece).join('')).toBe('né');
  expect(read.map(([, isLast]) => isLast)).toEqual([false, false, true]);
  expect([blocks.delimiter, blocks.columns, blocks.ignored]).toEqual([';', { to: 'Phone' }, ['Note']]);
});
