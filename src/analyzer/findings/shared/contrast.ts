import { rateInterval } from './rate-interval.ts';

/** Failures that share something, and all messages that do; the same of the messages that do not. */
export interface Counts {
  readonly hits: number;
  readonly of: number;
  readonly otherHits: number;
  readonly otherOf: number;
}

export interface ContrastLimits {
  /** Failures that share it, at least. */
  readonly minShared: number;
  /** Share of all these failures that share it. */
  readonly minShare: number;
  /** How many times the rate elsewhere. */
  readonly rateRatio: number;
}

export interface Contrast {
  /** Rate of the failures among messages that share it, at the near end of what chance allows. */
  readonly least: number;
  /** The same failures over and above the rate elsewhere. */
  readonly excess: number;
  /** How many times the rate elsewhere; Infinity where it happens nowhere else. */
  readonly times: number;
  /** The same at the near ends of what chance allows: at least so many times. */
  readonly timesAtLeast: number;
}

/**
 * Whether failures have something in common that other messages do not have: most of them share it, and whoever shares it fails far
 * more often than the rest, also at the near ends of what chance allows.
 *
 * @returns `undefined` where they do not, or there is nothing to compare with
 */
export function contrastOf(
  { hits, of, otherHits, otherOf }: Counts,
  { minShared, minShare, rateRatio }: ContrastLimits,
): Contrast | undefined {
  if (hits < minShared || hits < minShare * (hits + otherHits) || otherOf < minShared) return undefined;
  const rate = hits / of;
  const otherRate = otherHits / otherOf;
  const least = rateInterval(hits, of).low;
  const most = rateInterval(otherHits, otherOf).high;
  if (rate < rateRatio * otherRate || least <= most) return undefined;
  return { least, excess: hits - otherRate * of, times: otherRate === 0 ? Infinity : rate / otherRate, timesAtLeast: least / most };
}
