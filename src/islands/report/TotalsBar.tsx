import type { Totals } from '../../analyzer/report/report.ts';
import type { Outcome } from '../../catalog/category.ts';
import { Bar } from '../kit/Bar.tsx';
import { counted, figure, percent } from '../kit/figures.ts';
import { OutcomeMark } from '../kit/OutcomeMark.tsx';

/** The five outbound figures, which add up, as one bar and five numbers; inbound stands apart. */
export function TotalsBar({ totals }: { readonly totals: Totals }) {
  const parts: readonly { readonly outcome: Outcome; readonly value: number }[] = [
    { outcome: 'delivered', value: totals.delivered },
    { outcome: 'failed', value: totals.failed },
    { outcome: 'no-receipt', value: totals.noReceipt },
    { outcome: 'in-flight', value: totals.inFlight },
    { outcome: 'other', value: totals.other },
  ];
  return (
    <div class="totals">
      <Bar pieces={parts} longest={totals.outbound} />
      <dl>
        {parts
          .filter(({ outcome, value }) => value > 0 || outcome === 'delivered' || outcome === 'failed')
          .map(({ outcome, value }) => (
            <div key={outcome}>
              <dt>
                <OutcomeMark outcome={outcome} />
              </dt>
              <dd>
                {figure(value)} <small class="soft">{percent(value, totals.outbound)}</small>
              </dd>
            </div>
          ))}
        <div class="apart">
          <dt>
            <OutcomeMark outcome="inbound" />
          </dt>
          <dd>{figure(totals.inbound)}</dd>
        </div>
      </dl>
      {totals.outbound === 0 ? null : <p class="table-note">Shares of all {counted(totals.outbound, 'outbound message')}.</p>}
    </div>
  );
}
