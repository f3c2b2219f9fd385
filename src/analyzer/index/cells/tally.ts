import { Newest } from './newest.ts';

/** How many messages of a group there are, from when to when, with examples. */
export class Tally {
  count = 0;
  /** Milliseconds; Infinity while no message of the group has a time. */
  first = Infinity;
  /** Milliseconds; -Infinity while no message of the group has a time. */
  last = -Infinity;
  readonly newest = new Newest();

  add(time: number, sid: string): void {
    this.count += 1;
    if (time < this.first) this.first = time;
    if (time > this.last) this.last = time;
    this.newest.add(time, sid);
  }

  merge(other: Tally): void {
    this.count += other.count;
    this.first = Math.min(this.first, other.first);
    this.last = Math.max(this.last, other.last);
    this.newest.merge(other.newest);
  }
}

/** The entry of a map, made when it is new. */
export function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Merges each entry of a map of tables into the same entry of another. */
export function mergeMaps<Key, Value extends { merge(other: Value): void }>(
  into: Map<Key, Value>,
  from: ReadonlyMap<Key, Value>,
  make: (key: Key) => Value,
): void {
  for (const [key, value] of from) entryOf(into, key, () => make(key)).merge(value);
}
