import { BODY_LIMIT, CELL_LIMIT } from './limits.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
/** Anything from here on is part of a character that is not ASCII. */
const WIDE = 0x80;

/** What a scan stops at, by byte. */
const PLAIN = 0;
const STOP = 1;

/** A table of the bytes that end a run of plain ones: quotes, line ends, characters beyond ASCII, and these. */
const stopsAt = (...more: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => (byte >= WIDE || [LF, CR, QUOTE, ...more].includes(byte) ? STOP : PLAIN));

const SHORT = 48;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text between two places; a quote in it stands there twice. */
function textIn(bytes: Uint8Array, from: number, to: number): string {
  // A short text of ASCII is put together faster than the decoder starts.
  if (to - from <= SHORT) {
    let text = '';
    let at = from;
    for (; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= WIDE) break;
      text += String.fromCharCode(byte);
      if (byte === QUOTE) at += 1;
    }
    if (at >= to) return text;
  }
  return utf8.decode(bytes.subarray(from, to)).replaceAll('""', '"');
}

/** Bytes of a valid character of UTF-8 other than ASCII and U+FFFD at a place; 0 for anything else. */
function wideLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  const isSecond = (second & 0xc0) === WIDE;
  if (first < 0xe0) return first >= 0xc2 && isSecond ? 2 : 0;
  const third = bytes[at + 2] ?? 0;
  const isThird = isSecond && (third & 0xc0) === WIDE;
  if (first < 0xf0) {
    // Not in as few bytes as it could be; half of a pair; what stands for damage.
    const isOther = (first === 0xe0 && second < 0xa0) || (first === 0xed && second >= 0xa0);
    const isDamage = first === 0xef && second === 0xbf && third === 0xbd;
    return isThird && !isOther && !isDamage ? 3 : 0;
  }
  const isFourth = isThird && ((bytes[at + 3] ?? 0) & 0xc0) === WIDE;
  return isFourth && first <= 0xf4 && !(first === 0xf0 && second < 0x90) && !(first === 0xf4 && second >= WIDE + 0x10) ? 4 : 0;
}

interface Shape {
  readonly delimiter: string;
  /** Cells of every record. */
  readonly width: number;
  /** Delimiters that make a cell of several lines suspect (suspicion.ts). */
  readonly suspect: number;
}

/**
 * Finds the cells of well-formed records in bytes: all of one width; quotes around whole cells, doubled inside; LF or CR LF
 * as line ends; valid UTF-8; no cell of several lines that may have swallowed rows (suspicion.ts). What PapaParse and
 * CarefulReader make of such records is what stands there; of anything else this makes nothing.
 */
export class ByteScan {
  readonly #delimiter: number;
  readonly #width: number;
  readonly #suspect: number;
  readonly #bareStops: Uint8Array;
  static readonly #quotedStops = stopsAt();
  /** What is scanned; behind it stands a quote. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Whole records. */
  rows = 0;
  /** Where each cell of each record begins, and one place more a record: one behind the end of its last cell. */
  bounds = new Int32Array(0);
  /** Places of `bounds` a record. */
  readonly stride: number;
  /** Where the first record begins that is not whole. */
  end = 0;
  /** Line ends before that. */
  lines = 0;
  /** Whether a character beyond ASCII stands before that or in the record that is not whole. */
  isWide = false;

