import { LONGEST_RECORD } from '../named-rows.ts';

/** A tag that opens or closes an element (by its name; an empty element opens and closes), or a text with its entities resolved. */
export interface XmlToken {
  readonly kind: 'open' | 'close' | 'text';
  readonly text: string;
  /** Line of the file, 1 = first, on which it begins. */
  readonly line: number;
}

/** What begins with these signs ends with those, and what it means. */
const SECTIONS = [
  ['<!--', '-->', 'none'],
  ['<![CDATA[', ']]>', 'text'],
  ['<?', '?>', 'none'],
  ['<!', '>', 'none'],
] as const;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A text as it is meant; an entity that XML does not define stays as it is. */
const resolved = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

/** Where the tag that begins at a place ends: behind its ">", quotes apart, or before a "<", which no tag holds; -1 where the text ends before. */
function tagEnd(text: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '<') return at;
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at + 1;
  }
  return -1;
}

/** Elements of HTML that never close. */
const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Nothing that holds a message is nested deeper. */
const DEEPEST = 1_000;

/** Cuts XML into tags and texts, piece by piece; it knows no document, and nesting only of HTML, whose elements go by the names of their classes. */
export class XmlTokens {
  readonly #isHtml: boolean;
  /** Elements of HTML that are open: what closes each, and its name. */
  readonly #open: { readonly element: string; readonly name: string }[] = [];
  #rest = '';
  #line = 1;

  constructor(isHtml = false) {
    this.#isHtml = isHtml;
  }

  *read(piece: string, isLast: boolean): Generator<XmlToken, void> {
    const text = this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = text.indexOf('<', at);
      const end = next >= 0 ? next : isLast ? text.length : -1;
      // A text whose end has not come may end inside an entity.
      if (end < 0) break;
      if (end > at) {
        yield { kind: 'text', text: resolved(text.slice(at, end)), line: this.#line };
        this.#pass(text, at, end);
        at = end;
        continue;
      }
      if (!isLast && text.length - at < 9) break;
      if (!/[\w/!?]/.test(text[at + 1] ?? '')) {
        // A sign that should have been an entity.
        yield { kind: 'text', text: '<', line: this.#line };
        at += 1;
        continue;
      }
      const section = SECTIONS.find(([begin]) => text.startsWith(begin, at));
      const close = section === undefined ? tagEnd(text, at) : text.indexOf(section[1], at + section[0].length);
      const stop = section === undefined || close < 0 ? close : close + section[1].length;
      if (stop < 0) break;
      if (section === undefined) yield* this.#tag(text.slice(at, stop));
      else if (section[2] === 'text') yield { kind: 'text', text: text.slice(at + section[0].length, close), line: this.#line };
      this.#pass(text, at, stop);
      at = stop;
    }
    // What is longer than any record and has no end is given up at its first sign.
    const kept = text.length - at > LONGEST_RECORD ? text.length : at;
    this.#pass(text, at, kept);
    this.#rest = text.slice(kept);
  }

  *#tag(tag: string): Generator<XmlToken, void> {
    const found = /^<(\/?)([A-Za-z_][\w.-]*)/.exec(tag);
    if (found === null) return;
    const [, slash, text = ''] = found;
    if (this.#isHtml) yield* this.#element(text.toLowerCase(), slash === '/', tag);
    else if (slash === '/') yield { kind: 'close', text, line: this.#line };
    else {
      yield { kind: 'open', text, line: this.#line };
      if (tag.endsWith('/>')) yield { kind: 'close', text, line: this.#line };
    }
  }

  /** An element of HTML by the first of its classes, else by its own name; one that was left open ends with what is around it. */
  *#element(element: string, isClosing: boolean, tag: string): Generator<XmlToken, void> {
    if (isClosing) {
      if (!this.#open.some((one) => one.element === element)) return;
      for (let last = this.#open.pop(); last !== undefined; last = this.#open.pop()) {
        yield { kind: 'close', text: last.name, line: this.#line };
        if (last.element === element) return;
      }
      return;
    }
    const name = /\sclass\s*=\s*["']?\s*([\w-]+)/i.exec(tag)?.[1] ?? element;
    yield { kind: 'open', text: name, line: this.#line };
    if (VOID.has(element) || tag.endsWith('/>') || this.#open.length >= DEEPEST) yield { kind: 'close', text: name, line: this.#line };
    else this.#open.push({ element, name });
  }

  #pass(text: string, from: number, to: number): void {
    for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 10) this.#line += 1;
  }
}
