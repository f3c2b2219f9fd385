import type { KeptMessage } from '../../index/cells/kept-messages.ts';
import { UNKNOWN_COUNTRY } from '../../message/country.ts';
import { utcHourOf } from '../../message/local-time.ts';
import type { Filter } from '../../report/filter.ts';
import { address, ours, quote, say, type Sentence } from '../../report/sentence.ts';
import { countryWithCode } from '../../words/country-name.ts';
import { rangeOf } from '../shared/number-range.ts';

export type Value = string | number;

/** Something that messages can have in common. */
export interface Trait {
  readonly id: 'template' | 'link' | 'sender' | 'service' | 'prefix' | 'segments' | 'encoding' | 'hour' | 'country';
  /** What a message has of it, '' for nothing; asked of every failure, so no list is made for a single value. Numbers are compared sooner than texts. */
  readonly of: (message: KeptMessage) => Value | readonly Value[];
  readonly rows: (value: string) => Filter;
  /** Hours of the first and the last failure must lie so far apart; absent where that does not matter. */
  readonly leastHours?: number;
  /** As the end of "12 of 13 failures …". */
  readonly words: (value: string) => Sentence;
}

/** The narrowest first: of two that explain the same failures the first is told. */
export const traits: readonly Trait[] = [
  {
    id: 'template',
    of: (message) => message.templateKey() || '',
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
    of: ({ phoneKey }) => rangeOf(phoneKey) ?? '',
    rows: (prefix) => ({ prefix }),
    words: (prefix) => say`went to numbers that begin with ${address(`+${prefix}`)}`,
  },
  {
    id: 'sender',
    of: ({ sender }) => sender,
    rows: (sender) => ({ senders: [sender] }),
    words: (sender) => say`came from ${address(sender)}`,
  },
  {
    id: 'service',
    of: (message) => message.service(),
    rows: (service) => ({ services: [service] }),
    words: (service) => say`went through the Messaging Service ${{ text: service }}`,
  },
  {
    id: 'segments',
    of: (message) => (message.segments() > 1 ? 'several' : ''),
    rows: () => ({ segments: { from: 2 } }),
    words: () => say`are two or more segments long`,
  },
  {
    id: 'encoding',
    of: (message) => (message.encoding() === 'wide' ? 'wide' : ''),
    rows: () => ({ encoding: 'wide' }),
    words: () => say`hold characters outside the GSM alphabet (UCS-2)`,
  },
  {
    id: 'hour',
    // One hour of one day is a change (sudden-change), not a habit.
    leastHours: 48,
    of: ({ time }) => (Number.isNaN(time) ? '' : utcHourOf(time)),
    rows: (hour) => ({ hourOfDay: Number(hour) }),
    words: (hour) => say`were sent between ${Number(hour)}:00 and ${(Number(hour) + 1) % 24}:00 UTC, whatever the day`,
  },
  {
    id: 'country',
    of: ({ country }) => (country === UNKNOWN_COUNTRY ? '' : country),
    rows: (country) => ({ countries: [country] }),
    words: (country) => say`went to ${ours(countryWithCode(country))}`,
  },
];
