import { mix53 } from '../memory/hash.ts';
import { Units } from '../memory/units.ts';

const DIGIT = 1;
const LETTER = 2;
const SPACE = 3;
const MARK = 4;

function classOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return LETTER;
  if (unit >= 48 && unit <= 57) return DIGIT;
  if (unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0) return SPACE;
  if (unit >= 65 && unit <= 90) return LETTER;
  return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 && !(unit >= 0x2000 && unit <= 0x2bff) ? LETTER : MARK;
}

const CLASSES = Uint8Array.from({ length: 65_536 }, (_, unit) => classOf(unit));

/** Capital letters of Latin and Cyrillic; other scripts have none or write no names with them. */
const isCapital = (unit: number): boolean =>
  (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7) || (unit >= 0x410 && unit <= 0x42f);

/** Beginnings of links in lower case. */
const LINKS: readonly (readonly number[])[] = ['http://', 'https://', 'www.'].map((start) =>
  Array.from(start, (sign) => sign.charCodeAt(0)),
);

/** A unit in lower case, as far as beginnings of links go. */
const lower = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit);

/** End of a link that starts at a place, or -1: "http(s)://…" or "www.…", up to the next space. */
function linkEnd({ at: units, length }: Units, from: number): number {
  // "ht" and "ww": two characters settle it for nearly every word
  const unit = (units[from] ?? 0) | 32;
  const next = from + 1 < length ? (units[from + 1] ?? 0) | 32 : 0;
  if (!(unit === 104 && next === 116) && !(unit === 119 && next === 119)) return -1;
  if (!LINKS.some((start) => from + start.length <= length && start.every((sign, place) => lower(units[from + place] ?? 0) === sign)))
    return -1;
  let end = from;
  while (end < length && CLASSES[units[end] ?? 0] !== SPACE) end += 1;
  return end;
}

type Mark = 'number' | 'link' | 'name';

/** Gets the parts of a template one by one. */
interface TemplateParts {
  /** A word that is the same in every text of the template: a slice of the body, and its fingerprint without case. */
  word(from: number, to: number, hash: number): void;
  space(): void;
  mark(mark: Mark): void;
  punctuation(unit: number): void;
}

/** Longest part of a body that is looked at: Twilio refuses longer ones (21617). */
const BODY_LENGTH = 1_600;
/** The beginning of a link that stands at its end. */
const LINK_LENGTH = 8;

/** The part of a body that templates are made of. */
export const bodyUnits = (): Units => new Units(BODY_LENGTH + LINK_LENGTH);

/** `.` `,` `:` `/` `-` between digits. */
const isInNumber = (unit: number): boolean => (unit >= 44 && unit <= 47) || unit === 58;

/**
 * A text's template: what stays when a program fills in names, numbers and links.
 *
 * Runs of digits become `#`, links `[link]`, words with a capital inside a sentence (and a first word before a comma)
 * `[name]`; case and spaces do not count. How names are found is our choice.
 */
function walkTemplate(body: Units, parts: TemplateParts): void {
  const units = body.at;
  const end = Math.min(body.length, BODY_LENGTH);
  let at = 0;
  let isSentenceStart = true;
  let wasName = false;
  while (at < end) {
    const unit = units[at] ?? 0;
    const start = at;
    switch (CLASSES[unit] ?? MARK) {
      case SPACE:
        at += 1;
        parts.space();
        if (unit === 10) isSentenceStart = true;
        break;
      case DIGIT: {
        // "1,299.50" and "10:30" are one number.
        do at += 1;
        while (CLASSES[units[at] ?? 0] === DIGIT || (at + 1 < end && isInNumber(units[at] ?? 0) && CLASSES[units[at + 1] ?? 0] === DIGIT));
        parts.mark('number');
        isSentenceStart = false;
        wasName = false;
        break;
      }
      case LETTER: {
        const link = linkEnd(body, at);
        if (link > 0) {
          at = link;
          parts.mark('link');
          isSentenceStart = false;
          wasName = false;
          break;
        }
        let hash = 0;
        let letter = unit;
        do {
          // Folds the case of Latin letters without making a string; other scripts keep theirs.
          hash = Math.imul(hash ^ (letter >= 65 && letter <= 90 ? letter + 32 : letter), 0x01000193);
          at += 1;
          letter = at < end ? (units[at] ?? 0) : 0;
        } while ((letter >= 97 && letter <= 122) || CLASSES[letter] === LETTER || letter === 39 || letter === 0x2019);
        const isCapitalised = at - start > 1 && isCapital(unit) && !isCapital(units[start + 1] ?? 0);
        if (isCapitalised && (!isSentenceStart || letter === 44)) {
          if (!wasName) parts.mark('name');
          wasName = true;
        } else {
          parts.word(start, at, hash ^ (at - start));
          wasName = false;
        }
        isSentenceStart = false;
        break;
      }
      default:
        at += 1;
        parts.punctuation(unit);
        // . ! ? : and a line feed begin a sentence
        if (unit === 46 || unit === 33 || unit === 63 || unit === 58) isSentenceStart = true;
        wasName = false;
    }
  }
}

/** Fingerprint of a body's template within one sender: the same for two bodies of one template. */
export class TemplateHash implements TemplateParts {
  #a = 0;
  #b = 0;

  /** @param body as `bodyUnits` holds it */
  of(sender: number, body: Units): number {
    this.#a = sender | 0;
    this.#b = Math.floor(sender / 4294967296) ^ 0x41c6ce57;
    walkTemplate(body, this);
    return mix53(this.#a, this.#b);
  }

  word(_from: number, _to: number, hash: number): void {
    this.#add(hash);
  }

  mark(mark: Mark): void {
    this.#add(mark === 'number' ? 1 : mark === 'link' ? 2 : 3);
  }

  space(): void {
    // Runs of spaces, their kind and their absence beside a mark make no other template.
  }

  punctuation(unit: number): void {
    this.#add(unit);
  }

  #add(part: number): void {
    this.#a = Math.imul(this.#a ^ part, 2654435761) ^ (this.#a >>> 15);
    this.#b = Math.imul(this.#b ^ part, 1597334677) ^ (this.#b >>> 13);
  }
}

const marks: Readonly<Record<Mark, string>> = { number: '#', link: '[link]', name: '[name]' };

/** The template as a reader sees it: "Hi [name], #% off today [link]"; at most `limit` characters, then "…". */
export function templateText(body: string, limit = 120): string {
  let text = '';
  walkTemplate(bodyUnits().fill(body), {
    word: (from, to) => (text += body.slice(from, to)),
    mark: (mark) => (text += marks[mark]),
    punctuation: (unit) => (text += String.fromCharCode(unit)),
    space: () => (text += ' '),
  });
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return trimmed.length > limit ? `${trimmed.slice(0, limit - 1).trimEnd()}…` : trimmed;
}
