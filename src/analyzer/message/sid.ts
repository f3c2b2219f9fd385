import { mix53 } from '../memory/hash.ts';

/** "SM" or "MM" and 32 hexadecimal digits. */
const LENGTH = 34;

/**
 * A 53-bit fingerprint of a message's SID, the same in whatever case and with blanks around.
 *
 * @returns never 0 for a SID; 0 for anything else: an empty cell, a masked or a made-up SID, which may stand on any number of
 * messages and so tells no repeat
 */
export function sidKey(cell: string): number {
  const text = cell.length === LENGTH ? cell : cell.trim();
  if (text.length !== LENGTH) return 0;
  const first = text.charCodeAt(0) | 32;
  // "s" or "m", then "m".
  if ((first !== 115 && first !== 109) || (text.charCodeAt(1) | 32) !== 109) return 0;
  let a = 0xdeadbeef ^ first;
  let b = 0x41c6ce57;
  for (let at = 2; at < LENGTH; at += 2) {
    const one = text.charCodeAt(at) | 32;
    const two = text.charCodeAt(at + 1) | 32;
    if (!isHex(one) || !isHex(two)) return 0;
    const pair = one | (two << 16);
    a = Math.imul(a ^ pair, 2654435761);
    a ^= a >>> 15;
    b = Math.imul(b ^ pair, 1597334677);
    b ^= b >>> 13;
  }
  return mix53(a, b);
}

/** A digit or a letter from a to f, in lower case. */
const isHex = (unit: number): boolean => (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102);
