import { rateInterval } from './rate-interval.ts';

/** A stretch of time in which something happened more often than before and after it. */
export interface Stretch {
  /** First of the events in it, milliseconds. */
  readonly from: number;
  /** Last of them. */
  readonly to: number;
  readonly events: number;
  /** Messages sent in it, about. */
  readonly messages: number;
  /** Events and messages outside of it. */
  readonly otherEvents: number;
  readonly otherMessages: number;
}

/** Messages by time: starts of equal steps in milliseconds, oldest first, and how many were sent in each. */
export interface Traffic {
  readonly step: number;
  readonly steps: readonly (readonly [start: number, messages: number])[];
}

/** Steps compared with each other at most; more are put together. */
const MOST_STEPS = 200;
/** Times beside the first guess that are tried for the exact beginning. */
const MOST_STARTS = 400;
/** A later beginning is told only where it is likelier by this, as a logarithm: the first events of a stretch come by chance early or late. */
const CLEARLY = 2;
/** No part of a step is taken for shorter, as a share of it. */
const LEAST = 1e-3;
/** How much likelier two rates must be than one, as a logarithm: what chance makes of some ten thousand stretches stays below. */
const LIKELIER = 12;

const fit = (part: number, whole: number): number => (part <= 0 ? 0 : part * Math.log(part / whole));

/** Logarithm of how likely it is that of the messages just these were events, at the rate they have. */
const likelihood = (events: number, messages: number): number => fit(events, messages) + fit(messages - events, messages);

/**
 * When something began to happen more often: of all stretches of the log the one whose rate differs most from the rest, by
 * likelihood (a scan statistic). A log sent in bursts makes no beginning: events are compared with the messages of the same time.
 *
 * @param times of the events, milliseconds, in any order; those without a time left out
 * @returns `undefined` where the events are as frequent all along, or too few to tell
 */
export function changeOf(times: readonly number[], traffic: Traffic): Stretch | undefined {
  const events = [...times].sort((a, b) => a - b);
  const steps = binned(events, traffic);
  const total = steps.reduce((sum, { messages }) => sum + messages, 0);
  const whole = likelihood(events.length, total);
  let best: { gain: number; first: Step; last: Step; inside: number; messages: number } | undefined;
  for (const [from, first] of steps.entries()) {
    let inside = 0;
    let messages = 0;
    if (first.events === 0) continue;
    for (const last of steps.slice(from)) {
      inside += last.events;
      messages += last.messages;
      if (last.events === 0) continue;
      const others = total - messages;
      if (inside * others <= (events.length - inside) * messages) continue;
      const gain = likelihood(inside, messages) + likelihood(events.length - inside, others) - whole;
      if (gain > (best?.gain ?? 0)) best = { gain, first, last, inside, messages };
    }
  }
  if (best === undefined || best.gain < LIKELIER) return undefined;
  const { first, last, inside, messages } = best;
  const expected = ((events.length - inside) * first.messages) / (total - messages);
  const inStretch = events.filter((time) => time >= first.start && time < last.start + last.length);
  return {
    from: beginning(inStretch, first.start, first.length, expected + 2 * Math.sqrt(expected)),
    to: inStretch.at(-1) ?? NaN,
    events: inside,
    messages,
    otherEvents: events.length - inside,
    otherMessages: total - messages,
  };
}

interface Step {
  readonly start: number;
  readonly length: number;
  readonly messages: number;
  events: number;
}

/** Events and messages by step, neighbouring ones together where there are many. */
function binned(events: readonly number[], { step, steps }: Traffic): readonly Step[] {
  const first = steps[0]?.[0] ?? 0;
  const end = (steps.at(-1)?.[0] ?? 0) + step;
  const length = Math.max(step, Math.ceil((end - first) / step / MOST_STEPS) * step);
  const made = new Map<number, { messages: number; events: number }>();
  const at = (time: number) => {
    const place = Math.floor((time - first) / length);
    const known = made.get(place) ?? { messages: 0, events: 0 };
    made.set(place, known);
    return known;
  };
  for (const [start, messages] of steps) at(start).messages += messages;
  for (const time of events) at(time).events += 1;
  return [...made]
    .sort(([a], [b]) => a - b)
    .map(([place, counts]) => ({
      start: first + place * length,
      length,
      events: counts.events,
      // An event is a message, also where the hours were too many to be kept.
      messages: Math.max(counts.messages, counts.events),
    }));
}

