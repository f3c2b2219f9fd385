/** SHA-256 (FIPS 180-4) piece by piece: the browser's own wants a whole file in memory, and only on secure pages. */

const BLOCK = 64;

/** The first 32 bits of the fractional parts of roots of the first primes. */
function rootBits(root: number, count: number): Int32Array {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) isPrime = false;
    if (!isPrime) continue;
    const value = candidate ** (1 / root);
    found.push(((value - Math.floor(value)) * 2 ** 32) | 0);
  }
  return Int32Array.from(found);
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

export class Sha256 {
  static readonly #constants = rootBits(3, 64);
  readonly #state = rootBits(2, 8);
  readonly #words = new Int32Array(64);
  readonly #rest = new Uint8Array(BLOCK);
  #restLength = 0;
  /** Bytes so far. */
  #length = 0;

  add(bytes: Uint8Array): void {
    this.#length += bytes.length;
    let at = 0;
    if (this.#restLength > 0) {
      at = Math.min(bytes.length, BLOCK - this.#restLength);
      this.#rest.set(bytes.subarray(0, at), this.#restLength);
      this.#restLength += at;
      if (this.#restLength < BLOCK) return;
      this.#take(this.#rest, 0);
      this.#restLength = 0;
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) this.#take(bytes, at);
    this.#rest.set(bytes.subarray(at), 0);
    this.#restLength = bytes.length - at;
  }

  /** Ends the sum; 64 hexadecimal digits. */
  end(): string {
    const bits = this.#length * 8;
    const room = (this.#restLength < BLOCK - 8 ? BLOCK : 2 * BLOCK) - this.#restLength;
    const end = new Uint8Array(room);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(room - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(room - 4, bits >>> 0);
    this.add(end);
    return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #take(bytes: Uint8Array, at: number): void {
    const words = this.#words;
    const state = this.#state;
    const word = (place: number): number => words[place] ?? 0;
    const byte = (place: number): number => bytes[at + place] ?? 0;
    for (let i = 0; i < 16; i += 1) {
      words[i] = (byte(4 * i) << 24) | (byte(4 * i + 1) << 16) | (byte(4 * i + 2) << 8) | byte(4 * i + 3);
    }
    for (let i = 16; i < 64; i += 1) {
      const early = word(i - 15);
      const late = word(i - 2);
      const one = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
      const two = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
      words[i] = (word(i - 16) + one + word(i - 7) + two) | 0;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i += 1) {
      const big = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const first = (h + big + ((e & f) ^ (~e & g)) + (Sha256.#constants[i] ?? 0) + word(i)) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => {
      state[i] = ((state[i] ?? 0) + value) | 0;
    });
  }
}
