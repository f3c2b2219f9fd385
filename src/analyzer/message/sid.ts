import { mix53 } from '../memory/hash.ts';
import { narrow } from '../memory/narrow.ts';

/**
 * "SM" or "MM" and 32 hexadecimal digits, whatever the channel: SMS, MMS, WhatsApp and RCS alike. Twilio's page on error 90001
 * (twilio.com/docs/api/errors/90001, changed 2026-04-27) gives just that as the form of a message's SID; its list of SIDs
 * (twilio.com/docs/glossary/what-is-a-sid, changed 2025-12-09) has RM for a video room and IM for a message of Conversations,
 * of which one can be sent as several messages.
 */
const LENGTH = 34;
const WORD = 8;

/** Byte -> what it is worth as a hexadecimal digit, in either case; -1 for every other byte. */
const DIGITS = new Int8Array(256).fill(-1);
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
}

/**
 * A 53-bit fingerprint of a message's SID, the same in whatever case and with blanks around.
 *
 * @returns never 0 for a SID; 0 for anything else: an empty cell, a SID that is masked, made up or of something else, which may
 * stand on any number of messages and so tells no repeat
 */
export function sidKey(cell: string): number {
  const text = cell.length === LENGTH ? cell : cell.trim();
  return text.length === LENGTH ? sidKeyIn(narrow(text), 0, LENGTH) : 0;
}

/** The same for a cell between two places of a file; without blanks around. */
export function sidKeyIn(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== LENGTH) return 0;
  const first = (bytes[from] ?? 0) | 32;
  // "s" or "m", then "m".
  if ((first !== 115 && first !== 109) || ((bytes[from + 1] ?? 0) | 32) !== 109) return 0;
  let a = 0xdeadbeef ^ first;
  let b = 0x41c6ce57;
  let seen = 0;
  for (let at = from + 2; at < to; at += WORD) {
    let word = 0;
    for (let place = at; place < at + WORD; place += 1) {
      const digit = DIGITS[bytes[place] ?? 0] ?? -1;
      // One -1 among them leaves the sign for good.
      seen |= digit;
      word = (word << 4) | digit;
    }
    a = Math.imul(a ^ word, 2654435761);
    a ^= a >>> 15;
    b = Math.imul(b ^ word, 1597334677);
    b ^= b >>> 13;
  }
  return seen < 0 ? 0 : mix53(a, b);
}

/** Whether a cell holds the SID of something else than a message: a call, a number, a recording. */
export const isOtherSid = (cell: string): boolean => /^(?!SM|MM)[A-Z]{2}[0-9a-f]{32}$/.test(cell);

/** Words in which `sidWords` writes a SID. */
export const SID_WORDS = 5;

/**
 * Writes a SID as five numbers of 32 bits, the first of which is 0 where the cell holds no SID: 20 bytes instead of a text.
 *
 * @param at place of the first of them in `into`
 */
export function sidWords(cell: string, into: Uint32Array, at: number): void {
  const text = cell.length === LENGTH ? cell : cell.trim();
  if (text.length !== LENGTH || !sidWordsIn(narrow(text), 0, LENGTH, into, at)) into.fill(0, at, at + SID_WORDS);
}

/** The same for a cell between two places of a file. @returns whether it holds a SID, without blanks around; else what is written means nothing */
export function sidWordsIn(bytes: Uint8Array, from: number, to: number, into: Uint32Array, at: number): boolean {
  const first = (bytes[from] ?? 0) | 32;
  if (to - from !== LENGTH || (first !== 115 && first !== 109) || ((bytes[from + 1] ?? 0) | 32) !== 109) return false;
  into[at] = first === 115 ? 1 : 2;
  let seen = 0;
  for (let word = 1, place = from + 2; word < SID_WORDS; word += 1) {
    let bits = 0;
    for (const end = place + WORD; place < end; place += 1) {
      const digit = DIGITS[bytes[place] ?? 0] ?? -1;
      seen |= digit;
      bits = (bits << 4) | digit;
    }
    into[at + word] = bits;
  }
  return seen >= 0;
}

/** The characters of a SID; one that is written at once is quicker than one that is joined. */
const written: number[] = Array.from('SM'.padEnd(LENGTH, '0'), (character) => character.charCodeAt(0));

/** Undoes `sidWords`: the SID with its digits in lower case, '' for none. */
export function sidOfWords(words: Uint32Array, at: number): string {
  const kind = words[at];
  if (kind === 0 || kind === undefined) return '';
  written[0] = kind === 1 ? 83 : 77;
  for (let word = 1, place = 2; word < SID_WORDS; word += 1) {
    const bits = words[at + word] ?? 0;
    for (let shift = 28; shift >= 0; shift -= 4, place += 1) written[place] = '0123456789abcdef'.charCodeAt((bits >>> shift) & 15);
  }
  return String.fromCharCode.apply(undefined, written);
}
