import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import { LONGEST_RECORD, NamedRows } from '../named-rows.ts';
import type { BatchReader, Named, NamedRecords } from '../records.ts';

/** Where the library's print-out of a message begins. */
const START = /<Twilio\.Api\.[\w.]{1,40}\.MessageInstance /g;
const START_LENGTH = 80;

/** Every property of a message that the library prints, as it spells them. */
const PROPERTIES =
  'body num_segments direction from to date_updated price error_message uri account_sid num_media status messaging_service_sid sid date_sent date_created error_code price_unit api_version subresource_uris tags';
const KEY = new RegExp(String.raw`(^|\s)(${PROPERTIES.replaceAll(' ', '|')}):(?=\s|$)`, 'g');

interface Key {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The values of `body: Hello num_segments: 1 direction: …>`. Nothing quotes them: a text may hold what looks like a property, so the
 * first property begins at the start and every other one where its name stands last.
 *
 * @returns `undefined` where the closing ">" is missing
 */
function valuesIn(text: string): Named | undefined {
  const keys = new Map<string, Key>();
  let first: string | undefined;
  for (const match of text.matchAll(KEY)) {
    const [, blank = '', name = ''] = match;
    if (match.index === 0) first = name;
    if (name !== first || match.index === 0)
      keys.set(name, { name, start: match.index + blank.length, end: match.index + match[0].length });
  }
  const inOrder = [...keys.values()].sort((a, b) => a.start - b.start);
  const values: Record<string, string> = {};
  for (const [place, { name, end }] of inOrder.entries()) {
    const next = inOrder[place + 1];
    if (next !== undefined) {
      values[name] = text.slice(end, next.start).trim();
      continue;
    }
    const rest = text.slice(end);
    const close = rest.search(/(?<!=)>/);
    if (close < 0) return undefined;
    values[name] = rest.slice(0, close).trim();
  }
  return inOrder.length === 0 ? undefined : values;
}

const lineFeeds = (text: string): number => text.split('\n').length - 1;

/** What Ruby's library prints of messages (`<Twilio.Api.V2010.MessageInstance body: … sid: …>`) to batches. */
export class PrintedReader implements BatchReader {
  readonly delimiter = '';
  readonly #rows: NamedRows;
  /** Text not cut yet; it begins with the record that is open, if one is. */
  #rest = '';
  #isOpen = false;
  #isTooLong = false;
  /** Line on which the rest begins. */
  #line = 1;
  #startLine = 1;

  constructor(records: NamedRecords, notices: Notices) {
    this.#rows = new NamedRows(records, notices);
  }

  get columns(): BatchReader['columns'] {
    return this.#rows.columns;
  }

  get ignored(): readonly string[] {
    return this.#rows.ignored;
  }

  *read(piece: string, isLast: boolean): Generator<Batch, void> {
    const text = this.#rest + piece;
    let at = 0;
    for (const { index, 0: start } of text.matchAll(START)) {
      if (this.#isOpen) this.#end(text.slice(at, index));
      this.#line += lineFeeds(text.slice(at, index));
      this.#startLine = this.#line;
      this.#isOpen = true;
      at = index + start.length;
    }
    if (isLast) {
      if (this.#isOpen) this.#end(text.slice(at), 'truncated-end');
    } else {
      // Of what is no record nothing is kept but what may be the beginning of one.
      const isKept = this.#isOpen && !this.#isTooLong && text.length - at <= LONGEST_RECORD;
      this.#isTooLong = this.#isOpen && !isKept;
      const kept = isKept ? at : Math.max(at, text.length - START_LENGTH);
      this.#line += lineFeeds(text.slice(at, kept));
      this.#rest = text.slice(kept);
    }
    const batch = this.#rows.batch();
    if (batch !== undefined) yield batch;
  }

  #end(text: string, ifCut: 'broken-records' | 'truncated-end' = 'broken-records'): void {
    const isTooLong = this.#isTooLong || text.length > LONGEST_RECORD;
    const values = isTooLong ? undefined : valuesIn(text);
    if (values === undefined) this.#rows.skip(isTooLong ? 'broken-records' : ifCut, this.#startLine);
    else this.#rows.add(values, this.#startLine);
    this.#isOpen = false;
    this.#isTooLong = false;
  }
}
