/** The guide as the machine and the page's script need it: plain data, fit for JSON. */
export interface Guide {
  readonly steps: Readonly<Record<string, GuideStep>>;
  /** Error code -> step that settles it, as the error pages say. */
  readonly codes: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly id: string;
  readonly label: string;
  /** The answer as a word after its topic, for summaries. */
  readonly short?: string;
  readonly next: string;
  /** Other values that mean this answer. */
  readonly also?: readonly string[];
  readonly impliedBy?: readonly string[];
}

export interface Asking {
  readonly kind: 'question' | 'check';
  readonly title: string;
  readonly fact?: string;
  /** What its answers are about, for summaries. */
  readonly topic?: string;
  readonly answers: readonly Answer[];
}

export interface Ending {
  readonly kind: 'outcome';
  readonly title: string;
  readonly next: readonly string[];
}

export type GuideStep = Asking | Ending;

/** Fact -> id of the answer; the order is the order in which they were given. */
export type Answers = Readonly<Record<string, string>>;

/** The fact whose answer is an error code: any code with a page is an answer to it. */
export const codeFact = 'code';

/** Parameter of an address that asks a known question again; no fact may have this name. */
export const changingKey = 'changing';

/** Where a step can lead by a click. */
export const targetsOf = (step: GuideStep): readonly string[] =>
  step.kind === 'outcome' ? step.next : step.answers.map(({ next }) => next);

/** Whether an answer settles something; "I don't know" does not. */
export const settles = (answer: string | undefined): answer is string => answer !== undefined && answer !== 'unknown';

/** The step an answer leads to; `undefined` when the step has no such answer. Codes that are not listed go where their page says. */
export function nextOf(guide: Guide, step: GuideStep, answer: string): string | undefined {
  if (step.kind === 'outcome') return undefined;
  const listed = step.answers.find(({ id }) => id === answer)?.next;
  return listed ?? (step.fact === codeFact ? guide.codes[answer] : undefined);
}

/** Everything that can be reached, the starting points included. */
export function reachFrom(from: readonly string[], onward: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(from);
  for (const id of reached) for (const target of onward(id)) reached.add(target);
  return reached;
}
