import { avoidableWidth, type AvoidableWidth, type Encoding } from '../message/avoidable-width.ts';
import { addressKey, digitsIn, parseAddress } from '../message/address.ts';
import { countryOf, UNKNOWN_COUNTRY } from '../message/country.ts';
import type { Dialect } from '../message/dialect.ts';
import { kindOf, type Kind } from '../message/kind.ts';
import { KEYWORD_LENGTH, keywordIn } from '../message/keyword.ts';
import { isNothing } from '../message/nothing.ts';
import { cutTemplate, wholeTemplate } from '../message/template.ts';
import { hashText } from '../memory/hash.ts';
import { ownText } from '../memory/own-text.ts';
import type { Batch, Column } from '../records/batch.ts';
import type { Source } from '../bytes/source.ts';
import type { Notices } from '../report/notices.ts';
import { secondsOf } from './cells/durations.ts';
import type { Asked, ReadMessage } from './counted-message.ts';
import type { Test } from './filter-test.ts';
import { stateOf, type States } from './states.ts';

const UNIT_LENGTH = 12;
/** A number of a country that has lost its "+"; shorter ones are short codes or local. */
const BARE = /^\d{10,15}$/;
/** No number, channel address or sender's name is longer; what is kept of a hostile log is bounded by it. */
const ADDRESS_LENGTH = 120;

/** Above this size no body is a keyword. */
const KEYWORD_SIZE = 4 * KEYWORD_LENGTH;

const NO_KIND = kindOf('', '', '');

const personCell = (column: Column | undefined, row: number): string => column?.text(row).slice(0, ADDRESS_LENGTH) ?? '';

/** What a cell says; '' for nothing. */
const valueIn = (cell = ''): string => (isNothing(cell) ? '' : cell.trim());

/** The address in a cell, normalised; '' for none. */
export const addressIn = (column: Column | undefined, row: number, dialect: Pick<Dialect, 'bareNanp'>): string =>
  parseAddress(personCell(column, row), dialect).text;

interface Sender {
  /** Normalised. */
  readonly name: string;
  /** Fingerprint of the name; 0 until somebody asks for it. */
  hash: number;
}

const NOBODY: Sender = { name: '', hash: 0 };

/** A message as the tables see it, filled again for every row. */
class CurrentMessage implements ReadMessage {
  kind: Kind = NO_KIND;
  time = NaN;
  queueSeconds = -1;
  carrierSeconds = -1;
  sender = '';
  personKey = 0;
  phoneKey = 0;
  country = '';
  price = -1;
  priceUnit = '';
  sidKey = 0;
  batch: Batch | undefined;
  row = 0;
  /** Cell of the person; read when it is asked for. */
  person: Column | undefined;
  /** Who `sender` is, with what was worked out of it. */
  from: Sender = NOBODY;
  #templateRow = -1;
  #templateKey = 0;
  /** What was asked of this row and is asked again. */
  #links: readonly string[] | undefined;
  #template: string | undefined;
  #width: AvoidableWidth | undefined;
  #isWidthKnown = false;
  #lifetime: number | undefined;
  #created: number | undefined;
  #updated: number | undefined;
  #body: string | undefined;
  #textHash = -1;
  #sid: string | undefined;
  #keyword: string | undefined;
  #encoding: Encoding | undefined;

  /** Goes on to a row of the batch; what was worked out for the row before is forgotten. */
  moveTo(row: number): void {
    this.row = row;
    this.#templateRow = -1;
    this.#links = undefined;
    this.#template = undefined;
    this.#width = undefined;
    this.#isWidthKnown = false;
    this.#lifetime = undefined;
    this.#created = undefined;
    this.#updated = undefined;
    this.#body = undefined;
    this.#textHash = -1;
    this.#sid = undefined;
    this.#keyword = undefined;
    this.#encoding = undefined;
  }

  personText(): string {
    return this.isPlainPerson() ? `+${String(this.phoneKey)}` : this.#addressIn(this.person);
  }

  addressee(): string {
    return this.#addressIn(this.batch?.columns.to);
  }

  sid(): string {
    this.#sid ??= valueIn(this.batch?.columns.sid?.text(this.row));
    return this.#sid;
  }

  sidWords(into: Uint32Array, at: number): void {
    const { sid } = this.batch?.columns ?? {};
    if (sid === undefined) into[at] = 0;
    else sid.sidWords(this.row, into, at);
  }

  body(): string {
    this.#body ??= this.batch?.columns.body?.text(this.row) ?? '';
    return this.#body;
  }

  keyword(): string {
    this.#keyword ??= (this.batch?.columns.body?.size(this.row) ?? Infinity) > KEYWORD_SIZE ? '' : keywordIn(this.body());
    return this.#keyword;
  }

