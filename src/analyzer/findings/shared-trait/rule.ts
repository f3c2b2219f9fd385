import type { Tally } from '../../index/cells/tally.ts';
import { sample } from '../../index/tables/sample.ts';
import { troubles } from '../../index/tables/troubles.ts';
import { moment, outOf, say, share } from '../../report/sentence.ts';
import { rule, type Found } from '../rule.ts';
import { actionOf, recoverableOf, settledCount, withCode } from '../shared/by-code.ts';
import type { Left } from '../shared/claims.ts';
import { commonTrait, messagesByTrait, Traits, type ByTrait } from './common-trait.ts';

/** Failures with each code by value of each trait, where it has at least so many. */
function failuresByTrait(left: Left, wanted: ReadonlySet<string>, least: number): ReadonlyMap<string, ByTrait<Tally>> {
  const byCode = new Map(Array.from(wanted, (code) => [code, new Traits()] as const));
  for (const message of left.messages()) byCode.get(message.kind.code ?? '')?.count(message);
  for (const message of left.messages()) byCode.get(message.kind.code ?? '')?.tally(message, least);
  return new Map(Array.from(byCode, ([code, { byTrait }]) => [code, byTrait] as const));
}

/**
 * What failures with one code have in common that other messages have not: a text, a link, a sender or service, a
 * range of numbers, a country, long texts, an alphabet, an hour of the day. Only
 * failures that nothing else explains.
 */
export const sharedTrait = rule({
  id: 'shared-trait',
  codes: [],
  guide: 'pattern',
  needs: ['status', 'errorCode'],
  tables: [],
  limits: { minShared: 'count', minShare: 'share', rateRatio: 'ratio', maxUsualShare: 'share', graveShare: 'share' },
  isLast: true,
  find(index, { knowledge, limits, minHits, left }) {
    const enough = [...left.byCode].filter(([, count]) => count >= Math.max(limits.minShared, minHits));
    if (enough.length === 0) return [];
    const all = settledCount(index);
    const byCode = failuresByTrait(left, new Set(enough.map(([code]) => code)), limits.minShared);
    // Those that failed are known one by one, the others by a fair part of them.
    const others = index.get(sample);
    const log = [
      { messages: others, weight: others.weight },
      { messages: index.get(troubles), weight: 1 },
    ];
    const totals = messagesByTrait(log, byCode.values());
    return enough.flatMap(([code, count]): readonly Found[] => {
      const found = commonTrait(byCode.get(code) ?? new Map(), count, totals, all, limits);
      if (found === undefined) return [];
      const { trait, value, tally, messages, contrast } = found;
      const rest = left.rowsOf(code);
      const having = trait.rows(value);
      const rows = { ...rest, all: [having] };
      const shared = { label: 'of these failures share it', value: tally.count, rows };
      const failed = { label: 'failures with the code that nothing else explains', value: count, rows: rest };
      const elsewhere = {
        label: 'failures with the code elsewhere',
        value: count - tally.count,
        rows: { ...rest, except: [...(rest.except ?? []), having] },
      };
      const times =
        contrast.times === Infinity
          ? say`, and nothing else fails so`
          : say`, ${Math.round(contrast.times)} times the rate elsewhere and at least ${Math.max(1, Math.floor(contrast.timesAtLeast))} times whatever chance did`;
      return [
        {
          severity: contrast.least >= limits.graveShare ? 'medium' : 'low',
          confidence: 'medium',
          because: say`The two rates lie apart even at the near ends of what chance allows; but what failures share need not be why they fail.`,
          sentence: say`${outOf(shared, failed)} failures ${withCode(code, knowledge)} ${trait.words(value)} (${share(shared, failed)}), where only ${share(messages, all)} of all messages belong${times}${tally.first === Infinity ? '' : say`; the first was on ${moment(tally.first)}`}.`,
          affected: tally.count,
          recoverable: recoverableOf(tally.count, code, knowledge),
          rows,
          subject: { code, case: trait.id, ...(trait.id === 'template' ? {} : { [trait.id]: value }) },
          since: tally.first,
          evidence: [shared, failed, elsewhere],
          codes: code === '' ? [] : [code],
          examples: tally.newest.sids,
          action: actionOf(code, knowledge),
        },
      ];
    });
  },
});
