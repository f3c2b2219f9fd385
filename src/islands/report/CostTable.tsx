import type { Cost } from '../../analyzer/report/report.ts';
import { amount, figure } from '../kit/figures.ts';
import { withoutBidi } from '../../analyzer/words/direction.ts';

/** What the log says was paid, one row a currency: sums of different units are never added. */
export function CostTable({ cost }: { readonly cost: readonly Cost[] }) {
  if (cost.length === 0) return null;
  return (
    <section
      aria-labelledby="by-cost"
      style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 'var(--s2)', paddingTop: 'var(--s3)' }}
    >
      <h4 id="by-cost">Cost</h4>
      <div class="scroll" role="group" aria-labelledby="by-cost" tabIndex={0}>
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">Unit</th>
              <th scope="col" class="number">
                Priced in the log
              </th>
              <th scope="col" class="number">
                Of it on failures
              </th>
              <th scope="col" class="number">
                Fees for failed messages
              </th>
              <th scope="col" class="number">
                Fee not settled
              </th>
              <th scope="col" class="number">
                Messages without a price
              </th>
            </tr>
          </thead>
          <tbody>
            {cost.map(({ unit, billed, onFailures, failedFee, feeUnsettled, unknown }) => (
              <tr key={unit}>
                <th scope="row" style={{ minWidth: '4rem' }}>
                  {unit === '' ? 'Unknown' : <bdi class="clip">{withoutBidi(unit)}</bdi>}
                </th>
                <td class="number" data-label="Priced in the log">
                  {amount(billed, withoutBidi(unit))}
                </td>
                <td class="number" data-label="Of it on failures">
                  {amount(onFailures, withoutBidi(unit))}
                </td>
                <td class="number" data-label="Fees for failed messages">
                  {amount(failedFee, withoutBidi(unit))}
                </td>
                <td class="number" data-label="Fee not settled">
                  {figure(feeUnsettled)}
                </td>
                <td class="number" data-label="Messages without a price">
                  {figure(unknown)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="table-note">
        An empty price is unknown, not zero: Twilio fills prices in later, and carrier fees are not in the log. The fees are reckoned from
        the statuses and codes of failed messages that show no price; whether refused requests cost one, no source settles.
      </p>
    </section>
  );
}
