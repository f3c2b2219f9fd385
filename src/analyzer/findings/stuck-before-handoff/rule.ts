import { Newest } from '../../index/cells/newest.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { entryOf } from '../../memory/entry-of.ts';
import type { Filter } from '../../report/filter.ts';
import { howMany, moment, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { slotCounts } from '../shared/outbreak.ts';
import { senderPace } from '../shared/pace-table.ts';
import { bySender, senderNames, sendersSubject } from '../shared/senders.ts';
import { ALWAYS, during, isIn, joined, NO_SLOT, SLOT_MS, slotOf, type Stretch } from '../shared/slots.ts';
import { standOut, type StandOutLimits } from '../shared/stand-out.ts';
import { TEST_SENDER, waiting } from '../shared/waiting.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ID = 'stuck-before-handoff';

interface OldWait {
  readonly sender: string;
  readonly slot: number;
  readonly count: number;
  readonly first: number;
  readonly newest: Newest;
}

/** Messages that wait since before a slot; one without a time says nothing about waiting, and the test sender's never go out. */
const oldWaits = (index: LogIndex, end: number): readonly OldWait[] =>
  [...index.get(waiting).groups].flatMap(({ name, slots }) =>
    (name === TEST_SENDER ? [] : [...slots]).flatMap(([slot, { count, first, newest }]) =>
      slot !== NO_SLOT && slot < end ? [{ sender: name, slot, count, first, newest }] : [],
    ),
  );

/** Whether some wait that are no customer's: they are not meant where no sender is named. */
const isTested = (index: LogIndex): boolean => [...index.get(waiting).groups].some(({ name }) => name === TEST_SENDER);

const sum = (waits: readonly OldWait[]): number => waits.reduce((all, { count }) => all + count, 0);

function bySlot(waits: readonly OldWait[]): ReadonlyMap<number, { readonly count: number }> {
  const slots = new Map<number, { count: number }>();
  for (const { slot, count } of waits) entryOf(slots, slot, () => ({ count: 0 })).count += count;
  return slots;
}

/** Whose messages wait, and since when: of each sender that stands out among its own messages, else of all together. */
function whose(
  index: LogIndex,
  waits: readonly OldWait[],
  limits: StandOutLimits,
): { readonly senders: readonly string[]; readonly stretches: readonly Stretch[]; readonly isThin: boolean } {
  const pace = index.get(senderPace);
  const own = [...new Set(waits.map(({ sender }) => sender))].sort().flatMap((sender) => {
    const standing = standOut(slotCounts(bySlot(waits.filter((wait) => wait.sender === sender)), pace.of([sender])), limits);
    return standing === undefined ? [] : [{ sender, standing }];
  });
  const ofOwn = {
    senders: own.map(({ sender }) => sender),
    stretches: joined(own.flatMap(({ standing }) => standing.stretches)),
    isThin: false,
  };
  const held = own.reduce((all, { standing }) => all + standing.inside.hits, 0);
  if (held * 2 >= sum(waits)) return ofOwn;
  const together = standOut(slotCounts(bySlot(waits), pace.of()), limits);
  if (together !== undefined) return { senders: [], stretches: together.stretches, isThin: false };
  return own.length > 0 ? ofOwn : { senders: [], stretches: ALWAYS, isThin: true };
}

/**
 * Messages that Twilio has taken and not handed on: queued, accepted or sending for longer than an hour, counted from the newest time of
 * the log. After ten hours they should have failed: then the log is older than their end, or its rows were not updated.
 */
export const stuckBeforeHandoff = rule({
  id: ID,
  codes: [],
  guide: 'stuck',
  needs: ['status', 'sent'],
  tables: [waiting, senderPace],
  limits: { minWaiting: 'count', minShare: 'share', waitMinutes: 'count', staleHours: 'count' },
  find(index, { limits, minHits }) {
    const { clock } = index;
    const end = slotOf(clock - limits.waitMinutes * MINUTE_MS);
    const all = oldWaits(index, end);
    const least = Math.max(minHits, limits.minWaiting);
    if (sum(all) < least) return [];
    const { senders, stretches, isThin } = whose(index, all, { minHits: least, minShare: limits.minShare });
    const meant = all.filter(({ sender, slot }) => (senders.length === 0 || senders.includes(sender)) && isIn(slot, stretches));
    const staleEnd = slotOf(clock - limits.staleHours * HOUR_MS);
    const stale = meant.filter(({ slot }) => slot < staleEnd);
    const since = meant.reduce((least, { first }) => Math.min(least, first), Infinity);
    const untested = senders.length === 0 && isTested(index) ? [{ except: [{ senders: [TEST_SENDER] }] }] : [];
    const rows: Filter = {
      direction: 'outbound',
      outcomes: ['in-flight'],
      ...(senders.length === 0 ? {} : bySender(senders)),
      ...during(stretches),
      all: [{ time: { to: end * SLOT_MS } }, ...untested],
    };
    const stuck = { label: `waiting for more than ${String(limits.waitMinutes)} minutes`, value: sum(meant), rows };
    const longer = {
      label: `of these for more than ${String(limits.staleHours)} hours`,
      value: sum(stale),
      rows: { ...rows, all: [{ time: { to: staleEnd * SLOT_MS } }, ...untested] },
    };
    const total = sent(index, senders, stretches);
    const old =
      stale.length === 0
        ? ''
        : say` ${howMany(longer, 'message')} of these for more than ${howMany(limits.staleHours, 'hour')}, longer than a message may wait: they have probably ended since, and the log does not show how.`;
    return [
      {
        severity: isThin ? 'low' : 'high',
        confidence: isThin || stale.length * 2 > meant.length ? 'low' : 'medium',
        because: say`The log says only that they had not been handed over at its newest time; the queue or the status page says why.`,
        sentence: say`Messages of ${senderNames(senders)} wait at Twilio: ${outOf(stuck, total)}${isThin ? '' : ' in the same hours'} (${share(stuck, total)}) have been queued, accepted or sending for more than ${howMany(limits.waitMinutes, 'minute')}, the first since ${moment(since)}.${old}`,
        affected: stuck.value,
        recoverable: stuck.value,
        rows,
        subject: sendersSubject(senders),
        since,
        evidence: [stuck, total, longer],
        codes: [],
        examples: Newest.of(meant.map(({ newest }) => newest)),
        action: { kind: 'check', list: null },
      },
    ];
  },
});

/** All messages of these senders in these hours. */
function sent(index: LogIndex, senders: readonly string[], stretches: readonly Stretch[]) {
  let value = 0;
  for (const [slot, [messages]] of index.get(senderPace).of(senders.length === 0 ? undefined : senders))
    if (isIn(slot, stretches)) value += messages;
  const rows: Filter = { direction: 'outbound', ...(senders.length === 0 ? {} : bySender(senders)), ...during(stretches) };
  return { label: stretches === ALWAYS ? 'messages in all' : 'messages in the same hours', value, rows };
}
