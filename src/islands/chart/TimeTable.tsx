import { useMemo } from 'preact/hooks';
import { outcomeOfStack } from './chart-paint.ts';
import { figure } from '../kit/figures.ts';
import { useGrowing } from '../kit/use-growing.ts';
import { outcomeMarks } from '../../catalog/status.ts';
import { coarser, seriesTotal, stackOrder } from './time-series.ts';
import type { TimeSeries } from './time-series.ts';

const headings: Readonly<Record<TimeSeries['step'], string>> = {
  hour: 'Hour from',
  day: 'Day',
  week: 'Week from',
  month: 'Month',
  year: 'Year',
  century: 'Years',
};

/** Rows on paper, where the chart stands above them: 60 hours are three days. */
const ON_PAPER = 31;

interface Props {
  readonly series: TimeSeries;
  /** Paper gets all rows at once, and few of them; a screen gets them task after task. */
  readonly printing: boolean;
}

/** The chart's figures, row by row, adding up. */
export function TimeTable({ series, printing }: Props) {
  const { buckets, step } = useMemo(() => (printing ? coarser(series, ON_PAPER) : series), [series, printing]);
  const drawn = useGrowing({ length: buckets.length, of: buckets, whole: printing });
  const columns = [...stackOrder].reverse();
  const total = seriesTotal(buckets);
  return (
    <div class="scroll tall" role="group" aria-label="Messages over time" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{headings[step]}</th>
            {columns.map((name) => (
              <th key={name} scope="col" class="number">
                {outcomeMarks[outcomeOfStack[name]].label}
              </th>
            ))}
            <th scope="col" class="number">
              Inbound
            </th>
          </tr>
        </thead>
        <tbody>
          {buckets.slice(0, drawn).map((bucket) => (
            <tr key={bucket.start}>
              <th scope="row">{bucket.label}</th>
              {columns.map((name) => (
                <td key={name} class="number">
                  {figure(bucket[name])}
                </td>
              ))}
              <td class="number">{figure(bucket.inbound)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            {columns.map((name) => (
              <td key={name} class="number">
                {figure(total[name])}
              </td>
            ))}
            <td class="number">{figure(total.inbound)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
