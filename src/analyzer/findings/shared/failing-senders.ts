import { Newest } from '../../index/cells/newest.ts';
import type { Tally } from '../../index/cells/tally.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { routes } from '../../index/tables/routes.ts';
import { rateInterval } from './rate-interval.ts';
import { HOUR_MS, NO_HOUR, senderHours, type SenderHour } from './sender-hours-table.ts';

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
  /** From (included) to (excluded), whole hours in milliseconds; absent where the log has no times. */
  readonly time?: { readonly from: number; readonly to: number };
  /** First failure in it, milliseconds; Infinity where no time is known. */
  readonly since: number;
  /** SIDs of the newest failures in it. */
  readonly examples: readonly string[];
  /** All other senders in the same stretch. */
  readonly others: Rate;
  /** Different people who met the code with this sender; 0 where the log does not say. */
  readonly people: number;
  /** What it differs from: other senders, its own other hours, or nothing that the log could show. */
  readonly against: 'others' | 'itself' | 'nothing';
}

interface Hour extends Rate {
  readonly hour: number;
  readonly failures: Tally | undefined;
}

interface Asked {
  readonly code: string;
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

/** Hours of a sender in order; those without a time only where there is no other. */
function hoursOf(hours: ReadonlyMap<number, SenderHour>, code: string): readonly Hour[] {
  const all = [...hours].map(([hour, { outbound, failures }]) => ({
    hour,
    total: outbound,
    failed: failures.get(code)?.count ?? 0,
    failures: failures.get(code),
  }));
  const timed = all.filter(({ hour }) => hour !== NO_HOUR).sort((a, b) => a.hour - b.hour);
  return timed.length > 0 ? timed : all;
}

/**
 * The stretch of hours in which failures exceed a share of the messages by most: the interval of the greatest sum of
 * "failed - share x total" (Kadane). It begins and ends with an hour that has failures.
 */
function stretchOf(hours: readonly Hour[], share: number): readonly Hour[] {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  for (const [place, { total, failed }] of hours.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = place;
    }
    sum += failed - share * total;
    if (sum > best.sum) best = { sum, from, to: place + 1 };
  }
  return hours.slice(best.from, best.to);
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

/** Whether the failures lie in one country where other senders fail as well, or where there is none to compare with: then the country is to blame. */
function isCountry(index: LogIndex, sender: string, code: string): boolean {
  const own = index.get(routes).senders.get(sender);
  if (own === undefined) return false;
  const rates = [...own].map(([country, { counts, failures }]) => ({
    country,
    total: counts.outbound,
    failed: failures.get(code)?.count ?? 0,
  }));
  const all = sumOf(rates);
  const [worst] = rates.sort((a, b) => b.failed - a.failed);
  if (worst === undefined || worst.failed < all.failed * 0.9) return false;
  const elsewhere = less(all, worst);
  if (elsewhere.total < FEWEST || !isApart(worst, elsewhere, 3)) return false;
  const others = sumOf(
    [...index.get(routes).senders]
      .filter(([name]) => name !== sender)
      .flatMap(([, countries]) => countries.get(worst.country) ?? [])
      .map(({ counts, failures }) => ({ total: counts.outbound, failed: failures.get(code)?.count ?? 0 })),
  );
  return others.total < FEWEST || !isApart(worst, others, 2);
}

/**
 * Senders that fail with a code far more than the rest of the log does at the same time. One that is alone in its log is held against
 * its own other hours, and against nothing where it always fails.
 *
 * @returns most failures first
 */
export function failingSenders(index: LogIndex, { code, minShare, minHits, rateRatio }: Asked): readonly FailingSender[] {
  const { senders } = index.get(senderHours);
  const everyHour = new Map<number, { total: number; failed: number }>();
  for (const { hours } of senders.values()) {
    for (const { hour, total, failed } of hoursOf(hours, code)) {
      const sum = everyHour.get(hour) ?? { total: 0, failed: 0 };
      everyHour.set(hour, { total: sum.total + total, failed: sum.failed + failed });
    }
  }
  const found: FailingSender[] = [];
  for (const [sender, { hours, people }] of senders) {
    const ownHours = hoursOf(hours, code);
    const all = sumOf(ownHours);
    if (all.failed < minHits) continue;
    const stretch = stretchOf(ownHours, minShare / 2);
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (first === undefined || last === undefined) continue;
    const own = sumOf(stretch);
    if (own.failed < minHits || rate(own) < minShare) continue;
    const everybody = [...everyHour].filter(([hour]) => hour >= first.hour && hour <= last.hour).map(([, sum]) => sum);
    const others = less(sumOf(everybody), own);
    const itself = less(all, own);
    const elsewhere = less(sumOf([...everyHour.values()]), all);
    // Where there is nothing, nothing is expected of it.
    const usual = Math.max(0, ...[others, elsewhere, itself].filter(({ total }) => total > 0).map(expected));
    const looked = senders.size * (stretch.length === ownHours.length ? 1 : (ownHours.length * (ownHours.length + 1)) / 2);
    const against = others.total >= FEWEST ? 'others' : itself.total >= FEWEST ? 'itself' : 'nothing';
    // Nothing but its own other hours to compare with: a few failures within an hour are no verdict on a sender.
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
      since: Math.min(...stretch.map(({ failures }) => failures?.first ?? Infinity)),
      examples: Newest.of(stretch.flatMap(({ failures }) => failures?.newest ?? [])),
      people: people.get(code)?.size ?? 0,
      ...(first.hour === NO_HOUR ? {} : { time: { from: first.hour * HOUR_MS, to: (last.hour + 1) * HOUR_MS } }),
    });
  }
  return found.sort((a, b) => b.own.failed - a.own.failed || (a.sender < b.sender ? -1 : 1));
}
