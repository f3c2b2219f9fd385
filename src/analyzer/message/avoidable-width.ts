/** GSM 03.38, the alphabet of one segment of 160: characters that take one place, and those that take two. */
const ONE =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const TWO = '\f^{}\\[~]|€';

/** Characters that a plain one can stand for; after Smart Encoding of Twilio's sms-segments-calculator, the ones people meet. */
const replacements: readonly (readonly [plain: string, fancy: string])[] = [
  ["'", '‘’‛ʼ´`'],
  ['"', '“”„‟«»'],
  ['-', '–—―‐•'],
  ['...', '…'],
  [' ', '\u00a0\u2002\u2003\u2009\u202f\u2028\u2029'],
  ['', '\u200b\u200c\ufeff\u2060'],
  ['<', '‹'],
  ['>', '›'],
  ['1/4', '¼'],
  ['1/2', '½'],
  ['3/4', '¾'],
];

const UNFIT = 0;
/** By code unit: places it takes in the narrow alphabet, 0 for one that is not in it. */
const narrow = new Uint8Array(65_536);
for (const character of ONE) narrow[character.charCodeAt(0)] = 1;
for (const character of TWO) narrow[character.charCodeAt(0)] = 2;
/** Places that its replacement takes, plus one; 0 for a character without one. */
const replaced = new Uint8Array(65_536);
for (const [plain, fancy] of replacements) for (const character of fancy) replaced[character.charCodeAt(0)] = plain.length + 1;

/** The alphabet of a text: `narrow` is GSM 03.38 (7 bits a character), `wide` is UCS-2; '' for an empty text. */
export type Encoding = 'narrow' | 'wide' | '';

/** In which alphabet a text goes out where nothing replaces its characters. */
export function encodingOf(text: string): Encoding {
  for (let at = 0; at < text.length; at += 1) if (narrow[text.charCodeAt(at)] === UNFIT) return 'wide';
  return text === '' ? '' : 'narrow';
}

/** Bytes from here on are part of a character beyond ASCII. */
const BEYOND_ASCII = 0x80;

/**
 * The same for a text between two places of a file.
 *
 * @param bytes valid UTF-8 between them
 */
export function encodingIn(bytes: Uint8Array, from: number, to: number): Encoding {
  for (let at = from; at < to; at += 1) {
    let unit = bytes[at] ?? 0;
    if (unit >= BEYOND_ASCII) {
      // Four bytes are two code units, and no pair of them is in the narrow alphabet.
      if (unit >= 0xf0) return 'wide';
      const isOfThree = unit >= 0xe0;
      at += 1;
      unit = ((unit & (isOfThree ? 0x0f : 0x1f)) << 6) | ((bytes[at] ?? 0) & 0x3f);
      if (isOfThree) {
        at += 1;
        unit = (unit << 6) | ((bytes[at] ?? 0) & 0x3f);
      }
    }
    if (narrow[unit] === UNFIT) return 'wide';
  }
  return from === to ? '' : 'narrow';
}

/** What the characters of a text cost, and would cost without those that have a plain twin. */
export interface AvoidableWidth {
  /** Segments as it is, in the wide encoding (UCS-2). */
  readonly now: number;
  /** Segments with plain characters. */
  readonly then: number;
  /** The characters that make it wide, each once. */
  readonly characters: string;
}

/** Places of a segment that is alone, and of each of several. */
const WIDE_SEGMENT = 70;
const WIDE_PART = 67;
const NARROW_SEGMENT = 160;
const NARROW_PART = 153;

/**
 * Whether a text is sent in the wide encoding only because of characters that plain ones can replace, and what that costs.
 *
 * @returns `undefined` for a text that is narrow, that needs the wide encoding anyway (an emoji, another script), or that costs no
 *   segment more
 */
export function avoidableWidth(body: string): AvoidableWidth | undefined {
  // Shorter texts are one segment in either encoding.
  if (body.length <= WIDE_SEGMENT) return undefined;
  // Segments of several hold 153 places each; a character of two is not cut in the middle.
  let places = 0;
  let parts = 1;
  let inPart = 0;
  const put = (size: number): void => {
    places += size;
    if (inPart + size > NARROW_PART) {
      parts += 1;
      inPart = 0;
    }
    inPart += size;
  };
  let characters = '';
  for (let at = 0; at < body.length; at += 1) {
    const unit = body.charCodeAt(at);
    const size = narrow[unit] ?? UNFIT;
    if (size !== UNFIT) {
      put(size);
      continue;
    }
    const twin = replaced[unit] ?? UNFIT;
    if (twin === UNFIT) return undefined;
    for (let n = 1; n < twin; n += 1) put(1);
    const character = body.charAt(at);
    if (!characters.includes(character)) characters += character;
  }
  if (characters === '') return undefined;
  const now = Math.ceil(body.length / WIDE_PART);
  const then = places <= NARROW_SEGMENT ? 1 : parts;
  return then < now ? { now, then, characters } : undefined;
}
