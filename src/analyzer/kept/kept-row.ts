import type { CountedMessage } from '../index/counted-message.ts';
import type { Charge, CountedMessages, Route } from '../index/counted-messages.ts';
import type { AvoidableWidth } from '../message/avoidable-width.ts';
import { kindOf, type Kind } from '../message/kind.ts';
import type { Encoding } from '../message/avoidable-width.ts';
import { SID_WORDS } from '../message/sid.ts';
import { standIn, standInWords } from '../message/stand-in.ts';
import { cutTemplate } from '../message/template.ts';
import { UNKNOWN_COUNTRY } from '../message/country.ts';
import { CHUNK, columns, type Chunk, type ColumnName, type Facts, type Shared } from './kept-columns.ts';
import type { KeptPerson } from './kept-people.ts';
import { unpack } from './packed.ts';

const NO_KIND = kindOf('', '', '');
const NO_ROUTE: Route = { sender: '', country: UNKNOWN_COUNTRY, service: '' };
const NO_CHARGE: Charge = { price: -1, unit: '', segments: 0, encoding: '' };

/** One column of a chunk; unpacked when it is asked, into the same room for every chunk. */
class OpenColumn {
  readonly #name: ColumnName;
  readonly #room: number;
  /** Made when the column is first asked for: who asks for three of them does not wait for fourteen. */
  #numbers = new Float64Array(0);
  #chunk: Chunk | undefined;
  #isOpen = true;

  constructor(name: ColumnName, room: number) {
    this.#name = name;
    this.#room = room;
  }

  goTo(chunk: Chunk): void {
    this.#chunk = chunk;
    this.#isOpen = false;
  }

