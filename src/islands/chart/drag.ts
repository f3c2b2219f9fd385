import type uPlot from 'uplot';
import { barAt, stretchBetween, type Stretch } from './brush.ts';
import type { TimeSeries } from './time-series.ts';

/** Pixels that a press may shake and still be a click. */
const SHAKE = 4;

interface Dragged {
  readonly onBegin: () => void;
  /** While the pointer moves; told when other bars are touched. */
  readonly onMove: (stretch: Stretch) => void;
  /** At the end of it; a click is a stretch of one bar. */
  readonly onEnd: (stretch: Stretch) => void;
  /** The pointer was taken away. */
  readonly onCancel: () => void;
}

/** Bars of a chart are chosen by dragging over them, with a mouse, a pen or a finger. Ends with the plot. */
export function watchDrags(plot: uPlot, { buckets }: TimeSeries, { onBegin, onMove, onEnd, onCancel }: Dragged): void {
  const { over } = plot;
  let begun: { readonly x: number; readonly bar: number; last: number; isDrag: boolean } | undefined;
  const barUnder = ({ clientX }: PointerEvent): number =>
    barAt(buckets, plot.posToVal(clientX - over.getBoundingClientRect().left, 'x')) ?? 0;
  over.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    over.setPointerCapture(event.pointerId);
    const bar = barUnder(event);
    onBegin();
    begun = { x: event.clientX, bar, last: bar, isDrag: false };
  });
  over.addEventListener('pointermove', (event) => {
    if (begun === undefined) return;
    const bar = barUnder(event);
    if (begun.isDrag ? bar === begun.last : Math.abs(event.clientX - begun.x) <= SHAKE) return;
    begun.isDrag = true;
    begun.last = bar;
    onMove(stretchBetween(begun.bar, bar));
  });
  over.addEventListener('pointerup', (event) => {
    if (begun === undefined) return;
    const { bar, isDrag } = begun;
    begun = undefined;
    onEnd(stretchBetween(bar, isDrag ? barUnder(event) : bar));
  });
  over.addEventListener('pointercancel', () => {
    if (begun?.isDrag === true) onCancel();
    begun = undefined;
  });
}
