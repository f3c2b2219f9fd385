import { createActor } from 'xstate';
import { readAnswers, writeAnswers, type Dropped } from './answers-url.ts';
import { codeFact, nextOf, reachFrom, settles, targetsOf, type Answers, type Guide } from './guide.ts';
import { guideMachine, type GuideContext, type GuideInput } from './machine.ts';

/** Something the reader said, with the way to say it anew. */
export interface Said {
  readonly fact: string;
  readonly answer: string;
  readonly label: string;
  /** Step that asks for it. */
  readonly step: string;
  readonly question: string;
}

/** A step and the answers to carry there. */
export interface Place {
  readonly step: string;
  readonly answers: Answers;
}

export interface Arrival extends Place {
  readonly changing: string | undefined;
  readonly said: readonly Said[];
  readonly dropped: readonly Dropped[];
}

interface Rest {
  readonly step: string;
  readonly context: GuideContext;
}

/** Runs the machine from a step until it rests, then through the events given. */
function rest(guide: Guide, at: string, input: GuideInput, events: readonly string[] = []): Rest {
  const actor = createActor(guideMachine(guide, at), { input }).start();
  for (const type of events) actor.send({ type });
  const { value, context } = actor.getSnapshot();
  actor.stop();
  return { step: String(value), context };
}

/** Where a step leads by answers that are remembered, and by codes that no question lists. */
const onward =
  (guide: Guide) =>
  (id: string): readonly string[] => {
    const step = guide.steps[id];
    if (step === undefined || step.kind === 'outcome' || step.fact === undefined) return [];
    return step.fact === codeFact ? [...targetsOf(step), ...Object.values(guide.codes)] : targetsOf(step);
  };

/** Steps that ask for a fact and know the answer. */
const askers = (guide: Guide, fact: string, answer: string): readonly (readonly [id: string, next: string])[] =>
  Object.entries(guide.steps).flatMap(([id, step]) => {
    const next = step.kind !== 'outcome' && step.fact === fact ? nextOf(guide, step, answer) : undefined;
    return next === undefined ? [] : [[id, next] as const];
  });

const links = (guide: Guide, ids: ReadonlySet<string>): readonly string[] =>
  [...ids].flatMap((id) => {
    const step = guide.steps[id];
    return step?.kind === 'outcome' ? step.next : [];
  });

/**
 * Whether an answer can stand beside a step. It can when it leads there (or to an outcome that links there), or when its question
 * is still ahead. An outcome also bears answers it has nothing to do with, such as those carried along by a link, unless
 * another answer to the same question leads there.
 */
function goesWith(guide: Guide, at: string, fact: string, answer: string): boolean {
  const reach = (ids: readonly string[]): ReadonlySet<string> => reachFrom(ids, onward(guide));
  const asking = askers(guide, fact, answer);
  const ahead = reach([at]);
  if (asking.some(([id]) => ahead.has(id))) return true;
  const led = reach(asking.map(([, next]) => next));
  if (led.has(at) || links(guide, led).includes(at)) return true;
  return guide.steps[at]?.kind === 'outcome' && !reach(asking.map(([id]) => id)).has(at);
}

/**
 * Opens a step with the answers of an address: known questions are skipped, answers that cannot go with the step are dropped.
 *
 * @param at the step of the address; it must exist
 */
export function arrive(guide: Guide, at: string, query: URLSearchParams): Arrival {
  const read = readAnswers(guide, query);
  const asked = guide.steps[at];
  const changing = asked !== undefined && asked.kind !== 'outcome' && asked.fact === read.changing ? read.changing : undefined;
  const { step } = rest(guide, at, { answers: read.answers, changing });
  const entries = Object.entries(read.answers);
  const fits = entries.filter(([fact, answer]) => fact === changing || goesWith(guide, step, fact, answer));
  const answers = Object.fromEntries(fits);
  const contradicting = entries
    .filter(([fact, answer]) => settles(answer) && !Object.hasOwn(answers, fact))
    .map(([fact, answer]) => ({ fact, answer, reason: 'contradicts' as const }));
  return { step, answers, changing, said: saidOf(guide, step, answers, changing), dropped: [...read.dropped, ...contradicting] };
}

/** Answers in the words of the guide, in the order in which they were given. */
function saidOf(guide: Guide, at: string, answers: Answers, changing: string | undefined): readonly Said[] {
  const { passed } = rest(guide, 'start', { answers }).context;
  return Object.entries(answers)
    .filter(([fact]) => fact !== changing && fact !== askedBy(guide, at))
    .flatMap(([fact, answer]) => {
      const candidates = askers(guide, fact, answer).map(([id]) => id);
      const onPath = candidates.find((id) => passed.some((other) => other.step === id));
      const leading = candidates.find((id) => reachFrom([id], onward(guide)).has(at));
      const id = onPath ?? leading ?? candidates[0];
      const step = id === undefined ? undefined : guide.steps[id];
      if (id === undefined || step === undefined || step.kind === 'outcome') return [];
      const label = step.answers.find((option) => option.id === answer)?.label ?? `Error code ${answer}`;
      return [{ fact, answer, label: settles(answer) ? label : "I don't know", step: id, question: step.title }];
    });
}

/** Where an answer (or `go-<step>`) leads from here, known questions skipped. */
export function follow(guide: Guide, { step, answers, changing }: Pick<Arrival, 'step' | 'answers' | 'changing'>, event: string): Place {
  const after = rest(guide, step, { answers, changing: changing ?? askedBy(guide, step) }, [event]);
  return { step: after.step, answers: writeAnswers(after.context.answers, after.context.changing) };
}

const askedBy = (guide: Guide, id: string): string | undefined => {
  const step = guide.steps[id];
  return step === undefined || step.kind === 'outcome' ? undefined : step.fact;
};

/** Where to say something anew: the later answers travel along and count again where they still fit. */
export const reconsider = ({ answers }: Pick<Arrival, 'answers'>, { step, fact }: Pick<Said, 'step' | 'fact'>): Place => ({
  step,
  answers: writeAnswers(answers, fact),
});
