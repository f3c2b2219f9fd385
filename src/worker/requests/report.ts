import { countAgain } from '../../analyzer/count-again.ts';
import { reportUnder, standIns, withSids, type KeptReading } from '../../analyzer/ask-kept.ts';
import { readTexts } from '../../analyzer/ask.ts';
import { findTexts, type Lost } from '../../analyzer/kept/find-texts.ts';
import type { KeptLog } from '../../analyzer/kept/kept-log.ts';
import type { Filter } from '../../analyzer/report/filter.ts';
import type { Report } from '../../analyzer/report/report.ts';
import { reportJson } from '../../analyzer/write/json.ts';
import type { Held, Turn } from './held.ts';

/** The whole report on the messages that a filter takes. */
export interface AskReport {
  readonly kind: 'report';
  readonly filter: Filter;
  /** What the findings are judged on, where the filter picks messages by how they ended; what the filter takes where absent. */
  readonly judged?: Filter | undefined;
  /** Whether the log is read again for SIDs that are found in no other way. */
  readonly isThorough?: boolean;
}

export interface ReportUnder {
  /** Absent where the log had to be read again and is lost. */
  readonly report?: Report;
  /** The same in its JSON form. */
  readonly json?: Blob;
  /** SIDs that are left out of it, since only reading the log again finds them. */
  readonly withoutSids: number;
  /** A file that is no longer what was read: figures hold, SIDs are left out. */
  readonly lost?: Lost;
}

const written = (report: Report, { words }: Held): Pick<ReportUnder, 'report' | 'json'> => ({
  report,
  json: new Blob([reportJson(report, words)], { type: 'application/json' }),
});

const sizeOf = ({ sources }: Held): number => sources.reduce((sum, { size = 0 }) => sum + size, 0);

const takesAll = (filter: Filter): boolean => Object.keys(filter).length === 0;

/** The last report of each log that findings were judged in, for whoever picks one part of its messages after another. */
const lastJudged = new WeakMap<KeptLog, { readonly key: string; readonly report: Report }>();

/** @returns `undefined` when nobody waits any more */
async function judgedIn(reading: KeptReading, filter: Filter, rest: Turn['rest']): Promise<Report | undefined> {
  if (takesAll(filter)) return reading.report;
  const key = JSON.stringify(filter);
  const before = lastJudged.get(reading.kept);
  const report = before?.key === key ? before.report : await reportUnder(reading, filter, rest);
  if (report !== undefined) lastJudged.set(reading.kept, { key, report });
  return report;
}

async function ofKept(
  held: Held,
  kept: KeptLog,
  { filter, judged, isThorough = false }: AskReport,
  turn: Turn,
): Promise<ReportUnder | undefined> {
  const reading = { ...held, kept };
  const whole = judged === undefined ? undefined : await judgedIn(reading, judged, turn.rest);
  if (judged !== undefined && whole === undefined) return undefined;
  const report = await reportUnder(reading, filter, turn.rest, whole);
  if (report === undefined) return undefined;
  const { texts, missing, lost } = await findTexts(kept, standIns(report));
  if (await turn.rest()) return undefined;
  const { plan, sources } = held;
  const { signal, onProgress } = turn;
  const more = isThorough
    ? await readTexts(sources, missing, {
        plan,
        signal,
        onBlock: ({ bytes }) => {
          onProgress(Math.min(1, bytes / sizeOf(held)));
        },
      })
    : new Map();
  if (more === undefined) return undefined;
  return {
    ...written(withSids(report, new Map([...texts, ...more])), held),
    withoutSids: missing.filter((place) => !more.has(place)).length,
    ...(lost === undefined ? {} : { lost }),
  };
}

async function ofFiles(held: Held, { filter, judged }: AskReport, { signal, onProgress }: Turn): Promise<ReportUnder | undefined> {
  const before = { ...held, signal, onProgress };
  const part = judged === undefined || takesAll(judged) ? undefined : await countAgain(held.sources, judged, before);
  if (part?.kind === 'lost') return { withoutSids: 0, lost: part.lost };
  if (signal.aborted) return undefined;
  const again = await countAgain(held.sources, filter, {
    ...before,
    judged: judged === undefined ? undefined : (part?.report ?? held.report),
  });
  if (again === undefined) return undefined;
  return again.kind === 'lost' ? { withoutSids: 0, lost: again.lost } : { ...written(again.report, held), withoutSids: 0 };
}

/** @returns `undefined` when nobody waits any more */
export const answerReport = (held: Held, ask: AskReport, turn: Turn): Promise<ReportUnder | undefined> =>
  held.kept === undefined ? ofFiles(held, ask, turn) : ofKept(held, held.kept, ask, turn);
