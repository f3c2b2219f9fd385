import { kindKey, kindOf, type Kind } from '../../message/kind.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';
import { say } from '../../report/sentence.ts';

export interface KindCount {
  readonly kind: Kind;
  count: number;
}

interface Options extends CountingOptions {
  /** Different kinds kept apart; a real log has a few dozen, a made-up one could have any number. */
  readonly limits: { readonly kinds: number };
}

/** Word of the status, whether inbound, error code ('' for none), messages. */
type Saved = {
  readonly kinds: readonly (readonly [word: string, isInbound: boolean, code: string, count: number])[];
  readonly overflow: number;
};

/** Messages by status, direction and error code. */
class Kinds implements Table<Saved> {
  readonly #limit: number;
  readonly #counts = new Map<string, KindCount>();
  /** By the object: a source makes one for every kind it meets, and hands it in again and again. */
  readonly #cells = new Map<Kind, KindCount>();
  #last: KindCount | undefined;
  #lastKind: Kind | undefined;
  /** Messages whose kind did not fit: they are counted under a kind of the same outcome without its code. */
  #overflow = 0;

  constructor({ limits }: Options) {
    this.#limit = limits.kinds;
  }

  add({ kind }: CountedMessage): void {
    if (kind !== this.#lastKind) {
      this.#lastKind = kind;
      this.#last = this.#cellOf(kind);
    }
    if (this.#last !== undefined) this.#last.count += 1;
  }

  [Symbol.iterator](): Iterator<KindCount> {
    return this.#counts.values();
  }

  get caps() {
    return [
      {
        id: 'codes-capped',
        count: this.#overflow,
        text: say`More kinds of status and code than are kept apart: the rarest are counted without their code.`,
      },
    ];
  }

  merge({ kinds: saved, overflow }: Saved): void {
    for (const [word, isInbound, code, count] of saved)
      this.#find(kindOf(word, isInbound ? 'inbound' : 'outbound', code), count).count += count;
    this.#overflow += overflow;
  }

  save(): Saved {
    return {
      kinds: [...this.#counts.values()].map(({ kind: { word, isInbound, code = '' }, count }) => [word, isInbound, code, count]),
      overflow: this.#overflow,
    };
  }

  #cellOf(kind: Kind): KindCount {
    const known = this.#cells.get(kind);
    if (known !== undefined) return known;
    const cell = this.#find(kind, 1);
    // A kind that was folded into another is looked up again for each of its messages, so that each is told.
    if (cell.kind.word === kind.word && cell.kind.code === kind.code) this.#cells.set(kind, cell);
    else this.#lastKind = undefined;
    return cell;
  }

  /** The cell of a kind, or where it does not fit that of the plainest kind of its outcome; those few are kept beyond the limit. */
  #find(kind: Kind, messages: number): KindCount {
    const known = this.#counts.get(kindKey(kind));
    if (known !== undefined) return known;
    const plain = { ...kind, code: undefined, word: kind.status ?? 'unknown' };
    const isFolded = this.#counts.size >= this.#limit && kindKey(plain) !== kindKey(kind);
    if (isFolded) this.#overflow += messages;
    const made = isFolded ? plain : kind;
    const there = this.#counts.get(kindKey(made));
    if (there !== undefined) return there;
    const cell = { kind: made, count: 0 };
    this.#counts.set(kindKey(made), cell);
    return cell;
  }
}

export const kinds: TableKind<Kinds, Saved, Options> = {
  id: 'kinds',
  version: 1,
  counts: 'all',
  needs: [],
  options: () => ({ limits: { kinds: 5_000 } }),
  make: (options) => new Kinds(options),
};
