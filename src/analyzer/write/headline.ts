import type { Report } from '../report/report.ts';
import { howMany, say, sequence, share, type Sentence } from '../report/sentence.ts';

/**
 * The report in one line: messages, from when to when, what became of them. What there is none of is left out.
 *
 * @param isPart whether it is of the messages that pass a filter: whoever picks failures has a rate of 100 %, which says nothing
 */
export function headline({ totals, oldest, clock }: Report, isPart = false): Sentence {
  const { messages, outbound, inbound, delivered, failed, noReceipt, inFlight, other } = totals;
  const final = failed + delivered;
  const span = oldest === undefined || clock === undefined ? '' : say`, ${{ span: { from: Date.parse(oldest), to: Date.parse(clock) } }}`;
  const rate = final === 0 || (isPart && delivered === 0) ? '' : say` (${share(failed, final)} of those with a final status)`;
  return sequence(
    [
      say`${howMany(messages, 'message')}${span}`,
      ...(outbound === 0 ? [say`none outbound`] : [say`${delivered} delivered`, say`${failed} did not arrive${rate}`]),
      ...(noReceipt === 0 ? [] : [say`${noReceipt} without a receipt`]),
      ...(inFlight === 0 ? [] : [say`${inFlight} in flight`]),
      ...(other === 0 ? [] : [say`${other} scheduled, canceled or unknown`]),
      ...(inbound === 0 ? [] : [say`${inbound} inbound`]),
    ],
    ' · ',
  );
}
