import { outcomes, type Outcome } from '../../../catalog/category.ts';

export const outcomeNumber: Readonly<Record<Outcome, number>> = {
  delivered: 0,
  'no-receipt': 1,
  'in-flight': 2,
  undelivered: 3,
  failed: 4,
  inbound: 5,
  other: 6,
};

/** Messages by what became of them. */
export class OutcomeCounts {
  readonly #counts = new Float64Array(outcomes.length);

  /** @param outcome number of the outcome in `outcomeNumber` */
  add(outcome: number): void {
    this.#counts[outcome] = (this.#counts[outcome] ?? 0) + 1;
  }

  of(outcome: Outcome): number {
    return this.#counts[outcomeNumber[outcome]] ?? 0;
  }

  merge(other: OutcomeCounts): void {
    for (let i = 0; i < this.#counts.length; i += 1) this.#counts[i] = (this.#counts[i] ?? 0) + (other.#counts[i] ?? 0);
  }

  get outbound(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0) - this.of('inbound');
  }

  /** Outbound failed and undelivered. */
  get failures(): number {
    return this.of('failed') + this.of('undelivered');
  }
}
