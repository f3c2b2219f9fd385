import { moment, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { outbreakFinding } from '../shared/outbreak-finding.ts';
import { outbreakOf } from '../shared/outbreak.ts';
import { senderPace } from '../shared/pace-table.ts';
import { isIn, slotOf } from '../shared/slots.ts';

const ID = 'account-stopped';
const CODES = ['10001', '20003', '20005', '30002', '30037', '90010'];

const refusals = codeTimes({ finding: ID, codes: CODES, name: () => 'the account' });

/** An account that may not send: from some moment on its messages fail whoever sends them, until somebody puts it right. */
export const accountStopped = rule({
  id: ID,
  codes: CODES,
  guide: 'account-suspended',
  needs: ['errorCode', 'status'],
  tables: [refusals, senderPace],
  limits: { minRefused: 'count', minShare: 'share', stoppedShare: 'share' },
  find(index, { limits, minHits }) {
    const places = { refusals, pace: senderPace, codes: CODES };
    const found = outbreakOf(index, places, { minHits: Math.max(minHits, limits.minRefused), minShare: limits.minShare });
    if (found === undefined) return [];
    const { total, refused, stretches, begun, isThin } = found;
    const isStopped = refused.value >= total.value * limits.stoppedShare;
    const goesOn = isIn(slotOf(index.clock), stretches);
    const end =
      !isStopped || isThin || !Number.isFinite(index.clock)
        ? ''
        : goesOn
          ? say` It was still so at the end of the log, ${moment(index.clock)}.`
          : say` Later messages were accepted again.`;
    return [
      outbreakFinding(found, {
        label: 'refused because of the account',
        severity: isStopped ? 'critical' : 'high',
        because: say`The code alone says that the account, not the message, was the reason.`,
        sentence: (failed) =>
          isStopped
            ? say`The account was stopped: ${outOf(failed, total)} messages${isThin ? '' : ' in these hours'} (${share(failed, total)}) were refused whoever sent them${begun}.${end}`
            : say`Some messages were refused because of the account or its credentials: ${outOf(failed, total)}${isThin ? '' : ' in the same hours'} (${share(failed, total)})${begun}. Others went out meanwhile, so one of several accounts or programs may be meant.`,
        subject: {},
        action: { kind: 'ask-twilio', list: null },
      }),
    ];
  },
});
