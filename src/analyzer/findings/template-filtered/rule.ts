import { Tally } from '../../index/cells/tally.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { routes } from '../../index/tables/routes.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { moment, outOf, quote, say, share } from '../../report/sentence.ts';
import { counted } from '../../words/figure.ts';
import { rule } from '../rule.ts';
import { sendersSaid } from '../shared/listed.ts';
import { rateInterval } from '../shared/rate-interval.ts';
import { subjectOf } from '../shared/refused-group.ts';
import { failedWith } from '../shared/refused-people.ts';
import { FILTERED, filteredTexts, type FilteredText } from './texts-table.ts';

const CODES = [FILTERED];

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

/** One text as several senders write it; each has a fingerprint of its own. */
interface SharedText {
  readonly text: string;
  readonly keys: readonly number[];
  readonly senders: readonly string[];
  readonly filtered: Tally;
  readonly total: number;
}

/** The filtered texts of the log, those that differ in nothing but their sender, case and spaces taken together. */
function sharedTexts(index: LogIndex): readonly SharedText[] {
  const { filtered } = index.get(filteredTexts);
  const groups = new Map<string, (readonly [key: number, text: FilteredText])[]>();
  for (const [key, text] of filtered) entryOf(groups, text.text.toLowerCase().replace(/\s+/g, ''), () => []).push([key, text]);
  return [...groups.values()].map((group) => {
    const sum = new Tally();
    for (const [, text] of group) sum.merge(text.save());
    return {
      text: group.map(([, { text }]) => text).reduce((first, text) => (text < first ? text : first)),
      keys: group.map(([key]) => key).sort((one, other) => one - other),
      senders: group.map(([, { sender }]) => sender).sort(),
      filtered: sum,
      total: group.reduce((all, [key, { count }]) => all + Math.max(index.get(filteredTexts).total(key), count), 0),
    };
  });
}

/** A text's filtered messages beside those of its senders' other texts. */
function contrast(index: LogIndex, shared: SharedText) {
  const senders = shared.senders.map((sender) => senderFigures(index, sender));
  return {
    ...shared,
    // Of each sender but one a filtered message is why it was looked at: it proves nothing.
    telling: shared.filtered.count - (shared.senders.length - 1),
    others: senders.reduce((all, { total }) => all + total, 0) - shared.total,
    othersFiltered: senders.reduce((all, { filtered }) => all + filtered, 0) - shared.filtered.count,
  };
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
  tables: [filteredTexts],
  limits: { minFiltered: 'count', minRate: 'share', rateRatio: 'ratio' },
  find(index, { limits, minHits }) {
    return sharedTexts(index)
      .map((shared) => contrast(index, shared))
      .filter(
        ({ telling, total, others, othersFiltered }) =>
          telling >= Math.max(limits.minFiltered, minHits) &&
          others >= minHits &&
          telling >= limits.minRate * total &&
          telling / total >= limits.rateRatio * (othersFiltered / others) &&
          // Few messages prove little: the two rates must lie apart even at the near ends of what they may be.
          rateInterval(telling, total).low > rateInterval(othersFiltered, others).high,
      )
      .map(({ text, keys, senders, filtered: tally, total, others, othersFiltered }) => {
        const isOne = senders.length === 1;
        const rows = { ...failedWith(CODES), templates: keys };
        const filtered = { label: 'filtered with this text', value: tally.count, rows };
        const messages = { label: 'messages with this text', value: total, rows: { templates: keys } };
        const filteredElse = {
          label: isOne
            ? `filtered with the sender's other texts (of ${counted(others, 'message')})`
            : `filtered with other texts of these senders (of ${counted(others, 'message')})`,
          value: othersFiltered,
          rows: { ...failedWith(CODES), senders, except: [{ templates: keys }] },
        };
        return {
          severity: 'high',
          confidence: 'medium',
          because: say`The two shares lie apart even at the near ends of what chance allows; but the code names neither who filtered nor why.`,
          sentence: say`The text ${quote(text)} from ${sendersSaid(senders)} is filtered: ${outOf(filtered, messages)} messages with it (${share(filtered, messages)})${tally.first === Infinity ? '' : say`, the first on ${moment(tally.first)}`}, against ${outOf(filteredElse, others)} ${isOne ? say`with the same sender's other texts` : say`with their other texts`} (${share(filteredElse, others)}).`,
          affected: tally.count,
          recoverable: Math.max(0, tally.count - Math.round((othersFiltered / others) * total)),
          rows,
          subject: { template: text, ...subjectOf('sender', senders) },
          since: tally.first,
          evidence: [filtered, messages, filteredElse],
          codes: CODES,
          examples: tally.newest.sids,
          action: { kind: 'fix-content', list: null },
        } as const;
      });
  },
});
