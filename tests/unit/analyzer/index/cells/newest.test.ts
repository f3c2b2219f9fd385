import { expect, test } from 'vitest';
import { Newest } from '../../../../../src/analyzer/index/cells/newest.ts';

test('the five newest are kept, and only what may be kept is asked for its SID', () => {
  const newest = new Newest();
  const asked: string[] = [];
  const see = (time: number, sid: string): void => {
    newest.add(time, {
      sid: () => {
        asked.push(sid);
        return sid;
      },
    });
  };
  for (const time of [5, 6, 7, 8, 9]) see(time, `SM${String(time)}`);
  see(4, 'SM4');
  see(NaN, 'SMx');
  expect(asked).toEqual(['SM5', 'SM6', 'SM7', 'SM8', 'SM9']);
  see(5, 'SM0');
  see(10, '');
  newest.add(7, 'SM70');
  expect(newest.sids).toEqual(['SM9', 'SM8', 'SM70', 'SM7', 'SM6']);
});
