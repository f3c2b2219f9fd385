import { Newest } from '../../index/cells/newest.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { localDay, localTime } from '../../message/local-time.ts';
import { howMany, moment, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { slotCounts } from '../shared/outbreak.ts';
import { usPace } from '../shared/pace-table.ts';
import { failedWith } from '../shared/refused-people.ts';
import { ALWAYS, during, isIn, joined, NO_SLOT, SLOT_MS } from '../shared/slots.ts';
import { standOut } from '../shared/stand-out.ts';

const ID = 'daily-cap';
const CODES = ['30023', '30027'];
/** The cap is counted for a day of this zone (fact daily-cap-reset). */
const ZONE = 'America/Los_Angeles';
const DAY_MS = 86_400_000;

const refusals = codeTimes({ finding: ID, codes: CODES, name: () => 'the brand' });

/** "14:05": the hour and minute that Pacific clocks show. */
const pacificClock = (time: number): string => new Date(localTime(time, ZONE)).toISOString().slice(11, 16);

/**
 * The day's share of a brand at T-Mobile used up: from some hour on refusals, none after midnight Pacific. The carrier is in no log, so
 * messages and segments to the US are an upper bound.
 */
export const dailyCap = rule({
  id: ID,
  codes: CODES,
  guide: 'daily-cap',
  needs: ['errorCode', 'status'],
  tables: [refusals, usPace],
  limits: { minRefused: 'count', minShare: 'share' },
  find(index, { limits, minHits }) {
    const groups = [...index.get(refusals).groups];
    const hits = new Map<number, { count: number; first: number }>();
    for (const [slot, { count, first }] of groups.flatMap(({ slots }) => [...slots])) {
      const sum = entryOf(hits, slot, () => ({ count: 0, first: Infinity }));
      sum.count += count;
      sum.first = Math.min(sum.first, first);
    }
    const least = Math.max(minHits, limits.minRefused);
    const all = [...hits.values()].reduce((sum, { count }) => sum + count, 0);
    if (all < least) return [];
    const us = index.get(usPace).of();
    const dayOf = (slot: number): number => (slot === NO_SLOT ? -1 : localDay(slot * SLOT_MS, ZONE));
    const days = new Map<number, number[]>();
    for (const slot of new Set([...hits.keys(), ...us.keys()])) entryOf(days, dayOf(slot), (): number[] => []).push(slot);
    // Each Pacific day is judged by itself: the cap begins anew.
    const capped = [...days.values()].flatMap((slots) => {
      const day = new Set(slots);
      const ofDay = slotCounts(hits, us).filter(({ slot }) => day.has(slot));
      return standOut(ofDay, { minHits: least, minShare: limits.minShare })?.stretches ?? [];
    });
    const isThin = capped.length === 0;
    const stretches = isThin ? ALWAYS : joined(capped);
    const within = [...hits].filter(([slot]) => isIn(slot, stretches));
    const count = within.reduce((sum, [, one]) => sum + one.count, 0);
    const since = within.reduce((first, [, one]) => Math.min(first, one.first), Infinity);
    const firstSlot = Math.floor(since / SLOT_MS);
    let messages = 0;
    let segments = 0;
    for (const [slot, [some, second]] of us) {
      if (isIn(slot, stretches)) messages += some;
      if (slot < firstSlot && dayOf(slot) === dayOf(firstSlot)) segments += second;
    }
    const cappedDays = new Set(within.map(([slot]) => dayOf(slot))).size;
    const hours = during(stretches);
    const refused = { label: 'refused over the daily cap', value: count, rows: { ...hours, ...failedWith(CODES) } };
    const total = {
      label: 'messages to the US in the same hours',
      value: messages,
      rows: { ...hours, direction: 'outbound', countries: ['US'] },
    } as const;
    const hasTime = Number.isFinite(since);
    const when = hasTime
      ? say` on ${howMany(cappedDays, 'day')} (Pacific time), the first on ${moment(since)}, ${{ text: pacificClock(since) }} Pacific`
      : '';
    const before =
      !hasTime || segments === 0 ? '' : say` ${howMany(segments, 'segment')} to the US had been sent that day by then, over all carriers.`;
    const midnight = (localDay(since, ZONE) + 1) * DAY_MS;
    const reset = hasTime ? say` The cap began anew at midnight Pacific, ${moment(utcOf(midnight))}.` : '';
    return [
      {
        severity: isThin ? 'low' : 'high',
        confidence: 'high',
        because: say`The code alone says that the day's cap was used up; which carrier and how large the cap is are in no log.`,
        sentence: say`The daily cap for messages to the US was reached${when}: ${outOf(refused, total)} messages in the same hours (${share(refused, total)}) were refused.${before}${reset}`,
        affected: count,
        recoverable: count,
        rows: refused.rows,
        subject: {},
        since,
        evidence: [refused, total],
        codes: CODES.filter((code) =>
          groups.some((group) => group.code === code && [...group.slots.keys()].some((slot) => isIn(slot, stretches))),
        ),
        examples: Newest.of(
          groups.flatMap(({ slots }) => [...slots].flatMap(([slot, { newest }]) => (isIn(slot, stretches) ? [newest] : []))),
        ),
        action: { kind: 'wait', list: null },
      },
    ];
  },
});

/** The moment at which Pacific clocks show a local time: found by asking the zone twice, for clocks may change in between. */
function utcOf(local: number): number {
  const guess = local - (localTime(local, ZONE) - local);
  return local - (localTime(guess, ZONE) - guess);
}
