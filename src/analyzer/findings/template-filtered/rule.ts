import type { LogIndex } from '../../index/log-index.ts';
import { routes } from '../../index/tables/routes.ts';
import { address, moment, outOf, quote, say, share } from '../../report/sentence.ts';
import { withoutBidi } from '../../words/direction.ts';
import { counted } from '../../words/figure.ts';
import { rule } from '../rule.ts';
import { rateInterval } from '../shared/rate-interval.ts';
import { failedWith } from '../shared/refused-people.ts';
import { textsTable, type FilteredText } from './texts-table.ts';

/** "Message filtered": the code whose texts are compared. */
const FILTERED = '30007';
const CODES = [FILTERED];

const texts = textsTable(CODES);

/** Messages and filtered messages of one sender, to all countries. */
function senderFigures(index: LogIndex, sender: string): { readonly total: number; readonly filtered: number } {
  let total = 0;
  let filtered = 0;
  for (const route of index.get(routes).senders.get(sender)?.values() ?? []) {
    total += route.counts.outbound;
    filtered += route.failures.get(FILTERED)?.count ?? 0;
  }
  return { total, filtered };
}

/** A text's own rate of filtering beside the rate of the sender's other texts. */
function contrast(index: LogIndex, key: number, text: FilteredText) {
  const sender = senderFigures(index, text.sender);
  const total = Math.max(index.get(texts).total(key), text.count);
  return { key, text, total, rate: text.count / total, others: sender.total - total, othersFiltered: sender.filtered - text.count };
}

/**
 * One text that filters stop far more often than the same sender's other texts. A sender with a single text is not judged: there
 * is nothing to compare it with.
 */
export const templateFiltered = rule({
  id: 'template-filtered',
  codes: CODES,
  guide: 'filtered',
  needs: ['body', 'errorCode', 'status'],
  tables: [texts],
  limits: { minFiltered: 'count', minRate: 'share', rateRatio: 'ratio' },
  find(index, { limits, minHits }) {
    return [...index.get(texts).filtered]
      .map(([key, text]) => contrast(index, key, text))
      .filter(
        ({ text, total, rate, others, othersFiltered }) =>
          text.count >= Math.max(limits.minFiltered, minHits) &&
          others >= minHits &&
          rate >= limits.minRate &&
          rate >= limits.rateRatio * (othersFiltered / others) &&
          // Few messages prove little: the two rates must lie apart even at the near ends of what they may be.
          rateInterval(text.count, total).low > rateInterval(othersFiltered, others).high,
      )
      .map(({ key, text, total, others, othersFiltered }) => {
        const sender = withoutBidi(text.sender) === '' ? 'an unnamed sender' : address(text.sender);
        const rows = { ...failedWith(CODES), templates: [key] };
        const filtered = { label: 'filtered with this text', value: text.count, rows };
        const messages = { label: 'messages with this text', value: total, rows: { templates: [key] } };
        const filteredElse = {
          label: `filtered with the sender's other texts (of ${counted(others, 'message')})`,
          value: othersFiltered,
          rows: { ...failedWith(CODES), senders: [text.sender], except: [{ templates: [key] }] },
        };
        return {
          severity: 'high',
          confidence: 'medium',
          because: say`The two shares lie apart even at the near ends of what chance allows; but the code names neither who filtered nor why.`,
          sentence: say`The text ${quote(text.text)} from ${sender} is filtered: ${outOf(filtered, messages)} messages with it (${share(filtered, messages)})${text.first === Infinity ? '' : say`, the first on ${moment(text.first)}`}, against ${outOf(filteredElse, others)} with the same sender's other texts (${share(filteredElse, others)}).`,
          affected: text.count,
          recoverable: Math.max(0, text.count - Math.round((othersFiltered / others) * total)),
          rows,
          subject: { template: text.text, sender: text.sender },
          since: text.first,
          evidence: [filtered, messages, filteredElse],
          codes: CODES,
          examples: text.newest.sids,
          action: { kind: 'fix-content', list: null },
        } as const;
      });
  },
});
