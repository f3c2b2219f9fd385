import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type uPlot from 'uplot';
import type { HourCount, Report } from '../../analyzer/report/report.ts';
import { outcomeMarks } from '../../catalog/status.ts';
import { THEME_CHOSEN } from '../../hand-over/theme.ts';
import { barsIn, moved, stretchBetween, windowOfBars, type Caret, type Stretch, type Window } from './brush.ts';
import { outcomeOfStack } from './chart-paint.ts';
import { counted, figure } from '../kit/figures.ts';
import { OutcomeMark } from '../kit/OutcomeMark.tsx';
import { Swatch } from './Swatch.tsx';
import { watchDrags, type Held } from './drag.ts';
import { drawTimePlot, markStretch } from './time-plot.ts';
import { seriesTotal, stackOrder, timeSeries } from './time-series.ts';
import type { Bucket, Stacked, TimeSeries } from './time-series.ts';
import { WindowFields } from './WindowFields.tsx';
import { TimeTable } from './TimeTable.tsx';
import { useInSlices } from '../kit/use-in-slices.ts';
import { zone } from '../kit/view-settings.ts';
import { useWhilePrinting } from '../kit/while-printing.ts';
import { zoneLabel } from '../kit/zone.ts';

const outboundIn = (total: Readonly<Record<Stacked, number>>): number => stackOrder.reduce((sum, name) => sum + total[name], 0);

const readout = (bucket: Bucket): string =>
  [
    bucket.label,
    ...stackOrder.filter((name) => bucket[name] > 0).map((name) => `${outcomeMarks[outcomeOfStack[name]].label} ${figure(bucket[name])}`),
  ].join(' · ');

interface Props {
  readonly report: Report;
  /** What is drawn: around a window too. */
  readonly hours: readonly HourCount[];
  readonly window: Window | undefined;
  /** Chooses a stretch of time; absent where the report cannot be filtered. @param isMoving while it is being drawn */
  readonly onWindow: ((window: Window | undefined, isMoving: boolean) => void) | undefined;
}

/** Messages over time; a long log is added up first, slice by slice. */
export function TimeChart({ hours, ...props }: Props) {
  const zoneNow = zone.value;
  const series = useInSlices(useCallback(() => timeSeries(hours, zoneNow), [hours, zoneNow]));
  if (series !== undefined) return <Drawn series={series} {...props} />;
  return (
    <section class="when" aria-labelledby="when">
      <h3 id="when">When</h3>
      <p class="table-note">Adding up {counted(hours.length, 'hour')}.</p>
      <div class="time-chart" />
    </section>
  );
}

interface DrawnProps extends Omit<Props, 'hours'> {
  readonly series: TimeSeries;
}

