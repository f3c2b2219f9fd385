import uPlot from 'uplot';
import { coloursIn, fillOf, outcomeOfStack } from './chart-paint.ts';
import { figure } from '../kit/figures.ts';
import type { Stretch } from './brush.ts';
import { axisSteps } from './calendar.ts';
import { stackOrder, stackedHeights } from './time-series.ts';
import type { Stacked, TimeSeries } from './time-series.ts';
import { axisLabel } from '../kit/zone.ts';

/** Where something begins: seconds since 1970 and the number of its card. */
export interface Mark {
  readonly at: number;
  readonly rank: number;
}

export interface Plot {
  readonly series: TimeSeries;
  readonly visible: ReadonlySet<Stacked>;
  readonly marks: readonly Mark[];
  readonly zone: string;
  readonly onHover: (index: number | undefined) => void;
  /** The stretch of bars that is chosen now; asked whenever the chart is drawn. */
  readonly chosen: () => Stretch | undefined;
}

/** Shows which bars are chosen, if any are. */
export function markStretch(plot: uPlot, { buckets }: TimeSeries, stretch: Stretch | undefined): void {
  plot.over.querySelector('.u-select')?.classList.toggle('u-off', stretch === undefined);
  const [first, last] = stretch === undefined ? [] : [buckets[stretch.from], buckets[stretch.to]];
  const left = first === undefined ? 0 : Math.max(0, plot.valToPos(first.start, 'x'));
  const right = last === undefined ? 0 : plot.valToPos(last.end, 'x');
  plot.setSelect({ left, top: 0, width: Math.max(0, right - left), height: plot.over.clientHeight }, false);
}

/** Dashed lines with numbered flags; flags that would overlap stand below each other. */
function drawMarks(plot: uPlot, marks: readonly Mark[], ink: string, paper: string): void {
  const { ctx, bbox } = plot;
  const unit = devicePixelRatio;
  const flags: { readonly x: number; readonly y: number; readonly rank: number }[] = [];
  ctx.save();
  ctx.lineWidth = 1.5 * unit;
  ctx.strokeStyle = ink;
  ctx.setLineDash([4 * unit, 3 * unit]);
  for (const { at, rank } of marks) {
    const x = Math.round(plot.valToPos(at, 'x', true));
    const level = flags.filter((flag) => Math.abs(flag.x - x) < 20 * unit).length;
    flags.push({ x, y: bbox.top - 12 * unit + level * 19 * unit, rank });
    ctx.beginPath();
    ctx.moveTo(x, bbox.top - 20 * unit);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.strokeStyle = paper;
  ctx.font = `700 ${String(11 * unit)}px system-ui, sans-serif`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  // Above all lines, or one of two that begin together would strike the other's number out.
  for (const { x, y, rank } of flags) {
    ctx.fillStyle = ink;
    ctx.beginPath();
    ctx.arc(x, y, 9 * unit, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = paper;
    ctx.fillText(String(rank), x, y + 0.5 * unit);
  }
  ctx.restore();
}

/** Draws the time chart into a box and as wide as it is. Colours are read from the stylesheet as it draws. */
export function drawTimePlot(box: HTMLElement, { series, visible, marks, zone, onHover, chosen }: Plot): uPlot {
  const { buckets, seconds } = series;
  const colours = coloursIn(box);
  const { ink, line, paper } = colours;
  const bars = uPlot.paths.bars?.({ size: [0.92, 160], align: 1 });
  const names = [...stackOrder].reverse();
  const first = buckets[0]?.start ?? 0;
  const last = (buckets.at(-1)?.start ?? 0) + seconds;
  const axis = {
    stroke: colours['ink-soft'],
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1 },
    font: '12px system-ui, sans-serif',
  };
  return new uPlot(
    {
      width: box.clientWidth,
      height: 260,
      padding: [24, 28, 0, 0],
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), zone),
      legend: { show: false },
      // What is dragged over is our own business (drag.ts): uPlot would take the mark of it away with every move.
      cursor: { y: false, bind: { mousedown: () => null, mouseup: () => null, dblclick: () => null }, points: { show: false } },
      scales: { x: { time: true, range: [first, last] }, y: { range: (_, __, max) => [0, Math.max(1, max * 1.04)] } },
      axes: [
        {
          ...axis,
          space: 72,
          incrs: axisSteps(seconds),
          values: (_, splits, __, ___, step) => splits.map((at, i) => axisLabel(zone, at * 1000, step, i === 0)),
        },
        {
          ...axis,
          size: 56,
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6, 1e7],
          values: (_, splits) => splits.map(figure),
        },
      ],
      series: [
        {},
        ...names.map((name) => {
          const hue = colours[outcomeOfStack[name]];
          const fill = fillOf(name, hue, paper);
          return {
            fill: () => fill,
            stroke: hue,
            width: 1,
            points: { show: false },
            ...(bars === undefined ? {} : { paths: bars }),
          };
        }),
      ],
      hooks: {
        draw: [
          (plot) => {
            drawMarks(plot, marks, ink, paper);
            markStretch(plot, series, chosen());
          },
        ],
        setCursor: [
          ({ cursor: { idx } }) => {
            onHover(idx ?? undefined);
          },
        ],
      },
    },
    [buckets.map(({ start }) => start), ...stackedHeights(buckets, visible).map((heights) => [...heights])],
    box,
  );
}
