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
  readonly #make: (row: number) => Value;
  #knownIn = new Uint32Array(0);

  constructor(make: (row: number) => Value) {
    this.#make = make;
  }

  /** Room for the rows of a batch; nothing is known of them. */
  open(length: number): void {
    this.#knownIn = new Uint32Array(length);
  }

  /** @param batch number of the batch, from 1 on */
  has(row: number, batch: number): boolean {
    return this.#knownIn[row] === batch;
  }

  /** @param batch number of the batch, from 1 on */
  of(row: number, batch: number): Value {
    if (this.#knownIn[row] === batch) return this.#values[row] as Value;
    const value = this.#make(row);
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

  constructor(length: number) {
    const numbers = (): Float64Array => new Float64Array(length);
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
  readonly #known: Once<unknown>[] = [];
  // Each of a message's times is read once: what has to be assumed of them is told by the time.
  readonly #created = this.#once((row) => this.batch?.columns.created?.time(row) ?? NaN);
  readonly #updated = this.#once((row) => this.batch?.columns.updated?.time(row) ?? NaN);
  readonly #lifetimes = this.#once(() => this.updatedAt() - this.createdAt());
  readonly #sids = this.#once((row) => valueIn(this.batch?.columns.sid?.text(row)));
  readonly #bodies = this.#once((row) => this.batch?.columns.body?.text(row) ?? '');
  readonly #keywords = this.#once((row) =>
    (this.batch?.columns.body?.size(row) ?? Infinity) > KEYWORD_SIZE ? '' : keywordIn(this.body()),
  );
  readonly #texts = this.#once(() => wholeTemplate(this.body()));
  readonly #widths = this.#once(() => avoidableWidth(this.body()));
  readonly #encodings = this.#once((row): Encoding => this.batch?.columns.body?.encoding(row) ?? '');
  readonly #services = this.#once((row) => valueIn(this.batch?.columns.messagingServiceSid?.text(row)).slice(0, ADDRESS_LENGTH));
  readonly #segments = this.#once((row) => this.batch?.columns.segments?.segments(row) ?? 0);
  readonly #templates = this.#once((row) => {
    const from = this.#sender;
    from.hash ||= hashText(from.name);
    return this.batch?.columns.body?.template(row, from.hash) ?? 0;
  });
  readonly #hashes = this.#once((row) => this.batch?.columns.body?.hash(row) ?? 0);
  readonly #links = this.#once((row): readonly string[] => this.batch?.columns.body?.linkHosts(row) ?? []);

  open(batch: Batch): void {
    this.batch = batch;
    this.#number += 1;
    if (batch.rows <= this.cells.length) return;
    this.cells = new Room(2 * batch.rows);
    for (const column of this.#known) column.open(this.cells.length);
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
    return this.#sids.of(this.row, this.#number);
  }

  sidWords(into: Uint32Array, at: number): void {
    const { sid } = this.batch?.columns ?? {};
    if (sid === undefined) into[at] = 0;
    else sid.sidWords(this.row, into, at);
  }

  body(): string {
    return this.#bodies.of(this.row, this.#number);
  }

  keyword(): string {
    return this.#keywords.of(this.row, this.#number);
  }

  templateText(limit?: number): string {
    return cutTemplate(this.#texts.of(this.row, this.#number), limit);
  }

  width(): AvoidableWidth | undefined {
    return this.#widths.of(this.row, this.#number);
  }

  asked(): Asked | undefined {
    const { row } = this;
    const isText = this.#texts.has(row, this.#number);
    const isLifetime = this.#lifetimes.has(row, this.#number);
    const width = this.#widths.has(row, this.#number) ? this.width() : undefined;
    if (!isText && width === undefined && !isLifetime) return undefined;
    return {
      ...(isLifetime ? { lifetime: this.lifetime() } : {}),
      ...(isText ? { template: this.#texts.of(row, this.#number) } : {}),
      ...(width === undefined ? {} : { width }),
    };
  }

  isPlainPerson(): boolean {
    const { phoneKey } = this;
    // "+" and its digits: a zero before them would make the cell longer.
    return phoneKey > 0 && phoneKey === this.personKey && this.#person?.size(this.row) === digitsIn(phoneKey) + 1;
  }

  encoding(): Encoding {
    return this.#encodings.of(this.row, this.#number);
  }

  service(): string {
    return this.batch?.columns.messagingServiceSid === undefined ? '' : this.#services.of(this.row, this.#number);
  }

  segments(): number {
    return this.#segments.of(this.row, this.#number);
  }

  lifetime(): number {
    return this.#lifetimes.of(this.row, this.#number);
  }

  templateKey(): number {
    return this.#templates.of(this.row, this.#number);
  }

  textHash(): number {
    return this.#hashes.of(this.row, this.#number);
  }

  linkHosts(): readonly string[] {
    return this.#links.of(this.row, this.#number);
  }

  /** When it was created; NaN where the log does not say. */
  createdAt(): number {
    return this.#created.of(this.row, this.#number);
  }

  /** When it changed last; NaN where the log does not say. */
  updatedAt(): number {
    return this.#updated.of(this.row, this.#number);
  }

  #once<Value>(make: (row: number) => Value): Once<Value> {
    const column = new Once(make);
    this.#known.push(column);
    return column;
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
