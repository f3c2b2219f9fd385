import { LONGEST_RECORD } from '../named-rows.ts';

/** One object of a text. */
export interface ObjectFound<T> {
  /** `undefined` for one that is broken: no object, cut by the next one, or far too long. */
  readonly value: T | undefined;
  /** Line of the file, 1 = first, on which it begins. */
  readonly line: number;
}

const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const QUOTE = 34;
const APOSTROPHE = 39;
const BACKTICK = 96;
const BACKSLASH = 92;
const LINE_FEED = 10;
const COLON = 58;
/** The second half of "=>", before a value of Ruby. */
const GREATER = 62;

/** The key before a bracket, quoted or not, and what parts it from its value. */
const KEY_BEFORE = /["']?(\w{1,40})["']?\s{0,8}(?::|=>)\s{0,40}$/;
/** Characters looked at for it. */
const KEY_REACH = 96;
/** Keys of lists that hold records: pages of the API ("messages"), answers of other programs. */
const PAGES = new Set(
  'messages smsmessages data rows records results items edges nodes events values hits requests calls alerts recordings'.split(' '),
);
/** "... 12 more items" where a print-out leaves out the rest of a list. */
const LEFT_OUT = /\.\.\. (\d{1,9}) more item/g;
/** No record is nested deeper. */
const DEEPEST = 1_000;

/** How an object begins, up to its first value. */
const BEGINNING = /^\{\s{0,8}:?["'`]?[\w$.@-]{1,60}["'`]?\s{0,8}(?::|=>)/;
/** What stands before an object that is a value of another. */
const VALUE_BEFORE = /(?::|=>)\s{0,8}$/;
/** Characters that are read again where records are broken: those of one record, and so many for each that was read; a hostile text would be read over and over. */
const AGAIN_FOR_EACH = 2;

/**
 * Cuts a text into the objects that are its records, piece by piece and without parsing it as a whole: objects one after another
 * (on lines or not), objects in a list, and the objects in the list of a page, whatever pages stand around them.
 *
 * An object outside every page is a page when it has a list under a key of PAGES, else a record. What is inside a record is not
 * looked at. Texts between records (commas, brackets, other keys of a page, lines of a program) are passed over.
 *
 * A quote too few or too many turns texts and signs round, and a record then swallows those behind it: one that is broken is looked
 * through for what records begin with, and read again from there.
 *
 * No string holds a line feed and no object begins inside another without a key before it: where that happens the record was cut,
 * and reading goes on behind it; in what follows the list of a page, that list did not end where a stray bracket seemed to end it.
 */
export class ObjectSplitter<T> {
  readonly #isJson: boolean;
  readonly #parse: (text: string) => T | undefined;
  /** Text not cut yet; it begins with the object that is open, if one is. */
  #rest = '';
  /** Where scanning goes on in it. */
  #at = 0;
  #line = 1;
  /** What is open: nothing that matters, a record (or a page whose list has not come yet), the rest of a page. */
  #open: 'none' | 'record' | 'page' = 'none';
  /** What is open inside it, from its own brace on: the sign that opened each. */
  #inside: number[] = [];
  /** Of the page whose list is being read. */
  #around: readonly number[] | undefined;
  #startLine = this.#line;
  /** The quote of the string that is being read, 0 outside of strings. */
  #string = 0;
  /** The last character outside of strings that is no blank. */
  #previous = 0;
  /** Whether the open record is longer than any: its text is not kept. */
  #isTooLong = false;
  /** How the last record that was whole began. */
  #beginning: string | undefined;
  /** Where the text not cut yet begins in all that was read, and how many characters were read again. */
  #before = 0;
  #readAgain = 0;
  /** Records that the print-out says it leaves out. */
  leftOut = 0;
  /** The end of the text since the last record, as long as that can be. */
  #gap = '';

  /**
   * @param isJson only double quotes make strings; else apostrophes and backticks do too, as programs print them
   * @param parse the object that a text is; `undefined` where it is none
   */
  constructor(isJson: boolean, parse: (text: string) => T | undefined) {
    this.#isJson = isJson;
    this.#parse = parse;
  }

  /** Line on which a record or a page begins that the text does not end; `undefined` where all are whole. Ask at the end. */
  get unfinished(): number | undefined {
    return this.#open === 'none' && this.#around === undefined ? undefined : this.#startLine;
  }

  /** The records that end in this piece of text. @param isLast whether no other follows: what is open then is broken */
  read(piece: string, isLast: boolean): readonly ObjectFound<T>[] {
    const found: ObjectFound<T>[] = [];
    const text = this.#rest + piece;
    let start = 0;
    let at = this.#at;
    let gap = at;
    /** Ends the open record, which is broken; reading goes on inside it where another one begins. @returns whether it does */
    const stop = (again = this.#again(text, start, at)): boolean => {
      found.push({ value: undefined, line: this.#startLine });
      if (again !== undefined) {
        this.#readAgain += at - again;
        this.#line = this.#startLine + text.slice(start, again).split('\n').length - 1;
        at = again - 1;
      }
      this.#open = 'none';
      this.#inside = [];
      this.#string = 0;
      this.#isTooLong = false;
      gap = at;
      return again !== undefined;
    };
    /** At the end of the text: whether the open record holds another one, as it ends no more or is too long. */
    const goesOn = (): boolean => {
      const isBroken = this.#open === 'record' && (isLast || text.length - start > LONGEST_RECORD);
      const again = isBroken ? this.#again(text, start, at) : undefined;
      if (again === undefined) return false;
      stop(again);
      at += 1;
      return true;
    };
    for (; at < text.length || goesOn(); at += 1) {
      const unit = text.charCodeAt(at);
      if (this.#string !== 0) {
        if (unit === BACKSLASH) {
          // What it escapes has to be seen.
          if (at + 1 >= text.length && !isLast) break;
          if (text.charCodeAt(at + 1) !== LINE_FEED) at += 1;
        } else if (unit === this.#string) {
          this.#string = 0;
          this.#previous = unit;
        } else if (unit === LINE_FEED) {
          this.#line += 1;
          if (this.#open === 'record') stop();
          else this.#string = 0;
        }
        continue;
      }
      if (unit <= 32) {
        if (unit === LINE_FEED) this.#line += 1;
        continue;
      }
      switch (unit) {
        case QUOTE:
        case APOSTROPHE:
        case BACKTICK:
          // Between records a quote opens nothing: a program's own words may stand there.
          if (this.#open !== 'none' && (unit === QUOTE || !this.#isJson)) this.#string = unit;
          break;
        case OPEN_OBJECT:
          if (this.#inside.at(-1) === OPEN_OBJECT && this.#isNew()) {
            if (this.#open === 'record') {
              if (stop()) break;
            } else if (this.#open === 'page') {
              this.#goInto();
              gap = at;
            }
          }
          if (this.#open === 'none') {
            this.#pass(text.slice(gap, at));
            this.#gap = '';
            this.#open = 'record';
            this.#startLine = this.#line;
            start = at;
          }
          this.#inside.push(OPEN_OBJECT);
          break;
        case OPEN_LIST:
          if (this.#open === 'none') break;
          if (this.#around === undefined && this.#isPage(text, at)) {
            // A page: the objects in this list are records, as those outside all pages are.
            this.#goInto();
            gap = at;
          } else if (this.#inside.push(OPEN_LIST) > DEEPEST && this.#open === 'record') stop();
          break;
        case CLOSE_OBJECT:
          if (this.#open === 'none') break;
          this.#inside.pop();
          if (this.#inside.length > 0) break;
          if (this.#open === 'record') {
            const isTooLong = this.#isTooLong || at + 1 - start > LONGEST_RECORD;
            const record = isTooLong ? '' : text.slice(start, at + 1);
            const value = isTooLong ? undefined : this.#parse(record);
            if (value === undefined) {
              if (stop()) break;
            } else {
              found.push({ value, line: this.#startLine });
              this.#beginning = BEGINNING.exec(record.slice(0, KEY_REACH))?.[0] ?? this.#beginning;
            }
          }
          this.#open = 'none';
          start = at + 1;
          gap = start;
          break;
        case CLOSE_LIST:
          if (this.#open === 'page' && this.#inside.at(-1) !== OPEN_LIST) break;
          if (this.#open !== 'none') this.#inside.pop();
          else if (this.#around !== undefined) {
            this.#inside = [...this.#around];
            this.#around = undefined;
            this.#open = 'page';
            this.#pass(text.slice(gap, at));
          }
          break;
        default:
          break;
      }
      this.#previous = unit;
    }
    if (this.#open === 'none') this.#pass(text.slice(gap));
    // Of what is no record nothing is kept but what may be the key of a list, and of a record that is too long only that it is one.
    let kept = Math.max(0, Math.min(at, text.length) - KEY_REACH);
    if (this.#open === 'record') {
      if (this.#isTooLong || text.length - start > LONGEST_RECORD) this.#isTooLong = true;
      else kept = start;
    }
    this.#rest = text.slice(kept);
    this.#at = at - kept;
    this.#before += kept;
    return found;
  }

  /** Where in the record that is open, and broken, another one begins; what stands behind `at` is not looked at. */
  #again(text: string, start: number, at: number): number | undefined {
    if (this.#isTooLong) return undefined;
    const broken = text.slice(start, Math.min(at, start + LONGEST_RECORD));
    const beginning = this.#beginning ?? BEGINNING.exec(broken.slice(0, KEY_REACH))?.[0];
    if (beginning === undefined) return undefined;
    let place = broken.indexOf(beginning, 1);
    while (place >= 0 && VALUE_BEFORE.test(broken.slice(Math.max(0, place - KEY_REACH), place)))
      place = broken.indexOf(beginning, place + 1);
    const mayRead = LONGEST_RECORD + AGAIN_FOR_EACH * (this.#before + start);
    return place < 0 || this.#readAgain + broken.length - place > mayRead ? undefined : start + place;
  }

  /** Into the list of the page that is open. */
  #goInto(): void {
    this.#around = this.#inside;
    this.#inside = [];
    this.#open = 'none';
  }

  /** Whether an object that begins here cannot be a value of the one it stands in: no sign that parts a key from its value stands before it. */
  #isNew(): boolean {
    return this.#isJson ? this.#previous !== COLON : this.#previous === OPEN_OBJECT || this.#previous === CLOSE_OBJECT;
  }

  #isPage(text: string, at: number): boolean {
    return (
      (this.#previous === COLON || this.#previous === GREATER) &&
      PAGES.has(KEY_BEFORE.exec(text.slice(Math.max(0, at - KEY_REACH), at))?.[1]?.toLowerCase() ?? '')
    );
  }

  /** Looks for records left out in a text between records. */
  #pass(text: string): void {
    if (this.#isJson || text === '') return;
    const gap = this.#gap + text;
    let end = 0;
    for (const match of gap.matchAll(LEFT_OUT)) {
      this.leftOut += Number(match[1]);
      end = match.index + match[0].length;
    }
    this.#gap = gap.slice(Math.max(end, gap.length - KEY_REACH));
  }
}
