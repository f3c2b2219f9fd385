import { encodingOf, type Encoding } from '../message/avoidable-width.ts';
import { e164Digits } from '../message/address.ts';
import type { Dialect } from '../message/dialect.ts';
import { linkHostsIn } from '../message/links.ts';
import { isNothing } from '../message/nothing.ts';
import { parsePrice } from '../message/price.ts';
import { parseSegments } from '../message/segments.ts';
import { sidKey, sidWords } from '../message/sid.ts';
import { templateKey } from '../message/template.ts';
import { textHash } from '../message/text-hash.ts';
import { ownText } from '../memory/own-text.ts';
import type { Column } from './batch.ts';

const PRICE_CACHE = 20_000;

/** Answers everything by the text of the cell: what every column says, however it comes by it. */
export abstract class TextColumn implements Column {
  protected readonly dialect: Dialect;
  readonly #prices = new Map<string, number>();

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  abstract text(row: number): string;

  isEmpty(row: number): boolean {
    return isNothing(this.text(row));
  }

  size(row: number): number {
    return this.text(row).length;
  }

  time(row: number): number {
    const cell = this.text(row);
    return cell === '' ? NaN : this.dialect.time(cell);
  }

  digits(row: number): number {
    return e164Digits(this.text(row));
  }

  price(row: number): number {
    const cell = this.text(row);
    if (cell === '') return -1;
    const known = this.#prices.get(cell);
    if (known !== undefined) return known;
    const price = parsePrice(cell, this.dialect.decimal);
    if (this.#prices.size < PRICE_CACHE) this.#prices.set(ownText(cell), price);
    return price;
  }

  segments(row: number): number {
    return parseSegments(this.text(row));
  }

  sid(row: number): number {
    return sidKey(this.text(row));
  }

  sidWords(row: number, into: Uint32Array, at: number): void {
    sidWords(this.text(row), into, at);
  }

  linkHosts(row: number): readonly string[] {
    return linkHostsIn(this.text(row));
  }

  template(row: number, sender: number): number {
    const cell = this.text(row);
    return cell === '' ? 0 : templateKey(sender, cell);
  }

  hash(row: number): number {
    return textHash(this.text(row));
  }

  encoding(row: number): Encoding {
    return encodingOf(this.text(row));
  }
}
