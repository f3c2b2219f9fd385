import { outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { outbreakFinding } from '../shared/outbreak-finding.ts';
import { outbreakOf } from '../shared/outbreak.ts';
import { senderPace } from '../shared/pace-table.ts';
import { bySender, senderNames } from '../shared/senders.ts';

const ID = 'outside-messaging-window';
const CODES = ['63016'];

const refusals = codeTimes({ finding: ID, codes: CODES, name: ({ sender }) => sender });

/** Free texts on WhatsApp or Messenger to people who had not written within the channel's window: the code alone says so. */
export const outsideMessagingWindow = rule({
  id: ID,
  codes: CODES,
  guide: 'outside-window',
  needs: ['errorCode', 'status'],
  tables: [refusals, senderPace],
  limits: { minRefused: 'count', minShare: 'share' },
  find(index, { limits, minHits }) {
    const places = { refusals, pace: senderPace, codes: CODES, where: bySender };
    const found = outbreakOf(index, places, { minHits: Math.max(minHits, limits.minRefused), minShare: limits.minShare });
    if (found === undefined) return [];
    const { names, total, begun, isThin } = found;
    return [
      outbreakFinding(found, {
        label: 'refused outside the window',
        severity: 'high',
        because: say`The code alone says it: the person had not written within the channel's window, and the text was no approved template.`,
        sentence: (failed) =>
          say`Free texts of ${senderNames(names)} came after the messaging window had closed: ${outOf(failed, total)} messages${isThin ? '' : ' in the same hours'} (${share(failed, total)}) were refused${begun}. Only an approved template gets through then.`,
        action: { kind: 'fix-content', list: null },
      }),
    ];
  },
});
