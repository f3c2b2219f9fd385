import type { Report } from '../../analyzer/report/report.ts';
import { counted, figure, percent } from '../kit/figures.ts';
import { timeIn, zoneLabel } from '../kit/zone.ts';

/** Oldest and newest time of the log, in UTC. */
export function span({ oldest, clock }: Report): { readonly from: string; readonly to: string } | undefined {
  return oldest === undefined || clock === undefined ? undefined : { from: oldest, to: clock };
}

/** Share of failures among the messages whose fate is known, as text: "4.4 %". */
export const failureRate = ({ totals: { failed, delivered } }: Report): string => percent(failed, failed + delivered);

/** The report in one line, as parts between middle dots; the first says how many messages and when. */
export function summaryLine(report: Report, zone: string): readonly string[] {
  const { messages, outbound, inbound, delivered, failed, noReceipt, inFlight, other } = report.totals;
  const when = span(report);
  const first = counted(messages, 'message');
  const final = failed + delivered;
  return [
    when === undefined ? first : `${first}, ${timeIn(zone, when.from)} – ${timeIn(zone, when.to)} (${zoneLabel(zone, when.to)})`,
    ...(outbound === 0
      ? ['none outbound']
      : [
          `${figure(delivered)} delivered`,
          `${figure(failed)} failed${final === 0 ? '' : ` (${failureRate(report)} of those with a final status)`}`,
        ]),
    ...(noReceipt === 0 ? [] : [`${figure(noReceipt)} without a receipt`]),
    ...(inFlight === 0 ? [] : [`${figure(inFlight)} in flight`]),
    ...(other === 0 ? [] : [`${figure(other)} scheduled, canceled or unknown`]),
    ...(inbound === 0 ? [] : [`${figure(inbound)} inbound`]),
  ];
}

/** Fewer final statuses than this prove nothing. */
const FEW = 3;
/** Share of the outbound messages that must have a final status before a log is called healthy. */
const ENOUGH = 0.5;

/** What to say where no finding was made, and whether the log may be called healthy. */
export function verdict(report: Report, attention: number): { readonly healthy: boolean; readonly title: string; readonly text: string } {
  const { failed, delivered, outbound, noReceipt, inFlight, other } = report.totals;
  const final = failed + delivered;
  const base = `${figure(failed)} of ${counted(final, 'message')} with a final status failed (${failureRate(report)})`;
  const usual = percent(attention, 1);
  if (outbound === 0)
    return { healthy: true, title: 'Nothing was sent', text: 'The log holds no outbound message, so there is nothing to diagnose.' };
  if (final === 0)
    return {
      healthy: false,
      title: 'No verdict',
      text: 'No message has a final status yet. Export the log again when the sends have settled.',
    };
  if (failed / final > attention) {
    return {
      healthy: false,
      title: 'No known pattern',
      text: `${base}, above the ${usual} at which a look is worth it, but no pattern we know explains them. Start with the most frequent error code below.`,
    };
  }
  if (final < FEW) {
    return {
      healthy: false,
      title: 'Too few to say',
      text: `${figure(final)} of ${counted(outbound, 'outbound message')} ${final === 1 ? 'has' : 'have'} a final status, ${figure(failed)} of ${final === 1 ? 'it' : 'them'} failed. A pattern needs more messages: export some more days.`,
    };
  }
  if (final / outbound < ENOUGH) {
    const open = [
      { count: noReceipt, what: 'without a receipt' },
      { count: inFlight, what: 'still in flight' },
      { count: other, what: 'scheduled, canceled or with an unknown status' },
    ].filter(({ count }) => count > 0);
    return {
      healthy: false,
      title: 'No verdict',
      text: `Only ${figure(final)} of ${counted(outbound, 'outbound message')} (${percent(final, outbound)}) have a final status; ${open.map(({ count, what }) => `${figure(count)} are ${what}`).join(', ')}. What became of those the log does not say, so it cannot be called healthy.`,
    };
  }
  return {
    healthy: true,
    title: 'Nothing wrong',
    text: `${base}; ${figure(outbound - final)} of ${counted(outbound, 'outbound message')} have none. Up to ${usual} is ordinary. No pattern we know stands out; single failures are listed by code below.`,
  };
}
