import { digitsIn, parseAddress } from '../message/address.ts';
import { avoidableWidth, type AvoidableWidth, type Encoding } from '../message/avoidable-width.ts';
import { UNKNOWN_COUNTRY } from '../message/country.ts';
import type { Dialect } from '../message/dialect.ts';
import { KEYWORD_LENGTH, keywordIn } from '../message/keyword.ts';
import { kindOf, type Kind } from '../message/kind.ts';
import { isNothing } from '../message/nothing.ts';
import { cutTemplate, wholeTemplate } from '../message/template.ts';
import { hashText } from '../memory/hash.ts';
import type { Batch, Column } from '../records/batch.ts';
import type { Asked, ReadMessage } from './counted-message.ts';

/** No number, channel address or sender's name is longer; what is kept of a hostile log is bounded by it. */
export const ADDRESS_LENGTH = 120;

/** Above this size no body is a keyword. */
const KEYWORD_SIZE = 4 * KEYWORD_LENGTH;

export const NO_KIND = kindOf('', '', '');

export interface Sender {
  /** Normalised. */
  readonly name: string;
  /** Fingerprint of the name; 0 until somebody asks for it. */
  hash: number;
}

export const NOBODY: Sender = { name: '', hash: 0 };

export const personCell = (column: Column | undefined, row: number): string => column?.text(row).slice(0, ADDRESS_LENGTH) ?? '';

/** What a cell says; '' for nothing. */
export const valueIn = (cell = ''): string => (isNothing(cell) ? '' : cell.trim());

/** The address in a cell, normalised; '' for none. */
export const addressIn = (column: Column | undefined, row: number, dialect: Pick<Dialect, 'bareNanp'>): string =>
  parseAddress(personCell(column, row), dialect).text;

/** What is worked out of a row when somebody asks, once a row; what was known of the batch before is forgotten without a touch. */
class Once<Value> {
  readonly #values: Value[] = [];
  #knownIn: Uint32Array;

  constructor(length: number) {
    this.#knownIn = new Uint32Array(length);
  }

  /** @param batch number of the batch, from 1 on */
  has(row: number, batch: number): boolean {
    return this.#knownIn[row] === batch;
  }

  get(row: number): Value {
    return this.#values[row] as Value;
  }

  set(row: number, batch: number, value: Value): Value {
    this.#knownIn[row] = batch;
    this.#values[row] = value;
    return value;
  }
}

/** Columns of a batch with room for so many rows. */
class Room {
  readonly length: number;
  readonly kinds: Uint32Array;
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
  /** What is odd about a person, as the counter tells it. */
  readonly odd: Uint8Array;
  readonly senders: Sender[] = [];
  readonly units: string[] = [];
  /** Seconds in the queue and with the carrier; -1 where they are not known. */
  readonly queues: Int32Array;
  readonly carriers: Int32Array;
  readonly created: Once<number>;
  readonly updated: Once<number>;
  readonly templates: Once<number>;
  readonly hashes: Once<number>;
  readonly segments: Once<number>;
  readonly encodings: Once<Encoding>;
  readonly services: Once<string>;
  readonly links: Once<readonly string[]>;
  readonly sids: Once<string>;
  readonly bodies: Once<string>;
  readonly keywords: Once<string>;
  readonly texts: Once<string>;
  readonly widths: Once<AvoidableWidth | undefined>;
  readonly lifetimes: Once<number>;

  constructor(length: number) {
    const numbers = (): Float64Array => new Float64Array(length);
    const once = <Value>(): Once<Value> => new Once<Value>(length);
    this.length = length;
    this.kinds = new Uint32Array(length);
    this.times = numbers();
    this.prices = numbers();
    this.keys = numbers();
    this.states = numbers();
    this.people = numbers();
    this.phones = numbers();
    this.repeats = new Uint8Array(length);
    this.odd = new Uint8Array(length);
    this.queues = new Int32Array(length);
    this.carriers = new Int32Array(length);
    this.created = once();
    this.updated = once();
    this.templates = once();
    this.hashes = once();
    this.segments = once();
    this.encodings = once();
    this.services = once();
    this.links = once();
    this.sids = once();
    this.bodies = once();
    this.keywords = once();
    this.texts = once();
    this.widths = once();
    this.lifetimes = once();
  }
}

