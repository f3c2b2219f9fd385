import { ByteNumbers } from '../memory/byte-numbers.ts';

/** "https://Acme.example/x", "www.acme.example": a link up to the next blank; the host is what counts. */
const LINK = /(?:https?:\/\/|\bwww\.)([^\s/?#:"'<>()]+)/gi;

/** Ends of hosts that are links without "http": those of countries, and the common ones. */
const END = String.raw`\.(?:[a-z]{2}|com|net|org|info|biz|app|xyz|link|shop|store|site|online|page|top|club|live)`;
const LONGEST_END = '.online'.length;
/** Such a host, whole. Each part is a name of 63 characters at most, the last with a letter: "1.5 km/h" has none. */
const BARE = new RegExp(String.raw`^(?:[a-z\d-]{1,63}\.)*(?=[\d-]{0,62}[a-z])[a-z\d-]{1,63}${END}$`, 'i');
const ENDS_LIKE_ONE = new RegExp(String.raw`${END}$`, 'i');
/** A name has at most 253 characters. */
const LONGEST = 253;
/** Behind such a character a host is only a part of something. */
const IS_PART = /[\p{Script=Latin}\d_/@=?&#%+~]/u;

/** Hosts of the links of a text that begin with their host, "bit.ly/x", "my-shop.com.br/x": the path alone tells them from a full stop. */
function bareHostsIn(body: string): readonly string[] {
  const hosts: string[] = [];
  for (let slash = body.indexOf('/'); slash >= 0; slash = body.indexOf('/', slash + 1)) {
    if (!/[a-z\d]/i.test(body.charAt(slash + 1)) || !ENDS_LIKE_ONE.test(body.slice(Math.max(0, slash - LONGEST_END), slash))) continue;
    let start = slash;
    while (start > 0 && slash - start <= LONGEST && IN_HOSTS[body.charCodeAt(start - 1)] === IN_HOST) start -= 1;
    const host = body.slice(start, slash);
    if (host.length <= LONGEST && BARE.test(host) && !IS_PART.test(body.charAt(start - 1))) hosts.push(host);
  }
  return hosts;
}

const hostOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.+$/, '');

/** Hosts of the links in a text, in lower case, without a leading "www."; each once. */
export function linkHostsIn(body: string): readonly string[] {
  // Most texts hold neither; looking for both is cheaper than the expression.
  const isMarked = body.includes('://') || /www\./i.test(body);
  if (!isMarked && !body.includes('/')) return NO_HOSTS;
  const marked = isMarked ? [...body.matchAll(LINK)].map(([, host = '']) => host) : [];
  return [...new Set([...marked, ...bareHostsIn(body)].map(hostOf))];
}

const NO_HOSTS: readonly string[] = [];

const COLON = 58;
const POINT = 46;
const SLASH = 47;
const UNDERSCORE = 95;
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

const IN_HOST = 2;
/** Bytes of a host that stands without "http". */
const IN_HOSTS = Uint8Array.from({ length: 256 }, (_, byte) => (byte < WIDE && /[a-z\d.-]/i.test(String.fromCharCode(byte)) ? IN_HOST : 0));

/** Bytes of which a host is only a part that stands behind them. */
const PARTS = Uint8Array.from({ length: 256 }, (_, byte) => (byte < WIDE && IS_PART.test(String.fromCharCode(byte)) ? 1 : 0));

/** Where a host may begin that ends before a slash; the slash itself where none does. */
function beforeSlash(bytes: Uint8Array, from: number, slash: number, to: number): number {
  const next = bytes[slash + 1] ?? 0;
  if (slash + 1 >= to || next === UNDERSCORE || WORDS[next] !== WORD) return slash;
  let start = slash;
  let points = 0;
  while (start > from && IN_HOSTS[bytes[start - 1] ?? 0] === IN_HOST) {
    start -= 1;
    if (bytes[start] === POINT) points += 1;
  }
  return points === 0 ? slash : start;
}

/** Tells the hosts of links from bytes: a host becomes a string when it is met first. */
export class LinkReader {
  readonly #known = new ByteNumbers();
  /** The same for hosts without "http", those that are none among them. */
  readonly #bare = new ByteNumbers();
  /** By number, from 1. */
  readonly #hosts: (readonly string[])[] = [NO_HOSTS];

  /**
   * What `linkHostsIn` says of a text between two places of a file.
   *
   * @returns `undefined` where only the text can tell: there are several hosts, or other letters than those of ASCII in or before one
   */
  hostsIn(bytes: Uint8Array, from: number, to: number): readonly string[] | undefined {
    let found: readonly string[] = NO_HOSTS;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      // Letters, which nearly all are, stand above the signs.
      if (byte > COLON || (byte !== COLON && byte !== POINT && byte !== SLASH)) continue;
      const hosts = byte === SLASH ? this.#before(bytes, from, at, to) : this.#behind(bytes, from, at, to);
      if (hosts === NO_HOSTS) continue;
      if (hosts === undefined || (found !== NO_HOSTS && found[0] !== hosts[0])) return undefined;
      found = hosts;
    }
    return found;
  }

  /** The host behind "://" or "www.". */
  #behind(bytes: Uint8Array, from: number, at: number, to: number): readonly string[] | undefined {
    const start = bytes[at] === COLON ? behindSlashes(bytes, from, at, to) : behindPoint(bytes, from, at);
    if (start === 0) return NO_HOSTS;
    let end = start;
    while (end < to && HOST[bytes[end] ?? 0] !== HOST_END && (bytes[end] ?? 0) < WIDE) end += 1;
    if (end - start > LONGEST || (end < to && (bytes[end] ?? 0) >= WIDE)) return undefined;
    // Nothing follows: no link.
    return end === start ? NO_HOSTS : this.#named(this.#known, bytes, start, end, (host) => [hostOf(host)]);
  }

  /** The host before a slash. */
  #before(bytes: Uint8Array, from: number, slash: number, to: number): readonly string[] | undefined {
    const start = beforeSlash(bytes, from, slash, to);
    if (start === slash || slash - start > LONGEST) return NO_HOSTS;
    const before = start > from ? (bytes[start - 1] ?? 0) : 0;
    if (before >= WIDE) return undefined;
    if (PARTS[before] === 1) return NO_HOSTS;
    return this.#named(this.#bare, bytes, start, slash, (host) => (BARE.test(host) ? [hostOf(host)] : NO_HOSTS));
  }

  #named(numbers: ByteNumbers, bytes: Uint8Array, from: number, to: number, make: (host: string) => readonly string[]): readonly string[] {
    const known = numbers.of(bytes, from, to);
    if (known >= 0) return this.#hosts[known] ?? NO_HOSTS;
    const hosts = make(String.fromCharCode(...bytes.subarray(from, to)));
    if (numbers.learn(bytes, from, to, this.#hosts.length)) this.#hosts.push(hosts);
    return hosts;
  }
}
