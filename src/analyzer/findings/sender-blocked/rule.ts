import { address, howMany, moment, outOf, say, share } from '../../report/sentence.ts';
import { withoutBidi } from '../../words/direction.ts';
import { rule } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { failingFigures } from '../shared/failing-sender-figures.ts';
import { failingSenders } from '../shared/failing-senders.ts';
import { senderPace } from '../shared/pace-table.ts';
import { UNREACHABLE } from '../shared/unreachable.ts';

const ID = 'sender-blocked';

const refusals = codeTimes({ finding: ID, codes: [UNREACHABLE], name: ({ sender }) => sender });

/**
 * Senders that carriers refuse and answer as unreachable: a fifth of the messages or more, to many people, while other senders reach
 * theirs. The same few people again and again are dead numbers, not a blocked sender;
 * so are people whom no sender of the log reaches.
 */
export const senderBlocked = rule({
  id: ID,
  codes: [UNREACHABLE],
  guide: 'sender-blocked',
  needs: ['from', 'errorCode', 'status'],
  tables: [refusals, senderPace],
  limits: { minUnreachable: 'count', minShare: 'share', maxEach: 'count', rateRatio: 'ratio', fewHits: 'count' },
  find(index, { limits, minHits }) {
    // Each person counts once: few who are written to again and again are dead numbers.
    const isMany = (people: number, messages: number): boolean => people >= minHits && people >= limits.minShare * messages;
    return failingSenders(index, {
      code: UNREACHABLE,
      refusals,
      minShare: limits.minShare,
      minHits: Math.max(limits.minUnreachable, minHits),
      rateRatio: limits.rateRatio,
    })
      .filter(
        ({ own, people, telling, each }) => Number.isNaN(each) || ((people === 0 || isMany(telling, own.total)) && each < limits.maxEach),
      )
      .map((found) => {
        const { sender, own, since, people, against, examples } = found;
        const isFew = own.failed < limits.fewHits;
        const { failed, total, others, contrast } = failingFigures(found, UNREACHABLE, 'unreachable');
        return {
          severity: isFew ? 'low' : against === 'nothing' ? 'medium' : 'high',
          confidence: against === 'others' && !isFew ? 'medium' : 'low',
          because: isFew
            ? say`So few messages prove little: it may have been the phones. One test from another number would tell.`
            : against === 'others'
              ? say`Other senders reach their recipients at the same time, so it is not the phones; but the code itself speaks of the phone, not of the sender.`
              : say`So many phones are rarely off at once; but other senders sent too little to compare with: one test from another number would tell.`,
          sentence: say`${withoutBidi(sender) === '' ? 'An unnamed sender' : address(sender)} is probably blocked: ${outOf(failed, total)} of its messages (${share(failed, total)}) ended as unreachable${since === Infinity ? '' : say` since ${moment(since)}`}${people === 0 ? '' : say`, to ${howMany(people, 'different person', 'different people')}`}${contrast}.`,
          affected: own.failed,
          recoverable: own.failed,
          rows: failed.rows,
          subject: { sender },
          since,
          evidence: [failed, total, ...others],
          codes: [UNREACHABLE],
          examples,
          action: { kind: 'ask-twilio', list: null },
        } as const;
      });
  },
});
