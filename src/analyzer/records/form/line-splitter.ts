import { LONGEST_RECORD } from '../named-rows.ts';

/** One line without its end. */
export interface Line {
  /** `undefined` for one that is far too long. */
  readonly text: string | undefined;
  /** 1 = first. */
  readonly number: number;
}

/** Cuts a text into lines, piece by piece: line feeds, carriage returns or both end one. */
export class LineSplitter {
  #rest = '';
  #isTooLong = false;
  #number = 1;

  /** The lines that end in this piece; at the end of the text its last line too. */
  read(piece: string, isLast: boolean): readonly Line[] {
    const text = this.#rest + piece;
    // A carriage return at the end may be the first half of an end of line.
    const isHeld = !isLast && text.endsWith('\r');
    const parts = (isHeld ? text.slice(0, -1) : text).split(/\r\n|[\r\n]/);
    const last = parts.pop() ?? '';
    const lines = parts.map((line) => this.#ended(line));
    if (isLast) {
      if (last !== '' || this.#isTooLong) lines.push(this.#ended(last));
      return lines;
    }
    if (last.length > LONGEST_RECORD) this.#isTooLong = true;
    this.#rest = (this.#isTooLong ? '' : last) + (isHeld ? '\r' : '');
    return lines;
  }

  #ended(line: string): Line {
    const text = this.#isTooLong || line.length > LONGEST_RECORD ? undefined : line;
    this.#isTooLong = false;
    this.#number += 1;
    return { text, number: this.#number - 1 };
  }
}
