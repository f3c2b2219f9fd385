import { Tally } from '../../index/cells/tally.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { KeySet } from '../../memory/key-table.ts';
import type { Filter } from '../../report/filter.ts';
import { howMany, moment, say } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { sends } from '../shared/sends-table.ts';
import { optOuts, type Word } from './opt-outs-table.ts';

const MINUTE_MS = 60_000;

/** Id of the finding. */
export const SENT_AFTER_STOP = 'sent-after-stop';

/** A stretch of time in which a person did not want to hear from a sender. */
interface Silence {
  readonly person: number;
  readonly address: string;
  readonly sender: string;
  /** Included, milliseconds. */
  readonly from: number;
  /** Excluded; Infinity to the end of the log. */
  readonly to: number;
}

/** From each STOP, after a grace for what was on its way and for the reply that confirms it, to the next START to the same number. */
function silencesOf(person: number, address: string, words: readonly Word[], graceMs: number): readonly Silence[] {
  const bySender = new Map<string, Word[]>();
  for (const word of words) entryOf(bySender, word.to, () => []).push(word);
  return [...bySender].flatMap(([sender, own]) => {
    const silences: Silence[] = [];
    let since: number | undefined;
    for (const { time, isStop } of [...own].sort((a, b) => a.time - b.time || Number(a.isStop) - Number(b.isStop))) {
      if (isStop) since ??= time + graceMs;
      else if (since !== undefined) {
        if (time > since) silences.push({ person, address, sender, from: since, to: time });
        since = undefined;
      }
    }
    if (since !== undefined) silences.push({ person, address, sender, from: since, to: Infinity });
    return silences;
  });
}

/** Of an index that is complete: the rule asks, and the lists of numbers ask again. */
const answered = new WeakMap<LogIndex, { readonly graceMinutes: number; readonly broken: ReadonlyMap<Silence, Tally> }>();

/**
 * Silences that were broken, with the messages that did; looked for once in each index.
 *
 * @param index nothing is added to it any more
 * @param graceMinutes after a STOP; limit of the rule
 */
export function brokenSilences(index: LogIndex, graceMinutes: number): ReadonlyMap<Silence, Tally> {
  const before = answered.get(index);
  if (before?.graceMinutes === graceMinutes) return before.broken;
  const broken = findBroken(index, graceMinutes);
  answered.set(index, { graceMinutes, broken });
  return broken;
}

function findBroken(index: LogIndex, graceMinutes: number): ReadonlyMap<Silence, Tally> {
  const silences = new Map<number, readonly Silence[]>();
  for (const [person, { address, words }] of index.get(optOuts).people)
    silences.set(person, silencesOf(person, address, words, graceMinutes * MINUTE_MS));
  const found = new Map<Silence, Tally>();
  if (silences.size === 0) return found;
  // Asked for every message there is: a set of numbers answers sooner than a map.
  const people = new KeySet(Infinity);
  for (const person of silences.keys()) people.add(person);
  const all = index.get(sends);
  for (let place = 0; place < all.size; place += 1) {
    const person = all.person(place);
    if (!people.has(person) || !all.isAccepted(place)) continue;
    const time = all.time(place);
    const sender = all.sender(place);
    const silence = silences.get(person)?.find((one) => one.sender === sender && time >= one.from && time < one.to);
    if (silence !== undefined) entryOf(found, silence, () => new Tally()).add(time, all.sid(place));
  }
  return found;
}

/**
 * Messages that reached people after they had opted out of the sender: their program, or a sender for which Twilio keeps no list, went
 * on. The reply that confirms a STOP is not counted, nor what follows a START.
 */
export const sentAfterStop = rule({
  id: SENT_AFTER_STOP,
  codes: [],
  guide: 'opted-out',
  needs: ['from', 'to', 'body', 'sent', 'status'],
  tables: [sends, optOuts],
  limits: { graceMinutes: 'count' },
  find(index, { limits, minHits }) {
    const found = brokenSilences(index, limits.graceMinutes);
    const all = new Tally();
    for (const tally of found.values()) all.merge(tally.save());
    if (all.count < minHits) return [];
    const silences = [...found.keys()].sort((a, b) => a.from - b.from || a.person - b.person);
    const list = [...new Set(silences.map(({ address }) => address))];
    const rows: Filter = {
      direction: 'outbound',
      outcomes: ['delivered', 'no-receipt'],
      any: silences.map(({ address, sender, from, to }) => ({
        people: [address],
        senders: [sender],
        time: to === Infinity ? { from } : { from, to },
      })),
    };
    const messages = { label: 'messages accepted after STOP', value: all.count, rows };
    const people = { label: 'people who had opted out', value: list.length, of: 'people', rows } as const;
    return [
      {
        severity: 'high',
        confidence: 'medium',
        because: say`The STOP and the later messages are both in this log, to and from the same number; whether the person agreed again elsewhere, it does not show.`,
        sentence: say`${howMany(messages, 'message')} went to ${howMany(people, 'person', 'people')} who had texted STOP to the same number, the first on ${moment(all.first)}: this may break the rules on consent.`,
        affected: all.count,
        recoverable: 0,
        rows,
        subject: { recipients: String(list.length) },
        since: all.first,
        evidence: [messages, people],
        codes: [],
        examples: all.newest.sids,
        action: { kind: 'suppress', list },
      },
    ];
  },
});
