import type { KeptMessage } from '../../index/cells/kept-messages.ts';
import { Tally } from '../../index/cells/tally.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { reached } from '../../index/tables/reached.ts';
import { sample } from '../../index/tables/sample.ts';
import { troubles } from '../../index/tables/troubles.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { rangeOf } from '../shared/number-range.ts';
import { rateInterval } from '../shared/rate-interval.ts';
import { isIn, slotOf, type Stretch } from '../shared/slots.ts';
import { standOut, type StandOutLimits } from '../shared/stand-out.ts';

/** Messages of one place and some hours that failed with some codes, and what they are compared with. */
export interface Suspect {
  readonly stretches: readonly Stretch[];
  readonly failed: Tally;
  readonly codes: readonly string[];
  /** Failures by code. */
  readonly byCode: ReadonlyMap<string, number>;
  /** Messages of the place in the same hours, about where the log is too large to keep all. */
  readonly messages: number;
  /** Messages of the place at other times. */
  readonly before: number;
  /** Messages elsewhere. */
  readonly elsewhere: number;
  /** Whether the same happens elsewhere in the same hours, even a third as often. */
  readonly isEverywhere: boolean;
  /** Different people who met it, and those of them whom another message of the log reached. */
  readonly people: number;
  readonly known: number;
  /** Whether they are strangers to the log, where those whom messages to the same place reach are not. */
  readonly areStrangers: boolean;
  /** Whether one sender met nearly all of it, and others reach the same place meanwhile. */
  readonly isOneSender: boolean;
}

/** A sender with fewer messages proves nothing. */
const FEWEST = 5;
/** Nearly all. */
const MOST = 0.8;
/** A sender or place that fails so many times less often is not part of it. */
const LESS = 3;
/** People who are known so many times less often are strangers. */
const STRANGERS = 2;

const noTimes = (): number[] => [];

/** Fewer messages that got through meanwhile say nothing about whom they go to in these hours. */
const MEANWHILE = 10;

/**
 * Whether people who met failures are hardly ever reached by another message, while those who are reached there mostly are by several:
 * numbers of an old list, not phones that the log knows. Where enough got through in the same hours, these are compared: people who are
 * all new are a new audience. A log in which nobody is written to twice cannot tell.
 */
function areStrangers(
  people: ReadonlySet<number>,
  reachedThere: ReadonlyMap<number, readonly number[]>,
  stretches: readonly Stretch[],
): boolean {
  const ever = { messages: 0, again: 0 };
  const meanwhile = { messages: 0, again: 0 };
  for (const times of reachedThere.values()) {
    const within = times.filter((time) => isIn(slotOf(time), stretches)).length;
    ever.messages += times.length;
    if (times.length > 1) ever.again += times.length;
    meanwhile.messages += within;
    if (within < times.length) meanwhile.again += within;
  }
  const known = [...people].filter((person) => reachedThere.has(person)).length;
  const { messages, again } = meanwhile.messages >= MEANWHILE ? meanwhile : ever;
  return rateInterval(known, people.size).high * STRANGERS * messages < again;
}

