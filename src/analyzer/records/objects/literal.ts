import type { Named } from '../records.ts';

/** Nothing printed of a message is nested deeper. */
const DEEPEST = 60;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0', a: '\x07', e: '\x1b' };
/** What languages call nothing. */
const NOTHING = new Set(['null', 'undefined', 'None', 'nil', 'NaN', 'nan', 'NaT', 'Invalid Date', '']);

const two = (digits: string): string => digits.trim().padStart(2, '0');

/** `datetime.datetime(2025, 8, 14, 17, 22, 3, tzinfo=…)` as ISO 8601; without its zone where that is no fixed one. */
function pythonTime(call: string): string | undefined {
  const found = /^(?:datetime\.)?datetime\((\d{4}), (\d+), (\d+), (\d+), (\d+)(?:, (\d+))?(?:, \d+)?(?:, tzinfo=(.*))?\)$/s.exec(call);
  if (found === null) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '0', zone = ''] = found;
  const time = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  const seconds = Number(/timedelta\((?:days=-1, )?seconds=(\d+)/.exec(zone)?.[1] ?? NaN) - (zone.includes('days=-1') ? 86_400 : 0);
  if (!Number.isNaN(seconds)) {
    const minutes = Math.abs(Math.trunc(seconds / 60));
    return `${time}${seconds < 0 ? '-' : '+'}${two(String(Math.floor(minutes / 60)))}:${two(String(minutes % 60))}`;
  }
  return /utc/i.test(zone) ? `${time}Z` : time;
}

/** A value that is neither text nor list nor object: a number, a word, a date, a call. */
function wordValue(raw: string): unknown {
  const word = raw.trim();
  if (NOTHING.has(word)) return null;
  if (word === 'True' || word === 'False') return word === 'True';
  const python = pythonTime(word);
  if (python !== undefined) return python;
  // Decimal('-0.0083'), ObjectId("…"), new Date("…"): what it is made of.
  const made = /^[\w. ]+\(\s*(?:'([^']*)'|"([^"]*)"|([\d.+-]+))\s*\)$/.exec(word);
  if (made !== null) return made[1] ?? made[2] ?? made[3];
  // #<DateTime: 2026-03-04T15:08:37+00:00 (…)>
  return word.startsWith('#<') || word.startsWith('<')
    ? (/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)? ?(?:Z|UTC|[+-]\d\d:?\d\d)/.exec(word)?.[0] ?? null)
    : word;
}

