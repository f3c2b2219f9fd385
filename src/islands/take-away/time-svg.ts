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
/** Findings that begin nearer than this share of the width share one label: two numbers would lie on each other. */
const NEAR = 0.04;

interface Mark {
  /** Seconds since 1970. */
  readonly at: number;
  readonly rank: number;
}

const number = (value: number): string => String(Math.round(value * 10) / 10);

/**
 * The messages over time as a drawing that needs no script: stacked bars, their scale, the first and last time, and where findings
 * begin. Words stand around the drawing, not in it: it is drawn as wide as the page is, and they keep their size. Empty without messages.
 */
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
        return `<rect x="${number(x(bucket.start))}" y="${number(TALL - below)}" width="${number(width)}" height="${number(tall)}" fill="${colours[name]}"/>`;
      })
      .join('');
  });
  const flags = marks.filter(({ at }) => at >= first.start && at <= last.start + seconds).sort((one, other) => one.at - other.at);
  const lines = flags.map(({ at }) => `<path d="M${number(x(at))} 0V${String(TALL)}" stroke="#222" stroke-dasharray="3 3"/>`);
  const labels: { readonly at: number; readonly ranks: number[] }[] = [];
  for (const { at, rank } of flags) {
    const before = labels.at(-1);
    if (before !== undefined && x(at) - x(before.at) < NEAR * WIDE) before.ranks.push(rank);
    else labels.push({ at, ranks: [rank] });
  }
  const ranks = labels.map(
    ({ at, ranks: some }) => `<b style="left:${number((100 * x(at)) / WIDE)}%">${some.sort((one, other) => one - other).join(',')}</b>`,
  );
  const total = seriesTotal(buckets);
  const legend = stackOrder
    .filter((name) => total[name] > 0)
    .map(
      (name) =>
        `<li><svg width="12" height="12"><rect width="12" height="12" fill="${colours[name]}" stroke="#555"/></svg> ${outcomeMarks[outcomeOfStack[name]].label} ${figure(total[name])}</li>`,
    );
  return `<div class="chart"><div class="ranks">${ranks.join('')}</div>
<svg viewBox="0 0 ${String(WIDE)} ${String(TALL)}" preserveAspectRatio="none" role="img" aria-label="Messages over time">${bars.join('')}${lines.join('')}</svg>
<div class="ends"><span>${escaped(first.label)}</span><span>${escaped(last.label)}</span></div></div>
<p>The tallest bar is ${figure(most)} messages.${flags.length === 0 ? '' : ' A dashed line marks where the finding of that number begins.'}</p>
<ul class="legend">${legend.join('')}</ul>`;
}
