import { counted, figure } from '../words/figure.ts';
import { momentIn } from '../words/moment.ts';
import type { Report } from '../report/report.ts';

/** The headline of EXPERIENCE.md: messages, from when to when, what became of them. */
export function headline({ totals, oldest, clock }: Report, timeZone: string): string {
  const moment = momentIn(timeZone);
  const final = totals.delivered + totals.failed;
  const rate = final === 0 ? '' : ` (${((totals.failed / final) * 100).toFixed(1)} % of those with a final status)`;
  const range = oldest === undefined || clock === undefined ? '' : `, ${moment(Date.parse(oldest))} – ${moment(Date.parse(clock))}`;
  return `${counted(totals.messages, 'message')}${range} · ${figure(totals.outbound)} outbound, ${figure(totals.inbound)} inbound · ${figure(totals.delivered)} delivered · ${figure(totals.failed)} failed${rate} · ${figure(totals.noReceipt)} without a receipt · ${figure(totals.inFlight)} in flight · ${figure(totals.other)} other`;
}
