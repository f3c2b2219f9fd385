/** A stretch of a long list, on its way ahead of the value that it belongs to. */
export interface Slice {
  /** Keys and places that lead from the value to the list. */
  readonly path: readonly (string | number)[];
  readonly rows: readonly unknown[];
}

/** A message takes the page's main thread for as long as it takes to unpack it: some 1 ms for as many rows of a report. */
export const SLICE_ROWS = 1000;

/** Lists and objects without a class of their own; a `Blob` is none. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/**
 * Cuts plain data so that each piece can cross in a message of its own, unpacked in a task of its own.
 *
 * @returns the value with its long lists empty, and the rows of those in order; lists inside such rows stay whole
 */
export function cut<Value>(value: Value): { readonly trunk: Value; readonly slices: readonly Slice[] } {
  const slices: Slice[] = [];
  const trunkOf = (part: unknown, path: Slice['path']): unknown => {
    if (!isPlain(part)) return part;
    if (!Array.isArray(part)) return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, trunkOf(inner, [...path, key])]));
    const list: readonly unknown[] = part;
    if (list.length <= SLICE_ROWS) return list.map((inner, i) => trunkOf(inner, [...path, i]));
    for (let from = 0; from < list.length; from += SLICE_ROWS) slices.push({ path, rows: list.slice(from, from + SLICE_ROWS) });
    return [];
  };
  return { trunk: trunkOf(value, []) as Value, slices };
}

/** Undoes `cut`: takes the slices one by one as they come, so that what is left to do at the end is little, however long the lists are. */
export class Joining {
  /** The lists so far, by where they belong. */
  readonly #lists = new Map<string, { readonly path: Slice['path']; readonly rows: unknown[] }>();

  /** Slices of one list come in order. */
  add({ path, rows }: Slice): void {
    const key = JSON.stringify(path);
    const list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, { path, rows: [...rows] });
    else list.rows.push(...rows);
  }

  /**
   * Puts the lists into the trunk.
   *
   * @throws Error when one of them belongs to no list: a bug of the other side
   */
  end<Value>(trunk: Value): Value {
    const whole: { value: unknown } = { value: trunk };
    for (const { path, rows } of this.#lists.values()) {
      let place: Record<string | number, unknown> = whole;
      let last: string | number = 'value';
      for (const key of path) {
        place = place[last] as typeof place;
        last = key;
      }
      if (!Array.isArray(place[last])) throw new Error(`There is no list at ${path.join('.')}`);
      place[last] = rows;
    }
    return whole.value as Value;
  }
}
