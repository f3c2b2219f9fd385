import { outcomeMarks } from '../../catalog/status.ts';
import { outcomeOfStack } from '../chart/chart-paint.ts';
import { seriesTotal, stackOrder, type Stacked, type TimeSeries } from '../chart/time-series.ts';
import { figure } from '../kit/figures.ts';
import { escaped } from './html.ts';

/** Darkest where it matters most, so that paper without colour tells them apart. */
const colours: Readonly<Record<Stacked, string>> = {
  failed: '#8c0d16',
  undelivered: '#c07414',
  noReceipt: '#8b8f99',
  inFlight: '#7fb2cc',
  other: '#b9bcc4',
  delivered: '#cfe6d8',
};

const WIDE = 960;
const TALL = 200;
/** Room above the bars for the numbers of findings, and below for times. */
const ABOVE = 22;
const BELOW = 24;

interface Mark {
  /** Seconds since 1970. */
  readonly at: number;
  readonly rank: number;
}

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** The messages over time as a drawing that needs no script: stacked bars, their scale, the first and last time, and where findings begin. Empty without messages. */
export function timeSvg({ buckets, seconds }: TimeSeries, marks: readonly Mark[]): string {
  const [first] = buckets;
  const last = buckets.at(-1);
  const heightOf = (bucket: (typeof buckets)[number]): number => stackOrder.reduce((sum, name) => sum + bucket[name], 0);
  const most = buckets.reduce((max, bucket) => Math.max(max, heightOf(bucket)), 0);
  if (first === undefined || last === undefined || most === 0) return '';
  const span = last.start + seconds - first.start;
  const x = (at: number): number => (WIDE * (at - first.start)) / span;
  const bars = buckets.map((bucket) => {
    let below = 0;
    return stackOrder
      .filter((name) => bucket[name] > 0)
      .map((name) => {
        const tall = (TALL * bucket[name]) / most;
        below += tall;
        const width = Math.max(0.5, x(bucket.start + seconds) - x(bucket.start) - 0.6);
        return `<rect x="${number(x(bucket.start))}" y="${number(ABOVE + TALL - below)}" width="${number(width)}" height="${number(tall)}" fill="${colours[name]}"/>`;
      })
      .join('');
  });
  const flags = marks
    .filter(({ at }) => at >= first.start && at <= last.start + seconds)
    .map(
      ({ at, rank }) =>
        `<path d="M${number(x(at))} ${String(ABOVE)}v${String(TALL)}" stroke="#222" stroke-dasharray="3 3"/><text x="${number(x(at))}" y="14" text-anchor="middle">${String(rank)}</text>`,
    );
  const total = seriesTotal(buckets);
  const legend = stackOrder
    .filter((name) => total[name] > 0)
    .map(
      (name) =>
        `<li><svg width="12" height="12"><rect width="12" height="12" fill="${colours[name]}" stroke="#555"/></svg> ${outcomeMarks[outcomeOfStack[name]].label} ${figure(total[name])}</li>`,
    );
  const end = String(ABOVE + TALL);
  return `<svg class="chart" viewBox="-2 0 ${String(WIDE + 4)} ${String(ABOVE + TALL + BELOW)}" role="img" aria-label="Messages over time">
<path d="M0 ${end}H${String(WIDE)}" stroke="#222"/>${bars.join('')}${flags.join('')}
<text x="0" y="${String(ABOVE + TALL + 18)}">${escaped(first.label)}</text><text x="${String(WIDE)}" y="${String(ABOVE + TALL + 18)}" text-anchor="end">${escaped(last.label)}</text>
</svg>
<p>The tallest bar is ${figure(most)} messages.${flags.length === 0 ? '' : ' A dashed line marks where the finding of that number begins.'}</p>
<ul class="legend">${legend.join('')}</ul>`;
}
