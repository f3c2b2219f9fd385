import { Newest } from '../../index/cells/newest.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { reached } from '../../index/tables/reached.ts';
import { routes, type Route } from '../../index/tables/routes.ts';
import { troubles } from '../../index/tables/troubles.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { inOrder } from '../../memory/in-order.ts';
import type { CodeTimesKind, Hits } from './code-times-table.ts';
import { senderPace, type Pace } from './pace-table.ts';
import { rateInterval } from './rate-interval.ts';
import { NO_SLOT, SLOT_MS } from './slots.ts';

/** Fewer messages are nothing to compare with. */
const FEWEST = 10;

/** Messages, and how many of them failed. */
export interface Rate {
  readonly total: number;
  readonly failed: number;
}

/** A sender of which a large share fails with one code, all the time or in a stretch of it. */
export interface FailingSender {
  readonly sender: string;
  /** Within the stretch. */
  readonly own: Rate;
  /** In the whole log. */
  readonly all: Rate;
  /** From (included) to (excluded), whole quarters of an hour in milliseconds; absent where the log has no times. */
  readonly time?: { readonly from: number; readonly to: number };
  /** First failure in it, milliseconds; Infinity where no time is known. */
  readonly since: number;
  /** SIDs of the newest failures in it. */
  readonly examples: readonly string[];
  /** All other senders in the same stretch. */
  readonly others: Rate;
  /** Different people who met the code with this sender in the stretch; 0 where the log does not say, or not every failure is kept. */
  readonly people: number;
  /** Those of them who speak against the sender: whom nobody reached, though several senders tried, is to blame for it. */
  readonly telling: number;
  /** Failures in the stretch a person, among those that are kept; NaN where the log does not say who met them. */
  readonly each: number;
  /** What it differs from: other senders, its own other times, or nothing that the log could show. */
  readonly against: 'others' | 'itself' | 'nothing';
}

/** A sender's messages in a quarter of an hour. */
interface Quarter extends Rate {
  readonly slot: number;
  readonly hits: Hits | undefined;
}

interface Asked {
  readonly code: string;
  /** The table of failures with the code, by sender. */
  readonly refusals: CodeTimesKind;
  /** Share of the sender's messages that must fail. */
  readonly minShare: number;
  readonly minHits: number;
  /** How many times the rate of the rest. */
  readonly rateRatio: number;
}

const rate = ({ total, failed }: Rate): number => (total === 0 ? 0 : failed / total);

/** Whether a rate is so many times another, and lies apart from it at the near ends of what both may be. */
const isApart = (own: Rate, other: Rate, ratio: number): boolean =>
  rate(own) >= ratio * rate(other) && rateInterval(own.failed, own.total).low > rateInterval(other.failed, other.total).high;

/** Quarters of an hour of a sender in order; those without a time only where there is no other. */
function quartersOf(failures: ReadonlyMap<number, Hits>, sent: ReadonlyMap<number, Pace>): readonly Quarter[] {
  const all: Quarter[] = [];
  for (const [slot, [messages]] of sent) {
    const hits = failures.get(slot);
    const failed = hits?.count ?? 0;
    // The failures themselves where the table of messages had no room for the quarter.
    all.push({ slot, total: Math.max(failed, messages), failed, hits });
  }
  for (const [slot, hits] of failures) if (!sent.has(slot)) all.push({ slot, total: hits.count, failed: hits.count, hits });
  const timed = all.filter(({ slot }) => slot !== NO_SLOT).sort((a, b) => a.slot - b.slot);
  return timed.length > 0 ? timed : all;
}

/**
 * The stretch of time in which failures exceed a share of the messages by most: the interval of the greatest sum of
 * "failed - share x total" (Kadane). It begins and ends with a quarter of an hour that has failures.
 */
function stretchOf(quarters: readonly Quarter[], share: number): readonly Quarter[] {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  for (const [place, { total, failed }] of quarters.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = place;
    }
    sum += failed - share * total;
    if (sum > best.sum) best = { sum, from, to: place + 1 };
  }
  return quarters.slice(best.from, best.to);
}

const sumOf = (rates: readonly Rate[]): Rate => ({
  total: rates.reduce((sum, { total }) => sum + total, 0),
  failed: rates.reduce((sum, { failed }) => sum + failed, 0),
});

/** What a rate is held against: a little more than 0 where nothing failed, since a small sample may only have missed it. */
const expected = ({ total, failed }: Rate): number => (failed + 0.5) / (total + 1);

/**
 * How much likelier the failures are at their own rate than at the expected one (logarithm of the ratio). Many senders and stretches
 * are looked at, so more is asked the more there are: chance makes one of a thousand look odd.
 */
const likelihoodRatio = ({ total, failed }: Rate, usual: number): number => {
  const own = failed / total;
  return failed * Math.log(own / usual) + (failed === total ? 0 : (total - failed) * Math.log((1 - own) / (1 - usual)));
};
/** Logarithm of a ratio that convinces where a single sender is looked at as a whole. */
const CONVINCING = 3;

const less = (all: Rate, part: Rate): Rate => ({ total: all.total - part.total, failed: all.failed - part.failed });

/** Messages that failed in another way are left out: most were refused before they could meet what is asked about. */
function rateOf({ counts, failures }: Route, code: string): Rate {
  const failed = failures.get(code)?.count ?? 0;
  const others = [...failures.values()].reduce((sum, { count }) => sum + count, 0) - failed;
  return { total: counts.outbound - others, failed };
}

