import type { Totals } from '../../analyzer/report/report.ts';
import type { Outcome } from '../../catalog/category.ts';
import { outcomeChip } from '../filter/make-chips.ts';
import { Only } from '../filter/Only.tsx';
import { Bar } from '../kit/Bar.tsx';
import { figure } from '../kit/figures.ts';
import { OutcomeMark } from '../kit/OutcomeMark.tsx';

/** What became of the outbound messages: figures that add up, as one bar and its legend; inbound stands apart. The one rate is in the line above. */
export function TotalsBar({ totals }: { readonly totals: Totals }) {
  const { delivered, failed, undelivered, noReceipt, inFlight, other, inbound, outbound } = totals;
  const parts: readonly { readonly outcome: Outcome; readonly value: number }[] = [
    { outcome: 'failed', value: failed - undelivered },
    { outcome: 'undelivered', value: undelivered },
    { outcome: 'no-receipt', value: noReceipt },
    { outcome: 'in-flight', value: inFlight },
    { outcome: 'other', value: other },
    { outcome: 'delivered', value: delivered },
  ];
  const told = [...parts, { outcome: 'inbound' as const, value: inbound }].filter(({ value }) => value > 0);
  return (
    <div class="totals">
      <Bar pieces={parts} longest={outbound} />
      <dl>
        {told.map(({ outcome, value }) => (
          <div key={outcome}>
            <dt>
              <OutcomeMark outcome={outcome} />
            </dt>
            <dd>
              <Only chip={outcomeChip(outcome)}>{figure(value)}</Only>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
