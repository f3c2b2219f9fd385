/** Mixes two 32-bit lanes into one integer of 53 bits, never 0. */
export function mix53(first: number, second: number): number {
  let a = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  let b = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  a ^= b >>> 15;
  b ^= a >>> 13;
  return 4294967296 * (b & 0x1fffff) + (a >>> 0) || 1;
}

/**
 * A 53-bit fingerprint of a text (after cyrb53, public domain), never 0.
 *
 * Among a million texts the chance that any two share one is about 1 in 18,000.
 */
export function hashText(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  // Two characters a step: a SID is hashed for every row.
  for (let i = 0; i < text.length; i += 2) {
    const pair = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
    a = Math.imul(a ^ pair, 2654435761);
    a ^= a >>> 15;
    b = Math.imul(b ^ pair, 1597334677);
    b ^= b >>> 13;
  }
  return mix53(a, b ^ text.length);
}
