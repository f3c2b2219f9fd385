/**
 * Writes bits close together: the likelier a bit was, the less of the text it takes. How likely each is, is learned on the way, in the
 * same way by who writes and who reads; so one walk over what is written serves both, with a `Coder` of either kind.
 */
export interface Coder {
  /** Writes this bit; or reads one, whatever is given. @param place of the chance it is written by */
  bit: (chances: Chances, place: number, bit: number) => number;
}

/** How likely a 1 was so far, at each of so many places. */
export class Chances {
  readonly likely: Float64Array;
  readonly #met: Uint8Array;

  constructor(places: number) {
    this.likely = new Float64Array(places).fill(0.5);
    this.#met = new Uint8Array(places);
  }

  learn(place: number, bit: number): void {
    const met = this.#met[place] ?? 0;
    const likely = this.likely[place] ?? 0;
    const next = likely + (bit - likely) / (met + FIRST);
    this.likely[place] = Math.min(1 - LEAST, Math.max(LEAST, next));
    if (met < MOST_MET) this.#met[place] = met + 1;
  }
}

/** No bit is quite certain. */
const LEAST = 1 / 4096;
/** The first bit moves its chance so much: by one in 1.6. */
const FIRST = 1.6;
/** From so many bits on a chance moves no slower. */
const MOST_MET = 250;
const TOP = 2 ** 24;

/** What both sides know: the part of all numbers from `low` to `high`, of 32 bits each, that the bits so far lead to. */
class Part {
  low = 0;
  high = 2 ** 32 - 1;

  /** Takes the lower share for a 1, the upper for a 0. */
  middle(chances: Chances, place: number): number {
    return this.low + Math.floor((this.high - this.low) * (chances.likely[place] ?? 0));
  }

  take(bit: number, middle: number): void {
    if (bit === 1) this.high = middle;
    else this.low = middle + 1;
  }

  /** Whether both ends begin with the same byte, which then is known. */
  isKnown(): boolean {
    return Math.floor(this.low / TOP) === Math.floor(this.high / TOP);
  }

  moveOn(): void {
    this.low = (this.low % TOP) * 256;
    this.high = (this.high % TOP) * 256 + 255;
  }
}

/** A coder that writes. `text` gives what was written, in Base64. */
export function rangeWriter(): Coder & { readonly text: () => string } {
  const part = new Part();
  const bytes: number[] = [];
  return {
    bit(chances, place, bit) {
      part.take(bit, part.middle(chances, place));
      chances.learn(place, bit);
      while (part.isKnown()) {
        bytes.push(Math.floor(part.low / TOP));
        part.moveOn();
      }
      return bit;
    },
    // A byte above the lowest, and zeros, which the reader finds behind the end, lie between both ends.
    text: () => btoa(String.fromCharCode(...[...bytes, Math.floor(part.low / TOP) + 1])),
  };
}

/** A coder that reads what `rangeWriter` wrote. */
export function rangeReader(text: string): Coder {
  const bytes = atob(text);
  const part = new Part();
  let at = 0;
  let number = 0;
  const next = (): void => {
    number = (number % TOP) * 256 + (at < bytes.length ? bytes.charCodeAt(at) : 0);
    at += 1;
  };
  for (let byte = 0; byte < 4; byte += 1) next();
  return {
    bit(chances, place) {
      const middle = part.middle(chances, place);
      const bit = number <= middle ? 1 : 0;
      part.take(bit, middle);
      chances.learn(place, bit);
      while (part.isKnown()) {
        next();
        part.moveOn();
      }
      return bit;
    },
  };
}

/** Writes or reads a number of so many bits, each by a chance that the bits before it choose; takes 2 ** bits places from `from` on. */
export function codeNumber(coder: Coder, chances: Chances, from: number, bits: number, value: number): number {
  let node = 1;
  for (let bit = bits - 1; bit >= 0; bit -= 1) node = node * 2 + coder.bit(chances, from + node, Math.floor(value / 2 ** bit) & 1);
  return node - 2 ** bits;
}
