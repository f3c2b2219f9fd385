import type { Rule } from '../rule.ts';
import { refusalsBy, summed } from '../shared/refusals.ts';
import { howMany, moment, say } from '../../report/sentence.ts';
import { isoTime } from '../../words/moment.ts';

const CODES = ['30005'];
const HOUR_MS = 3_600_000;

/**
 * Numbers that nobody has: 30005 on several days and nothing delivered. Rule H04 of research/peers-and-rules.md.
 * Several refusals within hours may be one retry loop, also across midnight; a number that took, read or wrote a
 * message is somebody's.
 */
export const deadNumber: Rule = {
  id: 'dead-number',
  codes: CODES,
  guide: 'dead-number',
  find(index, { knowledge }) {
    const { general, 'dead-number': limits } = knowledge.thresholds;
    const dead = refusalsBy(index, CODES).filter(
      ({ key, count, days, lasted }) =>
        count >= limits.minFailures && days >= limits.minDays && lasted >= limits.minHours * HOUR_MS && !index.people.isReached(key),
    );
    const { failures, since, examples } = summed(dead, CODES, index);
    if (failures < general.minHits) return [];
    const from = isoTime(since);
    const numbers = { label: 'numbers refused on several days', value: dead.length };
    const messages = { label: 'messages sent to them', value: failures };
    return [
      {
        id: 'dead-number',
        severity: 'medium',
        confidence: 'high',
        sentence: say`${howMany(numbers, 'number does', 'numbers do')} not exist any more: ${howMany(messages, 'message')} to ${dead.length === 1 ? 'it' : 'them'} came back as unknown destination on ${limits.minDays} or more days${from === undefined ? '' : say`, the first on ${moment(since)}`}, and none was delivered.`,
        affected: failures,
        recoverable: 0,
        subject: { recipients: String(dead.length) },
        ...(from === undefined ? {} : { since: from }),
        evidence: [numbers, messages, { label: 'of these delivered', value: 0 }],
        codes: CODES,
        guide: 'dead-number',
        examples,
        action: { kind: 'suppress', list: dead.map(({ person }) => person) },
      },
    ];
  },
};
