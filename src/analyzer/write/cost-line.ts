import type { Avoidable, Cost } from '../report/report.ts';
import { amount, counted } from '../words/figure.ts';

/** How a unit, which is text of a log, is shown. */
type ShowUnit = (unit: string) => string;

const money = (value: number, unit: string, show: ShowUnit): string =>
  amount(value, unit === '' ? 'in a unit that the log does not name' : show(unit));

function unitLine({ unit, billed, failedFee, feeUnsettled, unknown }: Cost, show: ShowUnit): string {
  return [
    ...(billed === 0 ? [] : [`${money(billed, unit, show)} billed`]),
    ...(failedFee === 0 ? [] : [`about ${money(failedFee, unit, show)} in fees for failed messages`]),
    ...(feeUnsettled === 0 ? [] : [`${counted(feeUnsettled, 'message')} whose fee no source settles`]),
    ...(unknown === 0 ? [] : [`${counted(unknown, 'message')} without a price`]),
  ].join(', ');
}

function avoidableLine({ segments, cost, unknown }: Avoidable, show: ShowUnit): string {
  const paid = cost.filter(({ amount: value }) => value > 0).map(({ unit, amount: value }) => `about ${money(value, unit, show)}`);
  return [
    `${counted(segments, 'segment')} more than needed${paid.length === 0 ? '' : `, ${paid.join(' and ')} of what was paid`}`,
    ...(unknown === 0 ? [] : [`${counted(unknown, 'message')} of these without a price`]),
  ].join(', ');
}

/**
 * What the messages of a finding cost, in one line: "0.8881 USD billed, about 0.012 USD in fees for failed messages, 12 messages without
 * a price". Units stand apart and are never added up.
 *
 * @returns '' where nothing is known
 */
export const costLine = (
  { cost = [], avoidable }: { readonly cost?: readonly Cost[]; readonly avoidable?: Avoidable },
  show: ShowUnit,
): string =>
  [...cost.map((one) => unitLine(one, show)), ...(avoidable === undefined ? [] : [avoidableLine(avoidable, show)])]
    .filter((line) => line !== '')
    .join('; ');
