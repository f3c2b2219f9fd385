import type { LogIndex } from '../../index/log-index.ts';
import { howMany, outOf, say, share } from '../../report/sentence.ts';
import { rule, type Found } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { outbreakFinding } from '../shared/outbreak-finding.ts';
import { outbreakOf, type Outbreak } from '../shared/outbreak.ts';
import { senderPace } from '../shared/pace-table.ts';
import { bySender, senderNames, sendersSubject } from '../shared/senders.ts';
import { backlogOf, usualMinutes, waits } from './backlog.ts';

const ID = 'queue-overflow';
const CODES = ['21611', '30001'];
const SECONDS_AN_HOUR = 3_600;

const refusals = codeTimes({ finding: ID, codes: CODES, name: ({ sender }) => sender });

/**
 * Senders that were handed more than they can send while a message may wait. The code alone says so; the limits only keep a stray
 * refusal in a large log from being called an overflow. The rate of a sender is not in the log: hours are those of an ordinary
 * US number. Before a queue runs over it grows: where the log has both times, messages that went out late are found as well.
 */
export const queueOverflow = rule({
  id: ID,
  codes: CODES,
  guide: 'queue-full',
  needs: ['errorCode', 'status'],
  tables: [refusals, senderPace, waits],
  limits: {
    minRefused: 'count',
    minShare: 'share',
    segmentsPerSecond: 'count',
    waitSeconds: 'count',
    minWaited: 'count',
    waitedShare: 'share',
  },
  find(index, { limits, minHits }) {
    const places = { refusals, pace: senderPace, codes: CODES, where: bySender };
    const found = outbreakOf(index, places, { minHits: Math.max(minHits, limits.minRefused), minShare: limits.minShare });
    const { waitSeconds, minWaited, waitedShare } = limits;
    const backlog = backlogOf(index, { waitSeconds, minHits: Math.max(minHits, minWaited), minShare: waitedShare });
    const late = backlog === undefined ? [] : [lateFinding(index, backlog, waitSeconds)];
    if (found === undefined) return late;
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
      ...(!isThin && isAbout(names, backlog) ? [] : late),
    ];
  },
});

/** Whether the senders whose queue ran over are those whose messages waited: then that was told. */
const isAbout = (names: readonly string[], backlog: Outbreak | undefined): boolean =>
  names.length === 0 || backlog?.names.some((name) => names.includes(name)) === true;

/** Messages that came late, though nothing was dropped for it. */
function lateFinding(index: LogIndex, backlog: Outbreak, waitSeconds: number): Found {
  const { names, since, examples, refused, total, begun } = backlog;
  const late = { ...refused, label: `waited for ${String(waitSeconds / 60)} minutes or longer` };
  return {
    severity: 'medium',
    confidence: 'medium',
    because: say`The log has both times; that the wait built up while others of the sender were waiting is a queue and no plan. How fast the sender may send is not in the log.`,
    sentence: say`Messages of ${senderNames(names)} went out late: ${outOf(late, total)} in the same hours (${share(late, total)}) had waited in the queue for ${howMany(waitSeconds / 60, 'minute')} or longer, half of these for ${howMany(usualMinutes(index, backlog), 'minute')} or longer${begun}.`,
    affected: late.value,
    recoverable: 0,
    rows: refused.rows,
    subject: { ...sendersSubject(names), case: 'late' },
    since,
    isSinceExact: true,
    evidence: [late, total],
    codes: [],
    examples,
    action: { kind: 'slow-down', list: null },
  };
}
