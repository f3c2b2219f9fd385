import { foldedName } from '../../message/field-name.ts';
import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import { LONGEST_RECORD, NamedRows } from '../named-rows.ts';
import type { BatchReader, NamedRecords } from '../records.ts';
import { XmlTokens } from './xml-tokens.ts';

/** Elements that are a message, folded: the API's, and those it had before 2012. */
const RECORDS = new Set(['message', 'smsmessage']);
/** Elements around records: one inside a record shows that the record was cut. */
const PAGE = 'twilioresponse';
const PAGES = new Set([PAGE, 'messages', 'smsmessages']);

/** Elements to batches; no tree is built. Joined pages, comments, CDATA, entities and attributes are what they are in XML. */
export class XmlReader implements BatchReader {
  readonly delimiter = '';
  readonly #rows: NamedRows;
  readonly #tokens: XmlTokens;
  /** The record that is open, and its element. */
  #record: Record<string, string> | undefined;
  #element = '';
  #line = 1;
  #isTooLong = false;
  /** Depth inside the record; 1 is in one of its fields. */
  #depth = 0;
  #field = '';
  #text = '';
  /** The list that is open ("Calls"), to tell its entries from fields. */
  #list = '';
  #isPageOpen = false;

  /** @param isHtml the classes of elements are their names, as the API's pages for people have them */
  constructor(records: NamedRecords, isHtml: boolean, notices: Notices) {
    this.#rows = new NamedRows(records, notices);
    this.#tokens = new XmlTokens(isHtml);
  }

  get columns(): BatchReader['columns'] {
    return this.#rows.columns;
  }

  get ignored(): readonly string[] {
    return this.#rows.ignored;
  }

  *read(piece: string, isLast: boolean): Generator<Batch, void> {
    for (const token of this.#tokens.read(piece, isLast)) {
      switch (token.kind) {
        case 'open':
          this.#open(token.text, token.line);
          break;
        case 'close':
          this.#close(token.text);
          break;
        case 'text':
          if (this.#record !== undefined && this.#depth === 1) this.#append(token.text);
          break;
      }
    }
    if (isLast && (this.#record !== undefined || this.#isPageOpen)) this.#rows.skip('truncated-end', this.#line);
    const batch = this.#rows.batch();
    if (batch !== undefined) yield batch;
  }

  #open(spelled: string, line: number): void {
    const name = foldedName(spelled);
    const isRecord = RECORDS.has(name);
    if (this.#record !== undefined) {
      if (!isRecord && !PAGES.has(name)) {
        this.#depth += 1;
        if (this.#depth === 1) {
          this.#field = spelled;
          this.#text = '';
        }
        return;
      }
      this.#rows.add(undefined, this.#line);
      this.#record = undefined;
    }
    if (isRecord) {
      this.#record = {};
      this.#element = name;
      this.#line = line;
      this.#depth = 0;
      this.#isTooLong = false;
    } else if (`${name}s` === this.#list) this.#rows.skip('other-records', line);
    else if (name === PAGE) {
      this.#isPageOpen = true;
      this.#line = line;
    } else if (name.endsWith('s')) this.#list = name;
  }

  #close(spelled: string): void {
    const name = foldedName(spelled);
    if (name === PAGE) this.#isPageOpen = false;
    const record = this.#record;
    if (record === undefined) return;
    if (this.#depth === 0) {
      if (name !== this.#element) return;
      this.#rows.add(this.#isTooLong ? undefined : record, this.#line);
      this.#record = undefined;
      return;
    }
    if (this.#depth === 1) record[this.#field] ??= this.#text;
    this.#depth -= 1;
  }

  #append(text: string): void {
    if (this.#text.length + text.length > LONGEST_RECORD) this.#isTooLong = true;
    else this.#text += text;
  }
}
