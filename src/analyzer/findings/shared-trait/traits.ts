import type { KeptMessage } from '../../index/cells/kept-messages.ts';
import { UNKNOWN_COUNTRY } from '../../message/country.ts';
import type { Filter } from '../../report/filter.ts';
import { address, ours, quote, say, type Sentence } from '../../report/sentence.ts';
import { countryWithCode } from '../../words/country-name.ts';

/** Something that messages can have in common. */
export interface Trait {
  readonly id: 'template' | 'link' | 'sender' | 'prefix' | 'country';
  /** Values of a message, '' never among them; numbers are compared sooner than texts. */
  readonly of: (message: KeptMessage) => readonly (string | number)[];
  readonly rows: (value: string) => Filter;
  /** As the end of "12 of 13 failures …". */
  readonly words: (value: string) => Sentence;
}

/** Digits of a number that tell country and network or area. */
const PREFIX = 6;

const NONE: readonly string[] = [];

const some = (value: string): readonly string[] => (value === '' ? NONE : [value]);

/** The first digits of a number that has at least so many. */
function prefixOf(digits: number): number {
  let prefix = digits;
  while (prefix >= 10 ** PREFIX) prefix = Math.floor(prefix / 10);
  return prefix;
}

/** The narrowest first: of two that explain the same failures the first is told. */
export const traits: readonly Trait[] = [
  {
    id: 'template',
    of: (message) => {
      const key = message.templateKey();
      return key === 0 ? NONE : [key];
    },
    rows: (value) => ({ templates: [Number(value)] }),
    words: () => say`have one and the same text`,
  },
  {
    id: 'link',
    of: (message) => message.linkHosts(),
    rows: (linkHost) => ({ linkHost }),
    words: (host) => say`hold a link to ${quote(host)}`,
  },
  {
    id: 'prefix',
    of: ({ phoneKey }) => (phoneKey >= 10 ** PREFIX ? [prefixOf(phoneKey)] : NONE),
    rows: (prefix) => ({ prefix }),
    words: (prefix) => say`went to numbers that begin with ${address(`+${prefix}`)}`,
  },
  {
    id: 'sender',
    of: ({ sender }) => some(sender),
    rows: (sender) => ({ senders: [sender] }),
    words: (sender) => say`came from ${address(sender)}`,
  },
  {
    id: 'country',
    of: ({ country }) => (country === UNKNOWN_COUNTRY ? NONE : some(country)),
    rows: (country) => ({ countries: [country] }),
    words: (country) => say`went to ${ours(countryWithCode(country))}`,
  },
];
