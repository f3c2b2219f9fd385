import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountedMessages } from '../../index/counted-messages.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { KeyTable } from '../../memory/key-table.ts';
import type { Field } from '../../message/fields.ts';
import { ours, say } from '../../report/sentence.ts';
import { slotOf } from './slots.ts';

/** Slots that are told apart for one name: beyond any year a message can have. */
const SLOTS = 2 ** 23;
/** The two counts of a cell share one number: the second in its upper part. */
const SECOND = 2 ** 26;

/** The place of a name that does not fit. */
const NOWHERE = -1;
/** What `addMany` adds to a place, NOWHERE among them, and what it keeps for a route that is not counted. */
const MET = 3;
const UNCOUNTED = 1;

/** What a table of this kind counts, and by what name. */
interface What {
  /** What is counted: "senders", "countries". */
  readonly of: string;
  /** Most names that are kept apart; absent where there is only one. */
  readonly names?: number;
  readonly needs: readonly Field[];
  /** `undefined` for a message that is not counted. */
  name(message: Pick<CountedMessage, 'sender' | 'country'>): string | undefined;
  /** The second figure of a cell; the first counts messages. */
  second(message: CountedMessage): number;
}

interface Options extends CountingOptions {
  readonly limits: {
    readonly names?: number;
    /** Quarters of an hour over all names, 23 to 46 bytes each. */
    readonly cells: number;
  };
}

interface Saved {
  readonly names: readonly (readonly [name: string, slots: readonly (readonly [slot: number, packed: number])[]])[];
  readonly overflow: number;
}

/** Messages in a slot, and the second figure of the table. */
export type Pace = readonly [messages: number, second: number];

function summed(parts: Iterable<ReadonlyMap<number, Pace>>): ReadonlyMap<number, Pace> {
  const slots = new Map<number, Pace>();
  for (const part of parts) {
    for (const [slot, [messages, second]] of part) {
      const before = slots.get(slot);
      slots.set(slot, before === undefined ? [messages, second] : [before[0] + messages, before[1] + second]);
    }
  }
  return slots;
}

/** Outbound messages by name and quarter of an hour. */
class PaceTable implements Table<Saved> {
  readonly #what: What;
  readonly #limits: Options['limits'];
  readonly #places = new Map<string, number>();
  readonly #cells: KeyTable;
  #lastName: string | undefined;
  #lastPlace = 0;
  #overflow = 0;
  /** Messages of one name and slot that are not in `#cells` yet: most messages are of the slot of the one before. */
  #held = 0;
  #heldMessages = 0;
  #heldPlace = 0;
  #heldSlot = NaN;
  /** By place of the name, and under all names together, what was counted by slot; made when it is asked for. */
  #byPlace: ReadonlyMap<number, ReadonlyMap<number, Pace>> | undefined;
  #together: ReadonlyMap<number, Pace> | undefined;

  constructor(what: What, { limits }: Options) {
    this.#what = what;
    this.#limits = limits;
    this.#cells = new KeyTable(limits.cells);
  }

  add(message: CountedMessage): void {
    const name = this.#what.name(message);
    if (name === undefined) return;
    if (name !== this.#lastName) {
      this.#lastName = name;
      this.#lastPlace = this.#placeOf(name);
    }
    this.#hold(this.#lastPlace, slotOf(message.time), this.#what.second(message));
  }

