import { Newest } from '../../index/cells/newest.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { inOrder } from '../../memory/in-order.ts';
import type { Refusal, RefusalsTable } from './refusals-table.ts';

/** Failures of one person with any of some codes. */
export interface Refusals {
  readonly key: number;
  readonly person: string;
  readonly count: number;
  /** Different days (UTC) on which they happened. */
  readonly days: number;
  /** Milliseconds between the first and the last; 0 where no time is known. */
  readonly lasted: number;
  readonly parts: readonly { readonly code: string; readonly refusal: Refusal }[];
}

/** Failures with any of the codes, person by person, most first. */
export function refusalsBy(table: RefusalsTable, codes: readonly string[]): readonly Refusals[] {
  const people = new Map<number, { readonly code: string; readonly refusal: Refusal }[]>();
  for (const code of codes) {
    for (const [key, refusal] of table.of(code)) entryOf(people, key, () => []).push({ code, refusal });
  }
  return [...people]
    .map(([key, parts]) => {
      const all = parts.map(({ refusal }) => refusal);
      return {
        key,
        person: all[0]?.person ?? '',
        count: all.reduce((sum, { count }) => sum + count, 0),
        days: all.length === 1 ? (all[0]?.days.length ?? 0) : new Set(all.flatMap(({ days }) => days)).size,
        lasted: Math.max(0, Math.max(...all.map(({ last }) => last)) - Math.min(...all.map(({ first }) => first))),
        parts,
      };
    })
    .sort((a, b) => b.count - a.count || inOrder(a.person, b.person));
}

/** What findings say of a group of people: how many failures, since when, with which codes, with examples. */
export function summed(group: readonly Refusals[], codes: readonly string[]) {
  const parts = group.flatMap((refusals) => refusals.parts);
  const newest = new Newest();
  for (const { refusal } of parts) newest.add(refusal.last, refusal.newestSid);
  return {
    failures: group.reduce((sum, { count }) => sum + count, 0),
    since: parts.reduce((first, { refusal }) => Math.min(first, refusal.first), Infinity),
    codes: codes.filter((code) => parts.some((part) => part.code === code)),
    examples: newest.sids,
  };
}
