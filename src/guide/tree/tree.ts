import { changingKey, reachFrom, targetsOf, type Answer, type Guide, type GuideStep } from './guide.ts';
import type { Step } from './step-schema.ts';

export type Defined = { readonly ok: true; readonly guide: Guide } | { readonly ok: false; readonly problems: readonly string[] };

const slimAnswer = ({ id, label, short, next, also, impliedBy }: Extract<Step, { answers: unknown }>['answers'][number]): Answer => ({
  id,
  label,
  next,
  ...(short === undefined ? {} : { short }),
  ...(also === undefined ? {} : { also }),
  ...(impliedBy === undefined ? {} : { impliedBy }),
});

const slim = (step: Step): GuideStep =>
  step.kind === 'outcome'
    ? { kind: step.kind, title: step.title, next: step.next ?? [] }
    : {
        kind: step.kind,
        title: step.title,
        ...(step.fact === undefined ? {} : { fact: step.fact }),
        ...(step.topic === undefined ? {} : { topic: step.topic }),
        answers: step.answers.map(slimAnswer),
      };

/** What is wrong inside one step. */
function problemsOf(id: string, step: GuideStep, guide: Guide): readonly string[] {
  const problems = targetsOf(step)
    .filter((target) => guide.steps[target] === undefined)
    .map((target) => `"${id}" leads to "${target}", which does not exist`);
  if (step.kind === 'outcome') return problems;
  const ids = step.answers.map((answer) => answer.id);
  if (new Set(ids).size < ids.length) problems.push(`"${id}" has two answers with one id`);
  if (step.kind === 'question' && ids.at(-1) !== 'unknown') problems.push(`the last answer of "${id}" is not "unknown"`);
  if (step.fact === changingKey) problems.push(`"${id}" settles "${changingKey}", which is a word of the address`);
  return problems;
}

/** Steps that lead back to themselves through answers that are remembered: known facts would skip around in them for ever. */
function circles(guide: Guide): readonly string[] {
  const settling = (id: string): readonly string[] => {
    const step = guide.steps[id];
    return step === undefined || step.kind === 'outcome' || step.fact === undefined
      ? []
      : step.answers.filter((answer) => answer.id !== 'unknown').map((answer) => answer.next);
  };
  return Object.keys(guide.steps)
    .filter((id) => reachFrom(settling(id), settling).has(id))
    .map((id) => `"${id}" leads back to itself through answers that are remembered`);
}

/**
 * Checks the steps and makes the guide of them.
 *
 * @param steps step id -> front matter; one of them is `start`
 * @param codes error code -> step its page names
 * @returns the guide, or every problem found as a sentence: unknown targets, steps nobody can reach, dead ends, circles
 */
export function defineGuide(steps: Readonly<Record<string, Step>>, codes: Readonly<Record<string, string>>): Defined {
  const guide: Guide = { steps: Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, slim(step)])), codes };
  if (guide.steps.start === undefined) return { ok: false, problems: ['there is no step "start"'] };
  const onward = (id: string): readonly string[] => {
    const step = guide.steps[id];
    return step === undefined ? [] : targetsOf(step);
  };
  const reached = reachFrom(['start'], onward);
  const problems = [
    ...Object.entries(guide.steps).flatMap(([id, step]) => problemsOf(id, step, guide)),
    ...Object.entries(codes)
      .filter(([, step]) => guide.steps[step] === undefined)
      .map(([code, step]) => `the page of ${code} names the step "${step}", which does not exist`),
    ...Object.keys(guide.steps)
      .filter((id) => !reached.has(id))
      .map((id) => `no answer leads to "${id}"`),
    ...Object.keys(guide.steps)
      .filter((id) => ![...reachFrom([id], onward)].some((other) => guide.steps[other]?.kind === 'outcome'))
      .map((id) => `"${id}" leads to no outcome`),
    ...circles(guide),
  ];
  return problems.length === 0 ? { ok: true, guide } : { ok: false, problems };
}
