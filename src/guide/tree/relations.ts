import { codeFact, nextOf, reachFrom, settles, targetsOf, type Guide } from './guide.ts';

/** The fact a step settles; outcomes and pages that tell how to find out settle none. */
export const factOf = (guide: Guide, id: string): string | undefined => {
  const step = guide.steps[id];
  return step === undefined || step.kind === 'outcome' ? undefined : step.fact;
};

/** Where a step leads by answers that are remembered, and by codes that no question lists. */
export const onward =
  (guide: Guide) =>
  (id: string): readonly string[] => {
    const step = guide.steps[id];
    if (step === undefined || step.kind === 'outcome' || step.fact === undefined) return [];
    return step.fact === codeFact ? [...targetsOf(step), ...Object.values(guide.codes)] : targetsOf(step);
  };

/** Steps that ask for a fact and know the answer. */
export const askers = (guide: Guide, fact: string, answer: string): readonly (readonly [id: string, next: string])[] =>
  Object.entries(guide.steps).flatMap(([id, step]) => {
    const next = step.kind !== 'outcome' && step.fact === fact ? nextOf(guide, step, answer) : undefined;
    return next === undefined ? [] : [[id, next] as const];
  });

const links = (guide: Guide, ids: ReadonlySet<string>): readonly string[] =>
  [...ids].flatMap((id) => {
    const step = guide.steps[id];
    return step?.kind === 'outcome' ? step.next : [];
  });

/** Where pages that tell how to find something out lead from here, but for their ways back to the questions that ask for the fact. */
function aside(guide: Guide, ids: ReadonlySet<string>, asking: readonly string[]): readonly string[] {
  const targets = [...ids].flatMap((id) => {
    const step = guide.steps[id];
    return step === undefined || step.kind === 'outcome' || step.fact !== undefined ? [] : targetsOf(step);
  });
  return targets.filter((target) => {
    const ahead = reachFrom([target], onward(guide));
    return !asking.some((id) => ahead.has(id));
  });
}

/** Whether the question of an answer can still come after a step. */
export function isAhead(guide: Guide, at: string, fact: string, answer: string): boolean {
  const ahead = reachFrom([at], onward(guide));
  return askers(guide, fact, answer).some(([id]) => ahead.has(id));
}

/**
 * Whether an answer can have led to a step, directly, past "I don't know", or through a link of an outcome. An outcome also bears answers it has
 * nothing to do with, such as those carried along by links, unless another answer to the same question leads there.
 */
export function leadsTo(guide: Guide, at: string, fact: string, answer: string): boolean {
  const asking = askers(guide, fact, answer);
  const reach = (ids: readonly string[]): ReadonlySet<string> => reachFrom(ids, onward(guide));
  const direct = reach(asking.map(([, next]) => next));
  const askedAt = asking.map(([id]) => id);
  const led = reach([...direct, ...aside(guide, direct, askedAt)]);
  if (led.has(at) || reach(links(guide, led)).has(at)) return true;
  return settles(answer) && guide.steps[at]?.kind === 'outcome' && !reach(asking.map(([id]) => id)).has(at);
}
