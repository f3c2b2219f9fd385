import { Newest } from '../../index/cells/newest.ts';
import { copyKeyOf } from '../../index/copy-key.ts';
import { entryOf } from '../../memory/entry-of.ts';
import type { Filter } from '../../report/filter.ts';
import { howMany, moment, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { slotCounts } from '../shared/outbreak.ts';
import { senderPace } from '../shared/pace-table.ts';
import { sends, type Send } from '../shared/sends-table.ts';
import { ALWAYS, during, isIn, slotOf } from '../shared/slots.ts';
import { standOut } from '../shared/stand-out.ts';

const ID = 'duplicates';
const MINUTE_MS = 60_000;
/** Copies that the filter of the report names; of more the oldest are told. */
const MOST_NAMED = 50_000;

const byTime = (a: Send, b: Send): number => a.time - b.time || a.person - b.person;

/** Milliseconds from a copy to the one before it, the middle one of all. */
function usualGap(groups: readonly (readonly Send[])[]): number {
  const gaps = groups.flatMap((group) => group.slice(1).map(({ time }, place) => time - (group[place]?.time ?? time)));
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? Infinity;
}

/**
 * The same text to the same person twice within minutes, and both went out: a job that ran twice, a retry after a late answer. Who asks
 * for a second code gets another code, or the same one a while later. What happens now and then in any log must stand out, or be a
 * fair share of it.
 */
export const duplicates = rule({
  id: ID,
  codes: [],
  guide: 'duplicate-rows',
  needs: ['to', 'body', 'status', 'sent'],
  tables: [sends, senderPace],
  limits: {
    withinMinutes: 'count',
    minCopies: 'count',
    minShare: 'share',
    leastShare: 'share',
    highShare: 'share',
    mostSeconds: 'count',
  },
  find(index, { limits, minHits }) {
    const groups = index.get(sends).copies(limits.withinMinutes * MINUTE_MS);
    const all = groups.flat();
    const least = Math.max(minHits, limits.minCopies);
    if (all.length < least) return [];
    const bySlot = new Map<number, { count: number }>();
    for (const { time } of all) entryOf(bySlot, slotOf(time), () => ({ count: 0 })).count += 1;
    const pace = index.get(senderPace).of();
    const standing = standOut(slotCounts(bySlot, pace), { minHits: least, minShare: limits.minShare });
    const stretches = standing?.stretches ?? ALWAYS;
    const inTime = all.filter(({ time }) => isIn(slotOf(time), stretches)).sort(byTime);
    const meant = inTime.slice(0, MOST_NAMED);
    const named = new Set(meant);
    let total = 0;
    for (const [slot, [messages]] of pace) if (isIn(slot, stretches)) total += messages;
    if (standing === undefined && inTime.length < total * limits.leastShare) return [];
    // A program repeats within seconds; a person who asks for the same again takes longer.
    const isQuick = usualGap(groups.filter((group) => group.some((one) => named.has(one)))) <= limits.mostSeconds * 1_000;
    const isMuch = inTime.length >= total * limits.highShare;
    const rows: Filter = {
      direction: 'outbound',
      outcomes: ['delivered', 'no-receipt'],
      copies: [...new Set(meant.map(({ person, text, time }) => copyKeyOf(person, text, time)))],
    };
    const twice = { label: 'messages that have a copy', value: meant.length, rows: { finding: ID } };
    const others = {
      label: standing === undefined ? 'messages in all' : 'messages in the same hours',
      value: total,
      rows: { direction: 'outbound', ...during(stretches) },
    } as const;
    const people = {
      label: 'people',
      value: new Set(meant.map(({ person }) => person)).size,
      of: 'people',
      rows: { finding: ID },
    } as const;
    const since = meant[0]?.time ?? Infinity;
    const newest = new Newest();
    for (const { time, sid } of meant) if (sid !== '') newest.add(time, sid);
    const more = inTime.length > meant.length ? say` There are more (${howMany(inTime.length, 'message')}); these are the oldest.` : [];
    return [
      {
        severity: standing === undefined || !(isQuick || isMuch) ? 'low' : isMuch ? 'high' : 'medium',
        confidence: 'medium',
        because: say`Recipient and text are the same to the last character and less than ${howMany(limits.withinMinutes, 'minute')} lie between; only the sending program can say whether it was meant.`,
        sentence: say`The same text went to the same person twice or more within ${howMany(limits.withinMinutes, 'minute')}: ${outOf(twice, others)} messages${standing === undefined ? '' : ' in the same hours'} (${share(twice, others)}) to ${howMany(people, 'person', 'people')} have such a copy, the first on ${moment(since)}.${more}`,
        affected: meant.length,
        recoverable: 0,
        rows,
        subject: {},
        since,
        isSinceExact: true,
        evidence: [twice, others, people],
        codes: [],
        examples: newest.sids,
        action: { kind: 'check', list: null },
      },
    ];
  },
});
