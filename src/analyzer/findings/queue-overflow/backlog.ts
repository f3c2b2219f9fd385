import type { LogIndex } from '../../index/log-index.ts';
import { ACCEPTED, waitsFrom, waitTimes } from '../shared/code-times-table.ts';
import { outbreakOf, type Outbreak } from '../shared/outbreak.ts';
import { senderPace } from '../shared/pace-table.ts';
import { bySender } from '../shared/senders.ts';
import { SLOT_MS, type Stretch } from '../shared/slots.ts';

/** Messages that waited before they were sent, by sender; empty where the log does not say both when they were made and when they were sent. */
export const waits = waitTimes({ finding: 'queue-overflow', name: ({ sender }) => sender });

const SLOT_SECONDS = SLOT_MS / 1_000;
/** Slots: messages waited in two at least, and in the hour before some did not. */
const SHORTEST = 2;
const BEFORE = 4;
/** Fewer than these of a slot's messages that did not wait may be failures, or were in the slot before the queue was. */
const STRAY = 0.2;
/** Of those that waited, so many must have had a queue to wait in. */
const MOST = 0.9;

/** Limits of what is a backlog. */
interface Limits {
  readonly waitSeconds: number;
  readonly minHits: number;
  readonly minShare: number;
}

/** Messages that waited in one slot, by how long at least. */
type Waited = ReadonlyMap<number, ReadonlyMap<number, number>>;

function waitedOf(index: LogIndex, names: readonly string[]): Waited {
  const slots = new Map<number, Map<number, number>>();
  for (const { code, name, slots: own } of index.get(waits).groups) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const [slot, { count }] of own) {
      const byWait = slots.get(slot) ?? new Map<number, number>();
      byWait.set(Number(code), (byWait.get(Number(code)) ?? 0) + count);
      slots.set(slot, byWait);
    }
  }
  return slots;
}

const sum = (byWait: ReadonlyMap<number, number> | undefined): number =>
  [...(byWait?.values() ?? [])].reduce((all, count) => all + count, 0);

/** A stretch with the slots beside it in which some waited as well: there the wait began and ended. */
function widened({ from, to }: Stretch, waited: Waited): Stretch {
  const isOne = (slot: number): boolean => waited.has(slot);
  return { from: isOne(from - 1) ? from - 1 : from, to: isOne(to + 1) ? to + 1 : to };
}

/**
 * The stretch, where its messages waited for each other. A queue is emptied in order: who comes behind one that has not waited cannot have waited longer
 * than since that one was sent. Messages that were planned for a later time wait too, but beside or right after others that do not.
 */
function queueIn(index: LogIndex, names: readonly string[], stretch: Stretch, waitSeconds: number): Stretch | undefined {
  const pace = index.get(senderPace).of(names.length === 0 ? undefined : names);
  const waited = waitedOf(index, names);
  const { from, to } = widened(stretch, waited);
  if (to - from + 1 < SHORTEST) return undefined;
  let atOnce: number | undefined;
  let all = 0;
  let could = 0;
  for (let slot = from - BEFORE; slot <= to; slot += 1) {
    const byWait = waited.get(slot);
    const [messages = 0] = pace.get(slot) ?? [];
    if (messages - sum(byWait) > STRAY * messages) atOnce = slot;
    if (slot < from) continue;
    const longest = atOnce === undefined ? 0 : (slot - atOnce + 1) * SLOT_SECONDS + waitSeconds;
    for (const [wait, count] of byWait ?? []) {
      all += count;
      if (wait <= longest) could += count;
    }
  }
  return could >= MOST * all ? { from, to } : undefined;
}

/** The wait that half of the messages of an outbreak reached, in whole minutes. */
export function usualMinutes(index: LogIndex, { names, stretches }: Pick<Outbreak, 'names' | 'stretches'>): number {
  const all = new Map<number, number>();
  for (const [slot, byWait] of waitedOf(index, names)) {
    if (!stretches.some(({ from, to }) => slot >= from && slot <= to)) continue;
    for (const [wait, count] of byWait) all.set(wait, (all.get(wait) ?? 0) + count);
  }
  const half = sum(all) / 2;
  let seen = 0;
  const reached = [...all].sort(([a], [b]) => b - a).find(([, count]) => (seen += count) >= half);
  return Math.floor((reached?.[0] ?? 0) / 60);
}

/**
 * Senders whose messages waited: in nearly each quarter of an hour more than half of what they sent, for as long as `waitSeconds` or longer.
 *
 * @returns `undefined` where nothing waited so, or where nothing tells a queue from messages that were planned for later
 */
export function backlogOf(index: LogIndex, { waitSeconds, minHits, minShare }: Limits): Outbreak | undefined {
  const found = outbreakOf(
    index,
    {
      refusals: waits,
      pace: senderPace,
      codes: waitsFrom(waitSeconds),
      hits: { direction: 'outbound', outcomes: ACCEPTED, waited: { from: waitSeconds } },
      where: bySender,
      meant: (names, stretch) => queueIn(index, names, stretch, waitSeconds),
    },
    { minHits, minShare },
  );
  return found?.isThin === false ? found : undefined;
}
