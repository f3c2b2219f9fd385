import type { CountedMessage } from '../counted-message.ts';
import { entryOf } from '../cells/tally.ts';

const UNIT_LIMIT = 50;

interface Sums {
  /** Millionths of the unit. */
  billed: number;
  onFailures: number;
  unknown: number;
}

/** Prices of outbound messages by unit; units are never added up. */
export class Money {
  readonly units = new Map<string, Sums>();
  /** Outbound messages with status `failed` and no price, by error code; '' for none. */
  readonly unpricedFailed = new Map<string, number>();

  add({ kind, price, priceUnit }: CountedMessage): void {
    let sums = this.units.get(priceUnit);
    if (sums === undefined) {
      const unit = this.units.size < UNIT_LIMIT ? priceUnit : '';
      sums = entryOf(this.units, unit, () => ({ billed: 0, onFailures: 0, unknown: 0 }));
    }
    if (price < 0) {
      sums.unknown += 1;
      if (kind.outcome === 'failed') this.unpricedFailed.set(kind.code ?? '', (this.unpricedFailed.get(kind.code ?? '') ?? 0) + 1);
      return;
    }
    sums.billed += price;
    if (kind.isFailure) sums.onFailures += price;
  }

  merge(other: Money): void {
    for (const [unit, { billed, onFailures, unknown }] of other.units) {
      const sums = entryOf(this.units, unit, () => ({ billed: 0, onFailures: 0, unknown: 0 }));
      sums.billed += billed;
      sums.onFailures += onFailures;
      sums.unknown += unknown;
    }
    for (const [code, count] of other.unpricedFailed) this.unpricedFailed.set(code, (this.unpricedFailed.get(code) ?? 0) + count);
  }
}
