import { Newest } from '../../index/cells/newest.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { HOUR_MS, hours } from '../../index/tables/hours.ts';
import { times } from '../../index/tables/times.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { KeyTable } from '../../memory/key-table.ts';
import { countryOf } from '../../message/country.ts';
import type { Filter } from '../../report/filter.ts';
import { howMany, moment, ours, say } from '../../report/sentence.ts';
import { countryWithCode } from '../../words/country-name.ts';
import { rule, type Found } from '../rule.ts';
import { sends } from '../shared/sends-table.ts';

/** A block of numbers is a number without its last four digits. */
const BLOCK = 10_000;
const DAY_MS = 86_400_000;
/** Blocks counted before they are looked at. */
const MOST_BLOCKS = 1_000_000;
/** Numbers of +1: pumping is paid by carriers elsewhere. */
const isNanp = (digits: number): boolean => digits >= 1e10 && digits < 2e10;

interface Sent {
  readonly person: number;
  /** Milliseconds. */
  readonly time: number;
  sid(): string;
}

/** Messages to one block of numbers within a stretch of time. */
interface Burst {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly messages: number;
  readonly people: ReadonlySet<number>;
  readonly newest: Newest;
}

interface Signs {
  readonly minNumbers: number;
  readonly minSequence: number;
  readonly maxGap: number;
}

/** Whether so many different numbers, or some that follow one another, are too many for an hour. */
function isOdd(people: ReadonlyMap<number, unknown>, { minNumbers, minSequence, maxGap }: Signs): boolean {
  if (people.size >= minNumbers) return true;
  const numbers = [...people.keys()].sort((a, b) => a - b);
  let run = 1;
  for (const [place, number] of numbers.entries()) {
    if (place === 0) continue;
    run = number - (numbers[place - 1] ?? 0) <= maxGap ? run + 1 : 1;
    if (run >= minSequence) return true;
  }
  return false;
}

/** The stretches of a block's messages in which every hour holds too many different numbers. */
function burstsOf(block: number, messages: readonly Sent[], signs: Signs): readonly Burst[] {
  const sorted = [...messages].sort((a, b) => a.time - b.time);
  const odd: { from: number; to: number }[] = [];
  let first = 0;
  const inHour = new Map<number, number>();
  for (const [place, { person, time }] of sorted.entries()) {
    inHour.set(person, (inHour.get(person) ?? 0) + 1);
    for (let old = sorted[first]; old !== undefined && old.time <= time - HOUR_MS; old = sorted[first]) {
      const left = (inHour.get(old.person) ?? 1) - 1;
      if (left === 0) inHour.delete(old.person);
      else inHour.set(old.person, left);
      first += 1;
    }
    // A few people who ask for many codes are no burst of new numbers.
    if (inHour.size < signs.minSequence || !isOdd(inHour, signs)) continue;
    const last = odd.at(-1);
    if (last !== undefined && last.to >= first) last.to = place;
    else odd.push({ from: first, to: place });
  }
  return odd.map(({ from, to }) => {
    const stretch = sorted.slice(from, to + 1);
    const newest = new Newest();
    // The newest first: of the others no SID is asked.
    for (const one of stretch.toReversed()) newest.add(one.time, one);
    return {
      newest,
      block,
      from: stretch[0]?.time ?? 0,
      to: stretch.at(-1)?.time ?? 0,
      messages: stretch.length,
      people: new Set(stretch.map(({ person }) => person)),
    };
  });
}

/** Messages outside +1 by country, and those of blocks that met enough of them to be looked at. */
function byCountry(index: LogIndex, least: number) {
  const sent = index.get(sends);
  const counts = new KeyTable(MOST_BLOCKS);
  for (let place = 0; place < sent.size; place += 1) {
    const person = sent.person(place);
    if (person > 0 && !isNanp(person)) counts.add(Math.floor(person / BLOCK), 1);
  }
  const countries = new Map<string, { readonly all: number[]; readonly blocks: Map<number, Sent[]> }>();
  for (let place = 0; place < sent.size; place += 1) {
    const person = sent.person(place);
    if (person <= 0 || isNanp(person)) continue;
    const time = sent.time(place);
    const block = Math.floor(person / BLOCK);
    const country = entryOf(countries, countryOf(person), () => ({ all: [], blocks: new Map<number, Sent[]>() }));
    country.all.push(time);
    if ((counts.get(block) ?? 0) >= least) entryOf(country.blocks, block, () => []).push({ person, time, sid: () => sent.sid(place) });
  }
  return countries;
}

