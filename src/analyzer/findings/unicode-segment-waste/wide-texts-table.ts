import { Tally, type SavedTally } from '../../index/cells/tally.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { ownText } from '../../memory/own-text.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  /** Texts kept, about 500 bytes each. */
  readonly limits: { readonly texts: number };
}

interface SavedWide {
  readonly key: number;
  readonly text: string;
  readonly characters: string;
  readonly now: number;
  readonly then: number;
  /** Millionths of each unit that the segments too many cost, and messages without a price. */
  readonly paid: readonly (readonly [unit: string, micros: number])[];
  readonly unknown: number;
  readonly tally: SavedTally;
}

interface Saved {
  readonly texts: readonly SavedWide[];
  readonly segments: number;
  readonly overflow: number;
}

/** Units kept apart for one text; what is priced in others counts as not known. */
const MOST_UNITS = 20;

/** Messages of one sender with one text that a plain character or two would have made shorter. */
export class WideText extends Tally {
  /** Of all renderings the first in the alphabet, so that no order of rows matters. */
  text: string;
  /** In the order of their code points. */
  characters = '';
  /** Segments as sent, and with plain characters. */
  now = 0;
  then = 0;
  /** Unit -> millionths that the segments too many cost. */
  readonly paid = new Map<string, number>();
  /** Messages without a price. */
  unknown = 0;

  constructor(text: string) {
    super();
    this.text = text;
  }

  /** @param micros price of the segments too many, millionths; -1 where it is not known */
  pay(unit: string, micros: number): void {
    if (micros < 0 || (this.paid.size >= MOST_UNITS && !this.paid.has(unit))) this.unknown += 1;
    else this.paid.set(unit, (this.paid.get(unit) ?? 0) + micros);
  }

  meet(text: string, characters: string, now: number, then: number): void {
    if (text < this.text) this.text = ownText(text);
    this.now += now;
    this.then += then;
    if (Array.from(characters).every((character) => this.characters.includes(character))) return;
    this.characters = [...new Set(this.characters + characters)].sort().join('');
  }
}

/** Outbound texts that take more segments than they need because of characters that have a plain twin. */
class WideTexts implements Table<Saved> {
  readonly texts = new Map<number, WideText>();
  /** Segments of all outbound messages; one for a message whose log does not say. */
  segments = 0;
  readonly #limit: number;
  #overflow = 0;

  constructor({ limits }: Options) {
    this.#limit = limits.texts;
  }

  add(message: CountedMessage): void {
    const billed = message.segments();
    this.segments += Math.max(1, billed);
    // One segment has nothing to save.
    if (billed === 1) return;
    const width = message.width();
    // Fewer segments than its characters ask for: Smart Encoding has replaced them already.
    if (width === undefined || (billed !== 0 && billed < width.now)) return;
    const text = message.templateText();
    const wide = this.#of(message.templateKey(), text, 1);
    if (wide === undefined) return;
    wide.meet(text, width.characters, width.now, width.then);
    const { price, priceUnit } = message;
    wide.pay(priceUnit, price < 0 ? -1 : Math.round((price * (width.now - width.then)) / width.now));
    wide.add(message.time, message);
  }

  merge({ texts, segments, overflow }: Saved): void {
    this.segments += segments;
    this.#overflow += overflow;
    for (const { key, text, characters, now, then, paid, unknown, tally } of texts) {
      const wide = this.#of(key, text, tally.count);
      wide?.meet(text, characters, now, then);
      if (wide === undefined) continue;
      for (const [unit, micros] of paid) wide.pay(unit, micros);
      wide.unknown += unknown;
      wide.merge(tally);
    }
  }

  save(): Saved {
    return {
      texts: [...this.texts].map(([key, wide]) => ({
        key,
        text: wide.text,
        characters: wide.characters,
        now: wide.now,
        then: wide.then,
        paid: [...wide.paid],
        unknown: wide.unknown,
        tally: wide.save(),
      })),
      segments: this.segments,
      overflow: this.#overflow,
    };
  }

  get caps() {
    return [
      {
        id: 'wide-texts-capped',
        count: this.#overflow,
        text: say`More texts with avoidable characters than are kept apart: the segments that could be saved are more than is said.`,
      },
    ];
  }

  #of(key: number, text: string, messages: number): WideText | undefined {
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    if (this.texts.size >= this.#limit) {
      this.#overflow += messages;
      return undefined;
    }
    const made = new WideText(ownText(text));
    this.texts.set(key, made);
    return made;
  }
}

export const wideTexts: TableKind<WideTexts, Saved, Options> = {
  id: 'wide texts',
  version: 2,
  counts: 'outbound',
  needs: ['body'],
  options: () => ({ limits: { texts: 5_000 } }),
  make: (options) => new WideTexts(options),
};