/** Looks closely at what stands out: whom it hit, and whether it was the sender. */
export function suspect(
  index: LogIndex,
  codes: readonly string[],
  isThere: (message: KeptMessage) => boolean,
  stretches: readonly Stretch[],
): Suspect {
  const failed = new Tally();
  const byCode = new Map<string, number>();
  const people = new Set<number>();
  /** By person, when messages to the place reached them. */
  const reachedThere = new Map<number, number[]>();
  const senders = new Map<string, { hits: number; of: number }>();
  let before = 0;
  let elsewhere = 0;
  let messages = 0;
  const meanwhile = { hits: 0, of: 0 };
  const see = (message: KeptMessage, weight: number, isHit: boolean): void => {
    const isMeanwhile = isIn(slotOf(message.time), stretches);
    if (!isThere(message)) {
      elsewhere += weight;
      if (!isMeanwhile) return;
      meanwhile.of += weight;
      if (isHit) meanwhile.hits += 1;
    } else if (!isMeanwhile) before += weight;
    else {
      const sums = entryOf(senders, message.sender, () => ({ hits: 0, of: 0 }));
      messages += weight;
      sums.of += weight;
      if (!isHit) return;
      sums.hits += 1;
      failed.add(message.time, message);
      count(byCode, message.kind.code ?? '', 1);
      people.add(message.personKey);
    }
  };
  for (const message of index.get(troubles)) see(message, 1, codes.includes(message.kind.code ?? ''));
  const others = index.get(sample);
  for (const message of others) {
    see(message, others.weight, false);
    if (message.kind.outcome === 'delivered' && isThere(message)) entryOf(reachedThere, message.personKey, noTimes).push(message.time);
  }
  const [most, ...rest] = [...senders.values()].sort((a, b) => b.hits - a.hits);
  const other = rest.reduce((sum, { hits, of }) => ({ hits: sum.hits + hits, of: sum.of + of }), { hits: 0, of: 0 });
  return {
    stretches,
    failed,
    codes: codes.filter((code) => byCode.has(code)),
    byCode,
    messages,
    before,
    elsewhere,
    isEverywhere: meanwhile.of > 0 && meanwhile.hits * messages * LESS >= failed.count * meanwhile.of,
    people: people.size,
    known: [...people].reduce((sum, person) => sum + Number(index.get(reached).has(person)), 0),
    areStrangers: areStrangers(people, reachedThere, stretches),
    isOneSender:
      most !== undefined && most.hits >= MOST * failed.count && other.of >= FEWEST && other.hits * most.of * LESS < most.hits * other.of,
  };
}

/**
 * Ranges of numbers whose failures stand out in some hours, each beside its own messages: a network is a range in most countries.
 *
 * @param least failures in them
 * @returns most failures first
 */
export function failingRanges(
  index: LogIndex,
  codes: readonly string[],
  limits: StandOutLimits,
  least: number,
): readonly { readonly prefix: number; readonly stretches: readonly Stretch[] }[] {
  const hits = new Map<number, Map<number, number>>();
  for (const { kind, phoneKey, time } of index.get(troubles)) {
    const prefix = rangeOf(phoneKey);
    if (prefix === undefined || Number.isNaN(time) || !codes.includes(kind.code ?? '')) continue;
    count(entryOf(hits, prefix, noSlots), slotOf(time), 1);
  }
  const many = new Map(
    [...hits].filter(([, slots]) => sum(slots) >= least).map(([prefix, slots]) => [prefix, { slots, of: new Map(slots) }]),
  );
  if (many.size === 0) return [];
  const see = ({ phoneKey, time }: KeptMessage, weight: number): void => {
    const range = many.get(rangeOf(phoneKey) ?? NaN);
    if (range !== undefined && !Number.isNaN(time)) count(range.of, slotOf(time), weight);
  };
  for (const message of index.get(troubles)) if (!codes.includes(message.kind.code ?? '')) see(message, 1);
  const others = index.get(sample);
  for (const message of others) see(message, others.weight);
  return [...many]
    .sort(([a, one], [b, two]) => sum(two.slots) - sum(one.slots) || a - b)
    .flatMap(([prefix, { slots, of }]) => {
      const standing = standOut(
        [...of].map(([slot, messages]) => ({ slot, hits: slots.get(slot) ?? 0, of: messages })),
        limits,
      );
      // Fewer than half: the range fails at other times as well, which is a habit.
      const isEvent = standing !== undefined && standing.inside.hits >= Math.max(least, sum(slots) / 2);
      return isEvent ? [{ prefix, stretches: standing.stretches }] : [];
    });
}

const noSlots = (): Map<number, number> => new Map<number, number>();
const sum = (slots: ReadonlyMap<number, number>): number => [...slots.values()].reduce((all, count) => all + count, 0);
function count<Key>(counts: Map<Key, number>, key: Key, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}
