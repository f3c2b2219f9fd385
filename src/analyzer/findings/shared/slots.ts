import type { Filter } from '../../report/filter.ts';

/** A quarter of an hour: fine enough to say since when, coarse enough to count by. */
export const SLOT_MS = 900_000;
/** The slot of messages without a time. */
export const NO_SLOT = 0;

/** Quarter of an hour since 1970 in UTC. @param time milliseconds, NaN for none */
export const slotOf = (time: number): number => (Number.isNaN(time) ? NO_SLOT : Math.floor(time / SLOT_MS));

/** Slots one after another, both ends included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** All messages, with or without a time. */
export const ALWAYS: readonly Stretch[] = [{ from: NO_SLOT, to: Infinity }];

/** Stretches in order of time, those that touch or overlap as one. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

const start = (slot: number): number => slot * SLOT_MS;

/** The messages of these stretches, joined ones; all messages where they hold those without a time. */
export function during(stretches: readonly Stretch[]): Filter {
  const first = stretches[0];
  const last = stretches.at(-1);
  if (first === undefined || last === undefined || first.from === NO_SLOT) return {};
  const gaps = stretches
    .slice(1)
    .map(({ from }, place) => ({ time: { from: start((stretches[place]?.to ?? from) + 1), to: start(from) } }));
  return { time: { from: start(first.from), to: start(last.to + 1) }, ...(gaps.length === 0 ? {} : { except: gaps }) };
}

/** Whether a slot lies in one of the stretches. */
export const isIn = (slot: number, stretches: readonly Stretch[]): boolean => stretches.some(({ from, to }) => slot >= from && slot <= to);
