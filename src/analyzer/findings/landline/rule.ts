import type { Rule } from '../rule.ts';
import { refusalsBy, summed } from '../shared/refusals.ts';
import { howMany, moment, say } from '../../report/sentence.ts';
import { isoTime } from '../../words/moment.ts';

const CODES = ['30006', '21614', '21635'];

/**
 * Numbers that cannot take texts: refused as landline at least twice, nothing delivered. Rule H05 of research/peers-and-rules.md.
 */
export const landline: Rule = {
  id: 'landline',
  codes: CODES,
  guide: 'landline',
  find(index, { knowledge }) {
    const { general, landline: limits } = knowledge.thresholds;
    const deaf = refusalsBy(index, CODES).filter(({ key, count }) => count >= limits.minRefusals && !index.people.isReached(key));
    const { failures, since, codes, examples } = summed(deaf, CODES, index);
    if (failures < general.minHits) return [];
    const from = isoTime(since);
    const numbers = { label: `numbers refused ${String(limits.minRefusals)} times or more`, value: deaf.length };
    const messages = { label: 'messages sent to them', value: failures };
    return [
      {
        id: 'landline',
        severity: 'medium',
        confidence: 'medium',
        sentence: say`${howMany(numbers, 'number takes', 'numbers take')} no texts: ${howMany(messages, 'message')} to ${deaf.length === 1 ? 'it' : 'them'} ${failures === 1 ? 'was' : 'were'} refused as landline or unreachable carrier${from === undefined ? '' : say` since ${moment(since)}`}, and none was delivered.`,
        affected: failures,
        recoverable: 0,
        subject: { recipients: String(deaf.length) },
        ...(from === undefined ? {} : { since: from }),
        evidence: [numbers, messages, { label: 'of these delivered', value: 0 }],
        codes,
        guide: 'landline',
        examples,
        action: { kind: 'phone-instead', list: deaf.map(({ person }) => person) },
      },
    ];
  },
};
