import { LONGEST_RECORD } from '../named-rows.ts';

/** Values of a row, at most: no table has more columns. */
const MOST_VALUES = 4_096;
/** Characters between the brackets of a function, at most. */
const LONGEST_CALL = 4_096;

/** What stands at a bracket that opens a row. */
export type Tuple =
  /** `null` for NULL and for what a program would work out. @property end behind the closing bracket */
  | { readonly kind: 'row'; readonly values: readonly (string | null)[]; readonly end: number }
  /** No row: seen at `at`. */
  | { readonly kind: 'broken'; readonly at: number }
  /** The text ends before the row does. */
  | { readonly kind: 'open' };

const SPACE = /[\s\0]*/y;
/** A word, a number; a string may follow it at once: N'…', E'…', _utf8mb4 '…', DATE '…'. */
const WORD = /[\w.$+-]+/y;
/** A type behind a value, "::timestamp without time zone", "::numeric(8,5)", and the order of letters; cut anywhere it still fits. */
const TAIL = /(?:\s*::?\s*(?:"[^"]*"?|[\w.]*)|\s+["A-Za-z_][\w."]*|\([\d,\s]*\)?|\[\]?)*/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '', Z: '', b: '', f: '' };

class TupleParser {
  readonly #text: string;
  readonly #limit: number;
  readonly #isEscaped: boolean;
  #at: number;

  constructor(text: string, at: number, isEscaped: boolean) {
    this.#text = text;
    this.#at = at + 1;
    this.#limit = at + LONGEST_RECORD;
    this.#isEscaped = isEscaped;
  }

  parse(): Tuple {
    const values: (string | null)[] = [];
    for (;;) {
      this.#pass(SPACE);
      const value = this.#value();
      if (value === undefined) return this.#failed();
      values.push(value);
      this.#pass(TAIL);
      this.#pass(SPACE);
      const sign = this.#text[this.#at];
      if (this.#at >= this.#limit || values.length > MOST_VALUES || (sign !== ',' && sign !== ')')) return this.#failed();
      this.#at += 1;
      if (sign === ')') return { kind: 'row', values, end: this.#at };
    }
  }

  #failed(): Tuple {
    return this.#at >= this.#text.length && this.#at < this.#limit ? { kind: 'open' } : { kind: 'broken', at: this.#at };
  }

  #pass(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  /** A value; `undefined` where none begins or it does not end. */
  #value(): string | null | undefined {
    const sign = this.#text[this.#at];
    if (sign === "'" || sign === '"') return this.#string(sign, this.#isEscaped);
    const word = this.#pass(WORD);
    if (word === '') return undefined;
    const next = this.#text[this.#at];
    if (next === "'") return this.#string("'", this.#isEscaped || /^e$/i.test(word));
    if (next === '(' || next === '[') return this.#call();
    if (next === ' ' && /^(?:date|timestamp|_\w+)$/i.test(word)) {
      this.#pass(SPACE);
      if (this.#text[this.#at] === "'") return this.#string("'", this.#isEscaped);
    }
    if (this.#at >= this.#text.length) return undefined;
    return /^(?:null|default|true|false)$/i.test(word) ? null : word;
  }

  /** The first text or number that a function is given: CAST(N'2025-…' AS DateTime2), to_timestamp('…', '…'), ARRAY['…']. */
  #call(): string | null | undefined {
    const from = this.#at;
    let first: string | null = null;
    let depth = 0;
    while (this.#at < Math.min(this.#text.length, from + LONGEST_CALL)) {
      const sign = this.#text[this.#at];
      if (sign === "'") {
        const text = this.#string("'", this.#isEscaped);
        if (text === undefined) return undefined;
        first ??= text;
        continue;
      }
      this.#at += 1;
      if (sign === '(' || sign === '[') depth += 1;
      else if (sign === ')' || sign === ']') depth -= 1;
      if (depth === 0) return first ?? /^\(\s*(-?[\d.]+)/.exec(this.#text.slice(from, from + 40))?.[1] ?? null;
    }
    return undefined;
  }

  #string(quote: string, isEscaped: boolean): string | undefined {
    let text = '';
    let from = this.#at + 1;
    for (let at = from; at < Math.min(this.#text.length, this.#limit); at += 1) {
      const sign = this.#text[at];
      if (sign === '\\' && isEscaped) {
        const escaped = this.#text[at + 1] ?? '';
        text += this.#text.slice(from, at) + (ESCAPES[escaped] ?? escaped);
        at += 1;
        from = at + 1;
      } else if (sign === quote) {
        // Whether it is doubled has to be seen.
        if (at + 1 >= this.#text.length) break;
        if (this.#text[at + 1] !== quote) {
          this.#at = at + 1;
          return text + this.#text.slice(from, at);
        }
        text += this.#text.slice(from, at + 1);
        at += 1;
        from = at + 1;
      }
    }
    this.#at = Math.min(this.#text.length, this.#limit);
    return undefined;
  }
}

/**
 * Reads the row of values that begins at a bracket.
 *
 * @param isEscaped whether a backslash in a text means something, as MySQL writes texts
 */
export const tupleAt = (text: string, at: number, isEscaped: boolean): Tuple => new TupleParser(text, at, isEscaped).parse();
