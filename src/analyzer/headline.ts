import { momentIn } from './findings/sentence.ts';
import type { Report } from './report.ts';

const n = (count: number): string => count.toLocaleString('en-US');

/** The headline of EXPERIENCE.md: messages, from when to when, what became of them. */
export function headline({ totals, oldest, clock }: Report, timeZone: string): string {
  const moment = momentIn(timeZone);
  const final = totals.delivered + totals.failed;
  const rate = final === 0 ? '' : ` (${((totals.failed / final) * 100).toFixed(1)} % of those with a final status)`;
  const range = oldest === undefined || clock === undefined ? '' : `, ${moment(Date.parse(oldest))} – ${moment(Date.parse(clock))}`;
  return `${n(totals.messages)} messages${range} · ${n(totals.outbound)} outbound, ${n(totals.inbound)} inbound · ${n(totals.delivered)} delivered · ${n(totals.failed)} failed${rate} · ${n(totals.noReceipt)} without a receipt · ${n(totals.inFlight)} in flight · ${n(totals.other)} other`;
}
