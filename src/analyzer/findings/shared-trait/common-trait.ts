import { Tally } from '../../index/cells/tally.ts';
import type { KeptMessage } from '../../index/cells/kept-messages.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { contrastOf, type Contrast, type ContrastLimits } from '../shared/contrast.ts';
import { traits, type Trait, type Value } from './traits.ts';

const HOUR_MS = 3_600_000;

/** Messages by trait and value. */
export type ByTrait<Counted> = ReadonlyMap<Trait, ReadonlyMap<Value, Counted>>;

/** Messages, each of which stands for so many. */
export interface Weighted {
  readonly messages: Iterable<KeptMessage>;
  readonly weight: number;
}

/** Limits of the finding. */
export interface CommonLimits extends ContrastLimits {
  /** Share of all messages above which a trait says nothing. */
  readonly maxUsualShare: number;
  /** Rate of the failures among messages that have it, from which on a smaller share of the failures is enough. */
  readonly graveShare: number;
  /** That smaller share. */
  readonly leastShare: number;
}

/** What some messages have in common. */
export interface CommonTrait {
  readonly trait: Trait;
  readonly value: string;
  /** The chosen messages that have it. */
  readonly tally: Tally;
  /** All messages that have it; about, where the log is too large to keep them all. */
  readonly messages: number;
  readonly contrast: Contrast;
}

const newTally = (): Tally => new Tally();

function more(counts: Map<Value, number>, value: Value): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** Messages by trait and value: first counted, then those values tallied that enough of them have; most stand on a few only. */
export class Traits {
  readonly #counts = traits.map(() => new Map<Value, number>());
  readonly #tallies = traits.map(() => new Map<Value, Tally>());

  /** First every message is counted. */
  count(message: KeptMessage): void {
    for (let place = 0; place < traits.length; place += 1) {
      const counts = this.#counts[place];
      const values = traits[place]?.of(message) ?? '';
      if (counts === undefined || values === '') continue;
      if (typeof values !== 'object') more(counts, values);
      else for (const value of values) more(counts, value);
    }
  }

  /** Then each is tallied, in any order. @param least messages that a value must have */
  tally(message: KeptMessage, least: number): void {
    for (let place = 0; place < traits.length; place += 1) {
      const counts = this.#counts[place];
      const tallies = this.#tallies[place];
      const values = traits[place]?.of(message) ?? '';
      if (tallies === undefined || values === '') continue;
      const tell = (value: Value): void => {
        if ((counts?.get(value) ?? 0) >= least) entryOf(tallies, value, newTally).add(message.time, message);
      };
      if (typeof values !== 'object') tell(values);
      else for (const value of values) tell(value);
    }
  }

  get byTrait(): ByTrait<Tally> {
    return new Map(traits.map((trait, place) => [trait, this.#tallies[place] ?? new Map<Value, Tally>()] as const));
  }
}

/** How many messages of a log there are by value of each trait, for the values that are asked for. */
export function messagesByTrait(log: readonly Weighted[], asked: Iterable<ByTrait<unknown>>): ByTrait<number> {
  const totals = new Map<Trait, Map<Value, number>>(traits.map((trait) => [trait, new Map<Value, number>()]));
  for (const byTrait of asked) {
    for (const [trait, values] of byTrait) for (const value of values.keys()) totals.get(trait)?.set(value, 0);
  }
  for (const { messages, weight } of log) {
    for (const message of messages) {
      for (const [trait, counts] of totals) {
        if (counts.size === 0) continue;
        const values = trait.of(message);
        const add = (value: Value): void => {
          const before = counts.get(value);
          if (before !== undefined) counts.set(value, before + weight);
        };
        if (typeof values !== 'object') add(values);
        else for (const value of values) add(value);
      }
    }
  }
  return totals;
}

/**
 * What most of some messages have in common and others have not, if anything: of several things the one that accounts for most of them.
 * Silent where they are few, or where what they share is usual.
 *
 * @param chosen the messages asked about, by trait
 * @param count how many they are
 * @param totals all messages of the log, the chosen ones among them (messagesByTrait)
 * @param all how many those are
 */
export function commonTrait(
  chosen: ByTrait<Tally>,
  count: number,
  totals: ByTrait<number>,
  all: number,
  limits: CommonLimits,
): CommonTrait | undefined {
  let best: CommonTrait | undefined;
  for (const [trait, tallies] of chosen) {
    for (const [value, tally] of tallies) {
      if (trait.leastHours !== undefined && !(tally.last - tally.first >= trait.leastHours * HOUR_MS)) continue;
      const messages = Math.max(tally.count, totals.get(trait)?.get(value) ?? 0);
      if (messages > limits.maxUsualShare * all) continue;
      const counts = { hits: tally.count, of: messages, otherHits: count - tally.count, otherOf: Math.max(0, all - messages) };
      const contrast = contrastOf(counts, { ...limits, minShare: limits.leastShare });
      if (contrast === undefined || !(tally.count >= limits.minShare * count || contrast.least >= limits.graveShare)) continue;
      if (contrast.excess > (best?.contrast.excess ?? 0)) best = { trait, value: String(value), tally, messages, contrast };
    }
  }
  return best;
}
