import { assign, setup } from 'xstate';
import { codeFact, settles, type Answer, type Answers, type Asking, type Guide, type GuideStep } from './guide.ts';

/** One step taken: said by the reader, or skipped because the fact was known. */
export interface Passed {
  readonly step: string;
  readonly answer: string;
  /** The fact that made the question needless, where it was not its own. */
  readonly by?: string;
}

export interface GuideInput {
  readonly answers: Answers;
  /** Fact whose question is asked again although it was answered. */
  readonly changing?: string | undefined;
}

export interface GuideContext {
  readonly answers: Answers;
  readonly changing: string | undefined;
  readonly passed: readonly Passed[];
}

/** An answer's id; `go-<step>` follows a link of an outcome; `restart` forgets everything. */
export interface GuideEvent {
  readonly type: string;
}

const makeSetup = (codes: Guide['codes']) =>
  setup({
    types: {
      context: {} as GuideContext,
      events: {} as GuideEvent,
      input: {} as GuideInput,
    },
    actions: {
      remember: assign({
        answers: ({ context }, { fact, answer }: { fact: string; answer: string }) => ({ ...context.answers, [fact]: answer }),
        changing: undefined,
      }),
      pass: assign({ passed: ({ context }, passed: Passed) => [...context.passed, passed] }),
      passCode: assign({
        passed: ({ context }, { step }: { step: string }) => [...context.passed, { step, answer: context.answers[codeFact] ?? '' }],
      }),
      askAgain: assign({
        changing: ({ context }, { fact }: { fact: string }) => (settles(context.answers[fact]) ? fact : undefined),
      }),
      forget: assign({ answers: {}, changing: undefined, passed: [] }),
    },
    guards: {
      known: ({ context }, { fact, answer }: { fact: string; answer: string }) =>
        context.changing !== fact && settles(answer) && context.answers[fact] === answer,
      implied: ({ context }, { fact, by }: { fact: string; by: string }) =>
        context.changing !== fact && !settles(context.answers[fact]) && context.changing !== by && settles(context.answers[by]),
      codeWithPage: ({ context }) => context.changing !== codeFact && codes[context.answers[codeFact] ?? ''] !== undefined,
      codeOf: ({ context }, { step }: { step: string }) => codes[context.answers[codeFact] ?? ''] === step,
    },
  });

/** Transitions that skip a question whose fact is known, or that a known fact makes needless. */
function skips(id: string, { fact, answers }: Asking) {
  if (fact === undefined) return [];
  const known = answers
    .filter((answer) => settles(answer.id))
    .map((answer) => ({
      guard: { type: 'known' as const, params: { fact, answer: answer.id } },
      target: answer.next,
      actions: { type: 'pass' as const, params: { step: id, answer: answer.id } },
    }));
  const implied = answers.flatMap((answer) =>
    (answer.impliedBy ?? []).map((by) => ({
      guard: { type: 'implied' as const, params: { fact, by } },
      target: answer.next,
      actions: { type: 'pass' as const, params: { step: id, answer: answer.id, by } },
    })),
  );
  const byPage = { guard: 'codeWithPage' as const, target: 'by-code', actions: { type: 'passCode' as const, params: { step: id } } };
  return fact === codeFact ? [...known, byPage] : [...known, ...implied];
}

/** A link of an outcome. It leads to a question to ask it, also when its answer is known. */
function link(guide: Guide, target: string) {
  const step = guide.steps[target];
  const fact = step === undefined || step.kind === 'outcome' ? undefined : step.fact;
  return { target, actions: fact === undefined ? [] : [{ type: 'askAgain' as const, params: { fact } }] };
}

function stateOf(guide: Guide, id: string, step: GuideStep) {
  if (step.kind === 'outcome') {
    return { tags: ['outcome'], on: Object.fromEntries(step.next.map((target) => [`go-${target}`, link(guide, target)])) };
  }
  const { fact } = step;
  const transition = ({ id: answer, next }: Answer) => ({
    target: next,
    actions: [
      ...(fact === undefined ? [] : [{ type: 'remember' as const, params: { fact, answer } }]),
      { type: 'pass' as const, params: { step: id, answer } },
    ],
  });
  return {
    tags: [step.kind],
    always: skips(id, step),
    on: Object.fromEntries(step.answers.map((answer) => [answer.id, transition(answer)] as const)),
  };
}

/**
 * Makes the machine: one state a step, answers as events, guards that skip what is known.
 * The state `by-code` is no step: it hands a code that a question does not list to the step its error page names.
 *
 * @param at step to begin at
 */
export function guideMachine(guide: Guide, at = 'start') {
  const byCode = [...new Set(Object.values(guide.codes))].map((step) => ({
    guard: { type: 'codeOf' as const, params: { step } },
    target: step,
  }));
  return makeSetup(guide.codes).createMachine({
    id: 'guide',
    initial: at,
    context: ({ input }) => ({ answers: input.answers, changing: input.changing, passed: [] }),
    on: { restart: { target: '.start', actions: 'forget' } },
    states: {
      ...Object.fromEntries(Object.entries(guide.steps).map(([id, step]) => [id, stateOf(guide, id, step)])),
      'by-code': { always: byCode },
    },
  });
}
