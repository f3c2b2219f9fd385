import { createActor } from 'xstate';
import { readAnswers, writeAnswers, type Dropped } from './answers-url.ts';
import { reachFrom, settles, type Answers, type Guide } from './guide.ts';
import { guideMachine, type GuideContext, type GuideInput } from './machine.ts';
import { askers, factOf, isAhead, leadsTo, onward } from './relations.ts';

/** Something the reader said, with the way to say it anew. */
export interface Said {
  readonly fact: string;
  readonly answer: string;
  readonly label: string;
  /** The same as a word after its topic. */
  readonly short?: string;
  /** Step that asks for it. */
  readonly step: string;
  readonly question: string;
  /** What the answer is about; absent where it says nothing to an outsider. */
  readonly topic?: string;
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

const machines = new WeakMap<Guide, Map<string, ReturnType<typeof guideMachine>>>();

/** Machines are made once for each step they begin at. */
function machineAt(guide: Guide, at: string): ReturnType<typeof guideMachine> {
  const made = machines.get(guide) ?? new Map<string, ReturnType<typeof guideMachine>>();
  const machine = made.get(at) ?? guideMachine(guide, at);
  machines.set(guide, made.set(at, machine));
  return machine;
}

/** Runs the machine from a step until it rests, then through the events given. */
function rest(guide: Guide, at: string, input: GuideInput, events: readonly string[] = []): Rest {
  const actor = createActor(machineAt(guide, at), { input }).start();
  for (const type of events) actor.send({ type });
  const { value, context } = actor.getSnapshot();
  actor.stop();
  return { step: value, context };
}

/** The answers that can stand beside a step: those still ahead, and those of the way there; the way from the start decides if it leads there. */
function fitting(guide: Guide, at: string, answers: Answers, changing: string | undefined): Answers {
  const way = rest(guide, 'start', { answers, changing });
  const onWay = new Set(way.context.passed.flatMap(({ step, by }) => [factOf(guide, step), by]));
  const led = (fact: string, answer: string): boolean =>
    way.step === at && settles(answer) ? onWay.has(fact) : leadsTo(guide, at, fact, answer);
  return Object.fromEntries(
    Object.entries(answers).filter(([fact, answer]) => fact === changing || isAhead(guide, at, fact, answer) || led(fact, answer)),
  );
}

/**
 * Opens a step with the answers of an address: known questions are skipped, answers that cannot go with the step are dropped.
 *
 * @param at the step of the address; it must exist
 */
export function arrive(guide: Guide, at: string, query: URLSearchParams): Arrival {
  const read = readAnswers(guide, query);
  const changing = factOf(guide, at) === read.changing ? read.changing : undefined;
  const { step } = rest(guide, at, { answers: read.answers, changing });
  const answers = fitting(guide, step, read.answers, changing);
  const contradicting = Object.entries(read.answers)
    .filter(([fact, answer]) => settles(answer) && !Object.hasOwn(answers, fact))
    .map(([fact, answer]) => ({ fact, answer, reason: 'contradicts' as const }));
  return { step, answers, changing, said: saidOf(guide, step, answers), dropped: [...read.dropped, ...contradicting] };
}

/** The words of an answer at the first of these steps that lists it. */
function wordsOf(guide: Guide, ids: readonly string[], answer: string): Pick<Said, 'label' | 'short'> | undefined {
  for (const id of ids) {
    const step = guide.steps[id];
    const found = step === undefined || step.kind === 'outcome' ? undefined : step.answers.find((option) => option.id === answer);
    if (found !== undefined) return { label: found.label, ...(found.short === undefined ? {} : { short: found.short }) };
  }
  return undefined;
}

/** Answers in the words of the guide, in the order of the way here; what lies off it follows in the order in which it was given. */
function saidOf(guide: Guide, at: string, answers: Answers): readonly Said[] {
  const { passed } = rest(guide, 'start', { answers }).context;
  const said = Object.entries(answers)
    .filter(([fact]) => fact !== factOf(guide, at))
    .flatMap(([fact, answer]) => {
      const candidates = askers(guide, fact, answer).map(([id]) => id);
      const onPath = candidates.find((id) => passed.some((other) => other.step === id));
      const leading = candidates.find((id) => reachFrom([id], onward(guide)).has(at));
      const id = onPath ?? leading ?? candidates[0];
      const step = id === undefined ? undefined : guide.steps[id];
      if (id === undefined || step === undefined || step.kind === 'outcome') return [];
      const words = wordsOf(guide, [id, ...candidates], answer) ?? { label: `Error code ${answer}` };
      return [{ fact, answer, ...words, step: id, question: step.title, ...(step.topic === undefined ? {} : { topic: step.topic }) }];
    });
  const rank = ({ step }: Said): number => {
    const place = passed.findIndex((other) => other.step === step);
    return place < 0 ? passed.length : place;
  };
  return said.toSorted((one, other) => rank(one) - rank(other));
}

/** Where an answer (or `go-<step>`) leads from here, known questions skipped. */
export function follow(guide: Guide, { step, answers, changing }: Pick<Arrival, 'step' | 'answers' | 'changing'>, event: string): Place {
  const after = rest(guide, step, { answers, changing: changing ?? factOf(guide, step) }, [event]);
  return { step: after.step, answers: writeAnswers(after.context.answers, after.context.changing) };
}

/** Where to say something anew: the later answers travel along and count again where they still fit. */
export const reconsider = ({ answers }: Pick<Arrival, 'answers'>, { step, fact }: Pick<Said, 'step' | 'fact'>): Place => ({
  step,
  answers: writeAnswers(answers, fact),
});
