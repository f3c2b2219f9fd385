/** Outbound messages one by one: which are kept, how much of each, and which of them are copies. */
import { expect, test } from 'vitest';
import { sends } from '../../../../../src/analyzer/findings/shared/sends-table.ts';
import type { CountedMessage } from '../../../../../src/analyzer/index/counted-message.ts';
import { kindOf } from '../../../../../src/analyzer/message/kind.ts';
import { sidWords } from '../../../../../src/analyzer/message/sid.ts';
import { times } from '../../../../fixtures/finding-rows.ts';

interface Made {
  readonly person?: number;
  readonly time?: number;
  readonly sender?: string;
  readonly status?: string;
  readonly code?: string;
  readonly text?: number;
  readonly sid?: string;
}
const enough = { messages: 100_000, senders: 10 };

function table(messages: readonly Made[], limits = enough) {
  const made = sends.make({ limits });
  for (const { person = 1, time = 0, sender = 'A', status = 'delivered', code = '', text = 7, sid = '' } of messages)
    made.add({
      kind: kindOf(status, 'outbound', code),
      personKey: person,
      time,
      sender,
      textHash: () => text,
      sid: () => sid,
      sidWords: (into: Uint32Array, at: number) => {
        sidWords(sid, into, at);
      },
    } as unknown as CountedMessage);
  return made;
}
const overflow = (made: ReturnType<typeof table>): number => made.caps[0]?.count ?? NaN;
const shown = (made: ReturnType<typeof table>): readonly string[] =>
  times(
    made.size,
    (n) => `${String(made.person(n))} ${made.sender(n)} ${String(made.time(n))} ${made.isAccepted(n) ? 'accepted' : 'not'} ${made.sid(n)}`,
  );

test('a message is kept with its person, sender, time and SID, and whether it was accepted; without person, time or a number it is not', () => {
  const made = table([
    { person: 5, time: 9, sid: 'SM1' },
    { person: 6, sender: 'B', status: 'sent' },
    { status: 'undelivered', code: '30003' },
    { status: 'failed', code: '21211' },
    { status: 'delivered', code: '21211', time: 4 },
    { person: 0 },
    { time: NaN },
  ]);
  expect(shown(made)).toEqual(['5 A 9 accepted SM1', '6 B 0 accepted ', '1 A 0 not ', '1 A 4 accepted ']);
});

const sidOf = (n: number): string => `SM${n.toString(16).padStart(32, '0')}`;

test('SIDs of Twilio are kept of every message, also from part to part', () => {
  const made = table(times(20_002, (n) => ({ person: n + 1, time: n, sid: sidOf(n) })));
  const merged = table([{ sid: sidOf(20_002) }]);
  merged.merge(made.save());
  expect([0, 1_024, 20_001].map((n) => [made.sid(n), merged.sid(n + 1)])).toEqual([0, 1_024, 20_001].map((n) => [sidOf(n), sidOf(n)]));
  expect(merged.sid(0)).toBe(sidOf(20_002));
});

test('other SIDs are kept of the first 20,000 messages, all else of every one', () => {
  const made = table(times(20_002, (n) => ({ person: n + 1, time: n, sid: `SM${String(n)}`, sender: n % 2 === 0 ? 'A' : 'B' })));
  expect([0, 19_999, 20_000, 20_001].map((n) => made.sid(n))).toEqual(['SM0', 'SM19999', '', '']);
  expect(made.size).toBe(20_002);
  for (const n of [1_023, 1_024, 20_001])
    expect([made.person(n), made.time(n), made.sender(n), made.isAccepted(n)]).toEqual([n + 1, n, n % 2 === 0 ? 'A' : 'B', true]);
  expect(overflow(made)).toBe(0);
});

test('what does not fit, by messages or by senders, is counted', () => {
  const few = table([{}, {}, {}, {}], { messages: 2, senders: 1 });
  expect([few.size, overflow(few)]).toEqual([2, 2]);
  const strange = table([{}, { sender: 'B' }, {}], { messages: 9, senders: 1 });
  expect([strange.size, overflow(strange)]).toEqual([2, 1]);
});

test('messages of one text to one person that lie less than the given time apart are copies, oldest first', () => {
  const at = (...moments: readonly number[]) => table(moments.map((time) => ({ time, sid: String(time) })));
  const copies = (made: ReturnType<typeof table>) => made.copies(100).map((group) => group.map(({ time }) => time));
  expect(copies(at(99, 0))).toEqual([[0, 99]]);
  expect(copies(at(0, 100))).toEqual([]);
  expect(copies(at(500, 99, 0, 198, 650, 599))).toEqual([[0, 99, 198, 500, 599, 650]]);
  expect(copies(at(500, 0, 99, 300))).toEqual([[0, 99]]);
  expect(
    table([
      { time: 3, sender: 'B', sid: 'SM2' },
      { time: 2, sid: 'SM1' },
    ]).copies(100),
  ).toEqual([
    [
      { person: 1, time: 2, sender: 'A', isAccepted: true, text: 7, sid: 'SM1' },
      { person: 1, time: 3, sender: 'B', isAccepted: true, text: 7, sid: 'SM2' },
    ],
  ]);
});

test('other texts, other people, messages without a text and refused ones are no copies', () => {
  const none: readonly (readonly Made[])[] = [
    [{ text: 7 }, { text: 8 }],
    [{ person: 2 }, { person: 3 }],
    // People whose keys are alike in their lower 32 bits.
    [{ person: 5 }, { person: 5 + 2 ** 32 }],
    [{ text: 0 }, { text: 0 }],
    [
      { status: 'undelivered', code: '30007' },
      { status: 'undelivered', code: '30007' },
    ],
    [{}],
  ];
  for (const messages of none) expect(table(messages).copies(100)).toEqual([]);
});

test('of many who get a text twice none is forgotten, among many who get it once', () => {
  const twice = times(300, (n) => ({ person: 447_700_000_000 + n }));
  const once = times(300, (n) => ({ person: 447_800_000_000 + n }));
  const found = table([...twice, ...once, ...twice]).copies(100);
  expect(found.map((group) => [group[0]?.person, group.length])).toEqual(twice.map(({ person }) => [person, 2]));
});

test('two halves of a log as one are the whole log', () => {
  const one: readonly Made[] = [{ sid: 'SM1' }, { sender: 'B', person: 4, status: 'failed', code: '30003' }];
  const other: readonly Made[] = [{ time: 8 }, { sender: 'B', text: 9, time: 2 }];
  const merged = table(one);
  merged.merge(table(other).save());
  expect(merged.save()).toEqual(table([...one, ...other]).save());
  expect(merged.copies(100)).toHaveLength(1);
  const full = table(one, { messages: 3, senders: 10 });
  full.merge(table([...other, {}], { messages: 2, senders: 10 }).save());
  expect([full.size, overflow(full)]).toEqual([3, 2]);
});
