import { addressKey, parseAddress } from '../message/address.ts';
import { countryOf } from '../message/country.ts';
import type { Dialect } from '../message/dialect.ts';
import { kindOf, type Kind } from '../message/kind.ts';
import { linkHostsIn } from '../message/links.ts';
import { parseSegments } from '../message/segments.ts';
import { hashText } from '../memory/hash.ts';
import { ownText } from '../memory/own-text.ts';
import type { Batch, Column } from '../records/batch.ts';
import type { Notices } from '../report/notices.ts';
import type { CountedMessage } from './counted-message.ts';
import type { Test } from './filter-test.ts';
import { stateOf, type States } from './states.ts';

const UNIT_LENGTH = 12;
/** A number of a country that has lost its "+"; shorter ones are short codes or local. */
const BARE = /^\d{10,15}$/;
/** No number, channel address or sender's name is longer; what is kept of a hostile log is bounded by it. */
const ADDRESS_LENGTH = 120;

const NO_KIND = kindOf('', '', '');

const personCell = (column: Column | undefined, row: number): string => column?.text(row).slice(0, ADDRESS_LENGTH) ?? '';

/** A message as the tables see it, filled again for every row. */
class CurrentMessage implements CountedMessage {
  kind: Kind = NO_KIND;
  time = NaN;
  sender = '';
  personKey = 0;
  phoneKey = 0;
  country = '';
  price = -1;
  priceUnit = '';
  batch: Batch | undefined;
  row = 0;
  /** Cell of the person; read when it is asked for. */
  person: Column | undefined;
  #hashedSender = '';
  #senderHash = hashText('');
  #templateRow = -1;
  #templateKey = 0;

  /** Goes on to a row of the batch; what was worked out for the row before is forgotten. */
  moveTo(row: number): void {
    this.row = row;
    this.#templateRow = -1;
  }

  personText(): string {
    return parseAddress(personCell(this.person, this.row), this.batch?.dialect ?? { bareNanp: false }).text;
  }

  addressee(): string {
    const cell = this.batch?.columns.to?.text(this.row) ?? '';
    return parseAddress(cell.slice(0, ADDRESS_LENGTH), this.batch?.dialect ?? { bareNanp: false }).text;
  }

  sid(): string {
    return this.batch?.columns.sid?.text(this.row).trim() ?? '';
  }

  body(): string {
    return this.batch?.columns.body?.text(this.row) ?? '';
  }

  bodySize(): number {
    return this.batch?.columns.body?.size(this.row) ?? 0;
  }

  segments(): number {
    return parseSegments(this.batch?.columns.segments?.text(this.row) ?? '');
  }

  queueTime(): number {
    return this.#at('sent') - this.#at('created');
  }

  lifetime(): number {
    return this.#at('updated') - this.#at('created');
  }

  templateKey(): number {
    if (this.#templateRow === this.row) return this.#templateKey;
    this.#templateRow = this.row;
    if (this.sender !== this.#hashedSender) {
      this.#hashedSender = this.sender;
      this.#senderHash = hashText(this.sender);
    }
    this.#templateKey = this.batch?.columns.body?.template(this.row, this.#senderHash) ?? 0;
    return this.#templateKey;
  }

  linkHosts(): readonly string[] {
    return linkHostsIn(this.body());
  }

  /** The time in a cell, NaN for none. */
  #at(field: 'created' | 'sent' | 'updated'): number {
    return this.batch?.columns[field]?.time(this.row) ?? NaN;
  }
}