/** Outbound messages over time by outcome, with the begin of each finding; the same figures as a table below. */
function Drawn({ report, series, window: chosen, onWindow }: DrawnProps) {
  const box = useRef<HTMLDivElement>(null);
  const hidden = useSignal<ReadonlySet<Stacked>>(new Set());
  const hovered = useSignal<number | undefined>(undefined);
  const tableOpen = useSignal(false);
  const openBefore = useRef(false);
  const { buckets } = series;
  const total = useMemo(() => seriesTotal(buckets), [buckets]);
  const off = hidden.value;
  const present = stackOrder.filter((name) => total[name] > 0);
  const empty = present.length === 0;
  const marks = useMemo(
    () => report.findings.flatMap(({ since }, i) => (since === undefined ? [] : [{ at: Date.parse(since) / 1000, rank: i + 1 }])),
    [report],
  );
  const stretch = chosen === undefined ? undefined : barsIn(buckets, chosen);
  const plotNow = useRef<uPlot>();
  /** What the drawing asks for between two of this component's renderings. */
  const now = useRef({ chosen, stretch, onWindow });
  now.current = { chosen, stretch, onWindow };
  const held = useRef<Held & { before?: Window | undefined }>({});
  const choose = useCallback(
    (bars: Stretch, isMoving: boolean) => {
      now.current.onWindow?.(windowOfBars(buckets, bars), isMoving);
    },
    [buckets],
  );
  useEffect(() => {
    const element = box.current;
    if (element === null || buckets.length === 0 || empty) {
      delete held.current.press;
      return;
    }
    const draw = () => {
      const plot = drawTimePlot(element, {
        series,
        marks,
        zone: series.zone,
        visible: new Set(stackOrder.filter((name) => !off.has(name))),
        onHover: (index) => {
          hovered.value = index;
        },
        chosen: () => now.current.stretch,
      });
      if (now.current.onWindow !== undefined)
        watchDrags(plot, series, held.current, {
          onBegin: () => {
            held.current.before = now.current.chosen;
          },
          onMove: (bars) => {
            choose(bars, true);
          },
          onEnd: (bars) => {
            const { stretch: last } = now.current;
            const { before } = held.current;
            const isClicked = bars.from === bars.to && before !== undefined && last?.from === bars.from && last.to === bars.to;
            // A second click on the only bar that is chosen gives it back.
            if (isClicked) now.current.onWindow?.(undefined, false);
            else choose(bars, false);
          },
          onCancel: () => {
            now.current.onWindow?.(held.current.before, false);
          },
        });
      return (plotNow.current = plot);
    };
    let plot = draw();
    const again = (): void => {
      plot.destroy();
      plot = draw();
    };
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', again);
    addEventListener(THEME_CHOSEN, again);
    const watch = new ResizeObserver(() => {
      if (element.clientWidth !== plot.width) plot.setSize({ width: element.clientWidth, height: plot.height });
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      dark.removeEventListener('change', again);
      removeEventListener(THEME_CHOSEN, again);
      plot.destroy();
      plotNow.current = undefined;
    };
  }, [series, buckets, marks, off, hovered, empty, choose]);
  useEffect(() => {
    if (plotNow.current !== undefined) markStretch(plotNow.current, series, stretch);
  }, [series, stretch?.from, stretch?.to]);
  const caret = useRef<Caret>();
  const isDrawing = useRef(false);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && caret.current !== undefined) {
      choose(stretchBetween(caret.current.at, caret.current.at), false);
      return;
    }
    const next = moved(caret.current, event.key, event.shiftKey && onWindow !== undefined, buckets.length);
    if (next === undefined) return;
    event.preventDefault();
    caret.current = next;
    hovered.value = next.at;
    const bar = buckets[next.at];
    if (bar !== undefined) plotNow.current?.setCursor({ left: plotNow.current.valToPos((bar.start + bar.end) / 2, 'x'), top: 0 }, false);
    isDrawing.current = next.anchor !== undefined;
    if (next.anchor !== undefined) choose(stretchBetween(next.at, next.anchor), true);
  };
  /** The stretch that was drawn stands once Shift is let go or the chart is left. */
  const rest = (): void => {
    const { anchor, at } = caret.current ?? {};
    if (!isDrawing.current || anchor === undefined || at === undefined) return;
    isDrawing.current = false;
    choose(stretchBetween(at, anchor), false);
  };
  const printing = useSignal(false);
  useWhilePrinting((begins) => {
    if (begins) openBefore.current = tableOpen.value;
    printing.value = begins;
    tableOpen.value = begins || openBefore.current;
  });
  const [oldest, newest] = [buckets[0], buckets.at(-1)];
  if (oldest === undefined || newest === undefined)
    return (
      <section class="when" aria-labelledby="when">
        <h3 id="when">When</h3>
        <p class="table-note">There is no chart: no message that was counted has a time that can be read.</p>
      </section>
    );
  const bucket = hovered.value === undefined ? undefined : buckets[hovered.value];
  const toggle = (name: Stacked): void => {
    const next = new Set(off);
    if (!next.delete(name)) next.add(name);
    hidden.value = next;
  };
  return (
    <section class="when" aria-labelledby="when">
      <h3 id="when">When</h3>
      <p class="table-note">
        {empty
          ? 'The log holds inbound messages only; they are in the table'
          : `Outbound messages per ${series.step}, by what became of them`}{' '}
        ({zoneLabel(series.zone, report.clock)}).
        {marks.length === 0 ? null : ' A dashed line marks where the finding of that number begins.'}
        {total.delivered > 0 && present.length > 1 ? <span class="no-print"> Switch Delivered off to see the rest closer.</span> : null}
      </p>
      {empty ? null : (
        <>
          <div class="legend" role="group" aria-label="Outcomes shown in the chart">
            {present.map((name) => (
              <button
                key={name}
                type="button"
                class="chip legend-item"
                aria-pressed={!off.has(name)}
                onClick={() => {
                  toggle(name);
                }}
              >
                <Swatch name={name} />
                <OutcomeMark outcome={outcomeOfStack[name]} /> {figure(total[name])}
              </button>
            ))}
          </div>
          <div
            class="time-chart"
            ref={box}
            role="slider"
            tabIndex={0}
            aria-orientation="horizontal"
            aria-label={`Time chart of ${counted(outboundIn(total), 'outbound message')}; the table below holds its figures`}
            aria-description={`Arrow keys read its bars${onWindow === undefined ? '' : ', with Shift they choose a stretch of time'}.`}
            aria-valuemin={0}
            aria-valuemax={buckets.length - 1}
            aria-valuenow={hovered.value ?? 0}
            aria-valuetext={readout(bucket ?? oldest)}
            onKeyDown={onKey}
            onKeyUp={({ key }) => {
              if (key === 'Shift') rest();
            }}
            onBlur={rest}
          />
          <p class="readout" aria-hidden="true">
            {bucket === undefined
              ? `Point at a bar or tap it to read it${onWindow === undefined ? '' : '; press it, or draw over several, to see only their time'}.`
              : readout(bucket)}
          </p>
        </>
      )}
      {onWindow === undefined ? null : (
        <WindowFields
          zone={series.zone}
          whole={{ from: oldest.start * 1000, to: newest.end * 1000 }}
          chosen={chosen}
          onWindow={(window) => {
            onWindow(window, false);
          }}
        />
      )}
      <details data-folds open={tableOpen.value} onToggle={({ currentTarget }) => (tableOpen.value = currentTarget.open)}>
        <summary>The same as a table</summary>
        {tableOpen.value ? <TimeTable series={series} printing={printing.value} /> : null}
      </details>
    </section>
  );
}
