import type { Report } from '../analyzer/report.ts';
import { counted, figure, percent } from './figures.ts';
import { timeIn, zoneLabel } from './zone.ts';

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

/** What to say where no finding was made, and whether the log may be called healthy. */
export function verdict(report: Report, attention: number): { readonly healthy: boolean; readonly title: string; readonly text: string } {
  const { failed, delivered, outbound } = report.totals;
  const final = failed + delivered;
  const base = `${figure(failed)} of ${figure(final)} messages with a final status failed (${failureRate(report)})`;
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
  return {
    healthy: true,
    title: 'Nothing wrong',
    text: `${base}. Up to ${usual} is ordinary. No pattern we know stands out; single failures are listed by code below.`,
  };
}
