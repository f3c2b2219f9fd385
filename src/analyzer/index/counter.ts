import { addressKey, e164Digits, parseAddress, type AddressStyle } from '../message/address.ts';
import { countryOf } from '../message/country.ts';
import type { CountedMessage } from './counted-message.ts';
import { kindOf, type Kind } from '../message/kind.ts';
import type { KindCount } from './tables/kinds.ts';
import type { LogIndex } from './log-index.ts';
import { stateOf, type SeenMessages } from './states.ts';
import type { Notices } from '../report/notices.ts';
import { ownText } from '../memory/own-text.ts';
import { parsePrice } from '../message/price.ts';
import type { Batch } from '../records/batch.ts';
import { parseTime } from '../message/time.ts';

const PRICE_CACHE = 20_000;
const UNIT_LENGTH = 12;

/** A message as the tables see it, filled again for every row. */
class CurrentMessage implements CountedMessage {
  kind: Kind = kindOf('', '', '');
  time = NaN;
  sender = '';
  personKey = 0;
  phoneKey = 0;
  country = '';
  price = -1;
  priceUnit = '';
  batch: Batch | undefined;
  row = 0;
  personCell = '';
  style: AddressStyle = { bareNanp: false };

  personText(): string {
    return parseAddress(this.personCell, this.style).text;
  }

  sid(): string {
    return this.batch?.columns.sid?.text(this.row) ?? '';
  }

  body(): string {
    return this.batch?.columns.body?.text(this.row) ?? '';
  }
}

/** Counts the rows of one source's batches into an index. */
export class BatchCounter {
  records = 0;
  duplicates = 0;
  readonly #index: LogIndex;
  readonly #seen: SeenMessages;
  readonly #notices: Notices;
  readonly #style: AddressStyle;
  readonly #message = new CurrentMessage();
  /** By dictionary numbers of status, direction and code: what the three say together. */
  readonly #cells = new Map<number, KindCount>();
  readonly #senders: (string | undefined)[] = [];
  readonly #units: (string | undefined)[] = [];
  readonly #prices = new Map<string, number>();

  constructor(index: LogIndex, seen: SeenMessages, notices: Notices, style: AddressStyle) {
    this.#index = index;
    this.#seen = seen;
    this.#notices = notices;
    this.#style = style;
    this.#message.style = style;
  }

  count(batch: Batch): void {
    const { sent, price, sid } = batch.columns;
    const message = this.#message;
    message.batch = batch;
    for (let row = 0; row < batch.rows; row += 1) {
      this.records += 1;
      message.row = row;
      const cell = this.#cellOf(batch, row);
      const { kind } = cell;
      const timeCell = sent === undefined ? '' : sent.text(row);
      const time = timeCell === '' ? NaN : parseTime(timeCell);
      const priceOf = price === undefined ? -1 : this.#priceOf(price.text(row));
      if (sid !== undefined) {
        const id = sid.text(row);
        if (id !== '' && this.#seen.isRepeat(id, stateOf(time, kind.rank, priceOf >= 0))) {
          this.duplicates += 1;
          continue;
        }
      }
      if (timeCell !== '' && Number.isNaN(time)) this.#notices.add('unreadable-dates', () => batch.line(row));
      if (kind.status === undefined) this.#notices.add('unknown-status', () => batch.line(row));
      else if (kind.isInbound && (kind.status === 'failed' || kind.status === 'undelivered'))
        this.#notices.add('inbound-failed', () => batch.line(row));
      cell.count += 1;
      message.kind = kind;
      message.time = time;
      message.price = priceOf;
      this.#fillPeople(batch, row, kind.isInbound);
      this.#index.add(message);
    }
  }

  #fillPeople(batch: Batch, row: number, isInbound: boolean): void {
    const { from, to, priceUnit, messagingServiceSid } = batch.columns;
    const message = this.#message;
    const person = (isInbound ? from : to)?.text(row) ?? '';
    message.personCell = person;
    const digits = e164Digits(person);
    if (digits > 0) {
      message.personKey = digits;
      message.phoneKey = digits;
      message.country = countryOf(digits);
    } else {
      const address = parseAddress(person, this.#style);
      message.personKey = addressKey(address);
      message.phoneKey = address.digits;
      if (address.kind === 'lost') this.#notices.add('lost-numbers', () => batch.line(row));
      message.country = countryOf(address.digits);
    }
    if (isInbound) return;
    const senderId = from?.id(row) ?? 0;
    message.sender = this.#senders[senderId] ??= this.#senderOf(from?.dictionary[senderId] ?? '');
    if (message.sender === '' && messagingServiceSid !== undefined) message.sender = ownText(messagingServiceSid.text(row).trim());
    const unitId = priceUnit?.id(row) ?? 0;
    message.priceUnit = this.#units[unitId] ??= (priceUnit?.dictionary[unitId] ?? '').trim().toUpperCase().slice(0, UNIT_LENGTH);
  }

  #senderOf(cell: string): string {
    return ownText(parseAddress(cell, this.#style).text);
  }

  #priceOf(cell: string): number {
    if (cell === '') return -1;
    const known = this.#prices.get(cell);
    if (known !== undefined) return known;
    const price = parsePrice(cell);
    if (this.#prices.size < PRICE_CACHE) this.#prices.set(ownText(cell), price);
    return price;
  }

  #cellOf({ columns: { status, direction, errorCode } }: Batch, row: number): KindCount {
    const statusId = status?.id(row) ?? 0;
    const directionId = direction?.id(row) ?? 0;
    const codeId = errorCode?.id(row) ?? 0;
    // Each number is below 65,536, so the key is exact.
    const key = (statusId * 65_536 + directionId) * 65_536 + codeId;
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    const cell = this.#index.kinds.cell(
      kindOf(status?.dictionary[statusId] ?? '', direction?.dictionary[directionId] ?? '', errorCode?.dictionary[codeId] ?? ''),
    );
    this.#cells.set(key, cell);
    return cell;
  }
}
