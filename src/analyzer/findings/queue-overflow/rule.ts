import { howMany, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { outbreakFinding } from '../shared/outbreak-finding.ts';
import { outbreakOf } from '../shared/outbreak.ts';
import { senderPace } from '../shared/pace-table.ts';
import { bySender, senderNames } from '../shared/senders.ts';

const ID = 'queue-overflow';
const CODES = ['21611', '30001'];
const SECONDS_AN_HOUR = 3_600;

const refusals = codeTimes({ finding: ID, codes: CODES, name: ({ sender }) => sender });

/**
 * Senders that were handed more than they can send while a message may wait. The code alone says so; the limits only keep a stray
 * refusal in a large log from being called an overflow. The rate of a sender is not in the log: hours are those of an ordinary
 * US number.
 */
export const queueOverflow = rule({
  id: ID,
  codes: CODES,
  guide: 'queue-full',
  needs: ['errorCode', 'status'],
  tables: [refusals, senderPace],
  limits: { minRefused: 'count', minShare: 'share', segmentsPerSecond: 'count' },
  find(index, { limits, minHits }) {
    const places = { refusals, pace: senderPace, codes: CODES, where: bySender };
    const found = outbreakOf(index, places, { minHits: Math.max(minHits, limits.minRefused), minShare: limits.minShare });
    if (found === undefined) return [];
    const { names, total, second, begun, isThin } = found;
    const hours = Math.round(second / (limits.segmentsPerSecond * SECONDS_AN_HOUR));
    const long =
      isThin || hours === 0
        ? ''
        : say` These hours hold ${howMany(second, 'segment')}: a number that sends ${limits.segmentsPerSecond} a second takes ${howMany(hours, 'hour')} for them.`;
    return [
      outbreakFinding(found, {
        label: 'dropped because the queue was full',
        severity: 'high',
        because: say`The code alone says it: more was waiting for the sender than its queue takes.`,
        sentence: (failed) =>
          say`The queue of ${senderNames(names)} ran over: ${outOf(failed, total)} messages${isThin ? '' : ' in the same hours'} (${share(failed, total)}) were dropped unsent${begun}.${long}`,
        action: { kind: 'slow-down', list: null },
      }),
    ];
  },
});
