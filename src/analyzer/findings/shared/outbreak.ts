import { Newest } from '../../index/cells/newest.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { entryOf } from '../../memory/entry-of.ts';
import type { Figure } from '../../report/figure.ts';
import type { Filter } from '../../report/filter.ts';
import { moment, say, type Sentence } from '../../report/sentence.ts';
import type { CodeTimesKind } from './code-times-table.ts';
import type { PaceKind } from './pace-table.ts';
import { rateInterval } from './rate-interval.ts';
import { failedWith } from './refused-people.ts';
import { ALWAYS, during, isIn, joined, type Stretch } from './slots.ts';
import { standOut, type SlotCount, type Standing, type StandOutLimits } from './stand-out.ts';

/** Where to look for an outbreak: refusals and, under the same names, all messages. */
export interface Places {
  readonly refusals: CodeTimesKind;
  readonly pace: PaceKind;
  readonly codes: readonly string[];
  /** What is counted as refused, whoever has it; absent where it failed with one of the codes. */
  readonly hits?: Filter;
  /** What of a stretch of some names, or of all where none are given, is what is looked for; absent where each is. */
  readonly meant?: (names: readonly string[], stretch: Stretch) => Stretch | undefined;
  /** The messages of some of the names; absent where the refusals have no names, only all of the log together. */
  readonly where?: (names: readonly string[]) => Filter;
}

/** Refusals that stand out from the rest of the log. */
export interface Outbreak {
  /** Senders or places that have it; none where only all of them together do. */
  readonly names: readonly string[];
  readonly stretches: readonly Stretch[];
  /** Nothing stands out: these are all the refusals there are. */
  readonly isThin: boolean;
  /** Time of the first refusal, milliseconds; Infinity where no time is known. */
  readonly since: number;
  readonly codes: readonly string[];
  readonly examples: readonly string[];
  /** The refusals, and all messages of the same names and hours. */
  readonly refused: Figure & { readonly rows: Filter };
  readonly total: Figure;
  /** Second figure of the pace table over the same hours. */
  readonly second: number;
  /** ", the first on 14 Aug …"; empty where no time is known. */
  readonly begun: Sentence;
}

interface Hits {
  readonly count: number;
  readonly first: number;
}

/** Refusals by name and slot, all codes together. */
function hitsByName(index: LogIndex, { refusals, codes }: Places): ReadonlyMap<string, ReadonlyMap<number, Hits>> {
  const names = new Map<string, Map<number, Hits>>();
  for (const { code, name, slots } of index.get(refusals).groups) {
    if (!codes.includes(code)) continue;
    const sums = entryOf(names, name, () => new Map<number, Hits>());
    for (const [slot, { count, first }] of slots) {
      const before = sums.get(slot);
      sums.set(slot, before === undefined ? { count, first } : { count: before.count + count, first: Math.min(before.first, first) });
    }
  }
  return names;
}

function total(slots: ReadonlyMap<number, Hits>): number {
  let sum = 0;
  for (const { count } of slots.values()) sum += count;
  return sum;
}

function hitsIn(slots: ReadonlyMap<number, Pick<Hits, 'count'>> | undefined, stretches: readonly Stretch[]): number {
  let sum = 0;
  for (const [slot, { count }] of slots ?? []) if (isIn(slot, stretches)) sum += count;
  return sum;
}

/** Refusals beside all messages, slot by slot; the refusals themselves where the pace table had no room for theirs. */
export function slotCounts(
  hits: ReadonlyMap<number, { readonly count: number }>,
  all: ReadonlyMap<number, readonly [number, number]>,
): readonly SlotCount[] {
  const slots: SlotCount[] = [];
  for (const [slot, [messages]] of all) {
    const count = hits.get(slot)?.count ?? 0;
    slots.push({ slot, hits: count, of: Math.max(count, messages) });
  }
  for (const [slot, { count }] of hits) if (!all.has(slot)) slots.push({ slot, hits: count, of: count });
  return slots;
}

