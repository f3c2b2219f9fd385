import { Tally } from '../../index/cells/tally.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { sample } from '../../index/tables/sample.ts';
import { troubles } from '../../index/tables/troubles.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { moment, outOf, say, share } from '../../report/sentence.ts';
import { rule, type Found } from '../rule.ts';
import { actionOf, recoverableOf, settledCount, withCode } from '../shared/by-code.ts';
import type { Left } from '../shared/claims.ts';
import { contrastOf, type Contrast, type ContrastLimits } from '../shared/contrast.ts';
import { traits, type Trait } from './traits.ts';

interface Shared {
  readonly trait: Trait;
  readonly value: string;
  readonly tally: Tally;
  /** Messages that share it, failed or not; about, where the log is too large to keep them all. */
  readonly messages: number;
  readonly contrast: Contrast;
}

type Value = string | number;
type ByTrait<Counted> = ReadonlyMap<Trait, ReadonlyMap<Value, Counted>>;

/** Messages by value of each trait, failed or not, for the values that are asked for: those that failed are known one by one, the others by a fair part of them. */
function messagesByTrait(index: LogIndex, asked: Iterable<ByTrait<unknown>>): ByTrait<number> {
  const totals = new Map<Trait, Map<Value, number>>(traits.map((trait) => [trait, new Map<Value, number>()]));
  for (const byTrait of asked) {
    for (const [trait, values] of byTrait) for (const value of values.keys()) totals.get(trait)?.set(value, 0);
  }
  const others = index.get(sample);
  const failures = index.get(troubles);
  for (const [messages, weight] of [[others, others.weight] as const, [failures, 1] as const]) {
    for (const message of messages) {
      for (const [trait, counts] of totals) {
        if (counts.size === 0) continue;
        for (const value of trait.of(message)) {
          const before = counts.get(value);
          if (before !== undefined) counts.set(value, before + weight);
        }
      }
    }
  }
  return totals;
}

/** Failures with each code by value of each trait, where it has at least so many. */
function failuresByTrait(left: Left, wanted: ReadonlySet<string>, least: number): ReadonlyMap<string, Map<Trait, Map<Value, Tally>>> {
  const byCode = new Map<string, Map<Trait, Map<Value, Tally>>>();
  for (const message of left.messages()) {
    const code = message.kind.code ?? '';
    if (!wanted.has(code)) continue;
    const byTrait = entryOf(byCode, code, () => new Map<Trait, Map<Value, Tally>>());
    for (const trait of traits) {
      const tallies = entryOf(byTrait, trait, () => new Map<Value, Tally>());
      for (const value of trait.of(message)) entryOf(tallies, value, () => new Tally()).add(message.time, message);
    }
  }
  // Most values stand on a few failures only.
  for (const byTrait of byCode.values()) {
    for (const tallies of byTrait.values()) for (const [value, { count }] of tallies) if (count < least) tallies.delete(value);
  }
  return byCode;
}

/** What most of the failures have in common, if anything: of several things the one that explains most of them. */
function mostShared(
  byTrait: ByTrait<Tally>,
  failures: number,
  totals: ByTrait<number>,
  all: number,
  limits: ContrastLimits & { readonly maxUsualShare: number },
): Shared | undefined {
  let best: Shared | undefined;
  for (const [trait, tallies] of byTrait) {
    for (const [value, tally] of tallies) {
      const messages = Math.max(tally.count, totals.get(trait)?.get(value) ?? 0);
      if (messages > limits.maxUsualShare * all) continue;
      const counts = { hits: tally.count, of: messages, otherHits: failures - tally.count, otherOf: Math.max(0, all - messages) };
      const contrast = contrastOf(counts, limits);
      if (contrast !== undefined && contrast.excess > (best?.contrast.excess ?? 0))
        best = { trait, value: String(value), tally, messages, contrast };
    }
  }
  return best;
}

/**
 * What failures with one code have in common that other messages have not: a text, a link, a sender, a country, a range of numbers. Only
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
    const totals = messagesByTrait(index, byCode.values());
    return enough.flatMap(([code, count]): readonly Found[] => {
      const found = mostShared(byCode.get(code) ?? new Map(), count, totals, all, limits);
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
        contrast.times === Infinity ? say`, and nothing else fails so` : say`, ${Math.round(contrast.times)} times the rate elsewhere`;
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
