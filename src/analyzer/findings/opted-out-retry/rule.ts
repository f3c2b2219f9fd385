import type { Figure } from '../../report/figure.ts';
import { howMany, outOf, say, type Sentence } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { peopleFinding } from '../shared/people-finding.ts';
import { isMuch } from '../shared/size.ts';
import { failedWith } from '../shared/refused-people.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy } from '../shared/refusals.ts';
import { stops } from './stops-table.ts';

const ID = 'opted-out-retry';
/** 30630 has the title, cause and remedy of 21610. */
const CODES = ['21610', '30630'];

const refusals = refusalsTable(ID, CODES);

/** How many people were blocked more than once, as the end of the sentence. */
function blockedAgain(again: number, people: Figure): Sentence {
  if (again === 0) return say`, each person once.`;
  return people.value === 1 ? say`, more than once.` : say`, ${outOf(again, people)} people more than once.`;
}

/**
 * Messages to people who opted out, again and again: the sending side does not keep the list. Whether a text still reached
 * someone after STOP is another finding.
 */
export const optedOutRetry = rule({
  id: ID,
  codes: CODES,
  guide: 'opted-out',
  needs: ['to', 'errorCode'],
  tables: [refusals, stops],
  limits: { minRefusals: 'count', minRepeatShare: 'share', minShare: 'share' },
  find(index, { limits, minHits }) {
    const table = index.get(refusals);
    const people = refusalsBy(table, CODES);
    const again = people.filter(({ count }) => count > 1);
    const sum = (some: typeof people): number => some.reduce((total, { count }) => total + count, 0);
    // Most people blocked once: a list that lags behind, not a program that goes on.
    const isRetry = sum(again) >= sum(people) * limits.minRepeatShare;
    const stopped = people.filter(({ key }) => index.get(stops).has(key)).map(({ person }) => person);
    const seen: Figure = {
      label: 'whose STOP is in this log',
      value: stopped.length,
      of: 'people',
      rows: { ...failedWith(CODES), people: stopped },
    };
    return peopleFinding(
      { id: ID, codes: CODES, table, people, least: Math.max(limits.minRefusals, minHits) },
      {
        severity: isRetry && isMuch(sum(people), index, { minMessages: limits.minRefusals, minShare: limits.minShare }) ? 'medium' : 'low',
        confidence: isRetry ? 'high' : 'medium',
        because: isRetry
          ? say`The code alone says that these people opted out, and most of the messages went to people who had been blocked before.`
          : say`The code alone says that these people opted out; but most were blocked once, so the list may only lag behind.`,
        label: 'people who opted out',
        messages: 'messages blocked',
        sentence: ({ people: optedOut, messages, begun }) =>
          say`${howMany(messages, 'message')} went to ${howMany(optedOut, 'person who has', 'people who have')} opted out and were blocked${begun}${blockedAgain(again.length, optedOut)}${stopped.length === 0 ? '' : say` The STOP of ${people.length === 1 ? 'that person' : outOf(seen, optedOut)} is in this log.`}`,
        evidence: () => [seen],
        action: 'suppress',
      },
    );
  },
});
