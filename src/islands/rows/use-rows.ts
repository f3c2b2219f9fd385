import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListedRow } from '../../analyzer/ask-rows.ts';
import type { Lost } from '../../analyzer/kept/find-texts.ts';
import type { Order } from '../../analyzer/kept/sorted.ts';
import type { Filter } from '../../analyzer/report/filter.ts';
import type { LogInHand } from '../../worker/client.ts';

/** Rows that are asked for at once, around those that are seen. */
const AROUND = 30;
/** Rows that are held; then all are forgotten but those of the last answer. */
const HELD = 3_000;

export interface Selection {
  readonly filter: Filter;
  readonly order?: Order | undefined;
}

/** What is known of a selection. */
export interface RowsKnown {
  /** By their place in it. */
  readonly rows: ReadonlyMap<number, ListedRow>;
  readonly total: number | undefined;
  readonly isSorted: boolean;
  /** Whether some rows are without texts, because only reading the whole log again finds them. */
  readonly isWithoutTexts: boolean;
  readonly lost?: Lost | undefined;
  /** A sentence of whoever could not answer. */
  readonly problem?: string;
}

const nothing: RowsKnown = { rows: new Map(), total: undefined, isSorted: true, isWithoutTexts: false };

/**
 * The rows of a selection that are seen, asked for as they come into view. Only these cross from the thread that holds the log.
 *
 * @param seen places in the selection: from the first up to but without the last
 */
export function useRows(log: LogInHand, { filter, order }: Selection, seen: { readonly from: number; readonly to: number }): RowsKnown {
  const key = JSON.stringify([filter, order]);
  const [known, setKnown] = useState<RowsKnown & { readonly key: string }>({ ...nothing, key });
  const current = known.key === key ? known : { ...nothing, total: known.total };
  const stop = useRef<AbortController>();
  const missing = isMissing(current, seen);
  useEffect(() => {
    if (!missing) return;
    const { signal } = (stop.current = new AbortController());
    const from = Math.max(0, seen.from - AROUND);
    void log.ask({ kind: 'rows', filter, order, from, count: seen.to - from + AROUND }, signal).then((reply) => {
      if (signal.aborted || reply.kind === 'cancelled') return;
      setKnown((before) => {
        const base = before.key === key ? before : { ...nothing, key };
        if (reply.kind === 'failed') return { ...base, total: base.total ?? 0, problem: reply.reason };
        const { rows, total, isSorted, withoutTexts, lost } = reply.value;
        const held = base.rows.size > HELD ? [] : [...base.rows];
        return {
          key,
          rows: new Map([...held, ...rows.map((row, place) => [from + place, row] as const)]),
          total,
          isSorted: isSorted || order === undefined,
          isWithoutTexts: base.isWithoutTexts || withoutTexts > 0,
          lost: lost ?? base.lost,
        };
      });
    });
    return () => {
      stop.current?.abort();
    };
  }, [log, key, missing, seen.from, seen.to]);
  return current;
}

function isMissing({ rows, total, problem }: RowsKnown, { from, to }: { readonly from: number; readonly to: number }): boolean {
  if (problem !== undefined) return false;
  if (total === undefined) return true;
  for (let place = from; place < Math.min(to, total); place += 1) if (!rows.has(place)) return true;
  return rows.size === 0 && total > 0;
}
