import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { Report } from '../../analyzer/report/report.ts';
import { outcomeMarks } from '../../catalog/status.ts';
import { outcomeOfStack } from './chart-paint.ts';
import { counted, figure } from '../kit/figures.ts';
import { OutcomeMark } from '../kit/OutcomeMark.tsx';
import { Swatch } from './Swatch.tsx';
import { drawTimePlot } from './time-plot.ts';
import { seriesTotal, stackOrder, timeSeries } from './time-series.ts';
import type { Bucket, Stacked, TimeSeries } from './time-series.ts';
import { TimeTable } from './TimeTable.tsx';
import { useInSlices } from '../kit/use-in-slices.ts';
import { zone } from '../kit/view-settings.ts';
import { useWhilePrinting } from '../kit/while-printing.ts';
import { zoneLabel } from '../kit/zone.ts';

const readout = (bucket: Bucket): string =>
  [
    bucket.label,
    ...stackOrder.filter((name) => bucket[name] > 0).map((name) => `${outcomeMarks[outcomeOfStack[name]].label} ${figure(bucket[name])}`),
  ].join(' · ');

/** Messages over time; a long log is added up first, slice by slice. */
export function TimeChart({ report }: { readonly report: Report }) {
  const zoneNow = zone.value;
  const series = useInSlices(useCallback(() => timeSeries(report.byHour, zoneNow), [report, zoneNow]));
  if (series !== undefined) return <Drawn report={report} series={series} />;
  return (
    <section class="when" aria-labelledby="when">
      <h3 id="when">When</h3>
      <p class="table-note">Adding up {counted(report.byHour.length, 'hour')}.</p>
      <div class="time-chart" />
    </section>
  );
}

interface DrawnProps {
  readonly report: Report;
  readonly series: TimeSeries;
}

/** Outbound messages over time by outcome, with the begin of each finding; the same figures as a table below. */
function Drawn({ report, series }: DrawnProps) {
  const box = useRef<HTMLDivElement>(null);
  const hidden = useSignal<ReadonlySet<Stacked>>(new Set());
  const hovered = useSignal<number | undefined>(undefined);
  const tableOpen = useSignal(false);
  const openBefore = useRef(false);
  const total = useMemo(() => seriesTotal(series.buckets), [series]);
  const off = hidden.value;
  const present = stackOrder.filter((name) => total[name] > 0);
  const empty = present.length === 0;
  const marks = useMemo(
    () => report.findings.flatMap(({ since }, i) => (since === undefined ? [] : [{ at: Date.parse(since) / 1000, rank: i + 1 }])),
    [report],
  );
  useEffect(() => {
    const element = box.current;
    if (element === null || series.buckets.length === 0 || empty) return;
    const draw = () =>
      drawTimePlot(element, {
        series,
        marks,
        zone: series.zone,
        visible: new Set(stackOrder.filter((name) => !off.has(name))),
        onHover: (index) => {
          hovered.value = index;
        },
      });
    let plot = draw();
    const again = (): void => {
      plot.destroy();
      plot = draw();
    };
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', again);
    const watch = new ResizeObserver(() => {
      if (element.clientWidth !== plot.width) plot.setSize({ width: element.clientWidth, height: plot.height });
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      dark.removeEventListener('change', again);
      plot.destroy();
    };
  }, [series, marks, off, hovered, empty]);
  const printing = useSignal(false);
  useWhilePrinting((begins) => {
    if (begins) openBefore.current = tableOpen.value;
    printing.value = begins;
    tableOpen.value = begins || openBefore.current;
  });
  if (series.buckets.length === 0)
    return (
      <section class="when" aria-labelledby="when">
        <h3 id="when">When</h3>
        <p class="table-note">There is no chart: no message that was counted has a time that can be read.</p>
      </section>
    );
  const bucket = hovered.value === undefined ? undefined : series.buckets[hovered.value];
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
        {total.delivered > 0 && present.length > 1 ? ' Switch Delivered off to see the rest closer.' : null}
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
                <OutcomeMark outcome={outcomeOfStack[name]} />
              </button>
            ))}
          </div>
          <div
            class="time-chart"
            ref={box}
            role="img"
            aria-label={`Time chart of ${counted(report.totals.outbound, 'outbound message')}; the table below holds its figures.`}
          />
          <p class="readout" aria-hidden="true">
            {bucket === undefined ? 'Point at a bar to read it.' : readout(bucket)}
          </p>
        </>
      )}
      <details open={tableOpen.value} onToggle={({ currentTarget }) => (tableOpen.value = currentTarget.open)}>
        <summary>The same as a table</summary>
        {tableOpen.value ? <TimeTable series={series} printing={printing.value} /> : null}
      </details>
    </section>
  );
}