/** Fewer refusals of all other names are chance, and a rate below this part of the named ones' is another matter. */
const FEW = 3;
const LIKE = 2;

/** Most of the refusals: a name that has so many is what a finding is about. */
const MOST_OF_ALL = 0.8;

/** Whether the names that are too small to stand out alone are refused as well, taken together, in the stretches of those that do. */
function othersDoTheSame(
  byName: ReadonlyMap<string, ReadonlyMap<number, Hits>>,
  pace: ReturnType<PaceKind['make']>,
  { names, stretches }: Pick<Outbreak, 'names' | 'stretches'>,
  minShare: number,
): boolean {
  const within = (name: string): number => hitsIn(byName.get(name), stretches);
  const sent = (some?: readonly string[]): number =>
    [...pace.of(some)].reduce((sum, [slot, [messages]]) => (isIn(slot, stretches) ? sum + messages : sum), 0);
  const sumOf = (some: readonly string[]): number => some.reduce((sum, name) => sum + within(name), 0);
  const own = { hits: sumOf(names), of: sent(names) };
  const others = { hits: sumOf([...byName.keys()].filter((name) => !names.includes(name))), of: sent() - own.of };
  return others.hits >= FEW && others.hits >= minShare * others.of && others.hits * own.of * LIKE >= own.hits * others.of;
}

/** The stretches that are looked for, of those that stand out. */
const meantOf = ({ meant }: Places, names: readonly string[], standing: Standing | undefined): readonly Stretch[] =>
  (standing?.stretches ?? []).flatMap((stretch) => (meant === undefined ? stretch : (meant(names, stretch) ?? [])));

/** When the refusals of each name stand out beside its own messages; a name of which none do is left out. */
const ownStretches = (
  byName: ReadonlyMap<string, ReadonlyMap<number, Hits>>,
  pace: ReturnType<PaceKind['make']>,
  places: Places,
  limits: StandOutLimits,
): readonly { readonly name: string; readonly stretches: readonly Stretch[] }[] =>
  [...byName].flatMap(([name, slots]) => {
    if (total(slots) < limits.minHits) return [];
    const stretches = meantOf(places, [name], standOut(slotCounts(slots, pace.of([name])), limits));
    return stretches.length === 0 ? [] : [{ name, stretches }];
  });

/**
 * Whose refusals stand out, and when: those of some names, each looked at beside its own messages; where most refusals belong to
 * names that do not stand out alone, all names together. Where nothing stands out, all refusals: a state of the whole log where they are
 * the least share of its messages, else marked as thin, enough of them to be told, too few to be an event.
 *
 * @returns `undefined` where there are fewer than the least number
 */
export function outbreakOf(index: LogIndex, places: Places, limits: StandOutLimits): Outbreak | undefined {
  return outbreaksOf(index, places, limits).whole;
}

/**
 * What `outbreakOf` gives, and each name whose refusals stand out beside its own messages, as if the log held no other: one that is
 * always bad, or several on different days, hide each other.
 */
export function outbreaksOf(
  index: LogIndex,
  places: Places,
  limits: StandOutLimits,
): { readonly whole: Outbreak | undefined; readonly byName: () => readonly Outbreak[] } {
  const byName = hitsByName(index, places);
  const own = places.where === undefined ? [] : ownStretches(byName, index.get(places.pace), places, limits);
  return {
    whole: wholeOf(index, places, limits, byName, own),
    byName: () => own.map(({ name, stretches }) => outbreak(index, places, { names: [name], stretches, isThin: false }, byName)),
  };
}