  addMany(messages: CountedMessages, places: Uint32Array): void {
    const routeOf = messages.column('route');
    const times = messages.column('time');
    /** By number of a route, the place of its name and MET, or UNCOUNTED; 0 where it was not met yet. */
    const known = new Int32Array(messages.routes.length);
    for (const place of places) {
      const number = routeOf[place] ?? 0;
      const before = known[number] ?? 0;
      const found = before === 0 ? (known[number] = this.#placeOfRoute(messages.routes[number])) : before;
      if (found !== UNCOUNTED) this.#hold(found - MET, slotOf(times[place] ?? NaN), this.#what.second(messages.message(place)));
    }
  }

  /** What was counted under some names, or under all where none are given, by slot. */
  of(names?: readonly string[]): ReadonlyMap<number, Pace> {
    this.#countHeld();
    const byPlace = (this.#byPlace ??= this.#paces());
    if (names === undefined) return (this.#together ??= summed(byPlace.values()));
    const some = [...new Set(names)].flatMap((name) => byPlace.get(this.#places.get(name) ?? NOWHERE) ?? []);
    const [only] = some;
    return only !== undefined && some.length === 1 ? only : summed(some);
  }

  /** Every name there is. */
  get names(): readonly string[] {
    return [...this.#places.keys()];
  }

  merge({ names, overflow }: Saved): void {
    for (const [name, slots] of names) {
      const place = this.#placeOf(name);
      for (const [slot, packed] of slots) this.#count(place, slot, packed, packed % SECOND);
    }
    this.#lastName = undefined;
    this.#overflow += overflow;
  }

  save(): Saved {
    this.#countHeld();
    const slots = [...this.#places.keys()].map((): (readonly [number, number])[] => []);
    for (const [key, packed] of this.#cells) slots[Math.floor(key / SLOTS)]?.push([(key % SLOTS) - 1, packed]);
    return { names: [...this.#places].map(([name, place]) => [name, slots[place] ?? []] as const), overflow: this.#overflow };
  }

  get caps() {
    this.#countHeld();
    const text = say`More ${ours(this.#what.of)} and hours than are kept apart: findings about when something happened may miss these messages.`;
    return [{ id: `pace-of-${this.#what.of.toLowerCase().replaceAll(' ', '-')}-capped`, count: this.#overflow, text }];
  }

  #paces(): ReadonlyMap<number, ReadonlyMap<number, Pace>> {
    const byPlace = new Map<number, Map<number, Pace>>();
    for (const [key, packed] of this.#cells) {
      const place = Math.floor(key / SLOTS);
      const second = Math.floor(packed / SECOND);
      entryOf(byPlace, place, () => new Map<number, Pace>()).set(key - place * SLOTS - 1, [packed - second * SECOND, second]);
    }
    return byPlace;
  }

  /** The place of a name; NOWHERE where it does not fit. */
  #placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    if (this.#places.size >= (this.#limits.names ?? 1)) return NOWHERE;
    this.#places.set(name, this.#places.size);
    return this.#places.size - 1;
  }

  /** As `addMany` keeps it. */
  #placeOfRoute(route: CountedMessages['routes'][number] | undefined): number {
    const name = route === undefined ? undefined : this.#what.name(route);
    return name === undefined ? UNCOUNTED : this.#placeOf(name) + MET;
  }

  #hold(place: number, slot: number, second: number): void {
    if (slot !== this.#heldSlot || place !== this.#heldPlace) {
      this.#countHeld();
      this.#heldSlot = slot;
      this.#heldPlace = place;
    }
    this.#held += 1 + second * SECOND;
    this.#heldMessages += 1;
  }

  #countHeld(): void {
    if (this.#heldMessages > 0) this.#count(this.#heldPlace, this.#heldSlot, this.#held, this.#heldMessages);
    this.#held = 0;
    this.#heldMessages = 0;
  }

  #count(place: number, slot: number, packed: number, messages: number): void {
    this.#byPlace = undefined;
    this.#together = undefined;
    if (place === NOWHERE || !this.#cells.add(place * SLOTS + slot + 1, packed)) this.#overflow += messages;
  }
}

/** What a table of this kind saves of one name and slot. @param time any within the slot, NaN for messages without a time */
export const packedPace = (name: string, time: number, messages: number, second: number): Saved => ({
  names: [[name, [[slotOf(time), messages + second * SECOND]]]],
  overflow: 0,
});

export type PaceKind = TableKind<PaceTable, Saved, Options>;

const paceTable = (what: What): PaceKind => ({
  id: `pace of ${what.of}`,
  version: 1,
  counts: 'outbound',
  needs: what.needs,
  isJudgedWhole: true,
  options: () => ({ limits: { ...(what.names === undefined ? {} : { names: what.names }), cells: 2_000_000 } }),
  make: (options) => new PaceTable(what, options),
});

/** Messages and segments of each sender; a message whose segments are not known yet is one. */
export const senderPace = paceTable({
  of: 'senders',
  names: 50_000,
  needs: ['status'],
  name: ({ sender }) => sender,
  second: (message) => Math.max(1, message.segments()),
});

/** Messages to each country, and how many of them have no receipt. */
export const countryPace = paceTable({
  of: 'countries',
  names: 1_000,
  needs: ['status'],
  name: ({ country }) => country,
  second: ({ kind }) => (kind.outcome === 'no-receipt' ? 1 : 0),
});

/** Messages to the US and their segments. */
export const usPace = paceTable({
  of: 'US numbers',
  needs: ['status', 'to'],
  name: ({ country }) => (country === 'US' ? country : undefined),
  second: (message) => Math.max(1, message.segments()),
});
