import { ownText } from '../../memory/own-text.ts';
import type { Encoding } from '../../message/avoidable-width.ts';
import { kindOf, type Kind } from '../../message/kind.ts';
import { SID_WORDS, sidOfWords, sidWords } from '../../message/sid.ts';
import type { CountedMessage } from '../counted-message.ts';
import { savedTime } from './saved.ts';

/** What filters and rules ask of a message that is kept; its text is not. */
export type KeptMessage = Pick<
  CountedMessage,
  | 'kind'
  | 'time'
  | 'sender'
  | 'personKey'
  | 'phoneKey'
  | 'country'
  | 'price'
  | 'priceUnit'
  | 'segments'
  | 'queueSeconds'
  | 'encoding'
  | 'service'
  | 'templateKey'
  | 'textHash'
  | 'linkHosts'
  | 'sid'
  | 'sidWords'
>;

/** One message as plain data. Links are separated by blanks; a SID that is none of Twilio's is ''. */
export type SavedMessage = readonly [
  word: string,
  code: string,
  sender: string,
  country: string,
  links: string,
  priceUnit: string,
  time: number | null,
  personKey: number,
  phoneKey: number,
  templateKey: number,
  price: number,
  segments: number,
  textHash: number,
  encoding: Encoding,
  service: string,
  queueSeconds: number,
  sid: string,
];

/** Different values in the order they are met. */
class Names {
  readonly values: string[] = [];
  readonly #places = new Map<string, number>();

  place(value: string): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    const own = ownText(value);
    this.#places.set(own, this.values.length);
    return this.values.push(own) - 1;
  }
}

/** Numbers of a message: time, person, phone, template, price. */
const NUMBERS = 5;
/** Small ones: kind, sender, country, links, unit, segments, text, encoding, service, queue (0 where unknown), then a SID in five words. */
const SMALL = 15;
const SID = 10;
/** By the number that is kept. */
const encodings: readonly Encoding[] = ['', 'narrow', 'wide'];
const FIRST_ROOM = 256;
/** Kinds of messages that are known by their object; a log has a few dozen. */
const KINDS_KNOWN = 5_000;
/** Links are cut here: a host has at most 253 characters, and few texts hold two. */
const LINKS_LENGTH = 120;

/** Outbound messages one by one, in typed arrays: 100 bytes each. */
export class KeptMessages {
  #size = 0;
  #numbers = new Float64Array(FIRST_ROOM * NUMBERS);
  #small = new Uint32Array(FIRST_ROOM * SMALL);
  readonly #kinds: Kind[] = [];
  readonly #kindNames = new Names();
  readonly #kindPlaces = new Map<Kind, number>();
  readonly #senders = new Names();
  readonly #countries = new Names();
  readonly #links = new Names();
  readonly #units = new Names();
  readonly #services = new Names();

  get size(): number {
    return this.#size;
  }

  add(message: KeptMessage): void {
    const { kind } = message;
    const hosts = message.linkHosts();
    this.#put(
      this.#kindPlace(kind),
      message.sender,
      message.country,
      hosts.length === 0 ? '' : this.#joined(hosts),
      message.priceUnit,
      message.time,
      message.personKey,
      message.phoneKey,
      message.templateKey(),
      message.price,
      message.segments(),
      message.textHash(),
      message.encoding(),
      message.service(),
      message.queueSeconds,
    );
    message.sidWords(this.#small, this.#size * SMALL + SID);
    this.#size += 1;
  }

  merge(saved: readonly SavedMessage[]): void {
    for (const [
      word,
      code,
      sender,
      country,
      links,
      unit,
      time,
      person,
      phone,
      template,
      price,
      segments,
      text,
      encoding,
      service,
      queue,
      sid,
    ] of saved) {
      const kind = kindOf(word, 'outbound', code);
      this.#put(
        this.#kindPlace(kind),
        sender,
        country,
        links,
        unit,
        time ?? NaN,
        person,
        phone,
        template,
        price,
        segments,
        text,
        encoding,
        service,
        queue,
      );
      sidWords(sid, this.#small, this.#size * SMALL + SID);
      this.#size += 1;
    }
  }

  save(): readonly SavedMessage[] {
    return Array.from(this, (message) => [
      message.kind.word,
      message.kind.code ?? '',
      message.sender,
      message.country,
      message.linkHosts().join(' '),
      message.priceUnit,
      savedTime(message.time),
      message.personKey,
      message.phoneKey,
      message.templateKey(),
      message.price,
      message.segments(),
      message.textHash(),
      message.encoding(),
      message.service(),
      message.queueSeconds,
      message.sid(),
    ]);
  }

  /** Every message in turn, in one object that is moved on: keep values, never the object. */
  [Symbol.iterator](): IterableIterator<KeptMessage & { readonly place: number }> {
    return new Cursor({
      size: this.#size,
      numbers: this.#numbers,
      small: this.#small,
      kinds: this.#kinds,
      senders: this.#senders.values,
      countries: this.#countries.values,
      units: this.#units.values,
      services: this.#services.values,
      links: this.#links.values.map((links) => (links === '' ? [] : links.split(' '))),
    });
  }

