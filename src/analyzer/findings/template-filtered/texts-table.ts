import { Tally, type SavedTally } from '../../index/cells/tally.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { KeyTable } from '../../memory/key-table.ts';
import { ownText } from '../../memory/own-text.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  /** The codes whose texts are kept and compared. */
  readonly codes: readonly string[];
  readonly limits: {
    /** Templates counted at a time: 23 to 46 bytes each. */
    readonly templates: number;
    /** Templates whose text is kept. */
    readonly texts: number;
  };
}

interface SavedText {
  readonly key: number;
  readonly sender: string;
  readonly text: string;
  readonly tally: SavedTally;
}

interface Saved {
  /** Fingerprint of sender and template -> messages. */
  readonly templates: readonly (readonly [key: number, count: number])[];
  readonly filtered: readonly SavedText[];
  readonly sweeps: number;
  readonly overflow: number;
}

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
}

/** Outbound messages by sender and template; only templates with filtered messages keep a text. */
class TextsTable implements Table<Saved> {
  readonly #codes: ReadonlySet<string>;
  readonly #limits: Options['limits'];
  #templates: KeyTable;
  readonly filtered = new Map<number, FilteredText>();
  /** Times the table was full and forgot the templates seen once: from then on counts may be too low by a few. */
  #sweeps = 0;
  /** Messages that were not counted by template. */
  #overflow = 0;

  constructor({ codes, limits }: Options) {
    this.#codes = new Set(codes);
    this.#limits = limits;
    this.#templates = new KeyTable(limits.templates);
  }

  add(message: CountedMessage): void {
    const key = message.templateKey();
    if (key === 0) return;
    this.#count(key, 1);
    const { kind } = message;
    if (!kind.isFailure || kind.code === undefined || !this.#codes.has(kind.code)) return;
    this.#textOf(key, message.sender, message.templateText())?.add(message.time, message);
  }

  /** Messages with this template, filtered or not. */
  total(key: number): number {
    return this.#templates.get(key) ?? 0;
  }

  merge({ templates, filtered, sweeps, overflow }: Saved): void {
    for (const [key, count] of templates) this.#count(key, count);
    for (const { key, sender, text, tally } of filtered) this.#textOf(key, sender, text, tally.count)?.merge(tally);
    this.#sweeps += sweeps;
    this.#overflow += overflow;
  }

  save(): Saved {
    return {
      templates: [...this.#templates],
      filtered: [...this.filtered].map(([key, filtered]) => ({
        key,
        sender: filtered.sender,
        text: filtered.text,
        tally: filtered.save(),
      })),
      sweeps: this.#sweeps,
      overflow: this.#overflow,
    };
  }

  get caps() {
    return [
      {
        id: 'texts-capped',
        count: this.#sweeps + this.#overflow,
        text: say`More different texts than are kept apart: texts seen once were forgotten, so counts of messages with one text may be a little too low.`,
      },
    ];
  }

  #textOf(key: number, sender: string, text: string, messages = 1): FilteredText | undefined {
    const known = this.filtered.get(key);
    if (known !== undefined) {
      if (text < known.text) known.text = ownText(text);
      return known;
    }
    if (this.filtered.size >= this.#limits.texts) {
      this.#overflow += messages;
      return undefined;
    }
    const made = new FilteredText(sender, ownText(text));
    this.filtered.set(key, made);
    return made;
  }

  #count(key: number, messages: number): void {
    if (this.#templates.add(key, messages)) return;
    this.#sweep();
    if (!this.#templates.add(key, messages)) this.#overflow += messages;
  }

  /** Forgets templates seen once and never filtered: texts written by hand, no template at all. */
  #sweep(): void {
    const kept = new KeyTable(this.#limits.templates);
    for (const [key, count] of this.#templates) if (count > 1 || this.filtered.has(key)) kept.set(key, count);
    // A table full of templates seen twice gains nothing from being swept again and again.
    if (kept.size > this.#limits.templates * 0.9) return;
    this.#templates = kept;
    this.#sweeps += 1;
  }
}

/** The table of texts whose messages got one of these codes, beside all texts of the same senders. */
const textsTable = (codes: readonly string[]): TableKind<TextsTable, Saved, Options> => ({
  id: `texts with ${codes.join(' ')}`,
  version: 1,
  counts: 'outbound',
  needs: ['body', 'errorCode'],
  options: () => ({ codes, limits: { templates: 250_000, texts: 5_000 } }),
  make: (options) => new TextsTable(options),
});

/** "Message filtered": the code whose texts are compared. */
export const FILTERED = '30007';

export const filteredTexts = textsTable([FILTERED]);
