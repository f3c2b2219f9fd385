const QUOTE = 34;

/** The UTF-16 units of the beginning of a text, filled again for every text: what is looked at and not kept needs no string. */
export class Units {
  /** The units, and a zero behind the last one. */
  readonly at: Uint16Array;
  readonly #limit: number;
  length = 0;

  /** @param limit units that are held; what a text has beyond is left out */
  constructor(limit: number) {
    this.#limit = limit;
    // The second half of a pair may be written beyond the limit, and a zero ends every text.
    this.at = new Uint16Array(limit + 2);
  }

  /** Takes a text. */
  fill(text: string): this {
    const length = Math.min(text.length, this.#limit);
    for (let place = 0; place < length; place += 1) this.at[place] = text.charCodeAt(place);
    return this.#endAt(length);
  }

  /**
   * Takes the text of a CSV cell.
   *
   * @param bytes valid UTF-8 between `from` and `to`; a quote stands there twice, as a quoted cell has it, and is taken once
   */
  fillCell(bytes: Uint8Array, from: number, to: number): this {
    const units = this.at;
    const limit = this.#limit;
    let length = 0;
    let at = from;
    while (at < to && length < limit) {
      const byte = bytes[at] ?? 0;
      at += 1;
      if (byte < 0x80) {
        units[length] = byte;
        length += 1;
        if (byte === QUOTE) at += 1;
      } else if (byte < 0xe0) {
        units[length] = ((byte & 0x1f) << 6) | ((bytes[at] ?? 0) & 0x3f);
        length += 1;
        at += 1;
      } else if (byte < 0xf0) {
        units[length] = ((byte & 0x0f) << 12) | (((bytes[at] ?? 0) & 0x3f) << 6) | ((bytes[at + 1] ?? 0) & 0x3f);
        length += 1;
        at += 2;
      } else {
        const point =
          ((byte & 0x07) << 18) | (((bytes[at] ?? 0) & 0x3f) << 12) | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
        units[length] = 0xd7c0 + (point >> 10);
        units[length + 1] = 0xdc00 | (point & 0x3ff);
        length += 2;
        at += 3;
      }
    }
    return this.#endAt(Math.min(length, limit));
  }

  #endAt(length: number): this {
    this.at[length] = 0;
    this.length = length;
    return this;
  }
}
