/** What some messages have in common: what their filter says itself, or what goes with it, is no news. */
import { expect, test } from 'vitest';
import { InCommon } from '../../../../src/analyzer/findings/shared-trait/in-common.ts';
import type { KeptMessage } from '../../../../src/analyzer/index/cells/kept-messages.ts';
import type { Filter } from '../../../../src/analyzer/report/filter.ts';
import { times } from '../../../fixtures/finding-rows.ts';
import { knowledge } from '../../../knowledge.ts';
import { inWords } from '../../../log.ts';

const HOUR = 3_600_000;
interface Made {
  readonly template?: number;
  readonly links?: readonly string[];
  readonly phone?: number;
  readonly sender?: string;
  readonly service?: string;
  readonly segments?: number;
  readonly encoding?: string;
  readonly hour?: number;
  readonly country?: string;
}
/** One of which nothing is like another but what is given. */
const messageOf = (
  n: number,
  { template = 0, links = [], phone = 0, sender = '', service = '', segments = 1, encoding = '', hour, country = 'unknown' }: Made,
): KeptMessage =>
  ({
    time: hour === undefined ? NaN : (n * 24 + hour) * HOUR,
    phoneKey: phone,
    sender,
    country,
    templateKey: () => template,
    linkHosts: () => links,
    service: () => service,
    segments: () => segments,
    encoding: () => encoding,
    sid: () => '',
  }) as unknown as KeptMessage;

/** What 20 messages with something in common say under a filter, beside 200 that have nothing. */
function said(given: Made, filter: Filter): string {
  const inCommon = new InCommon(knowledge);
  const chosen = times(20, (n) => messageOf(n, given));
  for (const message of chosen) inCommon.count(message);
  for (const message of chosen) inCommon.again(message);
  const all = [...chosen, ...times(200, (n) => messageOf(n, {}))];
  return inWords(inCommon.sentence(filter, { messages: all, count: all.length }) ?? []);
}

const SERVICE = `MG${'0'.repeat(32)}`;
/** What messages have in common, the beginning of what is said of it, and filters that make it no news. */
const cases: readonly (readonly [given: Made, words: string, filters: readonly Filter[]])[] = [
  [{ template: 7 }, 'have one and the same text', [{ templates: [7] }, { senders: ['A'] }, { linkHost: 'a.example' }]],
  [{ links: ['a.example'] }, 'hold a link to “a.example”', [{ linkHost: 'a.example' }, { templates: [7] }]],
  [{ sender: 'A' }, 'came from A', [{ senders: ['A'] }, { templates: [7] }, { services: [SERVICE] }]],
  [{ service: SERVICE }, 'went through the Messaging Service', [{ services: [SERVICE] }, { senders: ['A'] }, { templates: [7] }]],
  [{ phone: 447_911_123_456 }, 'went to numbers that begin with', [{ prefix: '447911' }, { countries: ['GB'] }]],
  [{ country: 'FR' }, 'went to France', [{ countries: ['FR'] }, { prefix: '33612' }]],
  [{ segments: 2 }, 'are two or more segments long', [{ segments: { from: 2 } }]],
  [{ encoding: 'wide' }, 'hold characters outside the GSM alphabet', [{ encoding: 'wide' }]],
  [{ hour: 7 }, 'were sent between 7:00 and 8:00 UTC', [{ hourOfDay: 7 }]],
];

test.for(cases)('%j is told, but not under a filter that says so', ([given, words, silent]) => {
  expect(said(given, {})).toContain(`20 of 20 ${words}`);
  for (const filter of silent) {
    expect(said(given, filter)).toBe('');
    expect(said(given, { all: [{ direction: 'outbound' }, filter] })).toBe('');
  }
  const asks = (filter: Filter): string => Object.keys(filter).join();
  const others = cases.flatMap(([, , filters]) => filters).filter((filter) => !silent.some((own) => asks(own) === asks(filter)));
  for (const filter of others) expect(said(given, filter)).toContain(words);
});
