/** Longest part of a text that is looked at, in UTF-16 units: Twilio refuses longer ones (21617). */
const TEXT_LENGTH = 1_600;
const QUOTE = 34;
const QUOTES = 0x22222222;

const utf8 = new TextEncoder();
const held = new Uint8Array(3 * TEXT_LENGTH);

/** Whether one of the four bytes of a word is zero (Mycroft's test); never misses one. */
const hasZero = (word: number): boolean => ((word - 0x01010101) & ~word & 0x80808080) !== 0;

/** Puts a text in which each quote stands twice into `held`, each once. @returns where it ends there */
function heldWithout(bytes: Uint8Array, from: number, to: number): number {
  let end = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    held[end] = byte;
    end += 1;
    if (byte === QUOTE) at += 1;
  }
  return end;
}

/** @returns NaN as soon as a quote is met, where `isQuoted` */
function hashOf(bytes: Uint8Array, from: number, to: number, isQuoted: boolean): number {
  let hash = (to - from) ^ 0x41c6ce57;
  let at = from;
  // Four bytes a step: a text is hashed for every message that arrived.
  for (; at + 3 < to; at += 4) {
    const word = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    if (isQuoted && hasZero(word ^ QUOTES)) return NaN;
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isQuoted && byte === QUOTE) return NaN;
    hash = Math.imul(hash ^ byte, 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0 || 1;
}

/**
 * Fingerprint of a text to the last character, 32 bits: enough to tell apart the texts of one person, not all texts of a log.
 *
 * @returns 0 for an empty text
 */
export const textHash = (text: string): number =>
  text === '' ? 0 : hashOf(held, 0, utf8.encodeInto(text.slice(0, TEXT_LENGTH), held).written, false);

/**
 * The same for a text between two places of a file.
 *
 * @param bytes valid UTF-8 between them; a quote stands there twice
 * @returns NaN for one so long that its text must be asked
 */
export function textHashIn(bytes: Uint8Array, from: number, to: number): number {
  if (from === to) return 0;
  if (to - from > TEXT_LENGTH) return NaN;
  const hash = hashOf(bytes, from, to, true);
  return Number.isNaN(hash) ? hashOf(held, 0, heldWithout(bytes, from, to), false) : hash;
}