  /** Keeps only the messages of some places. */
  keep(isKept: (place: number) => boolean): void {
    let to = 0;
    for (let from = 0; from < this.#size; from += 1) {
      if (!isKept(from)) continue;
      this.#numbers.copyWithin(to * NUMBERS, from * NUMBERS, (from + 1) * NUMBERS);
      this.#small.copyWithin(to * SMALL, from * SMALL, (from + 1) * SMALL);
      to += 1;
    }
    this.#size = to;
  }

  /** Writes all but the SID behind the last message. */
  #put(
    kind: number,
    sender: string,
    country: string,
    links: string,
    unit: string,
    time: number,
    person: number,
    phone: number,
    template: number,
    price: number,
    segments: number,
    text: number,
    encoding: Encoding,
    service: string,
    queueSeconds: number,
  ): void {
    if (this.#size * NUMBERS === this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    const at = this.#size * NUMBERS;
    numbers[at] = time;
    numbers[at + 1] = person;
    numbers[at + 2] = phone;
    numbers[at + 3] = template;
    numbers[at + 4] = price;
    const small = this.#small;
    const smallAt = this.#size * SMALL;
    small[smallAt] = kind;
    small[smallAt + 1] = this.#senders.place(sender);
    small[smallAt + 2] = this.#countries.place(country);
    small[smallAt + 3] = this.#links.place(links);
    small[smallAt + 4] = this.#units.place(unit);
    small[smallAt + 5] = segments;
    small[smallAt + 6] = text;
    small[smallAt + 7] = encodings.indexOf(encoding);
    small[smallAt + 8] = this.#services.place(service);
    small[smallAt + 9] = queueSeconds + 1;
  }

  /** A source makes one object for every kind it meets; kinds of one word and code are one. */
  #kindPlace(kind: Kind): number {
    const known = this.#kindPlaces.get(kind);
    if (known !== undefined) return known;
    const place = this.#kindNames.place(`${kind.code ?? ''} ${kind.word}`);
    this.#kinds[place] ??= kind;
    if (this.#kindPlaces.size < KINDS_KNOWN) this.#kindPlaces.set(kind, place);
    return place;
  }

  #joined(hosts: readonly string[]): string {
    const [host = ''] = hosts;
    return (hosts.length === 1 ? host : hosts.join(' ')).slice(0, LINKS_LENGTH);
  }

  #grow(): void {
    const numbers = new Float64Array(this.#numbers.length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    const small = new Uint32Array(this.#small.length * 2);
    small.set(this.#small);
    this.#small = small;
  }
}

/** What a cursor goes over. */
interface Kept {
  readonly size: number;
  readonly numbers: Float64Array;
  readonly small: Uint32Array;
  readonly kinds: readonly Kind[];
  readonly senders: readonly string[];
  readonly countries: readonly string[];
  readonly units: readonly string[];
  readonly services: readonly string[];
  readonly links: readonly (readonly string[])[];
}

const NO_KIND = kindOf('', '', '');
const NO_LINKS: readonly string[] = [];

/**
 * One message after another. Rules go over all failures dozens of times: no object is made a message, and a field costs only whoever
 * asks for it.
 */
class Cursor implements KeptMessage, IterableIterator<Cursor> {
  readonly #kept: Kept;
  readonly #result = { done: false as boolean, value: this };
  place = -1;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<this> {
    this.place += 1;
    this.#result.done = this.place >= this.#kept.size;
    return this.#result as IteratorResult<this>;
  }

  get kind(): Kind {
    return this.#kept.kinds[this.#small(0)] ?? NO_KIND;
  }

  get time(): number {
    return this.#number(0);
  }

  get sender(): string {
    return this.#kept.senders[this.#small(1)] ?? '';
  }

  get personKey(): number {
    return this.#number(1);
  }

  get phoneKey(): number {
    return this.#number(2);
  }

  get country(): string {
    return this.#kept.countries[this.#small(2)] ?? '';
  }

  get price(): number {
    return this.#number(4);
  }

  get priceUnit(): string {
    return this.#kept.units[this.#small(4)] ?? '';
  }

  get queueSeconds(): number {
    return this.#small(9) - 1;
  }

  templateKey(): number {
    return this.#number(3);
  }

  segments(): number {
    return this.#small(5);
  }

  textHash(): number {
    return this.#small(6);
  }

  encoding(): Encoding {
    return encodings[this.#small(7)] ?? '';
  }

  service(): string {
    return this.#kept.services[this.#small(8)] ?? '';
  }

  linkHosts(): readonly string[] {
    return this.#kept.links[this.#small(3)] ?? NO_LINKS;
  }

  sid(): string {
    return sidOfWords(this.#kept.small, this.place * SMALL + SID);
  }

  sidWords(into: Uint32Array, to: number): void {
    for (let word = 0; word < SID_WORDS; word += 1) into[to + word] = this.#small(SID + word);
  }

  #number(column: number): number {
    return this.#kept.numbers[this.place * NUMBERS + column] ?? 0;
  }

  #small(column: number): number {
    return this.#kept.small[this.place * SMALL + column] ?? 0;
  }
}
