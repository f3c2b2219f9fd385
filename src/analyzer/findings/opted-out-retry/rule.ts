import type { Rule } from '../rule.ts';
import { refusalsBy, summed } from '../shared/refusals.ts';
import { counted, ofBase } from '../../words/figure.ts';
import { isoTime } from '../../words/moment.ts';

const CODES = ['21610'];

/** How many people were blocked more than once, as the end of the sentence. */
function blockedAgain(again: number, people: number): string {
  if (again === 0) return people === 1 ? '.' : ', each person once.';
  return people === 1 ? ', more than once.' : `, ${ofBase(again, people)} people more than once.`;
}

/**
 * Messages to people who opted out, again and again: the sending side does not keep the list. Rule H16 of
 * research/peers-and-rules.md. Whether a text still reached someone after STOP is another finding.
 */
export const optedOutRetry: Rule = {
  id: 'opted-out-retry',
  codes: CODES,
  guide: 'opted-out',
  find(index, { knowledge, moment }) {
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
    return [
      {
        id: 'opted-out-retry',
        severity: isRetry ? 'medium' : 'low',
        confidence: isRetry ? 'high' : 'medium',
        sentence: `${counted(failures, 'message')} went to ${counted(people.length, 'person who has', 'people who have')} opted out and ${failures === 1 ? 'was' : 'were'} blocked${from === undefined ? '' : ` since ${moment(since)}`}${blockedAgain(again.length, people.length)}${stopped === 0 ? '' : ` The STOP of ${people.length === 1 ? 'that person' : ofBase(stopped, people.length)} is in this log.`}`,
        affected: failures,
        recoverable: 0,
        subject: { recipients: String(people.length) },
        ...(from === undefined ? {} : { since: from }),
        evidence: [
          { label: 'messages blocked', value: failures },
          { label: 'people who opted out', value: people.length },
          { label: 'whose STOP is in this log', value: stopped },
        ],
        codes: CODES,
        guide: 'opted-out',
        examples,
        action: { kind: 'suppress', list: people.map(({ person }) => person) },
      },
    ];
  },
};
