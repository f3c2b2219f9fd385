import { ownText } from '../../memory/own-text.ts';

/** Examples that a finding names. */
const KEPT = 5;

interface Example {
  readonly time: number;
  readonly sid: string;
}

const newerFirst = (a: Example, b: Example): number => (a.time === b.time ? (a.sid < b.sid ? -1 : 1) : b.time - a.time);

/** The SIDs of the newest messages of a group, at most five; which ones does not depend on the order they came in. */
export class Newest {
  #examples: readonly Example[] = [];

  /** @param time of the message, milliseconds; NaN ranks it last */
  add(time: number, sid: string): void {
    if (sid === '') return;
    const at = Number.isNaN(time) ? -Infinity : time;
    const last = this.#examples.length < KEPT ? undefined : this.#examples[KEPT - 1];
    if (last !== undefined && (at < last.time || (at === last.time && sid >= last.sid))) return;
    this.#examples = [...this.#examples, { time: at, sid: ownText(sid) }].sort(newerFirst).slice(0, KEPT);
  }

  merge(other: Newest): void {
    this.#examples = [...this.#examples, ...other.#examples].sort(newerFirst).slice(0, KEPT);
  }

  /** Newest first. */
  get sids(): readonly string[] {
    return this.#examples.map(({ sid }) => sid);
  }

  /** The SIDs of several groups as one, newest first, at most five. */
  static of(groups: Iterable<Newest>): readonly string[] {
    const all = new Newest();
    for (const group of groups) all.merge(group);
    return all.sids;
  }
}
