import type { CountedMessage } from '../index/counted-message.ts';
import type { AvoidableWidth } from '../message/avoidable-width.ts';
import { kindOf, type Kind } from '../message/kind.ts';
import type { Encoding } from '../message/avoidable-width.ts';
import { sidWords } from '../message/sid.ts';
import { standIn } from '../message/stand-in.ts';
import { cutTemplate } from '../message/template.ts';
import { UNKNOWN_COUNTRY } from '../message/country.ts';
import { CHUNK, columns, type Charge, type Chunk, type ColumnName, type Facts, type Route, type Shared } from './kept-columns.ts';
import type { KeptPerson } from './kept-people.ts';
import { unpack } from './packed.ts';

const NO_KIND = kindOf('', '', '');
const NO_ROUTE: Route = { sender: '', country: UNKNOWN_COUNTRY, service: '' };
const NO_CHARGE: Charge = { price: -1, unit: '', segments: 0, encoding: '' };

/** A message that was kept, as tables and filters see it; moved on from one to the next. Its SID is a stand-in (message/stand-in.ts). */
export class KeptRow implements CountedMessage {
  readonly #log: Shared;
  #chunk: Chunk | undefined;
  #first = 0;
  #at = 0;
  /** The columns of the chunk; filled when they are asked. */
  readonly #numbers: Readonly<Record<ColumnName, Float64Array>>;
  readonly #isOpen: Record<ColumnName, boolean>;
  #personAt = -1;
  #person: KeptPerson = { text: '', key: 0, phone: 0 };

  constructor(log: Shared) {
    this.#log = log;
    const room = Math.min(CHUNK, log.size);
    this.#numbers = Object.fromEntries(columns.map((name) => [name, new Float64Array(room)])) as Record<ColumnName, Float64Array>;
    this.#isOpen = Object.fromEntries(columns.map((name) => [name, false])) as Record<ColumnName, boolean>;
  }

  /** Goes to a chunk, whose first message has a number. */
  open(chunk: Chunk, first: number): void {
    this.#chunk = chunk;
    this.#first = first;
    for (const name of columns) this.#isOpen[name] = false;
    this.#personAt = -1;
  }

  /** Goes to a message of the chunk. */
  moveTo(at: number): void {
    this.#at = at;
  }

  /** Messages of its chunk. */
  get length(): number {
    return this.#chunk?.length ?? 0;
  }

  /** A number of each message of its chunk; places behind them hold those of others. */
  column(name: ColumnName): Float64Array {
    const numbers = this.#numbers[name];
    if (!this.#isOpen[name] && this.#chunk !== undefined) {
      unpack(this.#chunk.columns[name], this.#chunk.length, numbers);
      this.#isOpen[name] = true;
    }
    return numbers;
  }

  /** Number of the message. */
  get place(): number {
    return this.#first + this.#at;
  }

  get kind(): Kind {
    return this.#log.kinds[this.#of('kind')] ?? NO_KIND;
  }

  /** Number of its kind in the log. */
  get kindNumber(): number {
    return this.#of('kind');
  }

  /** Number of its sender and country in the log. */
  get routeNumber(): number {
    return this.#of('route');
  }

  get time(): number {
    return this.#of('time');
  }

  get sender(): string {
    return this.#route.sender;
  }

  get country(): string {
    return this.#route.country;
  }

  get personKey(): number {
    const number = this.#of('person');
    return this.#isDigits(number) ? number : this.#personOf(number).key;
  }

  get phoneKey(): number {
    const number = this.#of('person');
    return this.#isDigits(number) ? number : this.#personOf(number).phone;
  }

  get price(): number {
    return this.#charge.price;
  }

  get priceUnit(): string {
    return this.#charge.unit;
  }

  personText(): string {
    return this.#personOf(this.#of('person')).text;
  }

  /** Of a message with a keyword; '' for any other. */
  addressee(): string {
    return this.#facts?.addressee ?? '';
  }

  sid(): string {
    const order = this.sidOrder;
    return order === 0 ? '' : standIn(order, this.#of('sid') % 2 === 1, this.place);
  }

  /** `sidOrder` of its SID (message/stand-in.ts); 0 for none. */
  get sidOrder(): number {
    return Math.floor(this.#of('sid') / 2);
  }

  sidWords(into: Uint32Array, at: number): void {
    sidWords(this.sid(), into, at);
  }

  encoding(): Encoding {
    return this.#charge.encoding;
  }

  service(): string {
    return this.#route.service;
  }

  keyword(): string {
    return this.#facts?.keyword ?? '';
  }

  templateText(limit?: number): string {
    return cutTemplate(this.#facts?.template ?? this.#log.templates.get(this.templateKey()) ?? '', limit);
  }

  width(): AvoidableWidth | undefined {
    return this.#facts?.width;
  }

  segments(): number {
    return this.#charge.segments;
  }

  lifetime(): number {
    return this.#of('lifetime');
  }

  queueSeconds(): number {
    return this.#of('queue');
  }

  carrierSeconds(): number {
    return this.#of('carrier');
  }

  templateKey(): number {
    return this.#of('template');
  }

  textHash(): number {
    return this.#of('text');
  }

  linkHosts(): readonly string[] {
    return this.#log.links[this.#of('links')] ?? [];
  }

  /** The byte at which its record begins in its source; -1 where its texts are kept, or nothing but reading again finds them. */
  get offset(): number {
    return this.#of('offset');
  }

  get #route(): Route {
    return this.#log.routes[this.#of('route')] ?? NO_ROUTE;
  }

  get #charge(): Charge {
    return this.#log.charges[this.#of('charge')] ?? NO_CHARGE;
  }

  get #facts(): Facts | undefined {
    return this.#log.facts[this.#of('facts')];
  }

  /** Whether a person's number is the digits of a plain phone number, which is key and phone in one. */
  #isDigits(number: number): boolean {
    return number > 0 && number < 2 ** 50;
  }

  #personOf(number: number): KeptPerson {
    if (this.#personAt !== this.#at) {
      this.#person = this.#log.people.personOf(number);
      this.#personAt = this.#at;
    }
    return this.#person;
  }

  #of(name: ColumnName): number {
    return this.column(name)[this.#at] ?? 0;
  }
}
