import type { Source } from '../bytes/source.ts';
import type { Asked, CountedMessage, ReadMessage } from '../index/counted-message.ts';
import type { Charge, Route } from '../index/counted-messages.ts';
import { ownText } from '../memory/own-text.ts';
import type { Encoding } from '../message/avoidable-width.ts';
import { kindKey, type Kind } from '../message/kind.ts';
import { orderOf } from '../message/stand-in.ts';
import type { RecordTable } from '../records/batch.ts';
import { CHUNK, columns, type Chunk, type ColumnName, type Facts, type Shared } from './kept-columns.ts';
import { KeptPeople } from './kept-people.ts';
import { KeptRow } from './kept-row.ts';
import { KeptTexts } from './kept-texts.ts';
import { KeptValues } from './kept-values.ts';
import type { Selection } from './selection.ts';
import { bytesOf, pack, type Packed } from './packed.ts';

/** Messages whose bytes are in one source, under one heading. */
export interface Origin {
  /** Number of the first of them. */
  readonly from: number;
  readonly source: Source | undefined;
  readonly table: RecordTable | undefined;
}

const FIRST_ROOM = 1_024;

interface Limits {
  readonly messages: number;
  /** Different kinds, routes, charges, lists of links, facts and addresses that are no numbers, each. */
  readonly values: number;
}

/** So many messages take 370 MB. */
export const keptLimits: Limits = { messages: 12_000_000, values: 200_000 };

/** Above this, price and segments do not fit one number. */
const DEAR = 2 ** 42;

/** Nothing that a reader of bytes can tell where it is. */
const NOWHERE = -1;

/** Numbers of values that many messages share, looked for at the last one first. Asked several times a message: it takes no function, which would be made anew each time. */
class Remembered<Key> {
  readonly #places = new Map<Key, number>();
  #last: Key | undefined;
  #lastPlace: number | undefined;

  get(key: Key): number | undefined {
    if (key !== this.#last || this.#lastPlace === undefined) {
      this.#last = key;
      this.#lastPlace = this.#places.get(key);
    }
    return this.#lastPlace;
  }

  /** @returns the place */
  set(key: Key, place: number): number {
    this.#places.set(key, place);
    this.#last = key;
    this.#lastPlace = place;
    return place;
  }
}

/**
 * Every counted message of a log, as far as it takes to count it again: about 30 bytes each. A message is known by its number, in the
 * order in which they were counted.
 *
 * It keeps all or nothing: once something does not fit, it is no longer `isWhole` and holds no message.
 */
export class KeptLog implements Shared {
  readonly #limits: Limits;
  readonly #keywords: ReadonlySet<string>;
  readonly kinds: Kind[] = [];
  readonly #kindPlaces = new KeptValues<Kind>(Infinity);
  readonly #kinds = new Remembered<Kind>();
  readonly #routes: KeptValues<Route>;
  readonly #senders = new Map<string, Remembered<string>>();
  readonly #charges: KeptValues<Charge>;
  readonly #units = new Map<string, Remembered<number | string>>();
  readonly #links: KeptValues<readonly string[]>;
  readonly #facts: KeptValues<Facts>;
  readonly people: KeptPeople;
  readonly texts = new KeptTexts();
  readonly templates = new Map<number, string>();
  readonly chunks: Chunk[] = [];
  readonly origins: Origin[] = [];
  #source: Source | undefined;
  #buffer = bufferOf(FIRST_ROOM);
  #inBuffer = 0;
  #size = 0;
  #isWhole = true;

  /** @param keywords texts that mean something by themselves, in capitals: whether a message is one of them is kept */
  constructor(keywords: ReadonlySet<string>, limits: Limits = keptLimits) {
    this.#keywords = keywords;
    this.#limits = limits;
    this.#routes = new KeptValues(limits.values);
    this.#charges = new KeptValues(limits.values);
    this.#links = new KeptValues(limits.values);
    this.#facts = new KeptValues(limits.values);
    this.people = new KeptPeople(limits.values);
    // Number 0 stands for nothing.
    this.#links.placeOf('', () => []);
    this.#facts.placeOf('', () => nothing);
  }

  /** Messages. */
  get size(): number {
    return this.#size;
  }

  /** Whether every message is here. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  get routes(): readonly Route[] {
    return this.#routes.values;
  }

  get charges(): readonly Charge[] {
    return this.#charges.values;
  }

  get links(): readonly (readonly string[])[] {
    return this.#links.values;
  }

  get facts(): readonly Facts[] {
    return this.#facts.values;
  }

  /** Bytes of the columns; what many messages share is not counted. */
  get bytes(): number {
    return this.chunks.reduce((sum, chunk) => sum + columns.reduce((of, name) => of + bytesOf(chunk.columns[name]), 0), 0);
  }

