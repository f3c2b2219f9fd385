import type { Source } from './bytes/source.ts';
import type { Format } from './formats/format.ts';
import { Counter, type Takes } from './index/counter.ts';
import type { Test } from './index/filter-test.ts';
import { States, type Plan } from './index/states.ts';
import { readSource, type ReadSource, type Way } from './read-source.ts';
import type { Declined } from './report/declined.ts';
import { Notices } from './report/notices.ts';
import type { SourceReport } from './report/report.ts';

/** How far one source has come. */
interface At {
  readonly source: Source;
  readonly format: Format;
  /** Rows and bytes so far, over all sources. */
  readonly rows: number;
  readonly bytes: number;
}

export interface Reading {
  readonly states: States;
  readonly reports: readonly SourceReport[];
  readonly declined: readonly Declined[];
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

function sourceReport({ name }: Source, read: ReadSource, { repeats }: Counter, notices: Notices): SourceReport {
  const { bytes, format, encoding, delimiter, records, columns } = read;
  const isOfEvents = format.rows === 'events';
  if (repeats > 0) notices.add(isOfEvents ? 'folded-events' : 'duplicates', undefined, repeats);
  return {
    name,
    bytes,
    format: format.id,
    encoding,
    delimiter,
    rows: records + notices.skippedCount,
    records,
    messages: records - repeats,
    duplicates: isOfEvents ? 0 : repeats,
    folded: isOfEvents ? repeats : 0,
    columns,
    skipped: notices.skipped,
    notices: notices.list(),
  };
}

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
  const states = new States(plan);
  const reports: SourceReport[] = [];
  const declined: Declined[] = [];
  let rows = 0;
  let bytes = 0;
  for (const source of sources) {
    if (isCancelled()) return undefined;
    const stream = source.stream();
    if (stream === undefined) return { states, reports, declined, isComplete: false };
    const notices = new Notices();
    const counter = new Counter(takes, states, notices, wanted);
    for await (const event of readSource(source, stream, notices, way)) {
      switch (event.kind) {
        case 'opened':
          break;
        case 'batch':
          counter.count(event.batch);
          break;
        case 'block':
          if (isCancelled()) return undefined;
          onBlock?.({ source, format: event.format, rows: rows + event.records, bytes: bytes + event.bytes });
          break;
        case 'read':
          reports.push(sourceReport(source, event.read, counter, notices));
          bytes += event.read.bytes;
          rows += event.read.records;
          break;
        case 'declined':
          declined.push(event.declined);
          break;
      }
    }
    if (isCancelled()) return undefined;
  }
  return { states, reports, declined, isComplete: true };
}
