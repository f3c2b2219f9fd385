import type { Progress } from '../../analyzer/analyze.ts';
import { figure, remaining, size } from '../kit/figures.ts';

/** What the reading state shows. */
export interface ReadingView {
  readonly title: string;
  /** Size and, once known, the format. */
  readonly detail: string;
  /** 0 to 1, or absent while no size is known. */
  readonly fraction: number | undefined;
  readonly rows: string;
  readonly percent: string;
  readonly left: string;
}

/** Too early, the speed says nothing yet. */
const SETTLED_MS = 1_000;

/** Turns progress into words; before the first progress it already tells name and size. */
export function readingView(
  files: readonly { readonly name: string; readonly size: number }[],
  progress: Progress | undefined,
  elapsedMs: number,
): ReadingView {
  const total = progress?.totalBytes ?? files.reduce((sum, file) => sum + file.size, 0);
  const fraction = total > 0 ? Math.min(1, (progress?.bytes ?? 0) / total) : undefined;
  const left = fraction !== undefined && fraction > 0 && elapsedMs > SETTLED_MS ? (elapsedMs / 1000) * (1 / fraction - 1) : undefined;
  const again = progress?.pass === 2 ? 'second reading, to keep only the latest state of each message' : undefined;
  return {
    title: files.length === 1 ? (files[0]?.name ?? '') : `${String(files.length)} files`,
    detail: [size(total), files.length > 1 ? progress?.source : undefined, progress?.format, again]
      .filter((part) => part !== undefined)
      .join(' · '),
    fraction,
    rows: progress === undefined ? 'Opening' : `${figure(progress.rows)} rows`,
    percent: fraction === undefined ? '' : `${String(Math.floor(fraction * 100))}\u00A0%`,
    left: left === undefined || progress?.pass === 2 ? '' : `${remaining(left)} left`,
  };
}