/** What a counter does with the messages that count. */
export interface Takes {
  add(message: CountedMessage): void;
}

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
  /** By dictionary numbers of status, direction and code: what the three say together. */
  readonly #kinds = new Map<number, Kind>();
  #senders: (string | undefined)[] = [];
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
    const { sent, created, price, sid } = batch.columns;
    const message = this.#message;
    message.batch = batch;
    for (let row = 0; row < batch.rows; row += 1) {
      this.records += 1;
      message.moveTo(row);
      const kind = this.#kindOf(batch, row);
      const timeCells = sent === undefined || (created !== undefined && sent.isEmpty(row)) ? created : sent;
      const time = timeCells === undefined ? NaN : timeCells.time(row);
      const priceOf = price === undefined ? -1 : price.price(row);
      this.#fillPerson(batch, row, kind.isInbound);
      if (sid !== undefined) {
        const key = sid.sid(row);
        if (key === 0) {
          if (sid.text(row).trim() !== '') this.#notices.add('masked-sids', () => batch.line(row));
        } else if (!this.#states.counts(key, stateOf(time, kind, priceOf >= 0, this.#tie(kind, priceOf)))) {
          this.repeats += 1;
          continue;
        }
      }
      if (Number.isNaN(time) && timeCells !== undefined && !timeCells.isEmpty(row))
        this.#notices.add('unreadable-dates', () => batch.line(row));
      if (kind.status === undefined) this.#notices.add('unknown-status', () => batch.line(row));
      else if (kind.isInbound && (kind.status === 'failed' || kind.status === 'undelivered'))
        this.#notices.add('inbound-failed', () => batch.line(row));
      message.kind = kind;
      message.time = time;
      message.price = priceOf;
      this.#fillSender(batch, row, kind.isInbound);
      if (this.#wanted === undefined || this.#wanted(message)) this.#takes.add(message);
    }
  }

  /** Cells of another era mean something else: what was worked out of the ones before is forgotten. */
  #speak(dialect: Dialect): void {
    this.#dialect = dialect;
    this.#senders = [];
  }

  /** What decides between two rows of one message that are otherwise in the same state. */
  #tie({ code }: Kind, price: number): number {
    return (code === undefined ? 0 : Number(code)) * 7 + price * 3 + this.#message.personKey;
  }

  #fillPerson(batch: Batch, row: number, isInbound: boolean): void {
    const { from, to } = batch.columns;
    const message = this.#message;
    const person = isInbound ? from : to;
    message.person = person;
    const digits = person === undefined ? 0 : person.digits(row);
    if (digits > 0) {
      message.personKey = digits;
      message.phoneKey = digits;
      message.country = countryOf(digits);
      return;
    }
    const address = parseAddress(personCell(person, row), batch.dialect);
    message.personKey = addressKey(address);
    message.phoneKey = address.digits;
    if (address.kind === 'lost') this.#notices.add('lost-numbers', () => batch.line(row));
    else if (address.kind === 'bare' && BARE.test(address.text)) this.#notices.add('bare-numbers', () => batch.line(row));
    message.country = countryOf(address.digits);
  }

  #fillSender({ columns: { from, priceUnit, messagingServiceSid }, dialect }: Batch, row: number, isInbound: boolean): void {
    const message = this.#message;
    if (isInbound) {
      message.sender = '';
      return;
    }
    const senderId = from?.id(row) ?? 0;
    // Number 0 stands for many values where the dictionary is full, so its cell is asked.
    const cell = senderId === 0 ? (from?.text(row) ?? '') : '';
    message.sender =
      cell === '' ? (this.#senders[senderId] ??= senderOf(from?.dictionary[senderId] ?? '', dialect)) : senderOf(cell, dialect);
    if (message.sender === '' && messagingServiceSid !== undefined) {
      message.sender = ownText(messagingServiceSid.text(row).trim().slice(0, ADDRESS_LENGTH));
    }
    const unitId = priceUnit?.id(row) ?? 0;
    message.priceUnit = this.#units[unitId] ??= (priceUnit?.dictionary[unitId] ?? '').trim().toUpperCase().slice(0, UNIT_LENGTH);
  }

  #kindOf({ columns: { status, direction, errorCode } }: Batch, row: number): Kind {
    const statusId = status?.id(row) ?? 0;
    const directionId = direction?.id(row) ?? 0;
    const codeId = errorCode?.id(row) ?? 0;
    // Each number is below 65,536, so the key is exact.
    const key = (statusId * 65_536 + directionId) * 65_536 + codeId;
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    const kind = kindOf(status?.dictionary[statusId] ?? '', direction?.dictionary[directionId] ?? '', errorCode?.dictionary[codeId] ?? '');
    this.#kinds.set(key, kind);
    return kind;
  }
}

const senderOf = (cell: string, dialect: Dialect): string => ownText(parseAddress(cell.slice(0, ADDRESS_LENGTH), dialect).text);
