import type { Source } from '../../analyzer/bytes/source.ts';
import type { Plan } from '../../analyzer/index/states.ts';
import type { KeptLog } from '../../analyzer/kept/kept-log.ts';
import type { Told } from '../../analyzer/read-source.ts';
import type { Declined } from '../../analyzer/report/declined.ts';
import type { Report } from '../../analyzer/report/report.ts';
import type { Readings } from '../../analyzer/write/json.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';

/** A log that was read, as the thread holds it to answer questions about it. */
export interface Held {
  readonly knowledge: Knowledge;
  /** What the pages of the findings add to the JSON form. */
  readonly words: Readings;
  readonly sources: readonly Source[];
  readonly told: Told;
  readonly report: Report;
  readonly declined: readonly Declined[];
  readonly plan: Plan;
  /** Absent where there are too many messages to keep, or they are of a saved report, which has none. */
  readonly kept: KeptLog | undefined;
}

/** What answering may use while it lasts. */
export interface Turn {
  /** Aborted once nobody waits for the answer. */
  readonly signal: AbortSignal;
  /** Lets the thread hear what else is asked; resolves to true when nobody waits any more. */
  readonly rest: () => Promise<boolean>;
  /** Told while the log is read again. @param fraction 0 to 1 */
  readonly onProgress: (fraction: number) => void;
}

/** The messages of a log that are kept. @throws Error where they are not: whoever asks knows */
export function keptOf(held: Held): Held & { readonly kept: KeptLog } {
  const { kept } = held;
  if (kept === undefined) throw new Error('This was asked of a log whose messages are not kept');
  return { ...held, kept };
}
