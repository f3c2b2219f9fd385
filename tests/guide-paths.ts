/** Ways through the guide that together take every transition of its machine; made by xstate/graph, not by hand. */
import { getShortestPaths } from 'xstate/graph';
import { arrive, follow, type Place } from '../src/guide/tree/arrival.ts';
import type { Guide } from '../src/guide/tree/guide.ts';
import { guideMachine } from '../src/guide/tree/machine.ts';
import { defineGuide } from '../src/guide/tree/tree.ts';
import { errors, steps } from './content.ts';

/** One click and where it must lead. */
export interface Click {
  readonly event: string;
  readonly to: Place;
}
export type Way = readonly Click[];

/** How a click moves on: with a script known questions are skipped, without one links lead where they were built to lead. */
export type Move = (from: Place, event: string) => Place;

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

export const moveWithScript: Move = ({ step, answers }, event) => {
  const arrival = arrive(guide, step, new URLSearchParams(answers));
  const { step: to, answers: carried } = follow(guide, arrival, event);
  const there = arrive(guide, to, new URLSearchParams(carried));
  return { step: there.step, answers: there.changing === undefined ? there.answers : { ...there.answers, changing: there.changing } };
};

export const moveWithoutScript: Move = ({ step }, event) => {
  const found = guide.steps[step];
  if (found === undefined || found.kind === 'outcome') return { step: event.replace(/^go-/, ''), answers: {} };
  const answer = found.answers.find(({ id }) => id === event);
  if (answer === undefined) throw new Error(`"${step}" has no answer "${event}"`);
  return { step: answer.next, answers: found.fact === undefined ? {} : { [found.fact]: event } };
};

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

/** Ways that begin at `start` and take every event of every step at least once. */
export function coveringWays(move: Move): readonly Way[] {
  const open = new Set([...Object.keys(guide.steps)].flatMap((step) => eventsOf(step).map((event) => `${step} ${event}`)));
  const ways: Way[] = [];
  for (const [target, prefix] of [...shortest()].sort(([, a], [, b]) => a.length - b.length)) {
    for (const first of eventsOf(target)) {
      if (!open.has(`${target} ${first}`)) continue;
      let at: Place = { step: 'start', answers: {} };
      const way: Click[] = [];
      let event: string | undefined;
      const queue = [...prefix, first];
      while ((event = queue.shift() ?? eventsOf(at.step).find((other) => open.has(`${at.step} ${other}`))) !== undefined) {
        open.delete(`${at.step} ${event}`);
        at = move(at, event);
        way.push({ event, to: at });
      }
      ways.push(way);
    }
  }
  if (open.size > 0) throw new Error(`not covered: ${[...open].join(', ')}`);
  return ways;
}