  constructor({ delimiter, width, suspect }: Shape) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#width = width;
    this.#suspect = suspect;
    this.#bareStops = stopsAt(this.#delimiter);
    this.stride = width + 1;
  }

  /** Where the text of a cell begins, behind its quote. */
  from(row: number, cell: number): number {
    const start = this.bounds[row * this.stride + cell] ?? 0;
    return this.bytes[start] === QUOTE ? start + 1 : start;
  }

  /** Where it ends, before its quote. */
  to(row: number, cell: number): number {
    const place = row * this.stride + cell;
    const end = (this.bounds[place + 1] ?? 0) - 1;
    return this.bytes[this.bounds[place] ?? 0] === QUOTE ? end - 1 : end;
  }

  /** The text of a cell. */
  text(row: number, cell: number): string {
    return textIn(this.bytes, this.from(row, cell), this.to(row, cell));
  }

  /** Where a record begins. */
  begin(row: number): number {
    return this.bounds[row * this.stride] ?? 0;
  }

  /** Line ends before a record. */
  linesBefore(row: number): number {
    const end = this.bounds[row * this.stride] ?? 0;
    let lines = 0;
    for (let at = this.bytes.indexOf(LF); at >= 0 && at < end; at = this.bytes.indexOf(LF, at + 1)) lines += 1;
    return lines;
  }

  /**
   * Scans bytes that begin with a record.
   *
   * @param bytes longer than what counts by some places; a quote is put there
   * @param length bytes that count
   * @returns false where anything is not well-formed; nothing that was found counts then
   */
  scan(bytes: Uint8Array, length: number): boolean {
    const delimiter = this.#delimiter;
    const width = this.#width;
    const stride = this.stride;
    const bareStops = this.#bareStops;
    const quotedStops = ByteScan.#quotedStops;
    bytes[length] = QUOTE;
    this.bytes = bytes;
    let bounds = this.bounds;
    let isWide = false;
    let lines = 0;
    let lineStart = 0;
    let rows = 0;
    let end = 0;
    let at = 0;
    let base = 0;
    let cell = 0;
    let recordLines = 0;
    for (;;) {
      // Here a cell begins.
      if (base + stride > bounds.length) bounds = this.#grow();
      if (cell === width) return false;
      bounds[base + cell] = at;
      if (bytes[at] === QUOTE) {
        if (at >= length) break;
        const from = at + 1;
        let cellLines = 0;
        at = from;
        for (;;) {
          while (quotedStops[bytes[at] ?? 0] === PLAIN) at += 1;
          if (at >= length) break;
          const byte = bytes[at] ?? 0;
          if (byte === QUOTE) {
            if (bytes[at + 1] !== QUOTE || at + 1 >= length) break;
            at += 2;
          } else if (byte === LF) {
            if (at - lineStart > CELL_LIMIT) return false;
            at += 1;
            lineStart = at;
            cellLines += 1;
          } else if (byte === CR) {
            if (at + 1 >= length) break;
            if (bytes[at + 1] !== LF) return false;
            at += 1;
          } else {
            const wide = wideLength(bytes, at);
            if (at + 3 >= length && (wide === 0 || at + wide > length)) break;
            if (wide === 0) return false;
            isWide = true;
            at += wide;
          }
        }
        // A quote at the very end may be the first of two.
        if (at + 1 >= length || bytes[at] !== QUOTE) break;
        if (cellLines > 0) {
          if (at - from > BODY_LIMIT || this.#delimitersIn(from, at) >= this.#suspect) return false;
          recordLines += cellLines;
        }
        at += 1;
        const next = bytes[at];
        if (next === delimiter) {
          at += 1;
          cell += 1;
          continue;
        }
        if (next !== LF && next !== CR) return false;
      } else {
        for (;;) {
          while (bareStops[bytes[at] ?? 0] === PLAIN) at += 1;
          if ((bytes[at] ?? 0) < WIDE || at >= length) break;
          const wide = wideLength(bytes, at);
          if (at + 3 >= length && (wide === 0 || at + wide > length)) {
            at = length;
            break;
          }
          if (wide === 0) return false;
          isWide = true;
          at += wide;
        }
        if (at >= length) break;
        const stop = bytes[at];
        if (stop === delimiter) {
          at += 1;
          cell += 1;
          continue;
        }
        if (stop === QUOTE) return false;
      }
      // Here a line end follows.
      bounds[base + cell + 1] = at + 1;
      if (bytes[at] === CR) {
        if (at + 1 >= length) break;
        if (bytes[at + 1] !== LF) return false;
        at += 1;
      }
      if (cell + 1 !== width || at - lineStart > CELL_LIMIT) return false;
      at += 1;
      lineStart = at;
      lines += 1 + recordLines;
      recordLines = 0;
      rows += 1;
      end = at;
      base += stride;
      cell = 0;
    }
    this.rows = rows;
    this.end = end;
    this.lines = lines;
    this.isWide = isWide;
    return length - end <= CELL_LIMIT;
  }

  #delimitersIn(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at += 1) if (this.bytes[at] === this.#delimiter) count += 1;
    return count;
  }

  #grow(): Int32Array<ArrayBuffer> {
    const bounds = new Int32Array(Math.max(256 * this.stride, this.bounds.length * 2));
    bounds.set(this.bounds);
    this.bounds = bounds;
    return bounds;
  }
}
