/** Whose refusals stand out, and when; and what is told where nothing does. */
import { describe, expect, test } from 'vitest';
import { codeTimes } from '../../../../../src/analyzer/findings/shared/code-times-table.ts';
import { outbreakOf, outbreaksOf, type Places } from '../../../../../src/analyzer/findings/shared/outbreak.ts';
import { senderPace } from '../../../../../src/analyzer/findings/shared/pace-table.ts';
import { bySender } from '../../../../../src/analyzer/findings/shared/senders.ts';
import { ALWAYS, SLOT_MS } from '../../../../../src/analyzer/findings/shared/slots.ts';
import { sidOf } from '../../../../fixtures/console-row.ts';
import { times } from '../../../../fixtures/finding-rows.ts';
import { inWords } from '../../../../log.ts';
import { knowledge } from '../../../../knowledge.ts';
import { indexWith, messageOf, type MadeMessage } from './made-index.ts';

const CODE = '30001';
const refusals = codeTimes({ finding: 'queue-overflow', codes: [CODE, '30022'], name: ({ sender }) => sender });
const places: Places = { refusals, pace: senderPace, codes: [CODE, '30022'], where: bySender };
const limits = { minHits: 4, minShare: 0.3 };

function indexOf(...messages: readonly (readonly MadeMessage[])[]) {
  const [hits, pace] = [refusals.make(refusals.options(knowledge)), senderPace.make(senderPace.options(knowledge))];
  for (const made of messages.flat()) {
    const message = messageOf(made);
    if (made.code !== undefined) hits.add(message);
    pace.add(message);
  }
  return indexWith([
    [refusals, hits],
    [senderPace, pace],
  ]);
}

/** So many in all of a day, the first of them refused, all far apart. */
const spread = (sender: string, refused: number, all = 96): readonly MadeMessage[] =>
  times(all, (n) => ({ sender, slot: 1_000 + ((n * 37) % 96), segments: 2, ...(n < refused ? { code: CODE } : {}) }));
/** Refused one and all in one quarter of an hour. */
const burst = (sender: string, slot: number, count = 20): readonly MadeMessage[] =>
  times(count, (n) => ({ sender, slot, code: n % 2 === 0 ? CODE : '30022', sid: sidOf(n) }));

test('fewer refusals than the least number are none', () => {
  expect(outbreakOf(indexOf(spread('A', 3)), places, limits)).toBeUndefined();
  expect(outbreakOf(indexOf(spread('A', 4)), places, limits)).toBeDefined();
});

test('where nothing stands out, a name with four in five of the refusals is told with all its messages', () => {
  const found = outbreakOf(indexOf(spread('A', 4), spread('B', 1)), places, limits);
  expect(found).toMatchObject({
    names: ['A'],
    stretches: ALWAYS,
    isThin: true,
    since: 1_000 * SLOT_MS,
    codes: [CODE],
    refused: { value: 4, rows: { senders: ['A'] } },
    total: { label: 'messages in all', value: 96, rows: { direction: 'outbound', senders: ['A'] } },
    second: 192,
  });
  expect(found?.total.rows).not.toHaveProperty('time');
  expect(inWords(found?.begun ?? [])).toBe(', the first on 1970-01-11 10:00 UTC');
});

test('of the refusals that are kept only those with the codes asked for count', () => {
  const one = { ...places, codes: ['30022'] };
  expect(outbreakOf(indexOf(burst('A', 1_050, 7)), one, limits)).toBeUndefined();
  expect(outbreakOf(indexOf(spread('B', 0), burst('A', 1_050, 40)), one, limits)).toMatchObject({
    codes: ['30022'],
    refused: { value: 20 },
    total: { value: 40 },
  });
});

test('where no name has so many, or refusals have no names, it is all of the log', () => {
  const two = indexOf(spread('A', 3), spread('B', 1));
  expect(outbreakOf(two, places, limits)).toMatchObject({ names: [], refused: { value: 4 }, total: { value: 192 }, second: 384 });
  const { where, ...nameless } = places;
  expect(where).toBeDefined();
  const found = outbreakOf(indexOf(spread('A', 4), spread('B', 1)), nameless, limits);
  expect(found).toMatchObject({ names: [], refused: { value: 5 }, total: { value: 192 } });
  expect(found?.refused.rows).not.toHaveProperty('senders');
});

test('what is the least share of all messages is no thin matter', () => {
  const thin = (refused: number) => outbreakOf(indexOf(spread('A', refused)), places, limits)?.isThin;
  expect([thin(30), thin(60)]).toEqual([true, false]);
});

