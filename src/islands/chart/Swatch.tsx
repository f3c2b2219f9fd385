import { useEffect, useRef } from 'preact/hooks';
import { fillOf, outcomeOfStack, resolvedColour } from './chart-paint.ts';
import type { Stacked } from './time-series.ts';

/** A piece of an outcome's pattern, painted as in the chart. */
export function Swatch({ name }: { readonly name: Stacked }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    const parent = element?.parentElement;
    if (element == null || pen == null || parent == null) return;
    const hue = resolvedColour(parent, outcomeOfStack[name]);
    element.width = 22 * devicePixelRatio;
    element.height = 14 * devicePixelRatio;
    pen.fillStyle = fillOf(name, hue, resolvedColour(parent, 'paper'));
    pen.fillRect(0, 0, element.width, element.height);
    pen.strokeStyle = hue;
    pen.lineWidth = 2 * devicePixelRatio;
    pen.strokeRect(0, 0, element.width, element.height);
  });
  return <canvas ref={canvas} class="swatch" width={22} height={14} aria-hidden="true" />;
}
