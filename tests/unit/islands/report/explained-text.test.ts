import { expect, test } from 'vitest';
import { explainedText } from '../../../../src/islands/report/explained-text.ts';

const among = [{ key: 'a' }, { key: 'b' }];
const none = 'We expect none of them to arrive by mending this.';

test.for([
  [{ affected: 9, explains: 9, recoverable: 0 }, none],
  [
    { affected: 9, explains: 4, recoverable: 3 },
    'It is the main finding of 4 of them. By our estimate up to 3 of them could arrive once it is mended.',
  ],
  [{ affected: 9, explains: 0, recoverable: 0, within: 'b' }, `Most of the others belong to finding 2: mend that first. ${none}`],
  // They did arrive: late, twice, after STOP.
  [{ affected: 9, explains: 0, recoverable: 0 }, ''],
  [{ affected: 9, explains: 1, recoverable: 0 }, `It is the main finding of 1 of them. ${none}`],
] as const)('%j: "%s"', ([finding, words]) => {
  expect(explainedText(finding, among)).toBe(words);
});
