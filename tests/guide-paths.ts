/** Where the guide's links must lead, on ways that together take every transition of its machine; made by xstate/graph, not by hand. */
import { getShortestPaths } from 'xstate/graph';
import { arrive, follow, type Place } from '../src/guide/tree/arrival.ts';
import type { Guide } from '../src/guide/tree/guide.ts';
import { guideMachine } from '../src/guide/tree/machine.ts';
import { defineGuide } from '../src/guide/tree/tree.ts';
import { stepPath } from '../src/catalog/paths.ts';
import { errors, steps } from './content.ts';

/** An address of the guide and where each link of the page must lead there, with a script. */
export interface Opened {
  readonly step: string;
  readonly address: string;
  /** By answer, or `go-<step>`. */
  readonly links: Readonly<Record<string, string>>;
}

const defined = defineGuide(
  Object.fromEntries(steps.map(({ name, data }) => [name, data])),
  Object.fromEntries(errors.map(({ name, data }) => [name, data.guide])),
);
if (!defined.ok) throw new Error(defined.problems.join('\n'));
export const guide: Guide = defined.guide;

/** Every event a step answers to. */
export function eventsOf(step: string): readonly string[] {
  const found = guide.steps[step];
  if (found === undefined) throw new Error(`there is no step "${step}"`);
  return found.kind === 'outcome' ? found.next.map((target) => `go-${target}`) : found.answers.map(({ id }) => id);
}

/** Where a link of the page leads as it was built, without a script: one answer in the address, nothing skipped. */
export function builtLink(step: string, event: string): string {
  const found = guide.steps[step];
  if (found === undefined || found.kind === 'outcome') return stepPath(event.replace(/^go-/, ''));
  const answer = found.answers.find(({ id }) => id === event);
  if (answer === undefined) throw new Error(`"${step}" has no answer "${event}"`);
  return stepPath(answer.next, found.fact === undefined ? {} : { [found.fact]: event });
}

/** A page of the guide as it opens: known questions skipped, answers that do not fit left out. */
function open({ step, answers }: Place) {
  const arrival = arrive(guide, step, new URLSearchParams(answers));
  const { changing } = arrival;
  const place: Place = { step: arrival.step, answers: changing === undefined ? arrival.answers : { ...arrival.answers, changing } };
  return { place, next: (event: string): Place => follow(guide, arrival, event) };
}

/** Step -> the shortest way to it. Two states with different answers are one here, or there would be no end of them. */
function shortest(): ReadonlyMap<string, readonly string[]> {
  const paths = getShortestPaths(guideMachine(guide), {
    input: { answers: {} },
    events: (state) => eventsOf(state.value).map((type) => ({ type })),
    serializeState: ({ value }) => JSON.stringify(value),
  });
  // The first event of a path is xstate.init.
  return new Map(paths.map(({ state, steps: taken }) => [state.value, taken.slice(1).map(({ event }) => event.type)]));
}

/** Every place that ways from `start` come through which take every event of every step at least once. */
function placesOnTheWay(): readonly Place[] {
  const untaken = new Set([...Object.keys(guide.steps)].flatMap((step) => eventsOf(step).map((event) => `${step} ${event}`)));
  const places = new Map<string, Place>();
  for (const [target, prefix] of [...shortest()].sort(([, a], [, b]) => a.length - b.length)) {
    for (const first of eventsOf(target)) {
      if (!untaken.has(`${target} ${first}`)) continue;
      let at = open({ step: 'start', answers: {} });
      let event: string | undefined;
      const queue = [...prefix, first];
      while ((event = queue.shift() ?? eventsOf(at.place.step).find((other) => untaken.has(`${at.place.step} ${other}`))) !== undefined) {
        untaken.delete(`${at.place.step} ${event}`);
        places.set(JSON.stringify(at.place), at.place);
        at = open(at.next(event));
      }
      places.set(JSON.stringify(at.place), at.place);
    }
  }
  if (untaken.size > 0) throw new Error(`not covered: ${[...untaken].join(', ')}`);
  return [...places.values()];
}

/** Every address that those ways come through, each once, with all its links: those that were taken and the others. */
export const everyArrival = (): readonly Opened[] =>
  placesOnTheWay().map((place) => {
    const { next } = open(place);
    const links = eventsOf(place.step).map((event) => {
      const { step, answers } = next(event);
      return [event, stepPath(step, answers)] as const;
    });
    return { step: place.step, address: stepPath(place.step, place.answers), links: Object.fromEntries(links) };
  });
