import { addressKey, parseAddress } from '../message/address.ts';
import { countryOf } from '../message/country.ts';
import type { Dialect } from '../message/dialect.ts';
import { kindOf, type Kind } from '../message/kind.ts';
import { ownText } from '../memory/own-text.ts';
import type { Batch, CodedColumn, Column } from '../records/batch.ts';
import type { Source } from '../bytes/source.ts';
import type { Notices } from '../report/notices.ts';
import { secondsOf } from './cells/durations.ts';
import type { ReadMessage } from './counted-message.ts';
import type { Test } from './filter-test.ts';
import { ADDRESS_LENGTH, NOBODY, personCell, ReadRows, valueIn, type Sender } from './read-rows.ts';
import { stateOf, type States } from './states.ts';

const UNIT_LENGTH = 12;
/** A number of a country that has lost its "+"; shorter ones are short codes or local. */
const BARE = /^\d{10,15}$/;

/** What a counter does with the messages that count: takes them one by one, or those of a batch at once. */
export type Takes = (
  | { add(message: ReadMessage): void; readonly addRows?: undefined }
  | {
      /** @param places rows of messages that are to be counted, in their order */
      addRows(rows: ReadRows, places: Uint32Array): void;
    }
) & {
  /** The messages from here on come from this source. @param source absent where its bytes are not those that are read, but packed */
  opens?(source: Source | undefined): void;
};

/** A number whose digits a spreadsheet has taken; one that may want a "+". */
const LOST = 1;
const WITHOUT_PLUS = 2;

/** Where the time of a row stands: it was sent or, where nothing says so, created. */
export const timeCells = (sent: Column | undefined, created: Column | undefined, row: number): Column | undefined =>
  sent === undefined || (created !== undefined && sent.isEmpty(row)) ? created : sent;

/**
 * What decides between two rows of one message that are otherwise in the same state: "failed" and "undelivered" are of one rank. A
 * warehouse reckons the same where the person is a number (grouped/sql/script.ts).
 */
const tieOf = ({ code, word }: Kind, price: number, person: number): number =>
  (code === undefined ? 0 : Number(code)) * 7 + price * 3 + person + word.length;

/**
 * Counts the rows of one source's batches, whatever reader or memory they come from: gives each a meaning, leaves out rows that
 * repeat a message and those that a filter does not want, and hands the rest to an index or to anything else that takes messages.
 */
export class Counter {
  /** Rows seen. */
  records = 0;
  /** Rows of a message that another row stands for: it comes again, or these are earlier or later events of it. */
  repeats = 0;
  readonly #takes: Takes;
  readonly #states: States;
  readonly #notices: Notices;
  readonly #wanted: Test | undefined;
  readonly #rows = new ReadRows();
  #places = new Uint32Array(0);
  /** By dictionary numbers of status, direction and code: what the three say together. */
  readonly #kinds: (number | undefined)[][][] = [];
  #senders: (Sender | undefined)[] = [];
  readonly #units: (string | undefined)[] = [];
  #dialect: Dialect | undefined;

  /** @param wanted takes every message when absent */
  constructor(takes: Takes, states: States, notices: Notices, wanted?: Test) {
    this.#takes = takes;
    this.#states = states;
    this.#notices = notices;
    this.#wanted = wanted;
  }

  count(batch: Batch): void {
    if (batch.dialect !== this.#dialect) this.#speak(batch.dialect);
    const { rows } = batch;
    this.#rows.open(batch);
    this.#understand(batch);
    const { keys, states, repeats } = this.#rows.cells;
    if (batch.columns.sid === undefined) repeats.fill(0, 0, rows);
    else this.#states.findRepeats(keys, states, rows, repeats);
    this.records += rows;
    this.#hand(this.#counted(batch));
  }

  /** Gives every row a meaning, column by column. */
  #understand(batch: Batch): void {
    const { rows } = batch;
    const { sent, created, price, sid } = batch.columns;
    const { kinds, times, prices, keys, states, people } = this.#rows.cells;
    for (let row = 0; row < rows; row += 1) kinds[row] = this.#kindOf(batch, row);
    for (let row = 0; row < rows; row += 1) times[row] = timeCells(sent, created, row)?.time(row) ?? NaN;
    for (let row = 0; row < rows; row += 1) prices[row] = price?.price(row) ?? -1;
    for (let row = 0; row < rows; row += 1) this.#readPerson(batch, row);
    if (sid === undefined) return;
    for (let row = 0; row < rows; row += 1) {
      const kind = this.#rows.kindAt(row);
      const priceOf = prices[row] ?? -1;
      keys[row] = sid.sid(row);
      states[row] = stateOf(times[row] ?? NaN, kind, priceOf >= 0, tieOf(kind, priceOf, people[row] ?? 0));
    }
  }