  /** The messages that are added from here on are in this source. @param source absent where its bytes are not those that are read */
  opens(source: Source | undefined): void {
    this.#source = source?.slice === undefined ? undefined : source;
  }

  add(message: ReadMessage): void {
    if (!this.#isWhole) return;
    const { kind, time, sidKey } = message;
    const sid = sidKey === 0 ? message.sid() : '';
    const order = sidKey === 0 && sid === '' ? 0 : orderOf(sidKey, sid) * 2 + (sidKey === 0 ? 0 : 1);
    const segments = message.segments();
    const links = message.linkHosts();
    const asked = message.asked();
    const facts = this.#factsOf(message, asked);
    const person = message.isPlainPerson()
      ? message.personKey
      : this.people.numberOf({ text: message.personText(), key: message.personKey, phone: message.phoneKey });
    if (this.#inBuffer === this.#buffer.kind.length) this.#grow();
    const at = this.#inBuffer;
    const buffer = this.#buffer;
    const route = this.#routeOf(message, message.service());
    const charge = this.#chargeOf(message, segments, message.encoding());
    const host = links.length === 0 ? 0 : this.#linksOf(links);
    if (
      this.#size >= this.#limits.messages ||
      person === undefined ||
      facts === undefined ||
      host === undefined ||
      route === NOWHERE ||
      charge === NOWHERE
    ) {
      this.#giveUp();
      return;
    }
    buffer.kind[at] = this.#kindOf(kind);
    buffer.route[at] = route;
    buffer.time[at] = time;
    buffer.person[at] = person;
    buffer.template[at] = kind.isInbound ? 0 : message.templateKey();
    buffer.sid[at] = order;
    buffer.charge[at] = charge;
    buffer.links[at] = host;
    buffer.facts[at] = facts;
    buffer.lifetime[at] = asked?.lifetime ?? 0;
    buffer.queue[at] = message.queueSeconds;
    buffer.carrier[at] = message.carrierSeconds;
    buffer.text[at] = message.textHash();
    buffer.offset[at] = this.#place(message);
    this.#inBuffer += 1;
    this.#size += 1;
    if (this.#inBuffer === CHUNK) this.#pack();
  }

  /** To be called when all messages are added. */
  end(): void {
    if (this.#inBuffer > 0) this.#pack();
    this.#buffer = bufferOf(0);
  }

  /**
   * Goes through the log chunk by chunk, past those of which nothing passes.
   *
   * @returns a row that stands in the chunk, and for each of its messages 1 where it passes; nothing where all do. Both are filled again
   * for the next
   */
  *chunksOf(selection: Selection | undefined): Generator<{ readonly row: KeptRow; readonly passing: Uint8Array | undefined }, void> {
    const row = new KeptRow(this);
    const room = new Uint8Array(selection === undefined ? 0 : Math.min(CHUNK, this.size));
    let first = 0;
    for (const chunk of this.chunks) {
      const share = selection?.shareOf(chunk) ?? 'all';
      if (share !== 'none') {
        row.open(chunk, first);
        if (share === 'some') selection?.mark(row, room);
        yield { row, passing: share === 'some' ? room : undefined };
      }
      first += chunk.length;
    }
  }

  /** Hands over the messages that pass one by one, in their order: the same object is filled again for every one. Rests after each chunk. */
  *messages(selection: Selection | undefined, take: (message: KeptRow) => void): Generator<void, void> {
    for (const { row, passing } of this.chunksOf(selection)) {
      for (let at = 0; at < row.length; at += 1) if (passing?.[at] !== 0) take(row.message(at));
      yield;
    }
  }

  /** One message after another, by their numbers. */
  *at(places: Iterable<number>): Generator<KeptRow, void> {
    const row = new KeptRow(this);
    let opened = -1;
    for (const place of places) {
      // Every chunk but the last is full.
      const chunk = Math.floor(place / CHUNK);
      const there = this.chunks[chunk];
      if (there === undefined || place % CHUNK >= there.length) throw new Error(`There is no message ${String(place)}`);
      if (chunk !== opened) row.open(there, chunk * CHUNK);
      opened = chunk;
      yield row.message(place % CHUNK);
    }
  }

  /** Where the bytes of a message are. */
  originOf(place: number): Origin | undefined {
    return this.origins.findLast(({ from }) => from <= place);
  }

  #place(message: ReadMessage): number {
    const { batch, row } = message;
    const table = batch?.origin?.table;
    const offset = batch?.origin?.offset(row) ?? NOWHERE;
    const source = table === undefined || offset < 0 ? undefined : this.#source;
    if (source === undefined) {
      if (batch !== undefined) this.texts.add(this.#size, batch, row);
      return NOWHERE;
    }
    const last = this.origins.at(-1);
    if (last === undefined || last.source !== source || last.table !== table) this.origins.push({ from: this.#size, source, table });
    return offset;
  }

  #kindOf(kind: Kind): number {
    return this.#kinds.get(kind) ?? this.#kinds.set(kind, this.#placeOfKind(kind));
  }

  #placeOfKind(kind: Kind): number {
    return this.#kindPlaces.placeOf(kindKey(kind), () => (this.kinds.push(kind), kind)) ?? 0;
  }

  #routeOf({ sender, country }: CountedMessage, service: string): number {
    const countries = this.#senders.get(sender) ?? this.#newSender(sender);
    const key = service === '' ? country : `${country} ${service}`;
    return countries.get(key) ?? countries.set(key, this.#placeOfRoute(sender, country, service));
  }

  #newSender(sender: string): Remembered<string> {
    const countries = new Remembered<string>();
    this.#senders.set(ownText(sender), countries);
    return countries;
  }

  #placeOfRoute(sender: string, country: string, service: string): number {
    const make = (): Route => ({ sender: ownText(sender), country, service: ownText(service) });
    return this.#routes.placeOf(`${country} ${service}\n${sender}`, make) ?? NOWHERE;
  }

  #chargeOf({ price, priceUnit: unit }: CountedMessage, segments: number, encoding: Encoding): number {
    const prices = this.#units.get(unit) ?? this.#newUnit(unit);
    // A message has at most three digits of segments.
    const key =
      price < DEAR && encoding !== ''
        ? 2 * ((price + 1) * 1_000 + segments) + (encoding === 'wide' ? 1 : 0)
        : `${encoding} ${String(price)} ${String(segments)}`;
    return prices.get(key) ?? prices.set(key, this.#placeOfCharge({ price, unit, segments, encoding }));
  }

  #newUnit(unit: string): Remembered<number | string> {
    const prices = new Remembered<number | string>();
    this.#units.set(unit, prices);
    return prices;
  }

  #placeOfCharge(charge: Charge): number {
    const { price, unit, segments, encoding } = charge;
    return this.#charges.placeOf(`${String(price)} ${String(segments)} ${encoding} ${unit}`, () => charge) ?? NOWHERE;
  }