/** Whether the failures lie in one country where other senders fail as well, or where there is none to compare with: then the country is to blame. */
function isCountry(index: LogIndex, sender: string, code: string): boolean {
  const own = index.get(routes).senders.get(sender);
  if (own === undefined) return false;
  const rates = [...own].map(([country, route]) => ({ country, ...rateOf(route, code) }));
  const all = sumOf(rates);
  const [worst] = rates.sort((a, b) => b.failed - a.failed);
  if (worst === undefined || worst.failed < all.failed * 0.9) return false;
  const elsewhere = less(all, worst);
  if (elsewhere.total < FEWEST || !isApart(worst, elsewhere, 3)) return false;
  const others = sumOf(
    [...index.get(routes).senders]
      .filter(([name]) => name !== sender)
      .flatMap(([, countries]) => countries.get(worst.country) ?? [])
      .map((route) => rateOf(route, code)),
  );
  return others.total < FEWEST || !isApart(worst, others, 2);
}

/** People who met the code with several senders, and no message reached them. */
function unreached(index: LogIndex, code: string): ReadonlySet<number> {
  const senderOf = new Map<number, string>();
  const found = new Set<number>();
  for (const { kind, sender, personKey } of index.get(troubles)) {
    if (kind.code !== code || personKey === 0) continue;
    if (entryOf(senderOf, personKey, () => sender) !== sender && !index.get(reached).has(personKey)) found.add(personKey);
  }
  return found;
}

/** Failures with the code of each of some senders that are kept, and the different people who met them, in the sender's stretch. */
function peopleOf(
  index: LogIndex,
  code: string,
  senders: ReadonlyMap<string, FailingSender['time']>,
): ReadonlyMap<string, { failures: number; people: Set<number> }> {
  const met = new Map<string, { failures: number; people: Set<number> }>();
  if (senders.size === 0) return met;
  for (const { kind, sender, personKey, time } of index.get(troubles)) {
    if (kind.code !== code || personKey === 0 || !senders.has(sender)) continue;
    const stretch = senders.get(sender);
    if (stretch !== undefined && !(time >= stretch.from && time < stretch.to)) continue;
    const one = entryOf(met, sender, () => ({ failures: 0, people: new Set<number>() }));
    one.failures += 1;
    one.people.add(personKey);
  }
  return met;
}

/**
 * Senders that fail with a code far more than the rest of the log does at the same time. One that is alone in its log is held against
 * its own other times, and against nothing where it always fails.
 *
 * @returns most failures first
 */
export function failingSenders(index: LogIndex, { code, refusals, minShare, minHits, rateRatio }: Asked): readonly FailingSender[] {
  const pace = index.get(senderPace);
  const senders = new Set(pace.names);
  const bySender = new Map([...index.get(refusals).groups].flatMap((group) => (group.code === code ? [[group.name, group.slots]] : [])));
  const failedIn = new Map<number, number>();
  for (const slots of bySender.values()) for (const [slot, { count }] of slots) failedIn.set(slot, (failedIn.get(slot) ?? 0) + count);
  const everybody = [...pace.of()].map(([slot, [total]]) => ({ slot, total, failed: failedIn.get(slot) ?? 0 }));
  const total = sumOf(everybody);
  const found: Omit<FailingSender, 'people' | 'telling' | 'each'>[] = [];
  for (const [sender, failures] of bySender) {
    // One that is not followed has no messages to be held against.
    if (!senders.has(sender)) continue;
    let hits = 0;
    for (const { count } of failures.values()) hits += count;
    if (hits < minHits) continue;
    const quarters = quartersOf(failures, pace.of([sender]));
    const all = sumOf(quarters);
    const stretch = stretchOf(quarters, minShare / 2);
    const [first, last] = [stretch[0], stretch.at(-1)];
    const own = sumOf(stretch);
    if (first === undefined || last === undefined || own.failed < minHits || rate(own) < minShare) continue;
    const others = less(sumOf(everybody.filter(({ slot }) => slot >= first.slot && slot <= last.slot)), own);
    const itself = less(all, own);
    const elsewhere = less(total, all);
    // A handful that did not fail says little beside many.
    const many = [others, elsewhere, itself].filter(({ total }) => total >= FEWEST);
    const usual = Math.max(...many.map(expected));
    const looked = senders.size * (stretch.length === quarters.length ? 1 : (quarters.length * (quarters.length + 1)) / 2);
    const against = others.total >= FEWEST ? 'others' : itself.total >= FEWEST ? 'itself' : 'nothing';
    // Nothing but its own other times to compare with: a few failures within an hour are no verdict on a sender.
    if (against === 'itself' && own.failed < FEWEST) continue;
    if (against !== 'nothing' && !isApart(own, against === 'others' ? others : itself, rateRatio)) continue;
    if (against !== 'nothing' && likelihoodRatio(own, usual) < CONVINCING + Math.log(looked)) continue;
    if (isCountry(index, sender, code)) continue;
    found.push({
      sender,
      own,
      all,
      others,
      against,
      since: Math.min(...stretch.map(({ hits }) => hits?.first ?? Infinity)),
      examples: Newest.of(stretch.flatMap(({ hits }) => hits?.newest ?? [])),
      ...(first.slot === NO_SLOT ? {} : { time: { from: first.slot * SLOT_MS, to: (last.slot + 1) * SLOT_MS } }),
    });
  }
  const met = peopleOf(index, code, new Map(found.map(({ sender, time }) => [sender, time])));
  const isCapped = index.get(troubles).overflow > 0;
  const nobody = found.length === 0 ? new Set<number>() : unreached(index, code);
  return found
    .map((one) => {
      const { failures, people } = met.get(one.sender) ?? { failures: 0, people: new Set<number>() };
      const telling = [...people].filter((person) => !nobody.has(person)).length;
      return { ...one, people: isCapped ? 0 : people.size, telling, each: failures / people.size };
    })
    .sort((a, b) => b.own.failed - a.own.failed || inOrder(a.sender, b.sender));
}
