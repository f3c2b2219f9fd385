import { hashText } from '../../memory/hash.ts';
import { ownText } from '../../memory/own-text.ts';
import type { CountedMessage } from '../counted-message.ts';
import { KeyTable } from '../../memory/key-table.ts';
import { Tally } from '../cells/tally.ts';
import { TemplateHash, templateText } from '../../message/template.ts';

/** "Message filtered": the code whose texts are compared. */
export const FILTERED_CODE = '30007';
/** Templates counted at a time: 23 to 46 bytes each. */
const LIMIT = 250_000;
const FILTERED_LIMIT = 5_000;

/** Filtered messages of one sender with one template. */
export class FilteredText extends Tally {
  readonly sender: string;
  /** Of all renderings (they differ in case and spaces) the first in the alphabet, so that no order of rows matters. */
  text: string;

  constructor(sender: string, text: string) {
    super();
    this.sender = sender;
    this.text = text;
  }

  override merge(other: FilteredText): void {
    super.merge(other);
    if (other.text < this.text) this.text = other.text;
  }
}

/** Outbound messages by sender and template; only templates with filtered messages keep a text. */
export class Texts {
  readonly #limit: number;
  readonly #hash = new TemplateHash();
  #templates: KeyTable;
  #lastSender = '';
  #lastSenderHash = hashText('');
  readonly filtered = new Map<number, FilteredText>();
  /** Times the table was full and forgot the templates seen once: from then on counts may be too low by a few. */
  sweeps = 0;
  /** Messages that were not counted by template. */
  overflow = 0;

  constructor(limit = LIMIT) {
    this.#limit = limit;
    this.#templates = new KeyTable(limit);
  }

  /** @param message an outbound one */
  add(message: CountedMessage): void {
    const body = message.body();
    if (body === '') return;
    if (message.sender !== this.#lastSender) {
      this.#lastSender = message.sender;
      this.#lastSenderHash = hashText(message.sender);
    }
    const key = this.#hash.of(this.#lastSenderHash, body);
    this.#count(key, 1);
    const { kind } = message;
    if (!kind.isFailure || kind.code !== FILTERED_CODE) return;
    const text = templateText(body);
    const known = this.filtered.get(key);
    if (known === undefined) {
      if (this.filtered.size >= FILTERED_LIMIT) {
        this.overflow += 1;
        return;
      }
      const made = new FilteredText(message.sender, ownText(text));
      made.add(message.time, message.sid());
      this.filtered.set(key, made);
      return;
    }
    known.add(message.time, message.sid());
    if (text < known.text) known.text = ownText(text);
  }

  /** Messages with this template, filtered or not. */
  total(key: number): number {
    return this.#templates.get(key) ?? 0;
  }

  merge(other: Texts): void {
    for (const [key, count] of other.#templates) this.#count(key, count);
    for (const [key, text] of other.filtered) {
      const known = this.filtered.get(key);
      if (known !== undefined) {
        known.merge(text);
        continue;
      }
      const made = new FilteredText(text.sender, text.text);
      made.merge(text);
      this.filtered.set(key, made);
    }
    this.sweeps += other.sweeps;
    this.overflow += other.overflow;
  }

  #count(key: number, messages: number): void {
    const count = (this.#templates.get(key) ?? 0) + messages;
    if (this.#templates.set(key, count)) return;
    this.#sweep();
    if (!this.#templates.set(key, count)) this.overflow += messages;
  }

  /** Forgets templates seen once and never filtered: texts written by hand, no template at all. */
  #sweep(): void {
    const kept = new KeyTable(this.#limit);
    for (const [key, count] of this.#templates) if (count > 1 || this.filtered.has(key)) kept.set(key, count);
    // A table full of templates seen twice gains nothing from being swept again and again.
    if (kept.size > this.#limit * 0.9) return;
    this.#templates = kept;
    this.sweeps += 1;
  }
}