function wholeOf(
  index: LogIndex,
  places: Places,
  limits: StandOutLimits,
  byName: ReadonlyMap<string, ReadonlyMap<number, Hits>>,
  own: ReturnType<typeof ownStretches>,
): Outbreak | undefined {
  const pace = index.get(places.pace);
  const all = [...byName.values()].reduce((sum, slots) => sum + total(slots), 0);
  if (all < limits.minHits) return undefined;
  const ownHits = own.reduce((sum, { name, stretches }) => sum + hitsIn(byName.get(name), stretches), 0);
  const ofOwn = {
    names: own.map(({ name }) => name).sort(),
    stretches: joined(own.flatMap(({ stretches }) => stretches)),
    isThin: false,
  };
  const isShared = own.length > 0 && othersDoTheSame(byName, pace, ofOwn, limits.minShare);
  if (ownHits * 2 >= all && !isShared) return outbreak(index, places, ofOwn, byName);
  const merged = new Map<number, { count: number }>();
  for (const slots of byName.values()) {
    for (const [slot, { count }] of slots) entryOf(merged, slot, () => ({ count: 0 })).count += count;
  }
  const slots = slotCounts(merged, pace.of());
  const together = meantOf(places, [], standOut(slots, limits));
  if (together.length > 0) {
    // No hours hold most of it, and the share is large all the time: a state, of which some hours are no better description.
    const sent = slots.reduce((sum, { of }) => sum + of, 0);
    const isState = all >= limits.minShare * sent && hitsIn(merged, together) * 2 < all;
    return outbreak(index, places, { names: [], stretches: isState ? ALWAYS : together, isThin: false }, byName);
  }
  if (own.length > 0) return outbreak(index, places, ofOwn, byName);
  const most = places.where === undefined ? undefined : [...byName].find(([, slots]) => total(slots) >= MOST_OF_ALL * all);
  const names = most === undefined ? [] : [most[0]];
  const sent = [...pace.of(most === undefined ? undefined : names)].reduce((sum, [, [messages]]) => sum + messages, 0);
  const isThin = places.meant !== undefined || rateInterval(most === undefined ? all : total(most[1]), sent).low < limits.minShare;
  return outbreak(index, places, { names, stretches: ALWAYS, isThin }, byName);
}

function outbreak(
  index: LogIndex,
  { refusals, pace, codes, where, hits: what = failedWith(codes) }: Places,
  { names, stretches, isThin }: Pick<Outbreak, 'names' | 'stretches' | 'isThin'>,
  byName: ReadonlyMap<string, ReadonlyMap<number, Hits>>,
): Outbreak {
  const isMeant = (name: string): boolean => names.length === 0 || names.includes(name);
  let count = 0;
  let since = Infinity;
  for (const [name, slots] of byName) {
    if (!isMeant(name)) continue;
    for (const [slot, hits] of slots) {
      if (!isIn(slot, stretches)) continue;
      count += hits.count;
      since = Math.min(since, hits.first);
    }
  }
  let messages = 0;
  let second = 0;
  for (const [slot, [some, other]] of index.get(pace).of(names.length === 0 ? undefined : names)) {
    if (!isIn(slot, stretches)) continue;
    messages += some;
    second += other;
  }
  const met = [...index.get(refusals).groups].flatMap(({ code, name, slots }) =>
    codes.includes(code) && isMeant(name)
      ? [...slots].flatMap(([slot, { newest }]) => (isIn(slot, stretches) ? [{ code, newest }] : []))
      : [],
  );
  const rows = { ...(names.length === 0 ? {} : where?.(names)), ...during(stretches) };
  return {
    names,
    stretches,
    isThin,
    since,
    codes: codes.filter((code) => met.some((group) => group.code === code)),
    examples: Newest.of(met.map(({ newest }) => newest)),
    refused: { label: 'refused', value: count, rows: { ...rows, ...what } },
    total: { label: isThin ? 'messages in all' : 'messages in the same hours', value: messages, rows: { direction: 'outbound', ...rows } },
    second,
    begun: since === Infinity ? [] : say`, the first on ${moment(since)}`,
  };
}
