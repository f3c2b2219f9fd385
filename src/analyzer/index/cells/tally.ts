import { Newest, type HasSid, type SavedExamples } from './newest.ts';
import { savedTime } from './saved.ts';

export interface SavedTally {
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly newest: SavedExamples;
}

/** How many messages of a group there are, from when to when, with examples. */
export class Tally {
  count = 0;
  /** Milliseconds; Infinity while no message of the group has a time. */
  first = Infinity;
  /** Milliseconds; -Infinity while no message of the group has a time. */
  last = -Infinity;
  readonly newest = new Newest();

  /** @param from the SID, or what tells it when it is asked */
  add(time: number, from: string | HasSid): void {
    this.count += 1;
    if (time < this.first) this.first = time;
    if (time > this.last) this.last = time;
    this.newest.add(time, from);
  }

  merge({ count, first, last, newest }: SavedTally): void {
    this.count += count;
    this.first = Math.min(this.first, first ?? Infinity);
    this.last = Math.max(this.last, last ?? -Infinity);
    this.newest.merge(newest);
  }

  save(): SavedTally {
    return { count: this.count, first: savedTime(this.first), last: savedTime(this.last), newest: this.newest.save() };
  }
}
