import type { Knowledge } from '../../../catalog/knowledge.ts';
import { Tally } from '../../index/cells/tally.ts';
import { sample } from '../../index/tables/sample.ts';
import { troubles } from '../../index/tables/troubles.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { inOrder } from '../../memory/in-order.ts';
import type { Filter } from '../../report/filter.ts';
import { moment, outOf, say, sequence, share } from '../../report/sentence.ts';
import { rule, type Found } from '../rule.ts';
import { actionOf, recoverableOf, settledCount, withCode } from '../shared/by-code.ts';
import type { Left } from '../shared/claims.ts';
import { contrastOf } from '../shared/contrast.ts';
import { commonTrait, messagesByTrait, Traits, type ByTrait, type CommonLimits, type CommonTrait } from './common-trait.ts';

/** Stands for all codes that too few messages have; no code looks like it. */
const FEW = 'few';

/** Failures with each code by value of each trait, where it has at least so many; those with a code of few messages together. */
function failuresByTrait(left: Left, few: ReadonlyMap<string, number>, least: number): ReadonlyMap<string, ByTrait<Tally>> {
  const byCode = new Map<string, Traits>();
  const nameOf = (code = ''): string => (few.has(code) ? FEW : code);
  for (const message of left.messages()) entryOf(byCode, nameOf(message.kind.code), () => new Traits()).count(message);
  for (const message of left.messages()) byCode.get(nameOf(message.kind.code))?.tally(message, least);
  return new Map(Array.from(byCode, ([code, { byTrait }]) => [code, byTrait] as const));
}

/** What failures with one code share. */
interface Told {
  readonly code: string;
  /** All failures with the code that nothing else explains. */
  readonly count: number;
  readonly found: CommonTrait;
}

/** What failures with several codes share, code by code. */
function partsOf(left: Left, codes: ReadonlyMap<string, number>, found: CommonTrait): readonly Told[] {
  const tallies = new Map<string, Tally>();
  for (const message of left.messages()) {
    const code = message.kind.code ?? '';
    if (codes.has(code) && [found.trait.of(message)].flat().some((value) => String(value) === found.value))
      entryOf(tallies, code, () => new Tally()).add(message.time, message);
  }
  return [...tallies].map(([code, tally]) => ({ code, count: codes.get(code) ?? 0, found: { ...found, tally } }));
}

interface About {
  /** Messages that were handed over or ended. */
  readonly all: number;
  readonly left: Left;
  readonly knowledge: Knowledge;
  readonly limits: CommonLimits;
}

