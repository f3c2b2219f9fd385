import { moment, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { sendersSaid } from '../shared/listed.ts';
import { groupFigures, refusedBy, refusedGroup, subjectOf } from '../shared/refused-group.ts';

const CODES = ['30032'];

/**
 * Toll-free numbers that are not verified: the code says so of the sender, whatever else it sends. Numbers of which only a sprinkling is
 * refused were verified late, or lost it for a while.
 */
export const unverifiedTollFree = rule({
  id: 'unverified-toll-free',
  codes: CODES,
  guide: 'unverified-toll-free',
  needs: ['from', 'errorCode', 'status'],
  tables: [],
  limits: { minShare: 'share' },
  find(index, { limits, minHits }) {
    const { senders, standOut } = refusedBy('sender', index, CODES, { least: minHits, minShare: limits.minShare });
    const group = refusedGroup(index, CODES, { senders });
    if (group.refused.count < minHits) return [];
    const { first, newest } = group.refused;
    const { failed, total, delivered } = groupFigures(group, { senders }, CODES, {
      refused: 'refused as not verified',
      all: 'messages of these senders',
    });
    const pattern = group.pattern;
    const much = failed.value === total.value ? say`all ${total}` : say`${outOf(failed, total)} (${share(failed, total)})`;
    const begun = first === Infinity ? '' : say`, the first on ${moment(first)}`;
    const rest = {
      'none-accepted': '',
      'none-since': ', and none was accepted since',
      mixed: '. Others were accepted in between, so its verification may have changed',
    } as const;
    return [
      {
        severity: pattern === 'mixed' ? (standOut ? 'high' : 'low') : 'critical',
        confidence: 'high',
        because:
          pattern === 'mixed'
            ? say`The code alone says that the number was not verified at that moment.`
            : say`The code alone says that the number is not verified, and nothing got through after the first refusal.`,
        sentence: say`The toll-free verification of ${sendersSaid(senders)} is missing or not approved: ${much} messages were refused${begun}${rest[pattern]}.`,
        affected: failed.value,
        recoverable: failed.value,
        rows: failed.rows,
        subject: subjectOf('sender', senders),
        since: first,
        evidence: [failed, total, delivered],
        codes: group.codes,
        examples: newest.sids,
        action: { kind: 'fix-sender', list: senders },
      },
    ];
  },
});
