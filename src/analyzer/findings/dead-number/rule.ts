import type { Rule } from '../rule.ts';
import { refusalsBy, summed } from '../shared/refusals.ts';
import { counted } from '../../words/figure.ts';
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
  find(index, { knowledge, moment }) {
    const { general, 'dead-number': limits } = knowledge.thresholds;
    const dead = refusalsBy(index, CODES).filter(
      ({ key, count, days, lasted }) =>
        count >= limits.minFailures && days >= limits.minDays && lasted >= limits.minHours * HOUR_MS && !index.people.isReached(key),
    );
    const { failures, since, examples } = summed(dead, CODES, index);
    if (failures < general.minHits) return [];
    const from = isoTime(since);
    return [
      {
        id: 'dead-number',
        severity: 'medium',
        confidence: 'high',
        sentence: `${counted(dead.length, 'number does', 'numbers do')} not exist any more: ${counted(failures, 'message')} to ${dead.length === 1 ? 'it' : 'them'} came back as unknown destination on ${String(limits.minDays)} or more days${from === undefined ? '' : `, the first on ${moment(since)}`}, and none was delivered.`,
        affected: failures,
        recoverable: 0,
        subject: { recipients: String(dead.length) },
        ...(from === undefined ? {} : { since: from }),
        evidence: [
          { label: 'numbers refused on several days', value: dead.length },
          { label: 'messages sent to them', value: failures },
          { label: 'of these delivered', value: 0 },
        ],
        codes: CODES,
        guide: 'dead-number',
        examples,
        action: { kind: 'suppress', list: dead.map(({ person }) => person) },
      },
    ];
  },
};