/** One finding about a trait, whatever the codes with which messages that have it fail; most failures first. */
function traitFinding(parts: readonly Told[], { all, left, knowledge, limits }: About): readonly Found[] {
  const sorted = [...parts].sort((a, b) => b.found.tally.count - a.found.tally.count || inOrder(a.code, b.code));
  const [first] = sorted;
  if (first === undefined) return [];
  const { trait, value } = first.found;
  const tally = new Tally();
  for (const { found } of sorted) tally.merge(found.tally.save());
  const count = sorted.reduce((sum, one) => sum + one.count, 0);
  const messages = Math.max(tally.count, first.found.messages);
  const contrast =
    contrastOf(
      { hits: tally.count, of: messages, otherHits: count - tally.count, otherOf: Math.max(0, all - messages) },
      { ...limits, minShare: limits.leastShare },
    ) ?? first.found.contrast;
  const codes = sorted.map(({ code }) => code);
  const [only] = codes.length === 1 ? codes : [];
  const rest: Filter = only === undefined ? { any: codes.map((code) => left.rowsOf(code)) } : left.rowsOf(only);
  const having = trait.rows(value);
  const rows: Filter = { ...rest, all: [having] };
  const shared = { label: 'of these failures share it', value: tally.count, rows };
  const failed = {
    label: `failures with the ${only === undefined ? 'codes' : 'code'} that nothing else explains`,
    value: count,
    rows: rest,
  };
  const elsewhere = {
    label: `failures with the ${only === undefined ? 'codes' : 'code'} elsewhere`,
    value: count - tally.count,
    rows: { ...rest, except: [...(rest.except ?? []), having] },
  };
  const times =
    contrast.times === Infinity
      ? say`, and nothing else fails so`
      : say`, ${Math.round(contrast.times)} times the rate elsewhere and at least ${Math.max(1, Math.floor(contrast.timesAtLeast))} times whatever chance did`;
  return [
    {
      // One country is always worse than others.
      severity: contrast.least >= limits.graveShare ? 'medium' : trait.id === 'country' ? 'info' : 'low',
      confidence: 'medium',
      because: say`The two rates lie apart even at the near ends of what chance allows; but what failures share need not be why they fail.`,
      sentence: say`${outOf(shared, failed)} failures ${sequence(
        codes.map((code) => withCode(code, knowledge)),
        ' or ',
      )} ${trait.words(value)} (${share(shared, failed)}), where only ${share(messages, all)} of all messages belong${times}${tally.first === Infinity ? '' : say`; the first was on ${moment(tally.first)}`}.`,
      affected: tally.count,
      recoverable: sorted.reduce((sum, { code, found }) => sum + recoverableOf(found.tally.count, code, knowledge), 0),
      rows,
      subject: { code: codes.join(', '), case: trait.id, ...(trait.id === 'template' ? {} : { [trait.id]: value }) },
      since: tally.first,
      evidence: [shared, failed, elsewhere],
      codes: codes.filter((code) => code !== ''),
      examples: tally.newest.sids,
      action: actionOf(first.code, knowledge),
    },
  ];
}

/**
 * What failures with one code, or with several that share it, have in common that other messages have not: a text, a link, a sender or service, a
 * range of numbers, a country, long texts, an alphabet, an hour of the day. Only
 * failures that nothing else explains.
 */
export const sharedTrait = rule({
  id: 'shared-trait',
  codes: [],
  guide: 'pattern',
  needs: ['status', 'errorCode'],
  tables: [troubles],
  limits: { minShared: 'count', minShare: 'share', rateRatio: 'ratio', maxUsualShare: 'share', graveShare: 'share', leastShare: 'share' },
  isLast: true,
  find(index, { knowledge, limits, minHits, left }) {
    const least = Math.max(limits.minShared, minHits);
    const enough = [...left.byCode].filter(([, count]) => count >= least);
    /** Too few of each to be looked at alone. */
    const few = new Map([...left.byCode].filter(([, count]) => count < least));
    const fewInAll = [...few.values()].reduce((sum, count) => sum + count, 0);
    if (enough.length === 0 && fewInAll < least) return [];
    const all = settledCount(index);
    const byCode = failuresByTrait(left, few, limits.minShared);
    // Those that failed are known one by one, the others by a fair part of them.
    const others = index.get(sample);
    const log = [
      { messages: others, weight: others.weight },
      { messages: index.get(troubles), weight: 1 },
    ];
    const totals = messagesByTrait(log, byCode.values());
    const told = enough.flatMap(([code, count]): Told[] => {
      const found = commonTrait(byCode.get(code) ?? new Map(), count, totals, all, limits);
      return found === undefined ? [] : [{ code, count, found }];
    });
    const shared = fewInAll < least ? undefined : commonTrait(byCode.get(FEW) ?? new Map(), fewInAll, totals, all, limits);
    if (shared !== undefined) told.push(...partsOf(left, few, shared));
    // What makes one message fail in one way may make the next fail in another: codes that share the same trait are one finding.
    const together = new Map<string, Told[]>();
    for (const one of told) entryOf(together, `${one.found.trait.id} ${one.found.value}`, () => []).push(one);
    return [...together.values()].flatMap((parts) => traitFinding(parts, { all, left, knowledge, limits }));
  },
});
