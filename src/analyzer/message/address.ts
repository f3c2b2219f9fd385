import { hashText } from '../memory/hash.ts';
import { narrow } from '../memory/narrow.ts';
import type { Dialect } from './dialect.ts';
import { isNothing } from './nothing.ts';

type AddressKind = 'e164' | 'short-code' | 'bare' | 'alphanumeric' | 'lost' | 'none';

/** Who a message is from or to. */
export interface Address {
  /** "whatsapp", "messenger", "rcs"; absent for SMS and MMS. */
  readonly channel?: string;
  readonly kind: AddressKind;
  /** What the log means, without guards of spreadsheets and without separators: "+13035550107", "whatsapp:+447700900555", "ACMEBANK". */
  readonly text: string;
  /** Digits of an E.164 number as a number; 0 for every other kind. */
  readonly digits: number;
}

/** `+` and 15 digits. */
const LONGEST_NUMBER = 16;

/** The digits of `+` and 8 to 15 digits as a number, 0 for anything else; the fast way for nearly every row. */
export const e164Digits = (text: string): number => (text.length > LONGEST_NUMBER ? 0 : e164DigitsIn(narrow(text), 0, text.length));

/** The same for a cell between two places of a file. */
export function e164DigitsIn(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length < 9 || length > LONGEST_NUMBER || bytes[from] !== 43) return 0;
  let digits = 0;
  for (let at = from + 1; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return 0;
    digits = digits * 10 + digit;
  }
  return digits;
}

/** Whether a spreadsheet has taken a number's digits: "1.30356E+10", or an error in its place, as one makes of "+1 (303) 555-0113" read as a sum: "#ERROR!". */
export const isLostNumber = (text: string): boolean =>
  /^(?:\d(?:[.,]\d+)?E\+?\d+|#(?:ERROR!|NAME\?|VALUE!|REF!|NUM!|NULL!|DIV\/0!|N\/A)|#{3,})$/i.test(text);

/**
 * Reads a sender or a recipient.
 *
 * `="+46…"` and a leading apostrophe are guards of spreadsheets; `1.30356E+10` and `#ERROR!` have lost their digits and are never
 * completed; 3 to 8 digits are a short code, other bare digits stay without a "+".
 */
export function parseAddress(cell: string, dialect: Pick<Dialect, 'bareNanp'>): Address {
  const bare = cell
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '');
  const prefixed = /^(whatsapp|messenger|rcs|sms):(.*)$/is.exec(bare);
  const channel = prefixed?.[1]?.toLowerCase();
  const rest = (prefixed?.[2] ?? bare).trim();
  const named = channel === undefined || channel === 'sms' ? undefined : channel;
  const make = (kind: AddressKind, text: string, digits = 0): Address =>
    named === undefined ? { kind, text, digits } : { channel: named, kind, text: `${named}:${text}`, digits };

  if (isNothing(rest)) return make('none', '');
  const international = /^\+[\d\s().-]+$/.test(rest) ? `+${rest.replace(/\D/g, '')}` : rest;
  const digits = e164Digits(international);
  if (digits > 0) return make('e164', international, digits);
  if (isLostNumber(rest)) return make('lost', rest);
  if (/^\d{3,8}$/.test(rest)) return make('short-code', rest);
  if (dialect.bareNanp && /^[2-9]\d{9}$/.test(rest)) return make('e164', `+1${rest}`, e164Digits(`+1${rest}`));
  return make(/^[+\d\s().*xX-]+$/.test(rest) ? 'bare' : 'alphanumeric', rest);
}

/**
 * One number that stands for an address in tables: the digits of a plain E.164 number, a negative fingerprint of any
 * other address, 0 where the log does not say who it was (empty, digits lost).
 */
export function addressKey({ channel, kind, text, digits }: Address): number {
  if (kind === 'none' || kind === 'lost') return 0;
  return channel === undefined && digits > 0 ? digits : -hashText(text);
}

/** How many digits a number of at least one has. */
export function digitsIn(value: number): number {
  let digits = 1;
  for (let more = 10; more <= value; more *= 10) digits += 1;
  return digits;
}
