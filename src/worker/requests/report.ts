import { countAgain } from '../../analyzer/count-again.ts';
import { reportUnder, standIns, withSids } from '../../analyzer/ask-kept.ts';
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

async function ofKept(held: Held, kept: KeptLog, { filter, isThorough = false }: AskReport, turn: Turn): Promise<ReportUnder | undefined> {
  const report = await reportUnder({ ...held, kept }, filter, turn.rest);
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

async function ofFiles(held: Held, { filter }: AskReport, { signal, onProgress }: Turn): Promise<ReportUnder | undefined> {
  const again = await countAgain(held.sources, filter, { ...held, signal, onProgress });
  if (again === undefined) return undefined;
  return again.kind === 'lost' ? { withoutSids: 0, lost: again.lost } : { ...written(again.report, held), withoutSids: 0 };
}

/** @returns `undefined` when nobody waits any more */
export const answerReport = (held: Held, ask: AskReport, turn: Turn): Promise<ReportUnder | undefined> =>
  held.kept === undefined ? ofFiles(held, ask, turn) : ofKept(held, held.kept, ask, turn);
