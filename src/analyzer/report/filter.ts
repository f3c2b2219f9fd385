import type { MessageCategory, Outcome } from '../../catalog/category.ts';
import type { ListId } from '../../catalog/number-lists.ts';

/**
 * Some of the messages of a log, as a plain value: it survives JSON, stands behind a figure, and is what a click on one makes.
 * A message passes when it passes every part that is given; an empty filter takes all.
 */
export interface Filter {
  readonly direction?: 'inbound' | 'outbound';
  /** One of these. */
  readonly outcomes?: readonly Outcome[];
  /** Words of the status as the report has them; one of these. */
  readonly statuses?: readonly string[];
  /** One of these; '' for a message without an error code. */
  readonly codes?: readonly string[];
  readonly categories?: readonly MessageCategory[];
  /** Senders of outbound messages, normalised, as the report has them; '' where the log does not name it. */
  readonly senders?: readonly string[];
  /** ISO 3166-1 alpha-2 or `unknown`, of the recipients of outbound messages. */
  readonly countries?: readonly string[];
  /** Recipients of outbound and senders of inbound messages, normalised; or those on the list of a finding, by its key. */
  readonly people?: readonly string[] | { readonly listOf: string };
  /** The person's number, whatever the channel, is on this list of the report. */
  readonly listed?: ListId;
  /** Beginning of the person's number, digits without "+". */
  readonly prefix?: string;
  /** Fingerprints of sender and text (index/counted-message.ts, templateKey). */
  readonly templates?: readonly number[];
  /** Fingerprints of recipient, text and second (index/copy-key.ts). */
  readonly copies?: readonly number[];
  /** Hours of the day where a US recipient probably is, by the area code: from (included) to (excluded), over midnight where `from` is later. */
  readonly localHours?: { readonly from: number; readonly to: number };
  /** Segments as the log says, from (included) to (excluded); a message of which it does not say passes neither. */
  readonly segments?: { readonly from?: number; readonly to?: number };
  /** Whole seconds from creation until it was sent, from (included); a message of which the log does not say both does not pass. */
  readonly waited?: { readonly from: number };
  /** The alphabet of its text (message/avoidable-width.ts). */
  readonly encoding?: 'narrow' | 'wide';
  /** SIDs of Messaging Services; one of these. */
  readonly services?: readonly string[];
  /** Hour of the day in UTC, 0 to 23, whatever the day. */
  readonly hourOfDay?: number;
  /** A link to this host is in the text; lower case, without "www.". */
  readonly linkHost?: string;
  /** From (included) to (excluded), milliseconds since 1970 in UTC; a message without a time passes neither. */
  readonly time?: { readonly from?: number; readonly to?: number };
  /** The messages behind a finding, by its key. */
  readonly finding?: string;
  /** Passes at least one of these. */
  readonly any?: readonly Filter[];
  /** Passes these too. */
  readonly all?: readonly Filter[];
  /** Passes none of these. */
  readonly except?: readonly Filter[];
}