test('a name whose refusals stand out beside its own messages is told with its hours, and the newest of each code', () => {
  const found = outbreakOf(indexOf(spread('A', 0), spread('B', 0), burst('A', 1_050)), places, limits);
  expect(found).toMatchObject({
    names: ['A'],
    stretches: [{ from: 1_050, to: 1_050 }],
    isThin: false,
    since: 1_050 * SLOT_MS,
    codes: [CODE, '30022'],
    refused: { value: 20, rows: { senders: ['A'], time: { from: 1_050 * SLOT_MS, to: 1_051 * SLOT_MS } } },
    total: { label: 'messages in the same hours', value: 21 },
    second: 22,
  });
  expect(found?.examples).toHaveLength(5);
});

test('several names on different days are told together, and each by itself as well', () => {
  const { whole, byName } = outbreaksOf(indexOf(spread('A', 0), spread('B', 0), burst('B', 1_010), burst('A', 1_050)), places, limits);
  expect(whole).toMatchObject({
    names: ['A', 'B'],
    stretches: [
      { from: 1_010, to: 1_010 },
      { from: 1_050, to: 1_050 },
    ],
    refused: { value: 40 },
  });
  expect(byName()).toMatchObject([
    { names: ['B'], stretches: [{ from: 1_010, to: 1_010 }], refused: { value: 20 } },
    { names: ['A'], stretches: [{ from: 1_050, to: 1_050 }], refused: { value: 20 } },
  ]);
});

test('many names that are each too small to stand out do so together', () => {
  const senders = times(20, (n) => `S${String(n).padStart(2, '0')}`);
  const small = senders.map((sender) => [...spread(sender, 0, 12), ...burst(sender, 1_050, 2)]);
  expect(outbreakOf(indexOf(...small), places, limits)).toMatchObject({
    names: [],
    stretches: [{ from: 1_050, to: 1_050 }],
    isThin: false,
    refused: { value: 40 },
  });
  // One that is large enough is not told alone where all others are refused as well.
  expect(outbreakOf(indexOf(...small, burst('S00', 1_050, 48)), places, limits)).toMatchObject({ names: [], refused: { value: 88 } });
});

test('where no time is known nothing is said of one', () => {
  const timeless = times(10, (n): MadeMessage => ({ sender: 'A', ...(n < 6 ? { code: CODE } : {}) }));
  const found = outbreakOf(indexOf(timeless), places, limits);
  expect(found).toMatchObject({ refused: { value: 6 }, total: { value: 10 }, since: Infinity, begun: [] });
});

describe('one name stands out, and whether it is told alone', () => {
  const quiet = (sender: string): readonly MadeMessage[] =>
    spread(sender, 0).map((message) => ({ ...message, slot: 900 + ((message.slot ?? 0) % 96) }));
  const fine = (sender: string, count: number): readonly MadeMessage[] => times(count, () => ({ sender, slot: 1_050 }));
  /** Names told where 20 of so many of A were refused, and in the same quarter so many of so many of small names. */
  const told = (own: number, hits: number, others: number) =>
    outbreakOf(
      indexOf(
        quiet('A'),
        quiet('B'),
        burst('A', 1_050),
        fine('A', own - 20),
        fine('B', others - hits),
        ...times(hits, (n) => burst(`C${String(n)}`, 1_050, 1)),
      ),
      places,
      limits,
    )?.names;

  test('fewer than three refusals of others are chance', () => {
    expect([told(20, 2, 2), told(20, 3, 3)]).toEqual([['A'], []]);
  });

  test('others are refused as well from the least share of their messages on', () => {
    expect([told(40, 3, 11), told(40, 3, 10)]).toEqual([['A'], []]);
  });

  test('and from half of its own share on', () => {
    expect([told(24, 4, 10), told(25, 4, 10)]).toEqual([['A'], []]);
  });

  test('it must hold half of all refusals', () => {
    const names = (elsewhere: number) =>
      outbreakOf(indexOf(quiet('A'), burst('A', 1_050), spread('D', elsewhere, 400)), places, limits)?.names;
    expect([names(20), names(21)]).toEqual([['A'], []]);
  });
});

test('hours with less than half of the refusals of a log that is always bad are no event', () => {
  const { where, ...nameless } = places;
  expect(where).toBeDefined();
  const stretches = (always: number) => outbreakOf(indexOf(spread('A', always), burst('A', 1_200)), nameless, limits)?.stretches;
  expect(stretches(20)).toEqual([{ from: 1_200, to: 1_200 }]);
  expect(stretches(21)).toEqual(ALWAYS);
});
