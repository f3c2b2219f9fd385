import type { Knowledge } from '../catalog/knowledge.ts';
import { analyze } from '../analyzer/analyze.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import type { Told } from '../analyzer/read-source.ts';
import type { Declined } from '../analyzer/report/declined.ts';
import { reportJson, type Readings, type ReportJson } from '../analyzer/write/json.ts';
import { plainPrinter } from '../analyzer/write/plain.ts';
import type { DeclinedLog, Log, LogAnalysis, LogOptions } from './logs.ts';

/** What reading a log needs to know. */
export interface ContentOfLogs {
  readonly knowledge: Knowledge;
  /** What the pages of findings say, by id. */
  readonly words: Readings;
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
