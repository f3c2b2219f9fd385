export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const REPLACEMENT = '\ufffd';

/** The encoding that the first bytes show, and how many of them are a byte order mark. */
function detectEncoding(head: Uint8Array): { readonly encoding: Encoding; readonly mark: number } {
  const [first = 0, second = 0, third = 0] = head;
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', mark: 3 };
  // ASCII headings in UTF-16 without a mark: every other byte is 0.
  if (head.length >= 8 && first !== 0 && second === 0 && head[3] === 0 && head[5] === 0) return { encoding: 'utf-16le', mark: 0 };
  if (head.length >= 8 && first === 0 && second !== 0 && head[2] === 0 && head[4] === 0) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: 'utf-8', mark: 0 };
}

/** Bytes at the end of a block that begin a UTF-8 character whose rest is in the next block: 0 to 3. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

/**
 * Bytes to text, block by block; where blocks are cut changes nothing.
 *
 * What is not valid UTF-8 is Windows-1252, if everything before it was ASCII; otherwise the file is UTF-8 with damage,
 * and what cannot be read becomes U+FFFD.
 */
export class Decoder {
  encoding: Encoding;
  /** Characters U+FFFD in the text: damaged here, or already in the file. */
  damaged = 0;
  #skip: number;
  #carry: Uint8Array = new Uint8Array(0);
  #isAscii = true;
  #wide: TextDecoder | undefined;
  readonly #utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #single = new TextDecoder('windows-1252');

  /** @param head the first bytes of the file, at least 8 of them where it has so many */
  constructor(head: Uint8Array) {
    const { encoding, mark } = detectEncoding(head);
    this.encoding = encoding;
    this.#skip = mark;
    if (encoding === 'utf-16le' || encoding === 'utf-16be') this.#wide = new TextDecoder(encoding, { ignoreBOM: true });
  }

  /** @param isLast whether these are the last bytes; the block may be empty then */
  decode(block: Uint8Array, isLast: boolean): string {
    const skipped = Math.min(this.#skip, block.length);
    this.#skip -= skipped;
    const bytes = skipped > 0 ? block.subarray(skipped) : block;
    if (this.#wide !== undefined) return this.#wide.decode(bytes, { stream: !isLast });
    if (this.encoding === 'windows-1252') return this.#single.decode(bytes);
    return this.#decodeUtf8(bytes, isLast);
  }

  /** A character beyond ASCII went by that was valid UTF-8 and was not decoded here. */
  noteWide(): void {
    this.#isAscii = false;
  }

  /** Gives away the bytes at the end of the last block that begin a character. */
  takeCut(): Uint8Array {
    const cut = this.#carry;
    this.#carry = new Uint8Array(0);
    return cut;
  }

  #decodeUtf8(block: Uint8Array, isLast: boolean): string {
    let bytes = block;
    if (this.#carry.length > 0) {
      bytes = new Uint8Array(this.#carry.length + block.length);
      bytes.set(this.#carry);
      bytes.set(block, this.#carry.length);
    }
    const rest = isLast ? 0 : unfinished(bytes);
    this.#carry = bytes.slice(bytes.length - rest);
    if (rest > 0) bytes = bytes.subarray(0, bytes.length - rest);
    const text = this.#utf8.decode(bytes);
    const damage = text.indexOf(REPLACEMENT);
    if (damage >= 0 && this.#isAscii && isAscii(text.slice(0, damage))) {
      // All before is ASCII, so the place in the text is the place in the bytes.
      const isInFile = bytes[damage] === 0xef && bytes[damage + 1] === 0xbf && bytes[damage + 2] === 0xbd;
      if (!isInFile) {
        this.encoding = 'windows-1252';
        const carry = this.#carry;
        return this.#single.decode(bytes) + this.#single.decode(carry);
      }
    }
    if (damage >= 0) this.damaged += text.split(REPLACEMENT).length - 1;
    if (text.length !== bytes.length) this.#isAscii = false;
    return text;
  }
}

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);
