import { Tally } from '../../index/cells/tally.ts';
import { inOrder } from '../../memory/in-order.ts';
import type { Avoidable } from '../../report/report.ts';
import { MICROS } from '../../message/price.ts';
import { howMany, moment, outOf, quote, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { filteredTexts } from '../template-filtered/texts-table.ts';
import { wideTexts, type WideText } from './wide-texts-table.ts';

/** Texts named by a filter. */
const MOST_TEXTS = 100;
/** Characters shown; they are single ones of a fixed list. */
const SHOWN = 6;

/** What the segments too many cost, one entry a unit: each message's price in proportion. */
function paidFor(texts: readonly WideText[]): Omit<Avoidable, 'segments'> {
  const sums = new Map<string, number>();
  for (const { paid } of texts) for (const [unit, micros] of paid) sums.set(unit, (sums.get(unit) ?? 0) + micros);
  return {
    cost: [...sums]
      .map(([unit, micros]) => ({ unit, amount: micros / MICROS }))
      .sort((a, b) => b.amount - a.amount || inOrder(a.unit, b.unit)),
    unknown: texts.reduce((sum, { unknown }) => sum + unknown, 0),
  };
}

/** Texts that a curly quote or a long dash makes wide: 70 characters a segment in place of 160, and a plain twin would do. */
export const unicodeSegmentWaste = rule({
  id: 'unicode-segment-waste',
  codes: [],
  guide: 'charges',
  needs: ['body'],
  tables: [wideTexts, filteredTexts],
  limits: { minSaved: 'count', minShare: 'share', minWideShare: 'share' },
  find(index, { limits, minHits }) {
    const table = index.get(wideTexts);
    const texts = [...table.texts]
      .map(([key, wide]) => ({ key, wide, total: Math.max(index.get(filteredTexts).total(key), wide.count) }))
      // A text that is wide now and then: a name or a word that was filled in, nothing to mend in the text.
      .filter(({ wide, total }) => wide.count >= total * limits.minWideShare)
      .sort((a, b) => b.wide.now - b.wide.then - (a.wide.now - a.wide.then) || inOrder(a.wide.text, b.wide.text))
      .slice(0, MOST_TEXTS);
    const [worst] = texts;
    if (worst === undefined) return [];
    const all = new Tally();
    for (const { wide } of texts) all.merge(wide.save());
    const saved = texts.reduce((sum, { wide }) => sum + wide.now - wide.then, 0);
    if (all.count < minHits || saved < limits.minSaved) return [];
    const characters = [...new Set(texts.flatMap(({ wide }) => Array.from(wide.characters)))].sort().slice(0, SHOWN).join(' ');
    const rows = { direction: 'outbound', templates: texts.map(({ key }) => key).sort((a, b) => a - b) } as const;
    const messages = { label: 'messages with these texts', value: texts.reduce((sum, { total }) => sum + total, 0), rows } as const;
    const more = texts.length - 1;
    return [
      {
        severity: saved >= table.segments * limits.minShare ? 'medium' : 'low',
        confidence: 'high',
        because: say`Which characters force the wide encoding is settled by the alphabet of text messages; that a plain one reads as well is for you to say.`,
        sentence: say`${howMany(messages, 'message')}${all.first === Infinity ? '' : say` since ${moment(all.first)}`} took ${howMany(saved, 'segment')} more than needed, ${outOf(saved, table.segments)} of the log (${share(saved, table.segments)}): characters such as ${{ text: characters }} in ${quote(worst.wide.text)}${more === 0 ? '' : say` and ${howMany(more, 'more text')}`} have a plain twin.`,
        affected: messages.value,
        recoverable: 0,
        rows,
        subject: { template: worst.wide.text },
        avoidable: { segments: saved, ...paidFor(texts.map(({ wide }) => wide)) },
        since: all.first,
        evidence: [messages],
        codes: [],
        examples: all.newest.sids,
        action: { kind: 'fix-content', list: null },
      },
    ];
  },
});
