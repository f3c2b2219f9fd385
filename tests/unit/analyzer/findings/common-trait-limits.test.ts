/** What some messages have in common: the limits, and which of several is told. */
import { expect, test } from 'vitest';
import { commonTrait, messagesByTrait, Traits, type CommonLimits } from '../../../../src/analyzer/findings/shared-trait/common-trait.ts';
import { traits } from '../../../../src/analyzer/findings/shared-trait/traits.ts';
import { Tally } from '../../../../src/analyzer/index/cells/tally.ts';
import type { KeptMessage } from '../../../../src/analyzer/index/cells/kept-messages.ts';

const HOUR = 3_600_000;
const limits: CommonLimits = { minShared: 10, minShare: 0.6, rateRatio: 3, maxUsualShare: 0.5, graveShare: 0.4, leastShare: 0.2 };
const traitOf = (id: string) => traits.find((trait) => trait.id === id) ?? expect.fail(`there is no ${id}`);

interface Shared {
  readonly hits: number;
  readonly of: number;
  /** Hours between the first and the last. */
  readonly hours?: number;
  readonly id?: string;
  readonly value?: string;
}

function tallyOf({ hits, hours = 0 }: Shared): Tally {
  const tally = new Tally();
  for (let n = 0; n < hits; n += 1) tally.add(n === 0 ? 0 : hours * HOUR, '');
  return tally;
}

/** What is told of 20 failures among 1,000 messages. */
function told(
  all: readonly Shared[],
  { count = 20, of = 1_000, changed = {} }: { count?: number; of?: number; changed?: Partial<CommonLimits> } = {},
) {
  const byTrait = <Value>(value: (shared: Shared) => Value) =>
    new Map(
      [...Map.groupBy(all, ({ id = 'sender' }) => traitOf(id))].map(([trait, some]) => [
        trait,
        new Map(some.map((shared, n) => [shared.value ?? String(n), value(shared)])),
      ]),
    );
  const found = commonTrait(
    byTrait(tallyOf),
    count,
    byTrait((shared) => shared.of),
    of,
    { ...limits, ...changed },
  );
  return found && `${found.trait.id} ${found.value}: ${String(found.tally.count)} of ${String(found.messages)}`;
}

test('a share of the failures, or a grave rate of a smaller share', () => {
  expect(told([{ hits: 12, of: 60 }])).toBe('sender 0: 12 of 60');
  expect(told([{ hits: 11, of: 60 }])).toBeUndefined();
  // 11 of 12: at least two in five of whoever has it, whatever chance did.
  expect(told([{ hits: 11, of: 12 }])).toBe('sender 0: 11 of 12');
  expect(told([{ hits: 10, of: 10 }], { count: 50 })).toBe('sender 0: 10 of 10');
  expect(told([{ hits: 10, of: 10 }], { count: 51 })).toBeUndefined();
});

test('what half of all messages have says something, what more have does not', () => {
  const wide = { changed: { rateRatio: 1 } };
  expect(told([{ hits: 200, of: 500 }], { count: 220, ...wide })).toBe('sender 0: 200 of 500');
  expect(told([{ hits: 200, of: 501 }], { count: 220, ...wide })).toBeUndefined();
});

test('there are at least as many messages as failures, also where the log is known by a sample', () => {
  expect(told([{ hits: 15, of: 3 }])).toBe('sender 0: 15 of 15');
});

test('an hour of the day is a habit from 48 hours on; other traits need no time', () => {
  expect(told([{ id: 'hour', hits: 15, of: 20, hours: 48 }])).toBe('hour 0: 15 of 20');
  expect(told([{ id: 'hour', hits: 15, of: 20, hours: 48 - 1 / HOUR }])).toBeUndefined();
  expect(told([{ id: 'country', hits: 15, of: 20 }])).toBe('country 0: 15 of 20');
});

