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

/** What is pressed at the moment. Kept by the caller: the chart may be drawn anew under it, with figures that come meanwhile. */
export interface Held {
  press?: {
    readonly pointer: number;
    readonly x: number;
    /** Where it began, seconds since 1970: bars of another drawing are others. */
    readonly at: number;
    last: number;
    isDrag: boolean;
  };
}

/** Bars of a chart are chosen by dragging over them, with a mouse, a pen or a finger. Ends with the plot; the next goes on with what is held. */
export function watchDrags(plot: uPlot, { buckets }: TimeSeries, held: Held, { onBegin, onMove, onEnd, onCancel }: Dragged): void {
  const { over } = plot;
  const timeUnder = ({ clientX }: PointerEvent): number => plot.posToVal(clientX - over.getBoundingClientRect().left, 'x');
  const bar = (at: number): number => barAt(buckets, at) ?? 0;
  if (held.press !== undefined) over.setPointerCapture(held.press.pointer);
  over.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    over.setPointerCapture(event.pointerId);
    const at = timeUnder(event);
    onBegin();
    held.press = { pointer: event.pointerId, x: event.clientX, at, last: bar(at), isDrag: false };
  });
  over.addEventListener('pointermove', (event) => {
    const { press } = held;
    if (press === undefined) return;
    const under = bar(timeUnder(event));
    if (press.isDrag ? under === press.last : Math.abs(event.clientX - press.x) <= SHAKE) return;
    press.isDrag = true;
    press.last = under;
    onMove(stretchBetween(bar(press.at), under));
  });
  over.addEventListener('pointerup', (event) => {
    const { press } = held;
    if (press === undefined) return;
    delete held.press;
    onEnd(stretchBetween(bar(press.at), bar(press.isDrag ? timeUnder(event) : press.at)));
  });
  over.addEventListener('pointercancel', () => {
    const isDrag = held.press?.isDrag === true;
    delete held.press;
    if (isDrag) onCancel();
  });
}