  /** The hosts of a message that has links. */
  #linksOf(hosts: readonly string[]): number | undefined {
    const [host = ''] = hosts;
    return this.#links.placeOf(hosts.length === 1 ? host : hosts.join(' '), () => hosts.map(ownText));
  }

  #factsOf(message: ReadMessage, asked: Asked | undefined): number | undefined {
    if (message.kind.isInbound) {
      const keyword = message.keyword();
      return keyword === '' || !this.#keywords.has(keyword) ? 0 : this.#placeOfKeyword(keyword, message.addressee());
    }
    return asked === undefined || (asked.template === undefined && asked.width === undefined) ? 0 : this.#placeOfText(message, asked);
  }

  #placeOfKeyword(keyword: string, addressee: string): number | undefined {
    return this.#facts.placeOf(`in ${keyword}\n${addressee}`, () => ({
      ...nothing,
      keyword: ownText(keyword),
      addressee: ownText(addressee),
    }));
  }

  #placeOfText(message: ReadMessage, { template, width }: Asked): number | undefined {
    const key = `out ${width === undefined ? '' : `${String(width.now)} ${String(width.then)} ${width.characters}`}\n${template ?? ''}`;
    return this.#facts.placeOf(key, () => {
      const own = template === undefined ? undefined : ownText(template);
      if (own !== undefined && !this.templates.has(message.templateKey())) this.templates.set(message.templateKey(), own);
      return { ...nothing, template: own, width };
    });
  }

  #giveUp(): void {
    this.#isWhole = false;
    this.#size = 0;
    this.#inBuffer = 0;
    this.#buffer = bufferOf(0);
    this.chunks.length = 0;
    this.origins.length = 0;
    this.#senders.clear();
    this.texts.clear();
  }

  #pack(): void {
    const length = this.#inBuffer;
    const packed = columns.map((name) => [name, pack(this.#buffer[name], length)] as const);
    this.chunks.push({ length, columns: Object.fromEntries(packed) as Record<ColumnName, Packed> });
    this.#inBuffer = 0;
  }

  #grow(): void {
    const grown = bufferOf(Math.min(CHUNK, Math.max(FIRST_ROOM, this.#inBuffer * 4)));
    for (const name of columns) grown[name].set(this.#buffer[name]);
    this.#buffer = grown;
  }
}

const nothing: Facts = { keyword: '', addressee: '', template: undefined, width: undefined };

function bufferOf(length: number): Record<ColumnName, Float64Array> {
  return Object.fromEntries(columns.map((name) => [name, new Float64Array(length)])) as Record<ColumnName, Float64Array>;
}
