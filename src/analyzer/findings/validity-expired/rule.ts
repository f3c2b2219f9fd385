import { howMany, outOf, say, share, type Sentence } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { outbreakFinding } from '../shared/outbreak-finding.ts';
import { outbreakOf } from '../shared/outbreak.ts';
import { senderPace } from '../shared/pace-table.ts';
import { bySender, senderNames } from '../shared/senders.ts';
import { lifetimes } from './lifetimes-table.ts';

const ID = 'validity-expired';
const CODES = ['30036'];

const refusals = codeTimes({ finding: ID, codes: CODES, name: ({ sender }) => sender });
const lives = lifetimes(CODES);

/**
 * Messages that waited longer than they were allowed to. Where the log has both times, the same wait on nearly all of them is the
 * validity period that somebody set; waits of all lengths are a queue.
 */
export const validityExpired = rule({
  id: ID,
  codes: CODES,
  guide: 'validity-expired',
  needs: ['errorCode', 'status'],
  tables: [refusals, senderPace, lives],
  limits: { minExpired: 'count', minShare: 'share', sameWaitShare: 'share' },
  find(index, { limits, minHits }) {
    const places = { refusals, pace: senderPace, codes: CODES, where: bySender };
    const found = outbreakOf(index, places, { minHits: Math.max(minHits, limits.minExpired), minShare: limits.minShare });
    if (found === undefined) return [];
    const { names, total, begun, isThin } = found;
    const { count, seconds, near } = index.get(lives).middle();
    const wait: Sentence | '' =
      count < minHits
        ? ''
        : near >= count * limits.sameWaitShare
          ? say` ${outOf(near, count)} of those with both times ended about ${howMany(seconds, 'second')} after they were created: that is the validity period somebody set.`
          : say` They waited differently long, ${howMany(seconds, 'second')} in the middle: the queue was longer than the validity period.`;
    return [
      outbreakFinding(found, {
        label: 'expired before they were sent',
        severity: 'high',
        because: say`The code alone says it; whether the period is too short or the queue too long shows in the time between creation and failure.`,
        sentence: (failed) =>
          say`Messages of ${senderNames(names)} expired before they were sent: ${outOf(failed, total)}${isThin ? '' : ' in the same hours'} (${share(failed, total)})${begun}.${wait}`,
        action: { kind: 'fix-sender', list: names },
      }),
    ];
  },
});
