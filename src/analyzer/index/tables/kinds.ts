import type { Kind } from '../../message/kind.ts';

export interface KindCount {
  readonly kind: Kind;
  count: number;
}

/** Different kinds kept apart; a real log has a few dozen, a made-up one could have any number. */
const LIMIT = 5_000;

/** Messages by status, direction and error code. */
export class Kinds {
  readonly #counts = new Map<string, KindCount>();
  /** Messages whose kind did not fit: they are counted under a kind of the same outcome without its code. */
  overflow = 0;

  /** The cell to count a kind in. */
  cell(kind: Kind): KindCount {
    const { word, isInbound, code = '' } = kind;
    const key = `${isInbound ? 'in' : 'out'} ${code} ${word}`;
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    if (this.#counts.size >= LIMIT && (code !== '' || kind.status === undefined)) {
      this.overflow += 1;
      return this.cell({ ...kind, code: undefined, word: kind.status ?? 'unknown' });
    }
    const made = { kind, count: 0 };
    this.#counts.set(key, made);
    return made;
  }

  merge(other: Kinds): void {
    for (const { kind, count } of other) this.cell(kind).count += count;
    this.overflow += other.overflow;
  }

  [Symbol.iterator](): Iterator<KindCount> {
    return this.#counts.values();
  }
}