  templateText(limit?: number): string {
    this.#template ??= wholeTemplate(this.body());
    return cutTemplate(this.#template, limit);
  }

  width(): AvoidableWidth | undefined {
    if (!this.#isWidthKnown) this.#width = avoidableWidth(this.body());
    this.#isWidthKnown = true;
    return this.#width;
  }

  asked(): Asked | undefined {
    if (this.#template === undefined && this.#width === undefined && this.#lifetime === undefined) return undefined;
    return {
      ...(this.#lifetime === undefined ? {} : { lifetime: this.#lifetime }),
      ...(this.#template === undefined ? {} : { template: this.#template }),
      ...(this.#width === undefined ? {} : { width: this.#width }),
    };
  }

  isPlainPerson(): boolean {
    // "+" and its digits: a zero before them would make the cell longer.
    return this.phoneKey > 0 && this.phoneKey === this.personKey && this.person?.size(this.row) === digitsIn(this.phoneKey) + 1;
  }

  encoding(): Encoding {
    this.#encoding ??= this.batch?.columns.body?.encoding(this.row) ?? '';
    return this.#encoding;
  }

  service(): string {
    return valueIn(this.batch?.columns.messagingServiceSid?.text(this.row)).slice(0, ADDRESS_LENGTH);
  }

  segments(): number {
    return this.batch?.columns.segments?.segments(this.row) ?? 0;
  }

  lifetime(): number {
    this.#lifetime ??= this.#updatedAt() - this.#createdAt();
    return this.#lifetime;
  }

  /** Works out how long it took. @param sentAt NaN where the log does not say when it was sent */
  timeFrom(sentAt: number): void {
    const isKnown = !Number.isNaN(sentAt);
    this.queueSeconds = isKnown ? secondsOf(sentAt - this.#createdAt()) : -1;
    this.carrierSeconds = isKnown ? secondsOf(this.#updatedAt() - sentAt) : -1;
  }

  templateKey(): number {
    if (this.#templateRow === this.row) return this.#templateKey;
    this.#templateRow = this.row;
    this.from.hash ||= hashText(this.sender);
    this.#templateKey = this.batch?.columns.body?.template(this.row, this.from.hash) ?? 0;
    return this.#templateKey;
  }

  textHash(): number {
    if (this.#textHash < 0) this.#textHash = this.batch?.columns.body?.hash(this.row) ?? 0;
    return this.#textHash;
  }

  linkHosts(): readonly string[] {
    this.#links ??= this.batch?.columns.body?.linkHosts(this.row) ?? [];
    return this.#links;
  }

  /** The address in a cell, normalised. */
  #addressIn(column: Column | undefined): string {
    return this.batch === undefined ? '' : addressIn(column, this.row, this.batch.dialect);
  }

  // Each of a message's times is read once: what has to be assumed of them is told by the time.
  #createdAt(): number {
    this.#created ??= this.batch?.columns.created?.time(this.row) ?? NaN;
    return this.#created;
  }

  #updatedAt(): number {
    this.#updated ??= this.batch?.columns.updated?.time(this.row) ?? NaN;
    return this.#updated;
  }
}

/** What a counter does with the messages that count. */
export interface Takes {
  add(message: ReadMessage): void;
  /** The messages from here on come from this source. @param source absent where its bytes are not those that are read, but packed */
  opens?(source: Source | undefined): void;
}

/** A number whose digits a spreadsheet has taken; one that may want a "+". */
const LOST = 1;
const WITHOUT_PLUS = 2;

/** What the rows of one batch mean, column by column; filled again for the next one. */
class Cells {
  readonly length: number;
  readonly kinds: Kind[] = [];
  readonly times: Float64Array;
  readonly prices: Float64Array;
  /** Fingerprints of SIDs, 0 for none, and the states that the rows are in. */
  readonly keys: Float64Array;
  readonly states: Float64Array;
  /** 1 for a row that repeats a message. */
  readonly repeats: Uint8Array;
  readonly people: Float64Array;
  readonly phones: Float64Array;
  readonly countries: string[] = [];
  /** LOST or WITHOUT_PLUS for a person of whom that is to be told. */
  readonly odd: Uint8Array;

  constructor(length: number) {
    this.length = length;
    const numbers = (): Float64Array => new Float64Array(length);
    this.times = numbers();
    this.prices = numbers();
    this.keys = numbers();
    this.states = numbers();
    this.people = numbers();
    this.phones = numbers();
    this.repeats = new Uint8Array(length);
    this.odd = new Uint8Array(length);
  }
}

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
  readonly #message = new CurrentMessage();
  #cells = new Cells(0);
  /** By dictionary numbers of status, direction and code: what the three say together. */
  readonly #kinds: (Kind | undefined)[][][] = [];
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
    if (rows > this.#cells.length) this.#cells = new Cells(2 * rows);
    this.#understand(batch);
    const { keys, states, repeats } = this.#cells;
    if (batch.columns.sid === undefined) repeats.fill(0, 0, rows);
    else this.#states.findRepeats(keys, states, rows, repeats);
    this.records += rows;
    this.#hand(batch);
  }

  /** Gives every row a meaning, column by column. */
  #understand(batch: Batch): void {
    const { rows } = batch;
    const { sent, created, price, sid } = batch.columns;
    const { kinds, times, prices, keys, states, people } = this.#cells;
    for (let row = 0; row < rows; row += 1) kinds[row] = this.#kindOf(batch, row);
    for (let row = 0; row < rows; row += 1) times[row] = timeCells(sent, created, row)?.time(row) ?? NaN;
    for (let row = 0; row < rows; row += 1) prices[row] = price?.price(row) ?? -1;
    for (let row = 0; row < rows; row += 1) this.#readPerson(batch, row);
    if (sid === undefined) return;
    for (let row = 0; row < rows; row += 1) {
      const kind = kinds[row] ?? NO_KIND;
      const priceOf = prices[row] ?? -1;
      keys[row] = sid.sid(row);
      states[row] = stateOf(times[row] ?? NaN, kind, priceOf >= 0, tieOf(kind, priceOf, people[row] ?? 0));
    }
  }

  /** Hands on the rows that count, one after another. */
  #hand(batch: Batch): void {
    const { sid, from, to, sent, created } = batch.columns;
    const { kinds, times, prices, keys, repeats, people, phones, countries } = this.#cells;
    const message = this.#message;
    message.batch = batch;
    for (let row = 0; row < batch.rows; row += 1) {
      const kind = kinds[row] ?? NO_KIND;
      const time = times[row] ?? NaN;
      const isRepeat = repeats[row] === 1;
      this.#tell(batch, row, kind, time, isRepeat);
      if (isRepeat) {
        this.repeats += 1;
        continue;
      }
      message.moveTo(row);
      message.kind = kind;
      message.time = time;
      message.price = prices[row] ?? -1;
      message.sidKey = sid === undefined ? 0 : (keys[row] ?? 0);
      message.person = kind.isInbound ? from : to;
      message.personKey = people[row] ?? 0;
      message.phoneKey = phones[row] ?? 0;
      message.country = countries[row] ?? UNKNOWN_COUNTRY;
      this.#fillSender(batch, row, kind.isInbound);
      // Of every message, also of one that a filter leaves out: what has to be assumed of its times is told of the whole log.
      message.timeFrom(timeCells(sent, created, row) === sent ? time : NaN);
      if (this.#wanted === undefined || this.#wanted(message)) this.#takes.add(message);
    }
  }

  /** Tells what is odd in a row. Apart from the loop over the rows, which then keeps nothing for what is hardly ever told. */
  #tell(batch: Batch, row: number, kind: Kind, time: number, isRepeat: boolean): void {
    const { sent, created, sid } = batch.columns;
    const { keys, odd } = this.#cells;
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
    const { kinds, people, phones, countries, odd } = this.#cells;
    const { from, to } = batch.columns;
    const person = kinds[row]?.isInbound === true ? from : to;
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

  #fillSender({ columns: { from, priceUnit, messagingServiceSid }, dialect }: Batch, row: number, isInbound: boolean): void {
    const message = this.#message;
    if (isInbound) {
      message.from = NOBODY;
      message.sender = '';
      return;
    }
    const senderId = from?.id(row) ?? 0;
    // Number 0 stands for many values where the dictionary is full, so its cell is asked.
    const cell = senderId === 0 ? (from?.text(row) ?? '') : '';
    let sender = cell === '' ? (this.#senders[senderId] ??= senderOf(from?.dictionary[senderId] ?? '', dialect)) : senderOf(cell, dialect);
    if (sender.name === '' && messagingServiceSid !== undefined) {
      sender = { name: ownText(message.service()), hash: 0 };
    }
    message.from = sender;
    message.sender = sender.name;
    const unitId = priceUnit?.id(row) ?? 0;
    message.priceUnit = this.#units[unitId] ??= valueIn(priceUnit?.dictionary[unitId]).toUpperCase().slice(0, UNIT_LENGTH);
  }

  #kindOf({ columns: { status, direction, errorCode } }: Batch, row: number): Kind {
    const statusId = status?.id(row) ?? 0;
    const directionId = direction?.id(row) ?? 0;
    const codeId = errorCode?.id(row) ?? 0;
    const byCode = ((this.#kinds[statusId] ??= [])[directionId] ??= []);
    return (byCode[codeId] ??= kindOf(
      status?.dictionary[statusId] ?? '',
      direction?.dictionary[directionId] ?? '',
      errorCode?.dictionary[codeId] ?? '',
    ));
  }
}

const senderOf = (cell: string, dialect: Dialect): Sender => ({
  name: ownText(parseAddress(cell.slice(0, ADDRESS_LENGTH), dialect).text),
  hash: 0,
});
