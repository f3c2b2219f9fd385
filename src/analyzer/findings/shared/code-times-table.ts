import { Newest, type SavedExamples } from '../../index/cells/newest.ts';
import { savedTime } from '../../index/cells/saved.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { ours, say } from '../../report/sentence.ts';
import { slotOf } from './slots.ts';

/** What a table of this kind keeps. */
interface What {
  /** Id of the finding that brings it. */
  readonly finding: string;
  readonly codes: readonly string[];
  /** The group of a message: its sender, its recipient's country and prefix. */
  name(message: CountedMessage): string;
}

interface Options extends CountingOptions {
  readonly codes: readonly string[];
  readonly limits: {
    /** Groups by code and name. */
    readonly groups: number;
    /** Quarters of an hour over all groups, about 150 bytes each. */
    readonly slots: number;
  };
}

interface Hits {
  count: number;
  /** Milliseconds; Infinity where no time is known. */
  first: number;
}

interface SavedGroup {
  readonly code: string;
  readonly name: string;
  readonly newest: SavedExamples;
  readonly slots: readonly (readonly [slot: number, count: number, first: number | null])[];
}

interface Saved {
  readonly groups: readonly SavedGroup[];
  readonly overflow: number;
}

/** Failures with one code in one group. */
class Group {
  readonly code: string;
  readonly name: string;
  readonly newest = new Newest();
  readonly slots = new Map<number, Hits>();

  constructor(code: string, name: string) {
    this.code = code;
    this.name = name;
  }
}

/** Outbound failures with some codes by group and quarter of an hour. */
class CodeTimes implements Table<Saved> {
  readonly #what: What;
  readonly #codes: ReadonlySet<string>;
  readonly #limits: Options['limits'];
  readonly #groups = new Map<string, Group>();
  #slots = 0;
  #overflow = 0;

  constructor(what: What, { codes, limits }: Options) {
    this.#what = what;
    this.#codes = new Set(codes);
    this.#limits = limits;
  }

  add(message: CountedMessage): void {
    const { kind, time } = message;
    if (!kind.isFailure || kind.code === undefined || !this.#codes.has(kind.code)) return;
    const group = this.#groupOf(kind.code, this.#what.name(message), 1);
    if (group === undefined) return;
    if (this.#see(group, slotOf(time), 1, time)) group.newest.add(time, message.sid());
  }

  /** Every group, by code and name. */
  get groups(): Iterable<Group> {
    return this.#groups.values();
  }

  merge({ groups, overflow }: Saved): void {
    for (const { code, name, newest, slots } of groups) {
      for (const [slot, count, first] of slots) {
        const group = this.#groupOf(code, name, count);
        if (group !== undefined) this.#see(group, slot, count, first ?? Infinity);
      }
      this.#groups.get(`${code} ${name}`)?.newest.merge(newest);
    }
    this.#overflow += overflow;
  }

  save(): Saved {
    const groups = [...this.#groups.values()].map(({ code, name, newest, slots }) => ({
      code,
      name,
      newest: newest.save(),
      slots: [...slots].map(([slot, { count, first }]) => [slot, count, savedTime(first)] as const),
    }));
    return { groups, overflow: this.#overflow };
  }

  get caps() {
    const text = say`More groups of refused messages than are kept apart: the finding "${ours(this.#what.finding)}" may miss these.`;
    return [{ id: 'code-times-capped', count: this.#overflow, text }];
  }

  #groupOf(code: string, name: string, messages: number): Group | undefined {
    const key = `${code} ${name}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    if (this.#groups.size >= this.#limits.groups) {
      this.#overflow += messages;
      return undefined;
    }
    const made = new Group(code, name);
    this.#groups.set(key, made);
    return made;
  }

  #see({ slots }: Group, slot: number, count: number, first: number): boolean {
    if (!slots.has(slot)) {
      if (this.#slots >= this.#limits.slots) {
        this.#overflow += count;
        return false;
      }
      this.#slots += 1;
    }
    const hits = entryOf(slots, slot, (): Hits => ({ count: 0, first: Infinity }));
    hits.count += count;
    if (first < hits.first) hits.first = first;
    return true;
  }
}

export type CodeTimesKind = TableKind<CodeTimes, Saved, Options>;

/** The table of when failures with some codes happened, and in which group. */
export const codeTimes = (what: What): CodeTimesKind => ({
  id: `times of ${what.finding}`,
  version: 1,
  counts: 'outbound',
  needs: ['errorCode'],
  options: () => ({ codes: what.codes, limits: { groups: 20_000, slots: 100_000 } }),
  make: (options) => new CodeTimes(what, options),
});
