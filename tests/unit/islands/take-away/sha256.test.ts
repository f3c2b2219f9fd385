import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { digestsOf } from '../../../../src/islands/take-away/digests.ts';
import { Sha256 } from '../../../../src/islands/take-away/sha256.ts';

const right = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) % 256);

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_000])(
  '%d bytes, in whatever pieces, have the sum that Node makes of them',
  (length) => {
    const bytes = bytesOf(length);
    for (const piece of [1, 13, 64, 65_536]) {
      const sum = new Sha256();
      for (let from = 0; from < length; from += piece) sum.add(bytes.subarray(from, from + piece));
      expect(sum.end()).toBe(right(bytes));
    }
  },
);

test('a file that can no longer be read has no sum, the others have theirs', async () => {
  const bytes = bytesOf(200_000);
  const gone = Object.assign(new File([], 'gone.csv'), {
    stream: () =>
      new ReadableStream({
        start(control) {
          control.error(new Error('changed'));
        },
      }),
  });
  expect(await digestsOf([gone, new File([bytes as BlobPart], 'log.csv')])).toEqual([
    { name: 'gone.csv' },
    { name: 'log.csv', sha256: right(bytes) },
  ]);
});