  /** Of each message of the chunk; places behind them hold those of others. */
  get numbers(): Float64Array {
    if (!this.#isOpen) this.#open();
    return this.#numbers;
  }

  #open(): void {
    if (this.#numbers.length === 0) this.#numbers = new Float64Array(this.#room);
    if (this.#chunk !== undefined) unpack(this.#chunk.columns[this.#name], this.#chunk.length, this.#numbers);
    this.#isOpen = true;
  }
}

/** A message that was kept, as tables and filters see it; moved on from one to the next. Its SID is a stand-in (message/stand-in.ts). */
export class KeptRow implements CountedMessage, CountedMessages {
  readonly #log: Shared;
  #chunk: Chunk | undefined;
  #first = 0;
  #place = 0;
  readonly #columns: Readonly<Record<ColumnName, OpenColumn>>;
  // Each under its own name as well: a look by a name that changes takes several times as long, a dozen times a message.
  readonly #kind: OpenColumn;
  readonly #routes: OpenColumn;
  readonly #time: OpenColumn;
  readonly #people: OpenColumn;
  readonly #template: OpenColumn;
  readonly #sid: OpenColumn;
  readonly #charges: OpenColumn;
  readonly #links: OpenColumn;
  readonly #texts: OpenColumn;
  #personAt = -1;
  #person: KeptPerson = { text: '', key: 0, phone: 0 };

  constructor(log: Shared) {
    this.#log = log;
    const room = Math.min(CHUNK, log.size);
    const made = Object.fromEntries(columns.map((name) => [name, new OpenColumn(name, room)])) as Record<ColumnName, OpenColumn>;
    this.#columns = made;
    this.#kind = made.kind;
    this.#routes = made.route;
    this.#time = made.time;
    this.#people = made.person;
    this.#template = made.template;
    this.#sid = made.sid;
    this.#charges = made.charge;
    this.#links = made.links;
    this.#texts = made.text;
  }

  /** Goes to a chunk, whose first message has a number. */
  open(chunk: Chunk, first: number): void {
    this.#chunk = chunk;
    this.#first = first;
    for (const name of columns) this.#columns[name].goTo(chunk);
    this.#personAt = -1;
  }

  /** Goes to a message of the chunk. */
  message(at: number): this {
    this.#place = at;
    return this;
  }

  get kinds(): readonly Kind[] {
    return this.#log.kinds;
  }

  get routes(): readonly Route[] {
    return this.#log.routes;
  }

  get charges(): readonly Charge[] {
    return this.#log.charges;
  }

  get links(): readonly (readonly string[])[] {
    return this.#log.links;
  }

  /** Messages of its chunk. */
  get length(): number {
    return this.#chunk?.length ?? 0;
  }

  /** A number of each message of its chunk; places behind them hold those of others. */
  column(name: ColumnName): Float64Array {
    return this.#columns[name].numbers;
  }

  /** Number of the message. */
  get place(): number {
    return this.#first + this.#place;
  }

  get kind(): Kind {
    return this.#log.kinds[this.#at(this.#kind)] ?? NO_KIND;
  }

  /** Number of its kind in the log. */
  get kindNumber(): number {
    return this.#at(this.#kind);
  }

  /** Number of its sender and country in the log. */
  get routeNumber(): number {
    return this.#at(this.#routes);
  }

  get time(): number {
    return this.#at(this.#time);
  }

  get sender(): string {
    return this.#route.sender;
  }

  get country(): string {
    return this.#route.country;
  }

  get personKey(): number {
    const number = this.#at(this.#people);
    return this.#isDigits(number) ? number : this.#personOf(number).key;
  }

  get phoneKey(): number {
    const number = this.#at(this.#people);
    return this.#isDigits(number) ? number : this.#personOf(number).phone;
  }

  get price(): number {
    return this.#charge.price;
  }

  get priceUnit(): string {
    return this.#charge.unit;
  }

  personText(): string {
    return this.#personOf(this.#at(this.#people)).text;
  }

  /** Of a message with a keyword; '' for any other. */
  addressee(): string {
    return this.#facts?.addressee ?? '';
  }

  sid(): string {
    const order = this.sidOrder;
    return order === 0 ? '' : standIn(order, this.#at(this.#sid) % 2 === 1, this.place);
  }

  /** `sidOrder` of its SID (message/stand-in.ts); 0 for none. */
  get sidOrder(): number {
    return Math.floor(this.#at(this.#sid) / 2);
  }

  sidWords(into: Uint32Array, at: number): void {
    const order = this.sidOrder;
    if (order === 0) into.fill(0, at, at + SID_WORDS);
    else standInWords(order, this.#at(this.#sid) % 2 === 1, this.place, into, at);
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
    return this.#at(this.#columns.lifetime);
  }

  get queueSeconds(): number {
    return this.#at(this.#columns.queue);
  }

  get carrierSeconds(): number {
    return this.#at(this.#columns.carrier);
  }

  templateKey(): number {
    return this.#at(this.#template);
  }

  textHash(): number {
    return this.#at(this.#texts);
  }

  linkHosts(): readonly string[] {
    return this.#log.links[this.#at(this.#links)] ?? [];
  }

  /** The byte at which its record begins in its source; -1 where its texts are kept, or nothing but reading again finds them. */
  get offset(): number {
    return this.#at(this.#columns.offset);
  }

  get #route(): Route {
    return this.#log.routes[this.#at(this.#routes)] ?? NO_ROUTE;
  }

  get #charge(): Charge {
    return this.#log.charges[this.#at(this.#charges)] ?? NO_CHARGE;
  }

  get #facts(): Facts | undefined {
    return this.#log.facts[this.#at(this.#columns.facts)];
  }

  /** Whether a person's number is the digits of a plain phone number, which is key and phone in one. */
  #isDigits(number: number): boolean {
    return number > 0 && number < 2 ** 50;
  }

  #personOf(number: number): KeptPerson {
    if (this.#personAt !== this.#place) {
      this.#person = this.#log.people.personOf(number);
      this.#personAt = this.#place;
    }
    return this.#person;
  }

  #at({ numbers }: OpenColumn): number {
    return numbers[this.#place] ?? 0;
  }
}
