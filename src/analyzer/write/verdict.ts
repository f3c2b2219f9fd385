import type { Knowledge } from '../../catalog/knowledge.ts';
import { pickedOf } from '../report/picked.ts';
import type { Report } from '../report/report.ts';
import { howMany, say, sequence, share, type Sentence } from '../report/sentence.ts';

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

/** What is to be known of the findings under a filter. */
export const judgedOn = (findings: Report['findings']): string =>
  findings.some((finding) => pickedOf(finding) !== undefined)
    ? 'Findings are judged without the filters by outcome, code, category and finding, which pick messages by how they ended: their figures are of the whole log, or of what other filters leave of it. How many of their messages pass all filters stands first.'
    : 'Findings are judged on the messages that pass the filter alone.';

/** "480 are without a receipt, 11 are still in flight": the messages whose end is not known, by why. */
function unsettled({ totals: { noReceipt, inFlight, other } }: Pick<Report, 'totals'>): Sentence {
  return sequence(
    [
      ...(noReceipt === 0 ? [] : [say`${noReceipt} ${noReceipt === 1 ? 'is' : 'are'} without a receipt`]),
      ...(inFlight === 0 ? [] : [say`${inFlight} ${inFlight === 1 ? 'is' : 'are'} still in flight`]),
      ...(other === 0 ? [] : [say`${other} ${other === 1 ? 'is' : 'are'} scheduled, canceled or with an unknown status`]),
    ],
    ', ',
  );
}

/**
 * What the report comes to where it has no finding, the same in every medium.
 *
 * @param isPart whether it is of the messages that pass a filter: whoever picks failures has a rate of 100 %, which says nothing
 */
export function verdict(
  report: Pick<Report, 'totals' | 'codesToAct'>,
  { attention }: Pick<Knowledge, 'attention'>,
  isPart = false,
): Verdict {
  const { failed, delivered, outbound, inFlight } = report.totals;
  const final = failed + delivered;
  const base = say`${failed} of ${howMany(final, 'message')} with a final status did not arrive (${share(failed, final)})`;
  const usual = share(attention, 1);
  if (isPart)
    return {
      healthy: false,
      title: 'No finding among these',
      text: say`No pattern we know stands out among the messages that pass the filter.${failed === 0 ? '' : ' What to do about each error code stands below.'}`,
    };
  if (outbound === 0)
    return { healthy: true, title: 'Nothing was sent', text: say`The log holds no outbound message, so there is nothing to diagnose.` };
  if (final === 0)
    return {
      healthy: false,
      title: 'No verdict',
      text: say`No message has a final status: ${unsettled(report)}. ${inFlight === 0 ? 'What became of them the log does not say.' : 'Export the log again when the sends have settled.'}`,
    };
  const lacksCodes = failed > 0 && report.codesToAct.every(({ code }) => code === '');
  if (final < FEW && !lacksCodes) {
    return {
      healthy: false,
      title: 'Too few to say',
      text:
        failed === 0
          ? say`${final} of ${howMany(outbound, 'outbound message')} ${final === 1 ? 'has' : 'have'} a final status and arrived. A pattern needs more messages: export some more days.`
          : say`${base}. So few show no pattern; what to do about ${failed === 1 ? 'its error code' : 'each error code'} stands below.`,
    };
  }
  if (failed / final > attention) {
    const above = say`${base}, above the ${usual} at which a look is worth it`;
    return lacksCodes
      ? {
          healthy: false,
          title: 'No cause can be told',
          text: say`${above}, but the log has no error code for ${failed === 1 ? 'it' : 'any of them'}. Open a log that has the codes: an export of the Console’s message log, or answers of the API.`,
        }
      : {
          healthy: false,
          title: 'No known pattern',
          text: say`${above}, but no pattern we know explains ${failed === 1 ? 'it' : 'them'}. Start with the most frequent error code below.`,
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