/** Outbound messages before a moment, in whole hours, and in all, with the length of the log. */
function trafficOf(index: LogIndex) {
  const { steps, step } = index.get(hours).traffic;
  const sum = (some: typeof steps): number => some.reduce((all, [, messages]) => all + messages, 0);
  return {
    before: (until: number): number => sum(steps.filter(([start]) => start + step <= until)),
    all: sum(steps),
    length: (steps.at(-1)?.[0] ?? 0) + step - (steps[0]?.[0] ?? 0),
  };
}

/** Whether the country was not there before a moment, or a burst holds many times its usual messages of a day until then. */
function isNew(
  all: readonly number[],
  burst: Burst,
  until: number,
  oldest: number,
  traffic: ReturnType<typeof trafficOf>,
  { dailyRatio, minBefore }: { readonly dailyRatio: number; readonly minBefore: number },
): boolean {
  const before = until - oldest;
  // At the beginning of a log everything is new; on its first day also in the morning, where little else was sent by night.
  if (before < minBefore * HOUR_MS) return false;
  const earlier = all.filter((time) => time < until).length;
  if (before < DAY_MS) {
    const others = traffic.before(until) - earlier;
    if (others * traffic.length < (traffic.all - all.length) * minBefore * HOUR_MS) return false;
  }
  return burst.messages > dailyRatio * (earlier / Math.max(1, before / DAY_MS));
}

/** Bursts to a country that was hardly written to before: what follows one of them within a day is compared with what came before that one. */
function newBursts(bursts: readonly Burst[], isNewSince: (burst: Burst, until: number) => boolean): readonly Burst[] {
  const found: Burst[] = [];
  let began = Infinity;
  let ended = -Infinity;
  for (const burst of bursts.toSorted((a, b) => a.from - b.from)) {
    const until = burst.from - ended < DAY_MS ? began : burst.from;
    if (!isNewSince(burst, until)) continue;
    found.push(burst);
    began = until;
    ended = Math.max(ended, burst.to);
  }
  return found;
}

/**
 * Signs of SMS pumping: within an hour many different numbers of one block, or some that follow one another, in a country that was not
 * written to before, or hardly. Messages may have been delivered; that is how it pays.
 */
export const pumping = rule({
  id: 'pumping',
  codes: [],
  guide: 'pumping-block',
  needs: ['to', 'sent'],
  tables: [sends],
  limits: { minNumbers: 'count', minSequence: 'count', maxGap: 'count', dailyRatio: 'ratio', minBefore: 'count' },
  find(index, { limits, minHits }) {
    const { oldest } = index.get(times).range();
    const traffic = trafficOf(index);
    const found: Found[] = [];
    for (const [country, { all, blocks }] of byCountry(index, limits.minSequence)) {
      const bursts = newBursts(
        [...blocks].flatMap(([block, messages]) => burstsOf(block, messages, limits)),
        (burst, until) => isNew(all, burst, until, oldest, traffic, limits),
      );
      const sum = bursts.reduce((messages, burst) => messages + burst.messages, 0);
      if (sum < minHits) continue;
      const people = new Set(bursts.flatMap((burst) => [...burst.people]));
      const since = Math.min(...bursts.map(({ from }) => from));
      const until = Math.max(...bursts.map(({ to }) => to));
      const rows: Filter = {
        direction: 'outbound',
        any: bursts.map(({ block, from, to }) => ({ prefix: String(block), time: { from, to: to + 1 } })),
      };
      const messages = { label: 'messages to these blocks of numbers', value: sum, rows };
      const numbers = { label: 'different numbers', value: people.size, of: 'people', rows } as const;
      found.push({
        severity: 'high',
        confidence: 'medium',
        because: say`So many neighbouring numbers of a country that was hardly written to before are rarely customers; whether they are, only your sign-ups show.`,
        sentence: say`This looks like SMS pumping: ${howMany(messages, 'message')} to ${howMany(numbers, 'number')} in ${howMany(new Set(bursts.map(({ block }) => block)).size, 'block')} of neighbouring numbers in ${ours(countryWithCode(country))}, from ${moment(since)} to ${moment(until)}.`,
        affected: sum,
        recoverable: 0,
        rows,
        subject: { country },
        since,
        evidence: [messages, numbers],
        codes: [],
        examples: Newest.of(bursts.map(({ newest }) => newest)),
        action: { kind: 'check', list: null },
      });
    }
    return found;
  },
});
