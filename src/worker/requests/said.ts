import { commonUnder } from '../../analyzer/ask-common.ts';
import { textsUnder, type Texts } from '../../analyzer/ask-texts.ts';
import type { Filter } from '../../analyzer/report/filter.ts';
import type { Sentence } from '../../analyzer/report/sentence.ts';
import { keptOf, type Held, type Turn } from './held.ts';

/** What the messages that a filter takes say, and what they have in common. */
export interface AskSaid {
  readonly kind: 'said';
  readonly filter: Filter;
}

export interface SaidUnder {
  readonly texts: Texts;
  /** Absent where there is nothing to say. */
  readonly common?: Sentence;
}

/** @returns `undefined` when nobody waits any more @throws Error where messages are not kept */
export async function answerSaid(held: Held, { filter }: AskSaid, { rest }: Turn): Promise<SaidUnder | undefined> {
  const reading = keptOf(held);
  const texts = await textsUnder(reading, filter, rest);
  // All messages have in common what all messages have.
  const common = Object.keys(filter).length === 0 ? {} : await commonUnder(reading, filter, rest);
  if (texts === undefined || common === undefined) return undefined;
  return { texts, ...(common.says === undefined ? {} : { common: common.says }) };
}
