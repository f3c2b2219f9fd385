import type { Report } from '../../analyzer/report/report.ts';
import { howMany, say, sequence, share, type Sentence } from '../../analyzer/report/sentence.ts';

/** Fewer final statuses than this prove nothing. */
const FEW = 3;
/** Share of the outbound messages that must have a final status before a log is called healthy. */
const ENOUGH = 0.5;

/** What to say where no finding was made, and whether the log may be called healthy. */
interface Verdict {
  readonly healthy: boolean;
  readonly title: string;
  readonly text: Sentence;
}

/** "480 are without a receipt, 11 are still in flight": the messages whose end is not known, by why. */
function unsettled({ totals: { noReceipt, inFlight, other } }: Report): Sentence {
  return sequence(
    [
      ...(noReceipt === 0 ? [] : [say`${noReceipt} are without a receipt`]),
      ...(inFlight === 0 ? [] : [say`${inFlight} are still in flight`]),
      ...(other === 0 ? [] : [say`${other} are scheduled, canceled or with an unknown status`]),
    ],
    ', ',
  );
}

/** @param attention failure rate (0 to 1) above which a log is never called healthy */
export function verdict(report: Report, attention: number): Verdict {
  const { failed, delivered, outbound } = report.totals;
  const final = failed + delivered;
  const base = say`${failed} of ${howMany(final, 'message')} with a final status did not arrive (${share(failed, final)})`;
  const usual = share(attention, 1);
  if (outbound === 0)
    return { healthy: true, title: 'Nothing was sent', text: say`The log holds no outbound message, so there is nothing to diagnose.` };
  if (final === 0)
    return {
      healthy: false,
      title: 'No verdict',
      text: say`No message has a final status yet. Export the log again when the sends have settled.`,
    };
  if (failed / final > attention) {
    return {
      healthy: false,
      title: 'No known pattern',
      text: say`${base}, above the ${usual} at which a look is worth it, but no pattern we know explains them. Start with the most frequent error code below.`,
    };
  }
  if (final < FEW) {
    return {
      healthy: false,
      title: 'Too few to say',
      text: say`${final} of ${howMany(outbound, 'outbound message')} ${final === 1 ? 'has' : 'have'} a final status, ${failed} of ${final === 1 ? 'it' : 'them'} did not arrive. A pattern needs more messages: export some more days.`,
    };
  }
  if (final / outbound < ENOUGH) {
    return {
      healthy: false,
      title: 'No verdict',
      text: say`Only ${final} of ${howMany(outbound, 'outbound message')} (${share(final, outbound)}) have a final status; ${unsettled(report)}. What became of those the log does not say, so it cannot be called healthy.`,
    };
  }
  return {
    healthy: true,
    title: 'Nothing wrong',
    text: say`${base}; ${outbound - final} of ${howMany(outbound, 'outbound message')} have none. Up to ${usual} is ordinary. No pattern we know stands out; single failures are listed by code below.`,
  };
}
