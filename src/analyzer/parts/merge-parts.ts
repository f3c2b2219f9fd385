import type { Knowledge } from '../../catalog/knowledge.ts';
import { brought } from '../findings/index.ts';
import { LogIndex } from '../index/log-index.ts';
import { States, type Plan } from '../index/states.ts';
import { KeyTable } from '../memory/key-table.ts';
import type { Part } from './part.ts';

/** A part and what its file is called. */
export interface NamedPart {
  readonly name: string;
  readonly part: Part;
}

export type Merged =
  | { readonly kind: 'merged'; readonly index: LogIndex; readonly part: Part }
  /** Parts of another version, or counted with other limits: tables that do not fit. */
  | { readonly kind: 'unfit'; readonly name: string; readonly tables: readonly string[] }
  /** Messages that stand in two parts: each part that holds one has to be counted again by its plan. */
  | { readonly kind: 'shared'; readonly messages: number; readonly plans: readonly { readonly name: string; readonly plan: Plan }[] };

/** How many messages stand in more than one part. */
function sharedBy(parts: readonly NamedPart[]): number {
  const seen = new KeyTable(Infinity);
  let shared = 0;
  for (const { part } of parts) for (const [key] of part.sids?.pairs ?? []) if (seen.getOrSet(key, 1) !== undefined) shared += 1;
  return shared;
}

const allSids = (parts: readonly NamedPart[]) => parts.flatMap(({ part: { sids } }) => (sids === undefined ? [] : [sids]));

/**
 * Makes one of several parts, as if their logs had been counted in one go, in whatever order and in however many steps.
 *
 * Where all parts carry fingerprints, no message counts twice: parts that share one are not merged, and each gets the plan by which
 * its log has to be counted again. Parts without them must not share messages; nothing can see it here.
 *
 * @param parts at least one
 */
export function mergeParts(parts: readonly NamedPart[], knowledge: Knowledge): Merged {
  const knowsAll = parts.every(({ part }) => part.sids !== undefined);
  const shared = knowsAll ? sharedBy(parts) : 0;
  if (shared > 0) {
    const plans = States.plansOf(allSids(parts));
    return {
      kind: 'shared',
      messages: shared,
      plans: parts.map(({ name }, place) => ({ name, plan: plans[place] ?? { winners: new KeyTable(0) } })),
    };
  }
  const index = new LogIndex(knowledge, brought);
  for (const { name, part } of parts) {
    const tables = index.merge(part.index);
    if (tables.length > 0) return { kind: 'unfit', name, tables };
  }
  const part: Part = {
    index: index.save(),
    sources: parts.flatMap(({ part: { sources } }) => sources),
    declined: parts.flatMap(({ part: { declined } }) => declined),
    ...(knowsAll
      ? {
          sids: {
            pairs: allSids(parts).flatMap(({ pairs }) => [...pairs]),
            plan: { winners: allSids(parts).flatMap(({ plan }) => [...plan.winners]) },
          },
        }
      : {}),
  };
  return { kind: 'merged', index, part };
}
