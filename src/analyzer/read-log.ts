import type { Source } from './bytes/source.ts';
import { unpacked, type Part } from './bytes/unpack.ts';
import type { Format } from './formats/format.ts';
import type { ColumnLook } from './formats/own-table/look.ts';
import { Counter, type Takes } from './index/counter.ts';
import type { Test } from './index/filter-test.ts';
import { stateLimits, States, type Plan } from './index/states.ts';
import type { DateOrder } from './message/time/loose-times.ts';
import { readSource, type ReadSource, type Way } from './read-source.ts';
import { declinedAs, type Declined } from './report/declined.ts';
import { Notices } from './report/notices.ts';
import type { Report, SourceReport } from './report/report.ts';

/** How far one source has come. */
interface At {
  readonly source: Source;
  readonly format: Format;
  /** Rows and bytes so far, over all sources. */
  readonly rows: number;
  readonly bytes: number;
}

/** A table, read or not, with what a reader needs so as to say which column is which. */
export interface SeenTable {
  /** Name of its source. */
  readonly source: string;
  readonly columns: readonly ColumnLook[];
}

interface SavedReport {
  readonly source: Source;
  readonly report: Report;
}

export interface Reading {
  readonly states: States;
  readonly reports: readonly SourceReport[];
  readonly declined: readonly Declined[];
  /** Sources whose dates turned out to be in another order than they were read in, by their place. */
  readonly orders: ReadonlyMap<number, DateOrder>;
  /** Sources that are reports, saved earlier. */
  readonly saved: readonly SavedReport[];
  readonly tables: readonly SeenTable[];
  /** Whether every source gave its bytes. */
  readonly isComplete: boolean;
}

interface How {
  /** Which rows of messages in several states count; from an earlier reading of the same sources. */
  readonly plan: Plan;
  readonly signal?: AbortSignal | undefined;
  /** Only messages that pass are handed on. */
  readonly wanted?: Test;
  /** How bytes are taken: for tests only. */
  readonly way?: Way;
  /** Called after every block. */
  readonly onBlock?: (at: At) => void;
}

function sourceReport({ name, members }: Part, read: ReadSource, { repeats }: Counter, notices: Notices): SourceReport {
  const { bytes, format, encoding, delimiter, records, columns, ignored } = read;
  const isOfEvents = format.rows === 'events';
  if (repeats > 0) notices.add(isOfEvents ? 'folded-events' : 'duplicates', undefined, repeats);
  return {
    name,
    bytes,
    ...(members === undefined ? {} : { members: members() }),
    format: format.id,
    formatName: format.name,
    encoding,
    delimiter,
    rows: records + notices.skippedCount,
    records,
    messages: records - repeats,
    duplicates: isOfEvents ? 0 : repeats,
    folded: isOfEvents ? repeats : 0,
    columns,
    ignored,
    skipped: notices.skipped,
    notices: notices.list(),
  };
}

/** Bytes of a row of the Console's logs, as they are found: most are from 240 to 320. */
const ROW_BYTES = 280;

/** How many messages sources may hold, by their sizes; too few where one does not tell. */
const expectedIn = (sources: readonly Source[]): number => Math.floor(sources.reduce((sum, { size = 0 }) => sum + size, 0) / ROW_BYTES);

/**
 * Reads all sources, one after another, and hands every message that counts to one taker: an index, a list of rows, a figure.
 * Several sources are one log: a message found in two of them counts once.
 *
 * @returns what was met on the way, or `undefined` when cancelled
 */
export async function readLog(
  sources: readonly Source[],
  takes: Takes,
  { plan, signal, wanted, way, onBlock }: How,
): Promise<Reading | undefined> {
  // Another task sets it while this one waits, which the compiler cannot know.
  const isCancelled = (): boolean => signal?.aborted === true;
  const states = new States(plan, stateLimits, expectedIn(sources));
  const reports: SourceReport[] = [];
  const declined: Declined[] = [];
  const orders = new Map<number, DateOrder>();
  let place = -1;
  const saved: SavedReport[] = [];
  const tables: SeenTable[] = [];
  let rows = 0;
  let bytes = 0;
  for (const source of sources) {
    if (isCancelled()) return undefined;
    const stream = source.stream();
    let last: Part['packed'];
    if (stream === undefined) return { states, reports, declined, orders, saved, tables, isComplete: false };
    for await (const part of unpacked(source.name, stream)) {
      if (part.kind === 'refused') {
        declined.push(declinedAs(part.name, part.declined, part.what, part.advice));
        continue;
      }
      place += 1;
      const order = plan.told?.order ?? plan.orders?.get(place);
      const notices = new Notices();
      const counter = new Counter(takes, states, notices, wanted);
      const { packed } = part;
      // What is unpacked has no size that is known beforehand.
      const { size } = packed === undefined ? source : {};
      takes.opens?.(packed === undefined ? source : undefined);
      const told: Source = { name: part.name, stream: () => source.stream(), ...(size === undefined ? {} : { size }) };
      for await (const event of readSource(told, part.stream, notices, {
        ...(way === undefined ? {} : { way }),
        told: { ...plan.told, order },
      })) {
        if ('look' in event) tables.push({ source: told.name, columns: event.look });
        switch (event.kind) {
          case 'opened':
            break;
          case 'batch':
            counter.count(event.batch);
            break;
          case 'block':
            if (isCancelled()) return undefined;
            onBlock?.({ source: told, format: event.format, rows: rows + event.records, bytes: bytes + (packed?.() ?? event.bytes) });
            break;
          case 'read':
            if (plan.told?.order === undefined && event.read.otherOrder !== undefined) orders.set(place, event.read.otherOrder);
            reports.push(sourceReport(part, event.read, counter, notices));
            if (packed === undefined) bytes += event.read.bytes;
            rows += event.read.records;
            break;
          case 'saved':
            saved.push({ source: told, report: event.report });
            break;
          case 'declined':
            declined.push(event.declined);
            break;
        }
      }
      last = packed;
    }
    bytes += last?.() ?? 0;
    if (isCancelled()) return undefined;
  }
  return { states, reports, declined, orders, saved, tables, isComplete: true };
}
