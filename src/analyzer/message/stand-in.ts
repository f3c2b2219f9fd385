import { hashText } from '../memory/hash.ts';
import { sidKey } from './sid.ts';

/**
 * What stands for the SID of a message whose text is not at hand: it has the form of a SID, so that whatever keeps SIDs keeps it too,
 * comes where the SID would come in any order, and says which message it belongs to. No SID has its first digits but by intent.
 */
const MARK = 'C0DE5A1D77F2';
/** The letters of a SID before it, and of what has not Twilio's form. */
const SID_LETTERS = 'SM';
const OTHER_LETTERS = '~~';
const ORDER_DIGITS = 8;
const PLACE_DIGITS = 12;
/** What is left of a fingerprint of 53 bits is 31. */
const SHARE = 2 ** 22;
/** Longest SID that is kept of what a hostile log has in its place. */
export const SID_LENGTH = 40;

/** Cuts a SID to what is kept of it. */
export const cutSid = (sid: string): string => sid.slice(0, SID_LENGTH);

const digits = (value: number, length: number): string => value.toString(16).toUpperCase().padStart(length, '0');

const isStandIn = (sid: string): boolean =>
  sid.length === SID_LETTERS.length + MARK.length + ORDER_DIGITS + PLACE_DIGITS &&
  sid.slice(SID_LETTERS.length, SID_LETTERS.length + MARK.length).toUpperCase() === MARK;

/** The share of a fingerprint that decides order: 1 to 2 ** 31 - 1. @param key fingerprint of a SID (message/sid.ts) or of a text */
const shareOf = (key: number): number => Math.floor(key / SHARE) || 1;

/** Which of two SIDs comes first where nothing else decides: their fingerprints, so that a number says it as well as the text. 0 for no SID. */
export function sidOrder(sid: string): number {
  if (sid === '') return 0;
  const from = SID_LETTERS.length + MARK.length;
  return isStandIn(sid) ? parseInt(sid.slice(from, from + ORDER_DIGITS), 16) : orderOf(sidKey(sid), sid);
}

/** Which of two comes first: below 0 for the first. */
export const bySid = (a: string, b: string): number => sidOrder(a) - sidOrder(b) || (a < b ? -1 : a > b ? 1 : 0);

/** The same where the fingerprint of the SID is known: 0 for what is none of Twilio's form. */
export const orderOf = (key: number, sid: string): number => shareOf(key === 0 ? hashText(cutSid(sid)) : key);

/**
 * @param order of its SID (`sidOrder`), not 0
 * @param isSid whether it has Twilio's form
 * @param place number of the message, below 2 ** 48
 */
export const standIn = (order: number, isSid: boolean, place: number): string =>
  `${isSid ? SID_LETTERS : OTHER_LETTERS}${MARK}${digits(order, ORDER_DIGITS)}${digits(place, PLACE_DIGITS)}`;

/** The mark as `sidWords` writes it: a word and a half. */
const MARK_WORD = parseInt(MARK.slice(0, 8), 16);
const MARK_HALF = parseInt(MARK.slice(8), 16);
const HALF = 2 ** 16;
const WORD = 2 ** 32;

/** What `sidWords` (sid.ts) writes of a stand-in, without writing the stand-in: 0 for what has not the form of a SID. Parameters as above. */
export function standInWords(order: number, isSid: boolean, place: number, into: Uint32Array, at: number): void {
  into[at] = isSid ? 1 : 0;
  into[at + 1] = MARK_WORD;
  into[at + 2] = MARK_HALF * HALF + Math.floor(order / HALF);
  into[at + 3] = (order % HALF) * HALF + Math.floor(place / WORD);
  into[at + 4] = place % WORD;
}

/** The message that a stand-in belongs to, and whether its SID is wanted in lower case, as tables keep it that keep no texts; `undefined` for any other text. */
export function standsFor(text: string): { readonly place: number; readonly isLowerCase: boolean } | undefined {
  if (!isStandIn(text)) return undefined;
  return { place: parseInt(text.slice(-PLACE_DIGITS), 16), isLowerCase: !text.includes(MARK) };
}
