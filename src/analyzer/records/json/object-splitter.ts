/** A record longer than this is none: a message has at most 1,600 characters of text and some links. */
const LONGEST = 1 << 20;

/** One JSON object of a list, not parsed yet. */
export interface JsonSlice {
  readonly text: string;
  /** Line of the file, 1 = first, on which it begins. */
  readonly line: number;
}

const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;

/**
 * Cuts a JSON text into the objects that are its records, piece by piece and without parsing it as a whole: objects one after
 * another (on lines or not), objects in a list, and the objects in the list of a page, whatever pages stand around them.
 *
 * An object outside every list of pages is a page when it has the key of the list with a list behind it, else a record. What is
 * inside a record is not looked at. Texts between records (commas, brackets, other keys of a page) are passed over.
 */
export class ObjectSplitter {
  readonly #listKey: string;
  /** Text not cut yet; it begins with the object that is open, if one is. */
  #rest = '';
  /** Where scanning goes on in it. */
  #at = 0;
  #line = 1;
  /** What is open: nothing that matters, a record (or a page whose list has not come yet), the rest of a page. */
  #open: 'none' | 'record' | 'page' = 'none';
  /** Depth of braces and brackets inside it; 1 is its own level. */
  #depth = 0;
  #isInPageList = false;
  #startLine = 1;
  #isInString = false;
  #stringStart = 0;
  /** The string that was read last at the level of the open object: before a bracket it is a key. */
  #key = '';
  #isTooLong = false;
  /** Lines on which records began that were passed over for their length. */
  readonly tooLong: number[] = [];

  /** @param listKey key of the list of a page, such as "messages" */
  constructor(listKey: string) {
    this.#listKey = listKey;
  }

  /** Line on which a record or a page begins that the text does not end; `undefined` where all are whole. */
  get unfinished(): number | undefined {
    return this.#open === 'none' && !this.#isInPageList ? undefined : this.#startLine;
  }

  /** The records that end in this piece of text. */
  read(piece: string): readonly JsonSlice[] {
    const found: JsonSlice[] = [];
    const text = this.#rest + piece;
    let start = 0;
    let at = this.#at;
    for (; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === LINE_FEED) this.#line += 1;
      if (this.#isInString) {
        if (unit === BACKSLASH) at += 1;
        else if (unit === QUOTE) {
          this.#isInString = false;
          if (this.#depth === 1) this.#key = text.slice(this.#stringStart, at);
        }
        continue;
      }
      switch (unit) {
        case QUOTE:
          this.#isInString = true;
          this.#stringStart = at + 1;
          break;
        case OPEN_OBJECT:
          if (this.#open === 'none') {
            this.#open = 'record';
            this.#startLine = this.#line;
            this.#key = '';
            start = at;
          }
          this.#depth += 1;
          break;
        case OPEN_LIST:
          if (this.#open === 'none') break;
          if (this.#depth === 1 && !this.#isInPageList && this.#key === this.#listKey) {
            // A page: the objects in this list are records, as those outside all pages are.
            this.#isInPageList = true;
            this.#open = 'none';
            this.#depth = 0;
          } else this.#depth += 1;
          break;
        case CLOSE_OBJECT:
          if (this.#open === 'none') break;
          this.#depth -= 1;
          if (this.#depth > 0) break;
          if (this.#open === 'record') {
            if (this.#isTooLong) this.tooLong.push(this.#startLine);
            else found.push({ text: text.slice(start, at + 1), line: this.#startLine });
          }
          this.#isTooLong = false;
          this.#open = 'none';
          start = at + 1;
          break;
        case CLOSE_LIST:
          if (this.#open !== 'none') this.#depth -= 1;
          else if (this.#isInPageList) {
            this.#isInPageList = false;
            this.#open = 'page';
            this.#depth = 1;
            this.#key = '';
          }
          break;
        default:
          break;
      }
    }
    // Of what is no record nothing is kept, and of a record that is too long only that it is one.
    let kept = this.#open === 'record' ? start : text.length;
    if (text.length - kept > LONGEST) {
      this.#isTooLong = true;
      kept = text.length;
    }
    this.#stringStart = Math.max(0, this.#stringStart - kept);
    this.#rest = text.slice(kept);
    this.#at = at - kept;
    return found;
  }
}