/**
 * The rows of one batch and what they mean, column by column, as the counter fills them in; and each of them as a message: the same
 * object goes on from row to row. Filled again for the next batch.
 */
export class ReadRows implements ReadMessage {
  /** The different kinds of the source, by the numbers that the column has of them. */
  readonly kindList: Kind[] = [];
  cells = new Room(0);
  batch: Batch | undefined;
  row = 0;
  #number = 0;

  open(batch: Batch): void {
    this.batch = batch;
    this.#number += 1;
    if (batch.rows > this.cells.length) this.cells = new Room(2 * batch.rows);
  }

  /** The message in a row: keep values, never the object. */
  message(row: number): this {
    this.row = row;
    return this;
  }

  kindAt(row: number): Kind {
    return this.kindList[this.cells.kinds[row] ?? 0] ?? NO_KIND;
  }

  get kind(): Kind {
    return this.kindAt(this.row);
  }

  get time(): number {
    return this.cells.times[this.row] ?? NaN;
  }

  get queueSeconds(): number {
    return this.cells.queues[this.row] ?? -1;
  }

  get carrierSeconds(): number {
    return this.cells.carriers[this.row] ?? -1;
  }

  get sender(): string {
    return this.#sender.name;
  }

  get personKey(): number {
    return this.cells.people[this.row] ?? 0;
  }

  get phoneKey(): number {
    return this.cells.phones[this.row] ?? 0;
  }

  get country(): string {
    return this.cells.countries[this.row] ?? UNKNOWN_COUNTRY;
  }

  get price(): number {
    return this.cells.prices[this.row] ?? -1;
  }

  get priceUnit(): string {
    return this.cells.units[this.row] ?? '';
  }

  get sidKey(): number {
    return this.batch?.columns.sid === undefined ? 0 : (this.cells.keys[this.row] ?? 0);
  }

  personText(): string {
    return this.isPlainPerson() ? `+${String(this.phoneKey)}` : this.#addressIn(this.#person);
  }

  addressee(): string {
    return this.#addressIn(this.batch?.columns.to);
  }