  /** The rows that count, in their order; tells what is odd in any. */
  #counted(batch: Batch): Uint32Array {
    const { sent, created } = batch.columns;
    const { times, repeats, queues, carriers } = this.#rows.cells;
    if (batch.rows > this.#places.length) this.#places = new Uint32Array(2 * batch.rows);
    const places = this.#places;
    let size = 0;
    for (let row = 0; row < batch.rows; row += 1) {
      const time = times[row] ?? NaN;
      const isRepeat = repeats[row] === 1;
      const message = this.#rows.message(row);
      const { kind } = message;
      this.#tell(batch, row, kind, time, isRepeat);
      if (isRepeat) {
        this.repeats += 1;
        continue;
      }
      this.#readSender(batch, row, kind.isInbound);
      // Of every message, also of one that a filter leaves out: what has to be assumed of its times is told of the whole log.
      const sentAt = timeCells(sent, created, row) === sent ? time : NaN;
      const isKnown = !Number.isNaN(sentAt);
      queues[row] = isKnown ? secondsOf(sentAt - message.createdAt()) : -1;
      carriers[row] = isKnown ? secondsOf(message.updatedAt() - sentAt) : -1;
      if (this.#wanted !== undefined && !this.#wanted(message)) continue;
      places[size] = row;
      size += 1;
    }
    return places.subarray(0, size);
  }

  #hand(places: Uint32Array): void {
    const takes = this.#takes;
    if (takes.addRows !== undefined) takes.addRows(this.#rows, places);
    else for (const row of places) takes.add(this.#rows.message(row));
  }

  /** Tells what is odd in a row. Apart from the loop over the rows, which then keeps nothing for what is hardly ever told. */
  #tell(batch: Batch, row: number, kind: Kind, time: number, isRepeat: boolean): void {
    const { sent, created, sid } = batch.columns;
    const { keys, odd } = this.#rows.cells;
    if (odd[row] !== 0) this.#note(odd[row] === LOST ? 'lost-numbers' : 'bare-numbers', batch, row);
    if (keys[row] === 0 && sid !== undefined && !sid.isEmpty(row)) this.#note('masked-sids', batch, row);
    if (isRepeat) return;
    if (Number.isNaN(time) && timeCells(sent, created, row)?.isEmpty(row) === false) this.#note('unreadable-dates', batch, row);
    if (kind.status === undefined) this.#note('unknown-status', batch, row);
    else if (kind.isInbound && (kind.status === 'failed' || kind.status === 'undelivered')) this.#note('inbound-failed', batch, row);
  }

  #note(id: Parameters<Notices['add']>[0], batch: Batch, row: number): void {
    this.#notices.add(id, () => batch.line(row));
  }

  /** Cells of another era mean something else: what was worked out of the ones before is forgotten. */
  #speak(dialect: Dialect): void {
    this.#dialect = dialect;
    this.#senders = [];
  }

  #readPerson(batch: Batch, row: number): void {
    const { people, phones, countries, odd } = this.#rows.cells;
    const { from, to } = batch.columns;
    const person = this.#rows.kindAt(row).isInbound ? from : to;
    const digits = person === undefined ? 0 : person.digits(row);
    odd[row] = 0;
    if (digits > 0) {
      people[row] = digits;
      phones[row] = digits;
      countries[row] = countryOf(digits);
      return;
    }
    const address = parseAddress(personCell(person, row), batch.dialect);
    people[row] = addressKey(address);
    phones[row] = address.digits;
    countries[row] = countryOf(address.digits);
    if (address.kind === 'lost') odd[row] = LOST;
    else if (address.kind === 'bare' && BARE.test(address.text)) odd[row] = WITHOUT_PLUS;
  }

  #readSender({ columns: { from, priceUnit, messagingServiceSid }, dialect }: Batch, row: number, isInbound: boolean): void {
    const { senders, units } = this.#rows.cells;
    const unitId = priceUnit?.id(row) ?? 0;
    units[row] = this.#units[unitId] ??= valueIn(priceUnit?.dictionary[unitId]).toUpperCase().slice(0, UNIT_LENGTH);
    if (isInbound) {
      senders[row] = NOBODY;
      return;
    }
    const senderId = from?.id(row) ?? 0;
    // Number 0 stands for many values where the dictionary is full, so its cell is asked.
    const cell = senderId === 0 ? (from?.text(row) ?? '') : '';
    let sender = cell === '' ? (this.#senders[senderId] ??= senderOf(from?.dictionary[senderId] ?? '', dialect)) : senderOf(cell, dialect);
    if (sender.name === '' && messagingServiceSid !== undefined) {
      sender = { name: ownText(this.#rows.message(row).service()), hash: 0 };
    }
    senders[row] = sender;
  }

  /** Number of the kind of a row. */
  #kindOf({ columns: { status, direction, errorCode } }: Batch, row: number): number {
    const statusId = status?.id(row) ?? 0;
    const directionId = direction?.id(row) ?? 0;
    const codeId = errorCode?.id(row) ?? 0;
    const byCode = ((this.#kinds[statusId] ??= [])[directionId] ??= []);
    const text = (column: CodedColumn | undefined, id: number): string => column?.dictionary[id] ?? '';
    return (byCode[codeId] ??=
      this.#rows.kindList.push(kindOf(text(status, statusId), text(direction, directionId), text(errorCode, codeId))) - 1);
  }
}

const senderOf = (cell: string, dialect: Dialect): Sender => ({
  name: ownText(parseAddress(cell.slice(0, ADDRESS_LENGTH), dialect).text),
  hash: 0,
});
