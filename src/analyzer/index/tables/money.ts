import { entryOf } from '../../memory/entry-of.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  readonly limits: { readonly units: number; readonly codes: number };
}

interface Sums {
  /** Millionths of the unit. */
  billed: number;
  onFailures: number;
  /** Messages without a price. */
  unknown: number;
}

interface Saved {
  readonly units: readonly (readonly [unit: string, sums: Readonly<Sums>])[];
  readonly unpricedFailed: readonly (readonly [code: string, count: number])[];
  readonly overflow: readonly [units: number, codes: number];
}

const noSums = (): Sums => ({ billed: 0, onFailures: 0, unknown: 0 });

/** Prices of outbound messages by unit; units are never added up, but for those beyond the limit. */
class Money implements Table<Saved> {
  readonly #limits: Options['limits'];
  readonly units = new Map<string, Sums>();
  /** Outbound messages with status `failed` and no price, by error code; '' for none and for codes beyond the limit. */
  readonly unpricedFailed = new Map<string, number>();
  #unitOverflow = 0;
  #codeOverflow = 0;

  constructor({ limits }: Options) {
    this.#limits = limits;
  }

  add({ kind, price, priceUnit }: CountedMessage): void {
    const sums = this.#sumsOf(priceUnit, 1);
    if (price < 0) {
      sums.unknown += 1;
      if (kind.outcome === 'failed') this.#addUnpriced(kind.code ?? '', 1);
      return;
    }
    sums.billed += price;
    if (kind.isFailure) sums.onFailures += price;
  }

  merge({ units, unpricedFailed, overflow }: Saved): void {
    for (const [unit, { billed, onFailures, unknown }] of units) {
      const sums = this.#sumsOf(unit, 1);
      sums.billed += billed;
      sums.onFailures += onFailures;
      sums.unknown += unknown;
    }
    for (const [code, count] of unpricedFailed) this.#addUnpriced(code, count);
    this.#unitOverflow += overflow[0];
    this.#codeOverflow += overflow[1];
  }

  save(): Saved {
    return {
      units: [...this.units],
      unpricedFailed: [...this.unpricedFailed],
      overflow: [this.#unitOverflow, this.#codeOverflow],
    };
  }

  get caps() {
    return [
      {
        id: 'units-capped',
        count: this.#unitOverflow,
        text: say`More units of price than are kept apart: the sums of the others stand under "unknown" and add up nothing that can be paid.`,
      },
      {
        id: 'fees-capped',
        count: this.#codeOverflow,
        text: say`More error codes than are kept apart for fees: the fees of failed messages may be reckoned for some that are exempt.`,
      },
    ];
  }

  #sumsOf(unit: string, messages: number): Sums {
    const known = this.units.get(unit);
    if (known !== undefined) return known;
    const isFull = this.units.size >= this.#limits.units && unit !== '';
    if (isFull) this.#unitOverflow += messages;
    return entryOf(this.units, isFull ? '' : unit, noSums);
  }

  #addUnpriced(code: string, count: number): void {
    const isFull = this.unpricedFailed.size >= this.#limits.codes && code !== '' && !this.unpricedFailed.has(code);
    if (isFull) this.#codeOverflow += count;
    const key = isFull ? '' : code;
    this.unpricedFailed.set(key, (this.unpricedFailed.get(key) ?? 0) + count);
  }
}

export const money: TableKind<Money, Saved, Options> = {
  id: 'money',
  version: 1,
  counts: 'outbound',
  needs: ['price'],
  options: () => ({ limits: { units: 50, codes: 5_000 } }),
  make: (options) => new Money(options),
};