test('of several the one that accounts for most, and of equal ones the first', () => {
  const less = { hits: 14, of: 40 };
  const more = { hits: 15, of: 40 };
  expect(told([less, more])).toBe('sender 1: 15 of 40');
  expect(told([more, less])).toBe('sender 0: 15 of 40');
  expect(told([more, more])).toBe('sender 0: 15 of 40');
  expect(told([{ ...more, id: 'template' }, more])).toBe('template 0: 15 of 40');
  expect(told([])).toBeUndefined();
});

const kept = (sender: string, time = 0): KeptMessage =>
  ({
    time,
    sender,
    phoneKey: 0,
    country: 'unknown',
    templateKey: () => 0,
    linkHosts: () => [],
    service: () => '',
    segments: () => 1,
    encoding: () => 'narrow',
    sid: () => '',
  }) as unknown as KeptMessage;

test('values of every trait are tallied that enough messages have', () => {
  const full = { ...kept('a'), phoneKey: 12_025_550_100, country: 'US', templateKey: () => 7, linkHosts: () => ['a.example'] };
  const made = new Traits();
  for (const message of [full, full]) made.count(message);
  for (const message of [full, full]) made.tally(message, 2);
  expect([...made.byTrait].flatMap(([{ id }, values]) => [...values].map(([value, { count }]) => [id, value, count]))).toEqual([
    ['template', 7, 2],
    ['link', 'a.example', 2],
    ['prefix', 120_255, 2],
    ['sender', 'a', 2],
    ['hour', 0, 2],
    ['country', 'US', 2],
  ]);
});

test('values are tallied that enough messages have', () => {
  const messages = ['a', 'a', 'a', 'b'].map((sender) => kept(sender));
  const found = (least: number) => {
    const made = new Traits();
    for (const message of messages) made.count(message);
    for (const message of messages) made.tally(message, least);
    return [...(made.byTrait.get(traitOf('sender')) ?? [])].map(([sender, { count }]) => `${String(sender)} ${String(count)}`);
  };
  expect(found(1)).toEqual(['a 3', 'b 1']);
  expect(found(2)).toEqual(['a 3']);
  expect(found(3)).toEqual(['a 3']);
  expect(found(4)).toEqual([]);
});

test('messages of the log are counted for the values that are asked for, by their weight', () => {
  const log = [
    { messages: [kept('a'), kept('b')], weight: 1 },
    { messages: [kept('a'), kept('c')], weight: 5 },
  ];
  const sender = traitOf('sender');
  const totals = messagesByTrait(log, [new Map([[sender, new Map([['a', 0]])]]), new Map([[sender, new Map([['d', 0]])]])]);
  expect([...(totals.get(sender) ?? [])]).toEqual([
    ['a', 6],
    ['d', 0],
  ]);
  expect(totals.get(traitOf('hour'))?.size).toBe(0);
});

test.for<readonly [id: string, message: Partial<KeptMessage>, values: string | number | readonly string[]]>([
  ['template', { templateKey: () => 7 }, 7],
  ['template', { templateKey: () => 0 }, ''],
  ['link', { linkHosts: () => ['a.example', 'b.example'] }, ['a.example', 'b.example']],
  ['prefix', { phoneKey: 12_025_550_100 }, 120_255],
  ['prefix', { phoneKey: 0 }, ''],
  ['sender', { sender: '' }, ''],
  ['service', { service: () => 'MG1' }, 'MG1'],
  ['segments', { segments: () => 1 }, ''],
  ['segments', { segments: () => 2 }, 'several'],
  ['encoding', { encoding: () => 'narrow' }, ''],
  ['encoding', { encoding: () => 'wide' }, 'wide'],
  ['hour', { time: NaN }, ''],
  ['hour', { time: 25 * HOUR }, 1],
  ['country', { country: 'unknown' }, ''],
  ['country', { country: 'US' }, 'US'],
])('%s of a message: %o', ([id, message, values]) => {
  expect(traitOf(id).of({ ...kept(''), ...message })).toEqual(values);
});
