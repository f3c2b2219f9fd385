import { putInOrder } from '../../memory/in-order.ts';
import { ownText } from '../../memory/own-text.ts';
import { bySid, cutSid } from '../../message/stand-in.ts';
import { savedTime } from './saved.ts';

/** Examples that a finding names. */
export const EXAMPLES_KEPT = 5;

/** What can tell the SID of a message. */
export interface HasSid {
  sid(): string;
}

interface Example {
  readonly time: number;
  readonly sid: string;
}

/** Time (null for unknown) and SID of each, newest first. */
export type SavedExamples = readonly (readonly [time: number | null, sid: string])[];

const newerFirst = (a: Example, b: Example): number => (a.time === b.time ? bySid(a.sid, b.sid) : b.time - a.time);

/** The SIDs of the newest messages of a group, at most five; which ones does not depend on the order they came in. */
export class Newest {
  readonly #examples: Example[] = [];

  /**
   * @param time of the message, milliseconds; NaN ranks it last
   * @param from the SID, or what tells it: it is asked only when it may be kept
   */
  add(time: number, from: string | HasSid): void {
    const at = Number.isNaN(time) ? -Infinity : time;
    const last = this.#examples.length < EXAMPLES_KEPT ? undefined : this.#examples[EXAMPLES_KEPT - 1];
    if (last !== undefined && at < last.time) return;
    const sid = cutSid(typeof from === 'string' ? from : from.sid());
    if (sid === '' || (last !== undefined && at === last.time && bySid(sid, last.sid) >= 0)) return;
    this.#keep({ time: at, sid: ownText(sid) });
  }

  merge(saved: SavedExamples): void {
    for (const [time, sid] of saved) this.#keep({ time: time ?? -Infinity, sid });
  }

  save(): SavedExamples {
    return this.#examples.map(({ time, sid }) => [savedTime(time), sid]);
  }

  /** Newest first. */
  get sids(): readonly string[] {
    return this.#examples.map(({ sid }) => sid);
  }

  /** The SIDs of several groups as one, newest first, at most five. */
  static of(groups: Iterable<Newest>): readonly string[] {
    const all = new Newest();
    for (const group of groups) all.merge(group.save());
    return all.sids;
  }

  #keep(example: Example): void {
    putInOrder(this.#examples, example, newerFirst, EXAMPLES_KEPT);
  }
}
