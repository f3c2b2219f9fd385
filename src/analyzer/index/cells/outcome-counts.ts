import { outcomeNumber, outcomes, type Outcome } from '../../../catalog/category.ts';

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

  /** @param saved a count for each outcome, in the order of `outcomes` */
  merge(saved: readonly number[]): void {
    for (const [place, count] of saved.entries()) this.#counts[place] = (this.#counts[place] ?? 0) + count;
  }

  save(): readonly number[] {
    return [...this.#counts];
  }

  get outbound(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0) - this.of('inbound');
  }

  /** Outbound failed and undelivered. */
  get failures(): number {
    return this.of('failed') + this.of('undelivered');
  }
}