/**
 * The exact beginning within the first step: what came before in it may be the ordinary rate. Of all its events the one from which
 * the rest of the step is fullest, against the rate of what lies before.
 *
 * @param usual events that the rate outside of the stretch makes in such a step at most: more of them belong to the stretch
 */
function beginning(inStretch: readonly number[], start: number, length: number, usual: number): number {
  const inFirst = inStretch.filter((time) => time < start + length);
  const gainFrom = (place: number, time: number): number => {
    const before = (time - start) / length;
    const few = place === 0 ? 0 : place * Math.log(place / inFirst.length / Math.max(before, LEAST));
    return few + (inFirst.length - place) * Math.log((1 - place / inFirst.length) / Math.max(1 - before, LEAST));
  };
  const [first = inStretch[0] ?? NaN] = inFirst;
  let best = { gain: gainFrom(0, first), time: first };
  for (const [place, time] of inFirst.slice(0, MOST_STARTS).entries()) {
    if (place > usual) break;
    const gain = gainFrom(place, time);
    if (gain > best.gain + CLEARLY) best = { gain, time };
  }
  return best.time;
}

/** Whether the rate of a stretch lies above that of the rest at the near ends of what chance allows, and how many times (the far end of the rest). */
export function timesMore({ events, messages, otherEvents, otherMessages }: Stretch): number {
  const inside = rateInterval(events, messages).low;
  const outside = rateInterval(otherEvents, Math.max(otherMessages, otherEvents));
  return inside <= outside.high ? 1 : inside / Math.max(otherEvents / Math.max(1, otherMessages), 1e-6);
}

/** A rate before a change below this part of the rate after it is what there is on any day. */
const ORDINARY = 0.25;

/** What is seen for less than this part of a stretch before it is no ordinary rate. */
const LONG = 6;

/**
 * How much likelier it is that events came at another rate in a stretch of time than in the rest of it, as a logarithm (two Poisson
 * rates against one). Numbers of any unit.
 */
function gainInTime(inside: number, length: number, all: number, span: number): number {
  const part = (events: number, time: number): number => (events <= 0 ? 0 : events * Math.log(events / Math.max(time, span * LEAST)));
  return part(inside, length) + part(all - inside, span - length) - part(all, span);
}

/**
 * When events began to be more than ordinary: the change, where what came before is by far less frequent, both among the messages of
 * its time and by the clock; no moment where they became more frequent by and by, for then the first of them says more. What a
 * program sends day and night would else begin with the first quiet night.
 *
 * @returns milliseconds, or `undefined`
 */
export function onsetOf(times: readonly number[], traffic: Traffic): number | undefined {
  const change = changeOf(times, traffic);
  if (change === undefined) return undefined;
  const { from, to, events, messages } = change;
  const earlier = times.filter((time) => time < from).length;
  const first = traffic.steps[0]?.[0] ?? from;
  const span = (traffic.steps.at(-1)?.[0] ?? to) + traffic.step - first;
  const length = Math.max(to - from, traffic.step / 4);
  const isOrdinaryByClock = earlier * length <= ORDINARY * events * (from - first);
  // What comes shortly before a long stretch is its beginning, not the ordinary rate.
  const isLongBefore = from - Math.min(...times) >= length / LONG;
  if (earlier > 0 && !(isLongBefore && isOrdinaryByClock && gainInTime(events, length, times.length, span) >= LIKELIER)) return undefined;
  let before = 0;
  for (const [start, count] of traffic.steps) if (start < from) before += count * Math.min(1, (from - start) / traffic.step);
  return earlier * messages > ORDINARY * events * Math.max(before, earlier) ? undefined : from;
}
