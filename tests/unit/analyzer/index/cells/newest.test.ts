import { expect, test } from 'vitest';
import { bySid } from '../../../../../src/analyzer/message/stand-in.ts';
import { sidOf } from '../../../../fixtures/console-row.ts';
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

test('of messages at one time the five whose SIDs come first are kept, whatever the order they came in', () => {
  // The last two are neighbours: no SID lies between them.
  const sids = [...[1, 2, 3, 4].map(sidOf).sort(bySid), sidOf(2_745), sidOf(43_376)].sort(bySid);
  for (const order of [sids, [...sids].reverse()]) {
    const newest = new Newest();
    for (const sid of order) newest.add(7, sid);
    expect(newest.sids).toEqual(sids.slice(0, 5));
  }
});
