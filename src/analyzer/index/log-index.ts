import type { Knowledge } from '../../catalog/knowledge.ts';
import { entryOf } from '../memory/entry-of.ts';
import type { Kind } from '../message/kind.ts';
import type { CountedMessage } from './counted-message.ts';
import type { ReadRows } from './read-rows.ts';
import { isCounted, type AnyTableKind, type Cap, type CountingOptions, type Table, type TableKind } from './table.ts';
import { coreTables } from './tables/index.ts';
import { times } from './tables/times.ts';

/** More kinds than this has only a log made to have them. */
const KINDS_KNOWN = 5_000;

interface SavedTable {
  readonly version: number;
  readonly options: CountingOptions;
  readonly state: unknown;
}

/** What an index has counted, as plain data: by id of the table. */
export type SavedIndex = Readonly<Record<string, SavedTable>>;

function addAll(table: Table<unknown>, rows: ReadRows, places: Uint32Array): void {
  for (const place of places) table.add(rows.message(place));
}

/** Tables that are counted, each once, whoever asks for them. */
function distinct(kinds: readonly AnyTableKind[]): readonly AnyTableKind[] {
  const byId = new Map<string, AnyTableKind>();
  for (const kind of kinds) {
    const known = byId.get(kind.id);
    if (known !== undefined && known !== kind) throw new Error(`Two tables are named "${kind.id}"`);
    byId.set(kind.id, kind);
  }
  return [...byId.values()];
}

/** Tables that are given the same kinds of messages: 1 at the place of such a kind. */
interface Group {
  readonly wanted: Uint8Array;
  readonly tables: readonly Table<unknown>[];
}

/**
 * Everything that is counted while reading; rules and the report see this, never rows. The core's tables and those that the
 * findings bring are alike.
 */
export class LogIndex {
  readonly #kinds: readonly AnyTableKind[];
  readonly #options = new Map<string, CountingOptions>();
  readonly #tables = new Map<string, Table<unknown>>();
  /** Of each kind of message, the tables that it is given to. */
  readonly #takers = new Map<Kind, readonly Table<unknown>[]>();
  #lastKind: Kind | undefined;
  #lastTakers: readonly Table<unknown>[] = [];
  /** The groups for the kinds of a source that were met so far. */
  #groups: readonly Group[] = [];
  #groupsFor: readonly Kind[] = [];
  #groupsSize = 0;
  #places = new Uint32Array(0);

  /**
   * @param brought the tables that findings bring besides the core's
   * @param core those of the core that are counted; all where absent
   * @throws Error when two kinds have one id: a bug
   */
  constructor(knowledge: Knowledge, brought: readonly AnyTableKind[], core = coreTables) {
    this.#kinds = distinct([...core, ...brought]);
    for (const kind of this.#kinds) {
      const options = kind.options(knowledge);
      this.#options.set(kind.id, options);
      this.#tables.set(kind.id, kind.make(options));
    }
  }

  /** The table of a kind. @throws Error for a kind that is not counted: a rule that does not say what it needs */
  get<Kept extends Table<State>, State, Options extends CountingOptions>(kind: TableKind<Kept, State, Options>): Kept {
    return this.#table(kind.id) as Kept;
  }

  /** Newest believable time of a message that was sent or came in, milliseconds; -Infinity while there is none. Every age is counted from it. */
  get clock(): number {
    return this.get(times).range().newest;
  }

  add(message: CountedMessage): void {
    const { kind } = message;
    if (kind !== this.#lastKind) {
      this.#lastKind = kind;
      this.#lastTakers = this.#takers.get(kind) ?? this.#takersOf(kind);
    }
    const takers = this.#lastTakers;
    // An index and no iterator: this runs for every table of every message.
    for (let place = 0; place < takers.length; place += 1) takers[place]?.add(message);
  }

  /** The same for many rows of a batch, one table after another: what a table works with is at hand then. @param places in their order */
  addRows(rows: ReadRows, places: Uint32Array): void {
    const { kindList } = rows;
    if (kindList !== this.#groupsFor || kindList.length !== this.#groupsSize) {
      this.#groups = this.byKinds(kindList);
      this.#groupsFor = kindList;
      this.#groupsSize = kindList.length;
    }
    if (places.length > this.#places.length) this.#places = new Uint32Array(2 * places.length);
    const { kinds } = rows.cells;
    for (const { wanted, tables } of this.#groups) {
      let size = 0;
      for (const place of places) {
        if (wanted[kinds[place] ?? 0] === 0) continue;
        this.#places[size] = place;
        size += 1;
      }
      if (size === 0) continue;
      const given = this.#places.subarray(0, size);
      for (const table of tables) addAll(table, rows, given);
    }
  }

  /**
   * The tables by the kinds of messages that they are given, for whoever has many messages at hand and counts them table by table.
   *
   * @param kinds kinds of messages, in any order
   * @returns some tables each, with 1 at the place of a kind that they are given and 0 at that of another; those that are given none are left out
   */
  byKinds(kinds: readonly Kind[]): readonly Group[] {
    const groups = new Map<string, { readonly wanted: Uint8Array; readonly tables: Table<unknown>[] }>();
    for (const table of this.#kinds) {
      const wanted = Uint8Array.from(kinds, (kind) => (isCounted(table, kind) ? 1 : 0));
      if (wanted.includes(1)) entryOf(groups, wanted.join(''), () => ({ wanted, tables: [] })).tables.push(this.#table(table.id));
    }
    return [...groups.values()];
  }

  /** Every limit of every table. */
  get caps(): readonly Cap[] {
    return [...this.#tables.values()].flatMap(({ caps }) => caps);
  }

  save(): SavedIndex {
    return Object.fromEntries(
      this.#kinds.map(({ id, version }) => [
        id,
        { version, options: this.#options.get(id) ?? { limits: {} }, state: this.#table(id).save() },
      ]),
    );
  }

  /**
   * Takes in what another index has saved.
   *
   * @returns ids of the tables that do not fit (missing, of another version, counted with other options); nothing is taken in then
   */
  merge(saved: SavedIndex): readonly string[] {
    const unfit = this.#kinds
      .filter(({ id, version }) => {
        const other = saved[id];
        return other?.version !== version || JSON.stringify(other.options) !== JSON.stringify(this.#options.get(id));
      })
      .map(({ id }) => id);
    if (unfit.length === 0) for (const { id } of this.#kinds) this.#table(id).merge(saved[id]?.state);
    return unfit;
  }

  #takersOf(kind: Kind): readonly Table<unknown>[] {
    const takers = this.#kinds.filter((table) => isCounted(table, kind)).map(({ id }) => this.#table(id));
    if (this.#takers.size < KINDS_KNOWN) this.#takers.set(kind, takers);
    return takers;
  }

  #table(id: string): Table<unknown> {
    const table = this.#tables.get(id);
    if (table === undefined) throw new Error(`The table "${id}" is not counted: the rule that asks for it does not bring it`);
    return table;
  }
}
