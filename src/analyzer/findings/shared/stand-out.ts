import { joined, NO_SLOT, type Stretch } from './slots.ts';

/** What happened in one slot: how many of how many. */
export interface SlotCount {
  readonly slot: number;
  readonly hits: number;
  /** Messages that could have been hits, these included. */
  readonly of: number;
}

/** What makes a stretch stand out; limits of the rule that asks. */
export interface StandOutLimits {
  readonly minHits: number;
  /** Least share of hits in a stretch. */
  readonly minShare: number;
}

interface Sum {
  readonly hits: number;
  readonly of: number;
}

/** A rate that was never met is taken for this small, so that its logarithm is finite. */
const NEVER = 0.002;
const ALWAYS = 0.998;
/** Standard deviations of chance that hits must exceed what the rest of the log would make of as many messages. */
const SIGMAS = 5;
/** Odds so many times those of the rest of the log are another matter than the rest; fewer are a worse day. */
const ODDS = 3;
/** Stretches of one log; more than this are a state, not events. */
const MOST = 30;

const sumOf = (slots: readonly SlotCount[]): Sum =>
  slots.reduce((sum, { hits, of }) => ({ hits: sum.hits + hits, of: sum.of + of }), { hits: 0, of: 0 });
const rateOf = ({ hits, of }: Sum): number => (of === 0 ? 0 : hits / of);

/**
 * The stretch in which hits exceed a rate by most (the subarray of largest sum, Kadane 1984).
 *
 * @returns places in `slots`, both ends included; `undefined` where no slot is above the rate
 */
function bestStretch(slots: readonly SlotCount[], rate: number): readonly [from: number, to: number] | undefined {
  let best = 0;
  let found: readonly [number, number] | undefined;
  let sum = 0;
  let from = 0;
  for (const [place, { hits, of }] of slots.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = place;
    }
    sum += hits - rate * of;
    if (sum > best) {
      best = sum;
      found = [from, place];
    }
  }
  return found;
}

/** All stretches above a rate that hold enough hits, each split off in turn, the strongest first. */
function stretchesAbove(slots: readonly SlotCount[], rate: number, least: number): readonly (readonly SlotCount[])[] {
  const found: (readonly SlotCount[])[] = [];
  const open = [slots];
  while (found.length < MOST) {
    const part = open.pop();
    if (part === undefined) break;
    const best = bestStretch(part, rate);
    if (best === undefined) continue;
    const inside = part.slice(best[0], best[1] + 1);
    if (sumOf(inside).hits < least) continue;
    found.push(inside);
    open.push(part.slice(0, best[0]), part.slice(best[1] + 1));
  }
  return found;
}

/** The rate at which a slot speaks for neither of two: above it for the inner, below it for the outer (likelihood ratio of two coins). */
function between(inner: number, outer: number): number {
  const p = Math.min(ALWAYS, inner);
  const q = Math.max(NEVER, Math.min(outer, p / 2));
  const no = Math.log((1 - q) / (1 - p));
  return no / (Math.log(p / q) + no);
}

/** How much likelier the hits of a stretch are at a rate of their own than at that of the rest, as a logarithm (two coins against one). */
function gainOf({ hits, of }: Sum, outer: number): number {
  const own = Math.min(ALWAYS, hits / of);
  const rest = Math.max(NEVER, Math.min(outer, own));
  return hits * Math.log(own / rest) + (of - hits) * Math.log((1 - own) / (1 - rest));
}

/**
 * The stretches that are no pick among many: a beginning and an end are chosen for each, out of all slots, and the best of so many pairs
 * looks odd in any log.
 */
function unlikely(found: readonly (readonly SlotCount[])[], slots: number, outer: number): readonly (readonly SlotCount[])[] {
  const least = 2 * Math.log(slots);
  return found.filter((part) => gainOf(sumOf(part), outer) >= least);
}

const areOddsApart = (inside: Sum, outside: Sum): boolean =>
  inside.hits * (outside.of - outside.hits) >= ODDS * outside.hits * (inside.of - inside.hits);

/** What stands out, and what the rest of the log is like. */
export interface Standing {
  /** In order of time; a stretch that holds NO_SLOT is a log without times. */
  readonly stretches: readonly Stretch[];
  readonly inside: Sum;
  readonly outside: Sum;
}

/**
 * When something happened far more often than in the rest of the log: one or more stretches of time, or all of it.
 *
 * Three limits hold for all of them together: the least share inside, odds three times those outside, and five standard deviations of chance plus the least number
 * of hits above what the rate outside would make. So neither many messages nor quiet hours alone make noise stand out; and each
 * stretch must be more than the best of as many stretches as there are.
 *
 * @param slots in any order; a log without times has one, NO_SLOT
 * @returns `undefined` where nothing stands out
 */
export function standOut(slots: readonly SlotCount[], { minHits, minShare }: StandOutLimits): Standing | undefined {
  const timed = slots.filter(({ slot }) => slot !== NO_SLOT);
  const all = (timed.length === 0 ? slots : timed).toSorted((a, b) => a.slot - b.slot);
  const total = sumOf(all);
  const judge = (rate: number) => {
    const above = stretchesAbove(all, rate, minHits);
    const met = sumOf(above.flat());
    const found = unlikely(above, all.length, rateOf({ hits: total.hits - met.hits, of: total.of - met.of }));
    const inside = sumOf(found.flat());
    return { found, inside, outside: { hits: total.hits - inside.hits, of: total.of - inside.of } };
  };
  // First what is above the least share, then, with the two rates known, where exactly it begins and ends.
  for (const rate of [minShare, Math.min(0.5, 3 * rateOf(total))]) {
    if (rate < minShare) continue;
    const rough = judge(rate);
    if (rough.found.length === 0) continue;
    const fine = judge(Math.max(rate, between(rateOf(rough.inside), rateOf(rough.outside))));
    const { found, inside, outside } = fine.found.length === 0 ? rough : fine;
    const chance = rateOf(outside) * inside.of;
    if (!areOddsApart(inside, outside)) continue;
    if (rateOf(inside) < minShare || inside.hits - chance < SIGMAS * Math.sqrt(chance) + minHits) continue;
    const stretches = joined(
      found.flatMap((part) => {
        const [first, last] = [part[0], part.at(-1)];
        return first === undefined || last === undefined ? [] : [{ from: first.slot, to: last.slot }];
      }),
    );
    return { stretches, inside, outside };
  }
  return undefined;
}
