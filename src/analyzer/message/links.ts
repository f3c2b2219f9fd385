import { ByteNumbers } from '../memory/byte-numbers.ts';

/** "https://Acme.example/x", "www.acme.example": a link up to the next blank; the host is what counts. */
const LINK = /(?:https?:\/\/|\bwww\.)([^\s/?#:"'<>()]+)/gi;

const hostOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.+$/, '');

/** Hosts of the links in a text, in lower case, without a leading "www."; each once. */
export function linkHostsIn(body: string): readonly string[] {
  // Most texts hold neither; looking for both is cheaper than the expression.
  if (!body.includes('://') && !/www\./i.test(body)) return NO_HOSTS;
  return [...new Set([...body.matchAll(LINK)].map(([, host = '']) => hostOf(host)))];
}

const NO_HOSTS: readonly string[] = [];

const COLON = 58;
const POINT = 46;
const SLASH = 47;
const H = 104;
const P = 112;
const S = 115;
const T = 116;
const W = 119;
const WIDE = 0x80;

const HOST_END = 1;
/** Bytes that end a host: blanks and what the expression leaves out. */
const HOST = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < WIDE && /[\s/?#:"'<>()]/.test(String.fromCharCode(byte)) ? HOST_END : 0,
);
/** A name has at most 253 characters. */
const LONGEST = 253;
const WORD = 1;
/** Bytes of a word, behind which no "www." begins. */
const WORDS = Uint8Array.from({ length: 256 }, (_, byte) => (byte < WIDE && /\w/.test(String.fromCharCode(byte)) ? WORD : 0));

/** Whether a byte is a letter, in either case. @param letter in lower case */
const isLetter = (bytes: Uint8Array, at: number, letter: number): boolean => ((bytes[at] ?? 0) | 32) === letter;

/** Whether "http" ends before a place. */
const endsHttp = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - 4 >= from && isLetter(bytes, to - 1, P) && isLetter(bytes, to - 2, T) && isLetter(bytes, to - 3, T) && isLetter(bytes, to - 4, H);

/** Where the host of a link begins whose "://" begins at a place; 0 where none does. */
function behindSlashes(bytes: Uint8Array, from: number, at: number, to: number): number {
  if (bytes[at + 1] !== SLASH || bytes[at + 2] !== SLASH || at + 2 >= to) return 0;
  return endsHttp(bytes, from, isLetter(bytes, at - 1, S) ? at - 1 : at) ? at + 3 : 0;
}

/** The same for the point behind "www". */
function behindPoint(bytes: Uint8Array, from: number, at: number): number {
  if (at - 3 < from || !isLetter(bytes, at - 1, W) || !isLetter(bytes, at - 2, W) || !isLetter(bytes, at - 3, W)) return 0;
  return at - 3 === from || WORDS[bytes[at - 4] ?? 0] !== WORD ? at + 1 : 0;
}

/** Tells the hosts of links from bytes: a host becomes a string when it is met first. */
export class LinkReader {
  readonly #known = new ByteNumbers();
  /** By number, from 1. */
  readonly #hosts: (readonly string[])[] = [NO_HOSTS];

  /**
   * What `linkHostsIn` says of a text between two places of a file.
   *
   * @returns `undefined` where only the text can tell: there are several links, or a host has other letters than those of ASCII
   */
  hostsIn(bytes: Uint8Array, from: number, to: number): readonly string[] | undefined {
    let found: readonly string[] = NO_HOSTS;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      // Letters, which nearly all are, stand above both signs.
      if (byte > COLON || (byte !== COLON && byte !== POINT)) continue;
      const start = byte === COLON ? behindSlashes(bytes, from, at, to) : behindPoint(bytes, from, at);
      if (start === 0) continue;
      let end = start;
      while (end < to && HOST[bytes[end] ?? 0] !== HOST_END && (bytes[end] ?? 0) < WIDE) end += 1;
      if (found !== NO_HOSTS || end - start > LONGEST || (end < to && (bytes[end] ?? 0) >= WIDE)) return undefined;
      // Nothing follows: no link.
      if (end === start) continue;
      found = this.#named(bytes, start, end);
      at = end - 1;
    }
    return found;
  }

  #named(bytes: Uint8Array, from: number, to: number): readonly string[] {
    const known = this.#known.of(bytes, from, to);
    if (known >= 0) return this.#hosts[known] ?? NO_HOSTS;
    const hosts = [hostOf(String.fromCharCode(...bytes.subarray(from, to)))];
    if (this.#known.learn(bytes, from, to, this.#hosts.length)) this.#hosts.push(hosts);
    return hosts;
  }
}
