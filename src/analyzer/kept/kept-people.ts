import { hashText } from '../memory/hash.ts';
import { ownText } from '../memory/own-text.ts';

/** What stands before the digits of a person's address; its number is the upper part of the one number that is kept. */
const FORMS = ['+', 'whatsapp:+', 'messenger:+', 'rcs:+', ''] as const;
const BARE = FORMS.indexOf('');
/** Above any 15 digits. */
const FORM = 2 ** 50;
const LONGEST = 15;

export interface KeptPerson {
  /** As message/address.ts has it. */
  readonly text: string;
  readonly key: number;
  readonly phone: number;
}

/** Addresses of people as one number each: nearly all are digits behind one of few words; the others are kept as texts, each once. */
export class KeptPeople {
  readonly #limit: number;
  readonly #others: KeptPerson[] = [];
  readonly #places = new Map<string, number>();

  /** @param limit texts kept */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The number of a person; `undefined` where no more texts are kept. */
  numberOf(person: KeptPerson): number | undefined {
    return numberIn(person) ?? this.#placeOf(person);
  }

  /** The person of a number. */
  personOf(number: number): KeptPerson {
    return number < 0 ? (this.#others[-number - 1] ?? nobody) : personIn(number);
  }

  #placeOf({ text, key, phone }: KeptPerson): number | undefined {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    if (this.#others.length >= this.#limit) return undefined;
    const own = ownText(text);
    this.#others.push({ text: own, key, phone });
    this.#places.set(own, -this.#others.length);
    return -this.#others.length;
  }
}

const nobody: KeptPerson = { text: '', key: 0, phone: 0 };

/** Digits that a number gives back as they are. */
const isPlain = (digits: string): boolean => digits.length <= LONGEST && /^[1-9]\d*$/.test(digits);

function numberIn({ text, key, phone }: KeptPerson): number | undefined {
  const digits = /\d*$/.exec(text)?.[0] ?? '';
  const form = FORMS.indexOf(text.slice(0, text.length - digits.length) as (typeof FORMS)[number]);
  if (form < 0 || !isPlain(digits)) return undefined;
  const number = form * FORM + Number(digits);
  const told = personIn(number);
  return told.key === key && told.phone === phone ? number : undefined;
}

function personIn(number: number): KeptPerson {
  const form = Math.floor(number / FORM);
  const digits = number - form * FORM;
  const text = `${FORMS[form] ?? ''}${String(digits)}`;
  if (form === 0) return { text, key: digits, phone: digits };
  // As message/address.ts says of such a text; a person of whom it says something else is kept as a text.
  return { text, key: -hashText(text), phone: form === BARE ? 0 : digits };
}
