import type { Declined } from '../analyzer/report/declined.ts';
import type { ReportJson } from '../analyzer/write/json.ts';

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
