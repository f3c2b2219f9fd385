import type { Rule } from '../rule.ts';
import { refusalsBy, summed } from '../shared/refusals.ts';
import { howMany, moment, outOf, say, type Sentence } from '../../report/sentence.ts';
import type { Figure } from '../../report/figure.ts';
import { isoTime } from '../../words/moment.ts';

const CODES = ['21610'];

/** How many people were blocked more than once, as the end of the sentence. */
function blockedAgain(again: number, people: Figure): Sentence {
  if (again === 0) return people.value === 1 ? say`.` : say`, each person once.`;
  return people.value === 1 ? say`, more than once.` : say`, ${outOf(again, people)} people more than once.`;
}

/**
 * Messages to people who opted out, again and again: the sending side does not keep the list. Rule H16 of
 * research/peers-and-rules.md. Whether a text still reached someone after STOP is another finding.
 */
export const optedOutRetry: Rule = {
  id: 'opted-out-retry',
  codes: CODES,
  guide: 'opted-out',
  find(index, { knowledge }) {
    const { general, 'opted-out-retry': limits } = knowledge.thresholds;
    const people = refusalsBy(index, CODES);
    const { failures, since, examples } = summed(people, CODES, index);
    if (failures < Math.max(limits.minRefusals, general.minHits)) return [];
    const again = people.filter(({ count }) => count > 1);
    const repeated = again.reduce((sum, { count }) => sum + count, 0);
    // Most people blocked once: a list that lags behind, not a program that goes on.
    const isRetry = repeated >= failures * limits.minRepeatShare;
    const stopped = people.filter(({ key }) => index.stops.has(key)).length;
    const from = isoTime(since);
    const blocked = { label: 'messages blocked', value: failures };
    const optedOut = { label: 'people who opted out', value: people.length };
    const seen = { label: 'whose STOP is in this log', value: stopped };
    return [
      {
        id: 'opted-out-retry',
        severity: isRetry ? 'medium' : 'low',
        confidence: isRetry ? 'high' : 'medium',
        sentence: say`${howMany(blocked, 'message')} went to ${howMany(optedOut, 'person who has', 'people who have')} opted out and ${failures === 1 ? 'was' : 'were'} blocked${from === undefined ? '' : say` since ${moment(since)}`}${blockedAgain(again.length, optedOut)}${stopped === 0 ? '' : say` The STOP of ${people.length === 1 ? 'that person' : outOf(seen, optedOut)} is in this log.`}`,
        affected: failures,
        recoverable: 0,
        subject: { recipients: String(people.length) },
        ...(from === undefined ? {} : { since: from }),
        evidence: [blocked, optedOut, seen],
        codes: CODES,
        guide: 'opted-out',
        examples,
        action: { kind: 'suppress', list: people.map(({ person }) => person) },
      },
    ];
  },
};
