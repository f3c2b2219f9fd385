import type { Rule } from './rule.ts';
import { refusalsBy, summed } from './refusals.ts';
import { counted, figure, isoTime } from './sentence.ts';

const CODES = ['21610'];

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
    const stopped = people.filter(({ key }) => index.stops.has(key)).length;
    const from = isoTime(since);
    return [
      {
        id: 'opted-out-retry',
        severity: 'medium',
        confidence: 'high',
        sentence: `${counted(failures, 'message')} went to ${counted(people.length, 'person who has', 'people who have')} opted out and ${failures === 1 ? 'was' : 'were'} blocked${from === undefined ? '' : ` since ${moment(since)}`}; the STOP of ${figure(stopped)} of them is in this log.`,
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
