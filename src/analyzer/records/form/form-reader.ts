import { formsIn } from '../../message/form.ts';
import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import { LineSplitter } from './line-splitter.ts';
import { NamedRows } from '../named-rows.ts';
import type { BatchReader, NamedRecords } from '../records.ts';

/** A time before the form, as servers write one in front of a line. */
const TIME = /^[["'(\s]*(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)? ?(?:Z|UTC|[+-]\d\d:?\d\d)?)/;
/** The name under which it stands in the record. */
const RECEIVED = 'received_at';

/** A name and its value where a program logs them by themselves: `MessageSid=SM…`, `MessageStatus="sent"`, `('To', '+1…')`. */
const LOGGED = /(?<![\w%])([A-Za-z]\w{0,60})(?:=|', ?(?='))(?:"([^"\n]{0,1600})"|'([^'\n]{0,1600})'|([^\s"',;&)\]]{1,200}))/g;

/** The values of a line that are logged behind their names; none where it has fewer than two. */
function loggedIn(line: string): readonly Readonly<Record<string, string>>[] {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name = '', double, single, bare] of line.matchAll(LOGGED)) values[name] ??= double ?? single ?? bare ?? '';
  return Object.keys(values).length > 1 ? [values] : [];
}

/** Lines of forms (`MessageSid=SM…&MessageStatus=sent`) to batches; a time at the beginning of a line is when it was received. */
export class FormReader implements BatchReader {
  readonly delimiter = '';
  readonly #rows: NamedRows;
  readonly #lines = new LineSplitter();

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
    for (const { text, number } of this.#lines.read(piece, isLast)) {
      if (text === undefined) this.#rows.add(undefined, number);
      else if (text.trim() !== '') this.#addLine(text, number);
    }
    const batch = this.#rows.batch();
    if (batch !== undefined) yield batch;
  }

  #addLine(line: string, number: number): void {
    const sent = formsIn(line);
    const forms = sent.length > 0 ? sent : loggedIn(line);
    if (forms.length === 0) this.#rows.skip('other-records', number);
    const time = TIME.exec(line)?.[1]?.trim();
    for (const form of forms) this.#rows.add(time === undefined ? form : { [RECEIVED]: time, ...form }, number);
  }
}
