import { moment, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { sendersSaid } from '../shared/listed.ts';
import { groupFigures, refusedBy, refusedGroup, subjectOf } from '../shared/refused-group.ts';

const CODES = ['30024'];

/**
 * Numbers or short codes that one carrier does not know: the code says so of the sender. Which carrier it is, and so how much of its
 * traffic fails there, a log does not say; that others arrive is what to expect.
 */
export const notProvisionedAtCarrier = rule({
  id: 'not-provisioned-at-carrier',
  codes: CODES,
  guide: 'unregistered-sender',
  needs: ['from', 'errorCode', 'status'],
  tables: [],
  limits: { minShare: 'share' },
  find(index, { limits, minHits }) {
    const { senders, standOut } = refusedBy('sender', index, CODES, { least: minHits, minShare: limits.minShare });
    const group = refusedGroup(index, CODES, { senders });
    if (group.refused.count < minHits) return [];
    const { first, newest } = group.refused;
    const { failed, total, delivered } = groupFigures(group, { senders }, CODES, {
      refused: 'refused as not provisioned',
      all: 'messages of these senders',
    });
    const none = group.pattern !== 'mixed';
    return [
      {
        severity: standOut ? 'high' : 'low',
        confidence: none ? 'medium' : 'high',
        because: none
          ? say`The code alone says that the carrier does not know the sender; but nothing at all gets through, so the trouble may be larger than one carrier.`
          : say`The code alone says that the carrier does not know the sender, and what goes to other carriers arrives.`,
        sentence: say`A carrier does not know ${sendersSaid(senders)}: ${outOf(failed, total)} messages (${share(failed, total)}) were refused because the number is not provisioned there${first === Infinity ? '' : say`, the first on ${moment(first)}`}${delivered.value === 0 ? '' : say`, while ${delivered} arrived`}.`,
        affected: failed.value,
        recoverable: failed.value,
        rows: failed.rows,
        subject: subjectOf('sender', senders),
        since: first,
        evidence: [failed, total, delivered],
        codes: group.codes,
        examples: newest.sids,
        action: { kind: 'ask-twilio', list: null },
      },
    ];
  },
});
