/**
 * The package `undelivered`: why a Twilio message did not arrive, for programs. Runs in Node 20 and newer, in workers and in
 * browsers; nothing is sent anywhere.
 *
 * @module
 */
import { data as codeData } from 'virtual:compiled/codes';
import { data as restData } from 'virtual:compiled/rest';
import { data as wordData } from 'virtual:compiled/words';
import type { CodeRecord } from './code-record.ts';
import { knowledgeOf, type KnowledgeRest } from './code-records.ts';
import { explainFrom, type Explanation } from './explain.ts';
import type { DeclinedLog, Log, LogAnalysis, LogOptions } from './logs.ts';
import { readLogs, type ContentOfLogs } from './read-logs.ts';

export type { ReportJson } from '../analyzer/write/json.ts';
export type { CodeRecord, DeclinedLog, Explanation, Log, LogAnalysis, LogOptions };

/** Every error code that Twilio lists, by its number as text; those that a message can meet have `facts`. */
export const codes = codeData() as Readonly<Record<string, CodeRecord>>;

/**
 * What a code means and what to do: who acts, whether to send again, whether to stop texting the recipient.
 *
 * @param code as a callback or a log holds it: "30007" or 30007
 * @returns `undefined` for what is no error code ("", "0", "hello") and for codes that nobody lists
 * @example
 * const { shouldRetry, reasons } = explain(request.body.ErrorCode) ?? {};
 */
export const explain = (code: string | number): Explanation | undefined => explainFrom(codes, code);

/**
 * Reads message logs in any format that the site reads and says what broke in them.
 *
 * @param logs text, bytes, blobs, or these with a name; several make one report, and a message found in two of them counts once
 * @returns the public JSON form of the report (version 1), or why there is none; it rejects only for a bug
 * @example
 * const analysis = await analyze(await readFile('sms-log.csv'));
 * if (analysis.kind === 'report') console.log(analysis.report.findings.map(({ sentence }) => sentence));
 */
export const analyze = (logs: Log | readonly Log[], options: LogOptions = {}): Promise<LogAnalysis> =>
  readLogs(logs, options, {
    knowledge: knowledgeOf(codes, restData() as KnowledgeRest),
    words: wordData() as ContentOfLogs['words'],
  });
