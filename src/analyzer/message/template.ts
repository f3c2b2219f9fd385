import { mix53 } from '../memory/hash.ts';

const DIGIT = 1;
const LETTER = 2;
const SPACE = 3;
const MARK = 4;
/** The first byte of a character beyond ASCII. */
const WIDE = 5;

const QUOTE = 34;
const APOSTROPHE = 39;
const COMMA = 44;

function classOf(point: number): number {
  if (point >= 97 && point <= 122) return LETTER;
  if (point >= 48 && point <= 57) return DIGIT;
  if (point === 32 || (point >= 9 && point <= 13) || point === 0xa0) return SPACE;
  if (point >= 65 && point <= 90) return LETTER;
  return point >= 0xc0 && point !== 0xd7 && point !== 0xf7 && !(point >= 0x2000 && point <= 0x2bff) ? LETTER : MARK;
}

/** What a byte begins. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? classOf(byte) : WIDE));
/** A byte as it counts in a word, where case does not: 0 for one that ends the word, 255 for the first of a character beyond ASCII. */
const IN_WORD = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return 255;
  if (byte >= 65 && byte <= 90) return byte + 32;
  return byte === APOSTROPHE || classOf(byte) === LETTER ? byte : 0;
});

/** Capital letters of Latin and Cyrillic; other scripts have none or write no names with them. */
const isCapital = (point: number): boolean =>
  (point >= 65 && point <= 90) || (point >= 0xc0 && point <= 0xde && point !== 0xd7) || (point >= 0x410 && point <= 0x42f);

/** The character at a place of valid UTF-8. */
function pointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = (bytes[at + 2] ?? 0) & 0x3f;
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] ?? 0) & 0x3f);
}

const widthOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** The letters of "http" and "www" in either case. */
const isAt = (bytes: Uint8Array, at: number, letter: number): boolean => ((bytes[at] ?? 0) | 32) === letter;

/** Where the beginning of a link ends, "http://", "https://" or "www."; 0 where there is none. */
function linkStart(bytes: Uint8Array, at: number): number {
  if (isAt(bytes, at, 119)) return isAt(bytes, at + 1, 119) && isAt(bytes, at + 2, 119) && bytes[at + 3] === 46 ? at + 4 : 0;
  if (!isAt(bytes, at, 104) || !isAt(bytes, at + 1, 116) || !isAt(bytes, at + 2, 116) || !isAt(bytes, at + 3, 112)) return 0;
  const colon = isAt(bytes, at + 4, 115) ? at + 5 : at + 4;
  return bytes[colon] === 58 && bytes[colon + 1] === 47 && bytes[colon + 2] === 47 ? colon + 3 : 0;
}

/** End of a link that starts at a place, or 0: "http(s)://…" or "www.…", up to the next space. */
function linkEnd(bytes: Uint8Array, from: number, to: number): number {
  const start = linkStart(bytes, from);
  if (start === 0 || start > to) return 0;
  let end = start;
  while (end < to) {
    const byte = bytes[end] ?? 0;
    if (CLASSES[byte] === SPACE) break;
    const width = byte < 0x80 ? 1 : widthOf(pointAt(bytes, end));
    if (width > 1 && classOf(pointAt(bytes, end)) === SPACE) break;
    end += width;
  }
  return end;
}

const NUMBER = 1;
const LINK = 2;
const NAME = 3;

/** Longest part of a body that is looked at, in UTF-16 units: Twilio refuses longer ones (21617). */
const BODY_LENGTH = 1_600;
/** The beginning of a link that stands at its end. */
const LINK_LENGTH = 8;

const utf8 = new TextEncoder();
/** The beginning of the body that is looked at, and a zero behind it. */
const held = new Uint8Array(3 * (BODY_LENGTH + LINK_LENGTH) + 1);

/** A body between two places of some bytes. */
interface Body {
  readonly bytes: Uint8Array;
  readonly from: number;
  /** Where the part ends that is looked at, and what it may look at to tell how it ends. */
  readonly end: number;
  readonly to: number;
  /** Whether a quote stands there twice, as in a quoted cell of CSV. */
  readonly isDoubled: boolean;
}

function bodyOf(text: string): Body {
  const end = utf8.encodeInto(text.slice(0, BODY_LENGTH), held).written;
  const to = end + utf8.encodeInto(text.slice(BODY_LENGTH, BODY_LENGTH + LINK_LENGTH), held.subarray(end)).written;
  held[to] = 0;
  return { bytes: held, from: 0, end, to, isDoubled: false };
}

const marks = ['', '#', '[link]', '[name]'].map((mark) => utf8.encode(mark));

/** Puts a template together from words that are the same in every text of it, signs and spaces as they stand, and what is filled in. */
class Shown {
  /** No mark is more than three times as long as what it stands for: two letters of a name. */
  readonly #bytes = new Uint8Array(3 * held.length);
  #size = 0;

  begin(): this {
    this.#size = 0;
    return this;
  }

  as(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      this.#bytes[this.#size] = bytes[at] ?? 0;
      this.#size += 1;
    }
  }

  mark(mark: number): void {
    const bytes = marks[mark] ?? NOTHING;
    this.as(bytes, 0, bytes.length);
  }

  get text(): string {
    return decoder.decode(this.#bytes.subarray(0, this.#size));
  }
}

