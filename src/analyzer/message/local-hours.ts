import { zonesAt, zonesOf } from './area-zones.ts';
import { localHour } from './local-time.ts';

const HOUR_MS = 3_600_000;
/** Places of zones are fewer. */
const PLACES = 128;
/** Answers kept before they are forgotten: some years of hours. */
const ANSWERS_KEPT = 100_000;

/**
 * Asks whether it was one of some hours of the day where the owner of a US number probably is; where an area code lies in several
 * zones, in all of them.
 *
 * @param hours from (included) to (excluded), 0 to 24; over midnight where `from` is later
 * @returns a test of digits (0 for none) and time (milliseconds); false for numbers of which no zone is known, and for no time
 */
export function inLocalHours({ from, to }: { readonly from: number; readonly to: number }): (digits: number, time: number) => boolean {
  const isWithin = (hour: number): boolean => (from <= to ? hour >= from && hour < to : hour >= from || hour < to);
  // Clocks change on full hours of UTC in all these zones, so one answer holds for an hour.
  const known = new Map<number, boolean>();
  const lastHour = new Float64Array(PLACES).fill(NaN);
  const last = new Uint8Array(PLACES);
  return (digits, time) => {
    const place = zonesOf(digits);
    if (place < 0 || Number.isNaN(time)) return false;
    const hour = Math.floor(time / HOUR_MS);
    if (hour === lastHour[place]) return last[place] === 1;
    const key = hour * PLACES + place;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = zonesAt(place).every((zone) => isWithin(localHour(time, zone)));
      if (known.size >= ANSWERS_KEPT) known.clear();
      known.set(key, answer);
    }
    lastHour[place] = hour;
    last[place] = answer ? 1 : 0;
    return answer;
  };
}
