import type { LogIndex } from '../../index/log-index.ts';
import { address, moment, outOf, say, share } from '../../report/sentence.ts';
import { withoutBidi } from '../../words/direction.ts';
import { rule } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { failingFigures } from '../shared/failing-sender-figures.ts';
import { failingSenders, type FailingSender } from '../shared/failing-senders.ts';
import { senderPace } from '../shared/pace-table.ts';
import { FILTERED, filteredTexts } from '../template-filtered/texts-table.ts';

const ID = 'sender-filtered';

const refusals = codeTimes({ finding: ID, codes: [FILTERED], name: ({ sender }) => sender });

/** So many times fewer than in proportion, and the sender's other texts are not filtered. */
const OTHER_TEXTS = 3;

/**
 * Whether one text alone is filtered while the sender's others arrive: then the text is the cause. The others would be filtered in
 * proportion, were it the sender.
 */
function isOneText(index: LogIndex, { sender, all }: FailingSender, minHits: number): boolean {
  const texts = index.get(filteredTexts);
  let filtered = 0;
  let most = 0;
  let total = 0;
  for (const [key, text] of texts.filtered) {
    if (text.sender !== sender) continue;
    filtered += text.count;
    const sent = Math.max(texts.total(key), text.count);
    // Of two filtered as often the one that was sent more: no order of rows matters.
    if (text.count < most || (text.count === most && sent <= total)) continue;
    most = text.count;
    total = sent;
  }
  const inProportion = total === 0 ? 0 : (most / total) * (all.total - total);
  return inProportion >= minHits && (filtered - most) * OTHER_TEXTS < inProportion;
}

/** Senders that filters distrust, whatever they say: half of the messages or more are filtered, in several texts. */
export const senderFiltered = rule({
  id: ID,
  codes: [FILTERED],
  guide: 'filtered-sender',
  needs: ['from', 'errorCode', 'status'],
  tables: [refusals, senderPace, filteredTexts],
  limits: { minFiltered: 'count', minShare: 'share', rateRatio: 'ratio', fewHits: 'count' },
  find(index, { limits, minHits }) {
    return failingSenders(index, {
      code: FILTERED,
      refusals,
      minShare: limits.minShare,
      minHits: Math.max(limits.minFiltered, minHits),
      rateRatio: limits.rateRatio,
    })
      .filter((found) => !isOneText(index, found, minHits))
      .map((found) => {
        const { sender, own, since, against, examples } = found;
        const isFew = own.failed < limits.fewHits;
        const { failed, total, others, contrast } = failingFigures(found, FILTERED, 'filtered');
        return {
          severity: isFew ? 'low' : 'high',
          confidence: against === 'others' && !isFew ? 'medium' : 'low',
          because: isFew
            ? say`So few messages prove little; the same text to a phone of your own would tell.`
            : against === 'others'
              ? say`Other senders pass the filters at the same time, and no single text accounts for it; the code names neither who filtered nor why.`
              : say`The code names neither who filtered nor why, and other senders sent too little to compare with: its registration would tell.`,
          sentence: say`Filters stop ${withoutBidi(sender) === '' ? 'an unnamed sender' : address(sender)}: ${outOf(failed, total)} of its messages (${share(failed, total)}) were filtered${since === Infinity ? '' : say` since ${moment(since)}`}${contrast}.`,
          affected: own.failed,
          recoverable: own.failed,
          rows: failed.rows,
          subject: { sender },
          since,
          evidence: [failed, total, ...others],
          codes: [FILTERED],
          examples,
          action: { kind: 'fix-sender', list: [sender] },
        } as const;
      });
  },
});
