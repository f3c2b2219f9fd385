import { addressKey, parseAddress } from '../message/address.ts';
import { secondsOf } from '../index/cells/durations.ts';
import { countryOf } from '../message/country.ts';
import { kindOf, type Kind } from '../message/kind.ts';
import { parsePrice } from '../message/price.ts';
import { parseSegments } from '../message/segments.ts';
import { sidWords } from '../message/sid.ts';
import { cutTemplate, templateKey, wholeTemplate } from '../message/template.ts';
import { hashText } from '../memory/hash.ts';
import type { CountedMessage } from '../index/counted-message.ts';
import { digitsOfArea } from './area.ts';
import type { GroupedRow } from './rows.ts';

/** Cells of a warehouse are written as the API writes them. */
const dialect = { bareNanp: false, decimal: '.' } as const;

/** The sender in a cell, normalised. */
export const senderIn = (cell: string): string => parseAddress(cell, dialect).text;

/** Millionths in a cell of a price. */
export const priceIn = (cell: string): number => parsePrice(cell, dialect.decimal);

/** The country of an area. */
export const countryIn = (area: string): string => countryOf(digitsOfArea(area));

/** What stands for a person in tables: as in any log, or a name that the script gave, which begins with "~". */
export const personKeyIn = (cell: string): number => addressKey(parseAddress(cell, dialect));

/** A person that the script numbered. */
const isNumbered = (person: string): boolean => person.startsWith('~');

/** A row that is one message. It has the text of a blanked body only, and no links. */
export class GroupedMessage implements CountedMessage {
  readonly kind: Kind;
  readonly time: number;
  readonly sender: string;
  readonly personKey: number;
  readonly phoneKey: number;
  readonly country: string;
  readonly price: number;
  readonly priceUnit: string;
  /** Of a sampled message, which is compared; how long messages took stands in parts of its own, for all of them. */
  readonly queueSeconds: number;
  readonly carrierSeconds = -1;
  readonly #personText: string;
  readonly #row: GroupedRow;

  /** @param isSampled whether the first digits of a number whose owner is not told stand for it: for what is compared, never for what is listed */
  constructor(row: GroupedRow, isSampled: boolean) {
    const { cell, first, more } = row;
    const person = parseAddress(cell('person'), dialect);
    this.#row = row;
    this.kind = kindOf(cell('status'), cell('direction'), cell('code'));
    this.time = first;
    this.sender = senderIn(cell('sender'));
    this.personKey = addressKey(person);
    this.#personText = person.text;
    const area = cell('area');
    this.phoneKey = isSampled && isNumbered(person.text) ? digitsOfArea(area) : person.digits;
    this.country = area === '' ? countryOf(person.digits) : countryIn(area);
    this.queueSeconds = isSampled ? secondsOf(more) : -1;
    this.price = priceIn(cell('price'));
    this.priceUnit = cell('unit');
  }

  personText(): string {
    return this.#personText;
  }

  addressee(): string {
    return '';
  }

  sid(): string {
    return this.#row.cell('sid');
  }

  sidWords(into: Uint32Array, at: number): void {
    sidWords(this.sid(), into, at);
  }

  keyword(): string {
    return '';
  }

  templateText(limit?: number): string {
    return cutTemplate(wholeTemplate(this.#row.cell('body')), limit);
  }

  width(): undefined {
    return undefined;
  }

  encoding(): '' {
    return '';
  }

  service(): string {
    return this.#row.cell('service');
  }

  segments(): number {
    return parseSegments(this.#row.cell('segments'));
  }

  lifetime(): number {
    return this.#row.more;
  }

  templateKey(): number {
    return templateOf(this.sender, this.#row.cell('body'));
  }

  textHash(): number {
    return 0;
  }

  linkHosts(): readonly string[] {
    return [];
  }
}

/** Fingerprint of sender and template; 0 for an empty body. */
export const templateOf = (sender: string, body: string): number => (body === '' ? 0 : templateKey(hashText(sender), body));
