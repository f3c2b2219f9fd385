import type { Source } from './bytes/source.ts';
import { unpacked, type Part } from './bytes/unpack.ts';
import type { ColumnLook } from './formats/own-table/look.ts';
import { EXPORT } from './formats/refusals.ts';
import { Counter, type Takes } from './index/counter.ts';
import type { Grouped, GroupCounter } from './grouped/group-counter.ts';
import type { Settings } from './grouped/rows.ts';
import type { Test } from './index/filter-test.ts';
import { stateLimits, States, type Plan } from './index/states.ts';
import type { DateOrder } from './message/time/loose-times.ts';
import { GROUPED_FORMAT, missed, readSource, type NamedFormat, type ReadSource, type Way } from './read-source.ts';
import { declinedAs, type Declined } from './report/declined.ts';
import { Notices } from './report/notices.ts';
import type { Report, SourceReport } from './report/report.ts';

/** How far one source has come. */
interface At {
  readonly source: Source;
  readonly format: NamedFormat;
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
  /** What the script of a source of grouped rows was asked for; there is no other source then. */
  readonly grouped?: Settings | undefined;
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
  /** Counts the grouped rows of a source; where it is absent they are passed over. */
  readonly groupsOf?: (notices: Notices) => GroupCounter;
  /** Called after every block. */
  readonly onBlock?: (at: At) => void;
}

/** What reading counted of the rows of a source. */
type Rows = Pick<SourceReport, 'rows' | 'records' | 'messages' | 'duplicates' | 'folded' | 'columns'>;

function reported({ name, members }: Part, read: ReadSource, rows: Rows, notices: Notices): SourceReport {
  const { bytes, format, encoding, delimiter, ignored } = read;
  return {
    name,
    bytes,
    ...(members === undefined ? {} : { members: members() }),
    format: format.id,
    formatName: format.name,
    encoding,
    delimiter,
    ...rows,
    ignored,
    skipped: notices.skipped,
    notices: notices.list(),
  };
}

function sourceReport(part: Part, read: ReadSource, { repeats }: Counter, notices: Notices): SourceReport {
  const { format, records, columns } = read;
  const isOfEvents = format.rows === 'events';
  if (repeats > 0) notices.add(isOfEvents ? 'folded-events' : 'duplicates', undefined, repeats);
  const rows = {
    rows: records + notices.skippedCount,
    records,
    messages: records - repeats,
    duplicates: isOfEvents ? 0 : repeats,
    folded: isOfEvents ? repeats : 0,
    columns,
  };
  return reported(part, read, rows, notices);
}

/** A source of grouped rows: its table stands in the warehouse. */
function groupedReport(part: Part, read: ReadSource, { records, messages, settings, columns }: Grouped, notices: Notices): SourceReport {
  notices.add('grouped-rows', undefined, messages);
  if (!settings.people) notices.add('people-numbered');
  if (!settings.waits && columns.created !== undefined) notices.add('grouped-older');
  const duplicates = records - messages;
  if (duplicates > 0) notices.add('duplicates', undefined, duplicates);
  for (const [field, notice] of missed) if (columns[field] === undefined) notices.add(notice);
  return reported(part, read, { rows: records, records, messages, duplicates, folded: 0, columns }, notices);
}

const GROUPED_ALONE = 'holds grouped rows, and what they count cannot be counted together with anything else';
const BESIDE_GROUPED = 'was opened beside grouped rows of a warehouse, with which nothing can be counted together';
const OPEN_ALONE = 'Open it alone. To count several tables together, run the script on all of them at once (UNION ALL).';
const ASK_AGAIN =
  'Run the script that "undelivered sql" prints once more and save all rows of its last query as CSV, with the heading: some programs save the first thousand only.';

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
  { plan, signal, wanted, way, groupsOf, onBlock }: How,
): Promise<Reading | undefined> {
  // Another task sets it while this one waits, which the compiler cannot know.
  const isCancelled = (): boolean => signal?.aborted === true;
  const states = new States(plan, stateLimits, expectedIn(sources));
  const reports: SourceReport[] = [];
  const declined: Declined[] = [];
  const orders = new Map<number, DateOrder>();
  let place = -1;
  const saved: SavedReport[] = [];
  let grouped: Settings | undefined;
  // What it counted stands in the index, also where it turns out to be damaged: nothing may be added.
  let isGroupedMet = false;
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
        declined.push(declinedAs(part.name, part.declined, part.what, `${part.advice} ${EXPORT}`));
        continue;
      }
      place += 1;
      const order = plan.told?.order ?? plan.orders?.get(place);
      const notices = new Notices();
      const counter = new Counter(takes, states, notices, wanted);
      let groups: GroupCounter | undefined;
      let isAmongOthers = false;
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
            isAmongOthers = isGroupedMet || (event.format.id === GROUPED_FORMAT && reports.length > 0);
            isGroupedMet ||= event.format.id === GROUPED_FORMAT && !isAmongOthers;
            break;
          case 'groups':
            if (isAmongOthers) break;
            groups ??= groupsOf?.(notices);
            groups?.count(event.rows);
            break;
          case 'batch':
            if (!isAmongOthers) counter.count(event.batch);
            break;
          case 'block':
            if (isCancelled()) return undefined;
            onBlock?.({ source: told, format: event.format, rows: rows + event.records, bytes: bytes + (packed?.() ?? event.bytes) });
            break;
          case 'read':
            if (plan.told?.order === undefined && event.read.otherOrder !== undefined) orders.set(place, event.read.otherOrder);
            if (isAmongOthers) {
              declined.push(
                declinedAs(told.name, 'grouped', event.read.format.id === GROUPED_FORMAT ? GROUPED_ALONE : BESIDE_GROUPED, OPEN_ALONE),
              );
              break;
            }
            if (event.read.format.id === GROUPED_FORMAT) {
              const found = groups?.end() ?? GROUPED_ALONE;
              if (typeof found === 'string') {
                declined.push(declinedAs(told.name, 'grouped', `holds grouped rows of a warehouse, but ${found}`, ASK_AGAIN));
                break;
              }
              grouped = found.settings;
              reports.push(groupedReport(part, event.read, found, notices));
            } else reports.push(sourceReport(part, event.read, counter, notices));
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
  return { states, reports, declined, orders, saved, tables, grouped, isComplete: true };
}
