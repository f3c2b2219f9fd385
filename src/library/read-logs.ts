import type { FindingEntry } from '../catalog/finding-schema.ts';
import type { Knowledge } from '../catalog/knowledge.ts';
import { analyze } from '../analyzer/analyze.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import type { Told } from '../analyzer/read-source.ts';
import type { Declined } from '../analyzer/report/declined.ts';
import { reportJson, type ReportJson } from '../analyzer/write/json.ts';
import { plainPrinter } from '../analyzer/write/plain.ts';

/** A log: its text, its bytes, a file of a form, or these with a name that the report calls it by. */
export type Log = string | Uint8Array | Blob | { readonly name: string; readonly data: string | Uint8Array | Blob };

/** Why a log cannot be read, in sentences that hold nothing of its content. */
export interface DeclinedLog extends Omit<Declined, 'text' | 'advice'> {
  readonly text: string;
  readonly advice: string;
}

export type LogAnalysis =
  /** `declined`: logs left out of the report. */
  | { readonly kind: 'report'; readonly report: ReportJson; readonly declined: readonly DeclinedLog[] }
  | { readonly kind: 'declined'; readonly declined: readonly DeclinedLog[] }
  | { readonly kind: 'cancelled' };

export interface LogOptions {
  /** Ends the reading; the answer is then `cancelled`. */
  readonly signal?: AbortSignal;
  /** IANA zone of times that do not say theirs; UTC when absent. */
  readonly timesIn?: string;
  /** How dates such as 8/9/2025 are meant in a log that does not show it. */
  readonly dates?: 'month-first' | 'day-first';
}

/** What reading a log needs to know. */
export interface ContentOfLogs {
  readonly knowledge: Knowledge;
  /** What the pages of findings say, by id. */
  readonly words: Readonly<Record<string, FindingEntry>>;
}

const print = plainPrinter('UTC');
const declinedLog = ({ text, advice, ...rest }: Declined): DeclinedLog => ({ ...rest, text: print(text), advice: print(advice) });

function sourceOf(log: Log, place: number): Source {
  const { name, data } =
    typeof log === 'object' && 'data' in log
      ? log
      : {
          name: typeof log === 'object' && 'name' in log && typeof log.name === 'string' ? log.name : `log ${String(place + 1)}`,
          data: log,
        };
  const blob = data instanceof Blob ? data : new Blob([typeof data === 'string' ? data : data.slice()]);
  return { name, size: blob.size, stream: () => blob.stream() };
}

/**
 * Reads logs and says what broke in them. Several logs make one report; a message found in two of them counts once.
 *
 * @returns the public JSON form of the report, or why there is none; it rejects only for a bug
 */
export async function readLogs(
  logs: Log | readonly Log[],
  { signal, timesIn, dates }: LogOptions,
  { knowledge, words }: ContentOfLogs,
): Promise<LogAnalysis> {
  const list = (Array.isArray(logs) ? logs : [logs]) as readonly Log[];
  const told: Told = { zone: timesIn, order: dates };
  const analysis = await analyze(list.map(sourceOf), { knowledge, told, ...(signal === undefined ? {} : { signal }) });
  switch (analysis.kind) {
    case 'cancelled':
      return analysis;
    case 'declined':
      return { kind: 'declined', declined: analysis.declined.map(declinedLog) };
    case 'report':
      return {
        kind: 'report',
        report: JSON.parse(reportJson(analysis.report, words)) as ReportJson,
        declined: analysis.declined.map(declinedLog),
      };
  }
}