const NOTHING = new Uint8Array(0);
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A text's template: what stays when a program fills in names, numbers and links.
 *
 * Runs of digits become `#`, links `[link]`, words with a capital inside a sentence (and a first word before a comma)
 * `[name]`; case and spaces do not count. How names are found is our choice.
 *
 * @param sender any fingerprint that is mixed in
 * @returns a fingerprint of it, the same for two bodies of one template
 */
function walkTemplate({ bytes, from, end, to, isDoubled }: Body, sender: number, shown?: Shown): number {
  let a = sender | 0;
  let b = Math.floor(sender / 4294967296) ^ 0x41c6ce57;
  let at = from;
  let isSentenceStart = true;
  let wasName = false;
  while (at < end) {
    const start = at;
    let point = bytes[at] ?? 0;
    let part = 0;
    let kind = CLASSES[point] ?? MARK;
    let width = 1;
    if (kind === WIDE) {
      point = pointAt(bytes, at);
      kind = classOf(point);
      width = widthOf(point);
    }
    switch (kind) {
      case SPACE:
        at += width;
        if (point === 10) isSentenceStart = true;
        // Runs of spaces, their kind and their absence beside a mark make no other template.
        shown?.as(bytes, start, at);
        continue;
      case DIGIT:
        // "1,299.50" and "10:30" are one number.
        do at += 1;
        while (CLASSES[bytes[at] ?? 0] === DIGIT || (at + 1 < end && isInNumber(bytes[at] ?? 0) && CLASSES[bytes[at + 1] ?? 0] === DIGIT));
        part = NUMBER;
        isSentenceStart = false;
        wasName = false;
        shown?.mark(NUMBER);
        break;
      case LETTER: {
        // No link begins with another letter than "h" or "w".
        const link = isAt(bytes, at, 104) || isAt(bytes, at, 119) ? linkEnd(bytes, at, to) : 0;
        if (link !== 0) {
          at = link;
          part = LINK;
          isSentenceStart = false;
          wasName = false;
          shown?.mark(LINK);
          break;
        }
        let hash = 0;
        let units = 0;
        while (at < end) {
          // Folds the case of Latin letters without making a string; other scripts keep theirs.
          const letter = IN_WORD[bytes[at] ?? 0] ?? 0;
          if (letter === 0) break;
          if (letter < 255) {
            hash = Math.imul(hash ^ letter, 0x01000193);
            at += 1;
            units += 1;
            continue;
          }
          const wide = pointAt(bytes, at);
          if (classOf(wide) !== LETTER && wide !== 0x2019) break;
          hash = Math.imul(hash ^ wide, 0x01000193);
          at += widthOf(wide);
          units += wide > 0xffff ? 2 : 1;
        }
        const isCapitalised = units > 1 && isCapital(point) && !isCapital(pointAt(bytes, start + width));
        isSentenceStart &&= !(at < end && bytes[at] === COMMA);
        if (isCapitalised && !isSentenceStart) {
          isSentenceStart = false;
          if (wasName) continue;
          wasName = true;
          part = NAME;
          shown?.mark(NAME);
          break;
        }
        part = hash ^ units;
        isSentenceStart = false;
        wasName = false;
        shown?.as(bytes, start, at);
        break;
      }
      default:
        at += width;
        part = point;
        // . ! ? : and a line feed begin a sentence
        if (point === 46 || point === 33 || point === 63 || point === 58) isSentenceStart = true;
        wasName = false;
        shown?.as(bytes, start, at);
        if (point === QUOTE && isDoubled) at += 1;
    }
    a = Math.imul(a ^ part, 2654435761) ^ (a >>> 15);
    b = Math.imul(b ^ part, 1597334677) ^ (b >>> 13);
  }
  return mix53(a, b);
}

/** `.` `,` `:` `/` `-` between digits. */
const isInNumber = (byte: number): boolean => (byte >= 44 && byte <= 47) || byte === 58;

/** Fingerprint of a body's template within one sender: the same for two bodies of one template. */
export const templateKey = (sender: number, body: string): number => walkTemplate(bodyOf(body), sender);

/**
 * The same for a body between two places of a file.
 *
 * @param bytes valid UTF-8 between them, and no digit behind them; a quote stands there twice
 * @returns NaN for a body so long that its text must be asked
 */
export const templateKeyIn = (sender: number, bytes: Uint8Array, from: number, to: number): number =>
  to - from > BODY_LENGTH ? NaN : walkTemplate({ bytes, from, end: to, to, isDoubled: true }, sender);

const shown = new Shown();

/** A template as a reader sees it: "Hi [name], #% off today [link]". */
export function wholeTemplate(text: string): string {
  walkTemplate(bodyOf(text), 0, shown.begin());
  return shown.text.replace(/\s+/g, ' ').trim();
}

/** A template cut to `limit` characters, the last of them "…" where something is cut. */
export const cutTemplate = (template: string, limit = 120): string =>
  template.length > limit ? `${template.slice(0, limit - 1).trimEnd()}…` : template;

/** The template of a text, at most `limit` characters of it. */
export const templateText = (text: string, limit?: number): string => cutTemplate(wholeTemplate(text), limit);
