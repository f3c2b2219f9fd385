import type { LogIndex } from '../../index/log-index.ts';
import { Newest } from '../../index/cells/newest.ts';
import type { Trouble } from '../../index/tables/people.ts';

/** Failures of one person with any of some codes. */
export interface Refusals {
  readonly key: number;
  readonly person: string;
  readonly count: number;
  /** Different days (UTC) on which they happened. */
  readonly days: number;
  /** Milliseconds between the first and the last; 0 where no time is known. */
  readonly lasted: number;
  readonly parts: readonly Trouble[];
}

/** Failures with any of the codes, person by person, most first. */
export function refusalsBy(index: LogIndex, codes: readonly string[]): readonly Refusals[] {
  const people = new Map<number, Trouble[]>();
  for (const code of codes) {
    for (const [key, trouble] of index.people.byCode.get(code) ?? []) {
      if (trouble.failures > 0) people.set(key, [...(people.get(key) ?? []), trouble]);
    }
  }
  return [...people]
    .map(([key, parts]) => ({
      key,
      person: parts[0]?.person ?? '',
      count: parts.reduce((sum, { failures }) => sum + failures, 0),
      days: new Set(parts.flatMap(({ days }) => [...days])).size,
      lasted: Math.max(0, Math.max(...parts.map(({ last }) => last)) - Math.min(...parts.map(({ first }) => first))),
      parts,
    }))
    .sort((a, b) => b.count - a.count || (a.person < b.person ? -1 : 1));
}

/** What findings say of a group of people: how many failures, since when, with which codes, with examples. */
export function summed(group: readonly Refusals[], codes: readonly string[], index: LogIndex) {
  const parts = group.flatMap((refusals) => refusals.parts);
  const newest = new Newest();
  for (const { last, newestSid } of parts) newest.add(last, newestSid);
  const keys = new Set(group.map(({ key }) => key));
  return {
    failures: group.reduce((sum, { count }) => sum + count, 0),
    since: parts.reduce((first, part) => Math.min(first, part.first), Infinity),
    codes: codes.filter((code) => [...(index.people.byCode.get(code) ?? [])].some(([key, { failures }]) => failures > 0 && keys.has(key))),
    examples: newest.sids,
  };
}