  sid(): string {
    const { row, cells } = this;
    if (cells.sids.has(row, this.#number)) return cells.sids.get(row);
    return cells.sids.set(row, this.#number, valueIn(this.batch?.columns.sid?.text(row)));
  }

  sidWords(into: Uint32Array, at: number): void {
    const { sid } = this.batch?.columns ?? {};
    if (sid === undefined) into[at] = 0;
    else sid.sidWords(this.row, into, at);
  }

  body(): string {
    const { row, cells } = this;
    if (cells.bodies.has(row, this.#number)) return cells.bodies.get(row);
    return cells.bodies.set(row, this.#number, this.batch?.columns.body?.text(row) ?? '');
  }

  keyword(): string {
    const { row, cells } = this;
    if (cells.keywords.has(row, this.#number)) return cells.keywords.get(row);
    const isLong = (this.batch?.columns.body?.size(row) ?? Infinity) > KEYWORD_SIZE;
    return cells.keywords.set(row, this.#number, isLong ? '' : keywordIn(this.body()));
  }

  templateText(limit?: number): string {
    const { row, cells } = this;
    const text = cells.texts.has(row, this.#number) ? cells.texts.get(row) : cells.texts.set(row, this.#number, wholeTemplate(this.body()));
    return cutTemplate(text, limit);
  }

  width(): AvoidableWidth | undefined {
    const { row, cells } = this;
    if (cells.widths.has(row, this.#number)) return cells.widths.get(row);
    return cells.widths.set(row, this.#number, avoidableWidth(this.body()));
  }

  asked(): Asked | undefined {
    const { row, cells } = this;
    const { texts, widths, lifetimes } = cells;
    const [isText, isLifetime] = [texts.has(row, this.#number), lifetimes.has(row, this.#number)];
    const width = widths.has(row, this.#number) ? widths.get(row) : undefined;
    if (!isText && width === undefined && !isLifetime) return undefined;
    return {
      ...(isLifetime ? { lifetime: lifetimes.get(row) } : {}),
      ...(isText ? { template: texts.get(row) } : {}),
      ...(width === undefined ? {} : { width }),
    };
  }

  isPlainPerson(): boolean {
    const { phoneKey } = this;
    // "+" and its digits: a zero before them would make the cell longer.
    return phoneKey > 0 && phoneKey === this.personKey && this.#person?.size(this.row) === digitsIn(phoneKey) + 1;
  }

  encoding(): Encoding {
    const { row, cells } = this;
    if (cells.encodings.has(row, this.#number)) return cells.encodings.get(row);
    return cells.encodings.set(row, this.#number, this.batch?.columns.body?.encoding(row) ?? '');
  }

  service(): string {
    const { row, cells } = this;
    const { messagingServiceSid } = this.batch?.columns ?? {};
    if (messagingServiceSid === undefined) return '';
    if (cells.services.has(row, this.#number)) return cells.services.get(row);
    return cells.services.set(row, this.#number, valueIn(messagingServiceSid.text(row)).slice(0, ADDRESS_LENGTH));
  }

  segments(): number {
    const { row, cells } = this;
    if (cells.segments.has(row, this.#number)) return cells.segments.get(row);
    return cells.segments.set(row, this.#number, this.batch?.columns.segments?.segments(row) ?? 0);
  }

  lifetime(): number {
    const { row, cells } = this;
    if (cells.lifetimes.has(row, this.#number)) return cells.lifetimes.get(row);
    return cells.lifetimes.set(row, this.#number, this.updatedAt() - this.createdAt());
  }

  templateKey(): number {
    const { row, cells } = this;
    if (cells.templates.has(row, this.#number)) return cells.templates.get(row);
    const from = this.#sender;
    from.hash ||= hashText(from.name);
    return cells.templates.set(row, this.#number, this.batch?.columns.body?.template(row, from.hash) ?? 0);
  }

  textHash(): number {
    const { row, cells } = this;
    if (cells.hashes.has(row, this.#number)) return cells.hashes.get(row);
    return cells.hashes.set(row, this.#number, this.batch?.columns.body?.hash(row) ?? 0);
  }

  linkHosts(): readonly string[] {
    const { row, cells } = this;
    if (cells.links.has(row, this.#number)) return cells.links.get(row);
    return cells.links.set(row, this.#number, this.batch?.columns.body?.linkHosts(row) ?? []);
  }

  // Each of a message's times is read once: what has to be assumed of them is told by the time.
  /** When it was created; NaN where the log does not say. */
  createdAt(): number {
    const { row, cells } = this;
    if (cells.created.has(row, this.#number)) return cells.created.get(row);
    return cells.created.set(row, this.#number, this.batch?.columns.created?.time(row) ?? NaN);
  }

  /** When it changed last; NaN where the log does not say. */
  updatedAt(): number {
    const { row, cells } = this;
    if (cells.updated.has(row, this.#number)) return cells.updated.get(row);
    return cells.updated.set(row, this.#number, this.batch?.columns.updated?.time(row) ?? NaN);
  }

  get #sender(): Sender {
    return this.cells.senders[this.row] ?? NOBODY;
  }

  /** Cells of the person. */
  get #person(): Column | undefined {
    return this.kind.isInbound ? this.batch?.columns.from : this.batch?.columns.to;
  }

  /** The address in a cell, normalised. */
  #addressIn(column: Column | undefined): string {
    return this.batch === undefined ? '' : addressIn(column, this.row, this.batch.dialect);
  }
}
