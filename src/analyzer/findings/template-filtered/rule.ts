import { FILTERED_CODE, type FilteredText } from '../../index/tables/texts.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { rateInterval } from '../shared/rate-interval.ts';
import type { Rule } from '../rule.ts';
import { address, moment, outOf, quote, say, share } from '../../report/sentence.ts';
import { withoutBidi } from '../../words/direction.ts';
import { counted } from '../../words/figure.ts';
import { isoTime } from '../../words/moment.ts';

/** Messages and filtered messages of one sender, to all countries. */
function senderFigures(index: LogIndex, sender: string): { readonly total: number; readonly filtered: number } {
  let total = 0;
  let filtered = 0;
  for (const route of index.routes.senders.get(sender)?.values() ?? []) {
    total += route.counts.outbound;
    filtered += route.failures.get(FILTERED_CODE)?.count ?? 0;
  }
  return { total, filtered };
}

/** A text's own rate of filtering beside the rate of the sender's other texts. */
function contrast(index: LogIndex, key: number, text: FilteredText) {
  const sender = senderFigures(index, text.sender);
  const total = Math.max(index.texts.total(key), text.count);
  return { text, total, rate: text.count / total, others: sender.total - total, othersFiltered: sender.filtered - text.count };
}

/**
 * One text that filters stop far more often than the same sender's other texts. Rule H10 of research/peers-and-rules.md.
 * A sender with a single text is not judged: there is nothing to compare it with.
 */
export const templateFiltered: Rule = {
  id: 'template-filtered',
  codes: [FILTERED_CODE],
  guide: 'filtered',
  find(index, { knowledge }) {
    const { general, 'template-filtered': limits } = knowledge.thresholds;
    return [...index.texts.filtered]
      .map(([key, text]) => contrast(index, key, text))
      .filter(
        ({ text, total, rate, others, othersFiltered }) =>
          text.count >= Math.max(limits.minFiltered, general.minHits) &&
          others >= general.minHits &&
          rate >= limits.minRate &&
          rate >= limits.rateRatio * (othersFiltered / others) &&
          // Few messages prove little: the two rates must lie apart even at the near ends of what they may be.
          rateInterval(text.count, total).low > rateInterval(othersFiltered, others).high,
      )
      .map(({ text, total, others, othersFiltered }) => {
        const otherRate = othersFiltered / others;
        const since = isoTime(text.first);
        const sender = withoutBidi(text.sender) === '' ? 'an unnamed sender' : address(text.sender);
        const filtered = { label: 'filtered with this text', value: text.count };
        const messages = { label: 'messages with this text', value: total };
        const filteredElse = { label: `filtered with the sender's other texts (of ${counted(others, 'message')})`, value: othersFiltered };
        return {
          id: 'template-filtered',
          severity: 'high' as const,
          confidence: 'medium' as const,
          sentence: say`The text ${quote(text.text)} from ${sender} is filtered: ${outOf(filtered, messages)} messages with it (${share(filtered, messages)})${since === undefined ? '' : say`, the first on ${moment(text.first)}`}, against ${outOf(filteredElse, others)} with the same sender's other texts (${share(filteredElse, others)}).`,
          affected: text.count,
          recoverable: Math.max(0, text.count - Math.round(otherRate * total)),
          subject: { template: text.text, sender: text.sender },
          ...(since === undefined ? {} : { since }),
          evidence: [filtered, messages, filteredElse],
          codes: [FILTERED_CODE],
          guide: 'filtered',
          examples: text.newest.sids,
          action: { kind: 'fix-content' as const, list: null },
        };
      });
  },
};