/** Reads one value after another. @throws SyntaxError where there is none */
class LiteralParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The one value that the text is. */
  only(): unknown {
    const value = this.value();
    this.#blanks();
    if (this.#at < this.#text.length) throw new SyntaxError('more behind it');
    return value;
  }

  /** The value that begins here. */
  value(depth = 0): unknown {
    if (depth > DEEPEST) throw new SyntaxError('too deep');
    this.#blanks();
    const first = this.#text[this.#at] ?? '';
    switch (first) {
      case '{':
        return this.#object(depth);
      case '[':
      case '(': {
        const list = this.#list(first === '[' ? ']' : ')', depth);
        this.#blanks();
        // "[Object: null prototype] {" stands before an object; parentheses round one text are Python's way to break a line.
        if (first === '[' && this.#text[this.#at] === '{') return this.#object(depth);
        return first === '(' && list.length === 1 ? list[0] : list;
      }
      case '"':
      case "'":
      case '`':
        return this.#strings();
      default:
        return this.#word(depth);
    }
  }

  #blanks(): void {
    while (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) <= 32) this.#at += 1;
  }

  #object(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    this.#at += 1;
    for (;;) {
      this.#blanks();
      const next = this.#text[this.#at];
      if (next === undefined) throw new SyntaxError('no end');
      if (next === '}' || next === ',') {
        this.#at += 1;
        if (next === '}') return object;
        continue;
      }
      const key = this.#key();
      if (key === undefined) {
        // "... 3 more properties", "[Symbol(…)]: …": nothing of a message.
        const before = this.#at;
        this.#word(depth);
        if (this.#at === before) this.#at += 1;
        if (this.#text[this.#at] === ':') {
          this.#at += 1;
          this.value(depth + 1);
        }
        continue;
      }
      // Two objects of which the first lost its end: one sign too many or too few.
      if (key in object) throw new SyntaxError('named twice');
      object[key] = this.value(depth + 1);
    }
  }

  /** A key with what parts it from its value: `sid:`, `'sid':`, `:sid=>`, `"sid" => `; `undefined` for anything else. */
  #key(): string | undefined {
    const found = /:?(?:([A-Za-z_$][\w$-]{0,80})|"([^"\\\n]{0,80})"|'([^'\\\n]{0,80})')\s*(?:=>|:(?!:)|=)/y;
    found.lastIndex = this.#at;
    const match = found.exec(this.#text);
    if (match === null) return undefined;
    this.#at = found.lastIndex;
    return match[1] ?? match[2] ?? match[3];
  }

  #list(end: string, depth: number): readonly unknown[] {
    const list: unknown[] = [];
    this.#at += 1;
    for (;;) {
      this.#blanks();
      const next = this.#text[this.#at];
      if (next === undefined) throw new SyntaxError('no end');
      if (next === end || next === ',') {
        this.#at += 1;
        if (next === end) return list;
        continue;
      }
      const before = this.#at;
      list.push(this.value(depth + 1));
      // A stray sign, such as the bracket of another kind.
      if (this.#at === before) this.#at += 1;
    }
  }

  /** Texts that a program broke into several: 'one' + 'two' of Node, 'one' 'two' of Python. */
  #strings(): string {
    let text = '';
    for (;;) {
      text += this.#string();
      this.#blanks();
      const isJoined = this.#text[this.#at] === '+';
      if (isJoined) {
        this.#at += 1;
        this.#blanks();
      }
      if (!/["'`]/.test(this.#text[this.#at] ?? '')) break;
    }
    // "… 12 more characters" behind a text that was cut.
    const cut = /\.\.\. \d+ more characters?/y;
    cut.lastIndex = this.#at;
    if (cut.test(this.#text)) this.#at = cut.lastIndex;
    return text;
  }

  #string(): string {
    const quote = this.#text[this.#at];
    let text = '';
    for (;;) {
      this.#at += 1;
      const letter = this.#text[this.#at];
      if (letter === undefined) throw new SyntaxError('no end');
      if (letter === quote) {
        this.#at += 1;
        return text;
      }
      text += letter === '\\' ? this.#escaped() : letter;
    }
  }

  #escaped(): string {
    const found = /\\(?:x([\da-fA-F]{2})|u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]))/y;
    found.lastIndex = this.#at;
    const match = found.exec(this.#text);
    if (match === null) throw new SyntaxError('no end');
    this.#at = found.lastIndex - 1;
    const code = match[1] ?? match[2] ?? match[3] ?? match[4];
    if (code === undefined) return ESCAPES[match[5] ?? ''] ?? match[5] ?? '';
    const point = Number.parseInt(code, 16);
    return point > 0x10ffff ? '\ufffd' : match[3] === undefined ? String.fromCodePoint(point) : String.fromCharCode(point);
  }

  /** A bare word up to a comma, a line's or the container's end; brackets and texts inside it are part of it. */
  #word(depth: number): unknown {
    const start = this.#at;
    const open: string[] = [];
    while (this.#at < this.#text.length) {
      const letter = this.#text[this.#at] ?? '';
      if (open.length === 0) {
        if (letter === ',' || letter === '}' || letter === ']' || letter === ')' || letter === '\n') break;
        // A class before its fields: "V2010 {".
        if (letter === '{') return this.#object(depth + 1);
      }
      if (letter === '(' || letter === '[' || letter === '<') open.push(letter);
      else if (letter === ')' || letter === ']' || letter === '>') open.pop();
      else if (open.length > 0 && (letter === "'" || letter === '"')) {
        this.#string();
        continue;
      }
      this.#at += 1;
    }
    return wordValue(this.#text.slice(start, this.#at));
  }
}

/**
 * Reads an object as programs print it: `util.inspect` of Node, `repr` of Python, `inspect` of Ruby, JSON with faults (trailing
 * commas, NaN). Dates become ISO 8601, what stands for nothing `null`; a class, a function, a circle is passed over.
 *
 * @returns the value, or `undefined` where the text is none
 */
export function parseLiteral(text: string): unknown {
  try {
    return new LiteralParser(text).only();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The object that a text is, in JSON or as programs print objects; `undefined` for anything else. */
export function objectIn(text: string): Named | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = parseLiteral(text);
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Named) : undefined;
}
