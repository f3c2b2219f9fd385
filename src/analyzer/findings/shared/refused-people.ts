import type { Figure } from '../../report/figure.ts';
import type { Filter } from '../../report/filter.ts';
import { howMany, say, type Sentence } from '../../report/sentence.ts';

/** Outbound messages that failed with any of these codes. */
export const failedWith = (codes: readonly string[]): Filter => ({ outcomes: ['failed', 'undelivered'], codes });

/** The same, to the people on the list of a finding. */
export const refusedOnList = (finding: string, codes: readonly string[]): Filter => ({ ...failedWith(codes), people: { listOf: finding } });

/** The figure that proves them silent: messages to the same people that arrived. */
export const noneDelivered = (finding: string): Figure => ({
  label: 'of their messages delivered',
  value: 0,
  rows: { direction: 'outbound', outcomes: ['delivered'], people: { listOf: finding } },
});

/** What a finding about people lacks where more people were refused than are kept one by one. */
export const lacking = ({ overflow }: { readonly overflow: number }): Sentence =>
  overflow === 0
    ? []
    : say` More people were refused than are kept one by one: ${howMany(overflow, 'message')} to others could not be looked at.`;
