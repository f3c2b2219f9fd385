import type { KeptMessage } from '../../index/cells/kept-messages.ts';
import { UNKNOWN_COUNTRY } from '../../message/country.ts';
import { utcHourOf } from '../../message/local-time.ts';
import type { Filter } from '../../report/filter.ts';
import { address, ours, quote, say, type Sentence } from '../../report/sentence.ts';
import { countryWithCode } from '../../words/country-name.ts';
import { rangeOf } from '../shared/number-range.ts';

/** Something that messages can have in common. */
export interface Trait {
  readonly id: 'template' | 'link' | 'sender' | 'service' | 'prefix' | 'segments' | 'encoding' | 'hour' | 'country';
  /** Values of a message, '' never among them; numbers are compared sooner than texts. */
  readonly of: (message: KeptMessage) => readonly (string | number)[];
  readonly rows: (value: string) => Filter;
  /** Hours of the first and the last failure must lie so far apart; absent where that does not matter. */
  readonly leastHours?: number;
  /** As the end of "12 of 13 failures …". */
  readonly words: (value: string) => Sentence;
}

const NONE: readonly string[] = [];
const SEVERAL = ['several'] as const;
const WIDE = ['wide'] as const;

const some = (value: string): readonly string[] => (value === '' ? NONE : [value]);

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
    of: ({ phoneKey }) => {
      const range = rangeOf(phoneKey);
      return range === undefined ? NONE : [range];
    },
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
    id: 'service',
    of: (message) => some(message.service()),
    rows: (service) => ({ services: [service] }),
    words: (service) => say`went through the Messaging Service ${{ text: service }}`,
  },
  {
    id: 'segments',
    of: (message) => (message.segments() > 1 ? SEVERAL : NONE),
    rows: () => ({ segments: { from: 2 } }),
    words: () => say`are two or more segments long`,
  },
  {
    id: 'encoding',
    of: (message) => (message.encoding() === 'wide' ? WIDE : NONE),
    rows: () => ({ encoding: 'wide' }),
    words: () => say`hold characters outside the GSM alphabet (UCS-2)`,
  },
  {
    id: 'hour',
    // One hour of one day is a change (sudden-change), not a habit.
    leastHours: 48,
    of: ({ time }) => (Number.isNaN(time) ? NONE : [utcHourOf(time)]),
    rows: (hour) => ({ hourOfDay: Number(hour) }),
    words: (hour) => say`were sent between ${Number(hour)}:00 and ${(Number(hour) + 1) % 24}:00 UTC, whatever the day`,
  },
  {
    id: 'country',
    of: ({ country }) => (country === UNKNOWN_COUNTRY ? NONE : some(country)),
    rows: (country) => ({ countries: [country] }),
    words: (country) => say`went to ${ours(countryWithCode(country))}`,
  },
];
