import type { Outcome } from '../../../catalog/category.ts';
import { thresholdOf } from '../../../catalog/knowledge.ts';
import { Newest, type SavedExamples } from '../../index/cells/newest.ts';
import { savedTime } from '../../index/cells/saved.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { entryOf } from '../../memory/entry-of.ts';
import type { Kind } from '../../message/kind.ts';
import { ours, say } from '../../report/sentence.ts';
import { slotOf } from './slots.ts';

/** What a table of this kind keeps. */
interface What {
  /** Id of the finding that brings it. */
  readonly finding: string;
  /** The group of a message: its sender, its recipient's country. */
  name(message: CountedMessage): string;
  /** Whether messages of a kind are kept. */
  wants(kind: Kind): boolean;
  /** Under which of the codes a message is kept, asked once a table; `undefined` for one that is not. */
  codeOf(codes: readonly string[]): (message: CountedMessage) => string | undefined;
}

interface Options extends CountingOptions {
  /** Codes that are kept, or what else messages are kept under; '' where nothing tells them apart. */
  readonly codes: readonly string[];
  readonly limits: {
    /** Groups by code and name. */
    readonly groups: number;
    /** Quarters of an hour over all groups, about 500 bytes each. */
    readonly slots: number;
  };
}

/** Messages of one group in a quarter of an hour. */
export interface Hits {
  count: number;
  /** Milliseconds; Infinity where no time is known. */
  first: number;
  readonly newest: Newest;
}

interface SavedGroup {
  readonly code: string;
  readonly name: string;
  readonly slots: readonly (readonly [slot: number, count: number, first: number | null, newest: SavedExamples])[];
}

interface Saved {
  readonly groups: readonly SavedGroup[];
  readonly overflow: number;
}

/** Messages with one code in one group. */
class Group {
  readonly code: string;
  readonly name: string;
  readonly slots = new Map<number, Hits>();

  constructor(code: string, name: string) {
    this.code = code;
    this.name = name;
  }
}

/** Outbound messages of some kind by code, group and quarter of an hour. */
class CodeTimes implements Table<Saved> {
  readonly #what: What;
  readonly #codeOf: (message: CountedMessage) => string | undefined;
  readonly #limits: Options['limits'];
  readonly #groups = new Map<string, Group>();
  #slots = 0;
  #overflow = 0;

  constructor(what: What, { codes, limits }: Options) {
    this.#what = what;
    this.#codeOf = what.codeOf(codes);
    this.#limits = limits;
  }

  add(message: CountedMessage): void {
    const { time } = message;
    const code = this.#codeOf(message);
    if (code === undefined) return;
    const group = this.#groupOf(code, this.#what.name(message), 1);
    if (group !== undefined) this.#see(group, slotOf(time), 1, time)?.newest.add(time, message);
  }

  /** Every group, by code and name. */
  get groups(): Iterable<Group> {
    return this.#groups.values();
  }

  merge({ groups, overflow }: Saved): void {
    for (const { code, name, slots } of groups) {
      for (const [slot, count, first, newest] of slots) {
        const group = this.#groupOf(code, name, count);
        if (group !== undefined) this.#see(group, slot, count, first ?? Infinity)?.newest.merge(newest);
      }
    }
    this.#overflow += overflow;
  }

  save(): Saved {
    const groups = [...this.#groups.values()].map(({ code, name, slots }) => ({
      code,
      name,
      slots: [...slots].map(([slot, { count, first, newest }]) => [slot, count, savedTime(first), newest.save()] as const),
    }));
    return { groups, overflow: this.#overflow };
  }

  get caps() {
    const text = say`More groups and hours than are kept apart: the finding "${ours(this.#what.finding)}" may miss these.`;
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

  #see({ slots }: Group, slot: number, count: number, first: number): Hits | undefined {
    if (!slots.has(slot)) {
      if (this.#slots >= this.#limits.slots) {
        this.#overflow += count;
        return undefined;
      }
      this.#slots += 1;
    }
    const hits = entryOf(slots, slot, (): Hits => ({ count: 0, first: Infinity, newest: new Newest() }));
    hits.count += count;
    if (first < hits.first) hits.first = first;
    return hits;
  }
}

export type CodeTimesKind = TableKind<CodeTimes, Saved, Options>;

const kindOf = (what: What, codes: readonly string[], counts: CodeTimesKind['counts']): CodeTimesKind => ({
  id: `times of ${what.finding}`,
  version: 1,
  counts,
  wants: (kind) => what.wants(kind),
  needs: ['status'],
  isJudgedWhole: true,
  options: () => ({ codes, limits: { groups: 20_000, slots: 200_000 } }),
  make: (options) => new CodeTimes(what, options),
});

/** The table of when failures with some codes happened, and in which group. */
export const codeTimes = ({ codes, ...what }: Omit<What, 'codeOf' | 'wants'> & { readonly codes: readonly string[] }): CodeTimesKind =>
  kindOf(
    { ...what, wants: ({ code }) => code !== undefined && codes.includes(code), codeOf: () => (message) => message.kind.code },
    codes,
    'failures',
  );

/** The table of when messages had an outcome, whatever their code. */
export const outcomeTimes = ({ outcome, ...what }: Omit<What, 'codeOf' | 'wants'> & { readonly outcome: Outcome }): CodeTimesKind =>
  kindOf({ ...what, wants: (kind) => kind.outcome === outcome, codeOf: () => () => '' }, [''], 'outbound');

/** A wait doubled so often is longer than a message may wait. */
const DOUBLINGS = 8;

/** The shortest wait that is kept, its double, its fourfold and so on, in seconds. */
export const waitsFrom = (shortest: number): readonly string[] =>
  Array.from({ length: DOUBLINGS }, (_, place) => String(2 ** place * shortest));

/** Outcomes of messages that a carrier or a channel took and did not give back: that one failed is no matter of its wait. */
export const ACCEPTED: readonly Outcome[] = ['delivered', 'no-receipt'];

/** The table of when messages were sent that had waited, under the longest of these waits that theirs reached. The shortest is the threshold `waitSeconds` of the finding. */
export function waitTimes({ finding, name }: Pick<What, 'finding' | 'name'>): CodeTimesKind {
  const what: What = {
    finding,
    name,
    wants: ({ outcome }) => ACCEPTED.includes(outcome),
    codeOf(codes) {
      const waits = codes.map(Number);
      const [shortest = Infinity] = waits;
      // Asked of every message that was sent; nearly none waited.
      return ({ queueSeconds }) => (queueSeconds < shortest ? undefined : codes[waits.findLastIndex((wait) => queueSeconds >= wait)]);
    },
  };
  const kind = kindOf(what, [], 'outbound');
  return {
    ...kind,
    id: `waits of ${finding}`,
    needs: ['created', 'sent', 'status'],
    options: (knowledge) => ({ ...kind.options(knowledge), codes: waitsFrom(thresholdOf(knowledge, finding, 'waitSeconds')) }),
  };
}
