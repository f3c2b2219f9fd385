import type { Knowledge } from '../../../catalog/knowledge.ts';
import type { KeptMessage } from '../../index/cells/kept-messages.ts';
import { testOf, type FilterContext, type Test } from '../../index/filter-test.ts';
import type { Troubles } from '../../index/tables/troubles.ts';
import { entryOf } from '../../memory/entry-of.ts';
import type { Filter } from '../../report/filter.ts';
import type { Cost, Finding, FindingTrail } from '../../report/report.ts';
import { namedIn } from '../../report/resolved.ts';
import { pricedIn, type Sums } from './priced.ts';
import { Trail } from './trail.ts';

/** What the messages of one finding that failed say about it. */
export interface Claim {
  /** Failed messages it touches. */
  readonly touched: number;
  /** Those of which it is the main finding. */
  readonly explains: number;
  /** Key of the finding that most of the others belong to; absent when at least half are its own. */
  readonly within: string | undefined;
  /** When they were, milliseconds; those without a time left out. */
  readonly times: readonly number[];
  readonly cost: readonly Cost[];
  readonly trail: FindingTrail;
}

/** Failed messages that no finding explains. */
export interface Left {
  /** By error code; '' for none. */
  readonly byCode: ReadonlyMap<string, number>;
  /** Each in turn; keep values, never the object. */
  messages(): Iterable<KeptMessage>;
  /** The failed messages with a code that are left over, as a filter. */
  rowsOf(code: string): Filter;
}

/** No finding touches the message. */
const NOBODY = -1;

/** What findings refer to each other by. */
export const contextAmong = (
  findings: readonly Pick<Finding, 'key' | 'rows' | 'action'>[],
  knowledge: Knowledge,
  numbersOn: FilterContext['numbersOn'] = () => undefined,
): FilterContext => ({
  knowledge,
  rowsOf: (key) => findings.find((finding) => finding.key === key)?.rows,
  listOf: (key) => findings.find((finding) => finding.key === key)?.action.list ?? undefined,
  numbersOn,
});

type Claiming = Pick<Finding, 'key' | 'rows' | 'action'>;

/** What one finding takes of the failed messages. */
class Taken {
  touched = 0;
  explains = 0;
  readonly times: number[] = [];
  readonly #trail = new Trail();
  readonly #sums = new Map<string, Sums>();
  readonly #unpriced = new Map<string, number>();
  /** Messages it touches that belong to another, by the number of that one. */
  readonly #others = new Map<number, number>();

  add(message: KeptMessage, owner: number, own: number): void {
    const { kind, time, price, priceUnit } = message;
    this.touched += 1;
    this.#trail.add(message);
    if (owner === own) this.explains += 1;
    else this.#others.set(owner, (this.#others.get(owner) ?? 0) + 1);
    if (!Number.isNaN(time)) this.times.push(time);
    const sums = entryOf(this.#sums, priceUnit, noSums);
    if (price >= 0) {
      sums.billed += price;
      sums.onFailures += price;
      return;
    }
    sums.unknown += 1;
    if (kind.outcome === 'failed') this.#unpriced.set(kind.code ?? '', (this.#unpriced.get(kind.code ?? '') ?? 0) + 1);
  }

  claim(keys: readonly string[], { failedFee, codes }: Knowledge, isCapped: boolean): Claim {
    const [most] = [...this.#others].sort(([a, one], [b, two]) => two - one || a - b);
    return {
      touched: this.touched,
      explains: this.explains,
      within: most === undefined || this.explains * 2 >= this.touched ? undefined : keys[most[0]],
      times: this.times,
      cost: pricedIn(this.#sums, this.#unpriced, { failedFee, codes }),
      trail: this.#trail.end(!isCapped),
    };
  }
}

const noSums = (): Sums => ({ billed: 0, onFailures: 0, unknown: 0 });

/** By the place of a failed message: 1 where a finding touches it. */
type Touched = Uint8Array;

/** Gives every failed message to the first finding that touches it; asked again whenever there are more findings. */
export class Claims {
  readonly #troubles: Troubles;
  readonly #knowledge: Knowledge;
  /** Error codes of failed messages, '' for none; and by place of a message the number of its own. */
  readonly #codes: readonly string[];
  readonly #codeOf: Uint32Array;
  /** What findings touch whose rows name no other finding: it stays the same. */
  readonly #known = new Map<Filter, Touched>();

  constructor(troubles: Troubles, knowledge: Knowledge) {
    this.#troubles = troubles;
    this.#knowledge = knowledge;
    const numbers = new Map<string, number>();
    this.#codeOf = new Uint32Array(troubles.size);
    for (const { place, kind } of troubles) this.#codeOf[place] = entryOf(numbers, kind.code ?? '', () => numbers.size);
    this.#codes = [...numbers.keys()];
  }

  /**
   * @param findings in the order in which they may claim
   * @returns what they leave over
   */
  left(findings: readonly Claiming[]): Left {
    return this.#left(findings, this.#owners(this.#touched(findings)));
  }

  /**
   * @returns a claim for each, in the same order, what is left over, and which finding a failed message belongs to: its number among
   *   `findings`, -1 for none
   */
  of(findings: readonly Claiming[]): {
    readonly claims: readonly Claim[];
    readonly left: Left;
    readonly ownerOf: (place: number) => number;
  } {
    const touched = this.#touched(findings);
    const owners = this.#owners(touched);
    const taken = findings.map(() => new Taken());
    for (const message of this.#troubles) {
      const { place } = message;
      const owner = owners[place] ?? NOBODY;
      if (owner === NOBODY) continue;
      // None before the owner touches it.
      for (let own = owner; own < taken.length; own += 1) if (touched[own]?.[place] === 1) taken[own]?.add(message, owner, own);
    }
    const keys = findings.map(({ key }) => key);
    return {
      claims: taken.map((one) => one.claim(keys, this.#knowledge, this.#troubles.overflow > 0)),
      left: this.#left(findings, owners),
      ownerOf: (place) => owners[place] ?? NOBODY,
    };
  }

  /** What each finding touches. */
  #touched(findings: readonly Claiming[]): readonly Touched[] {
    const context = contextAmong(findings, this.#knowledge);
    const asked: { readonly test: Test; readonly touched: Touched }[] = [];
    const all = findings.map(({ rows }) => {
      const known = this.#known.get(rows);
      if (known !== undefined) return known;
      const touched = new Uint8Array(this.#troubles.size);
      asked.push({ test: testOf(rows, context), touched });
      // What a filter takes that names a finding depends on which findings there are.
      if (namedIn(rows).length === 0) this.#known.set(rows, touched);
      return touched;
    });
    if (asked.length === 0) return all;
    for (const message of this.#troubles) {
      for (const { test, touched } of asked) if (test(message)) touched[message.place] = 1;
    }
    return all;
  }

  /** By place, the number of the first finding that touches the message; NOBODY for none. */
  #owners(touched: readonly Touched[]): Int32Array {
    const owners = new Int32Array(this.#troubles.size).fill(NOBODY);
    for (const [own, places] of touched.entries()) {
      for (let place = 0; place < places.length; place += 1) if (places[place] === 1 && owners[place] === NOBODY) owners[place] = own;
    }
    return owners;
  }

  #left(findings: readonly Claiming[], owners: Int32Array): Left {
    const keys = findings.map(({ key }) => key);
    const counts = new Uint32Array(this.#codes.length);
    /** By number of a code, findings that took a message with it: the others need not be left out. */
    const takers = this.#codes.map(() => new Set<string>());
    let lastCode = NOBODY;
    let lastOwner = NOBODY;
    for (let place = 0; place < owners.length; place += 1) {
      const code = this.#codeOf[place] ?? 0;
      const owner = owners[place] ?? NOBODY;
      if (owner === NOBODY) counts[code] = (counts[code] ?? 0) + 1;
      else if (owner !== lastOwner || code !== lastCode) takers[code]?.add(keys[owner] ?? '');
      lastCode = code;
      lastOwner = owner;
    }
    const codes = this.#codes;
    const byCode = new Map(codes.flatMap((code, number) => (counts[number] === 0 ? [] : [[code, counts[number] ?? 0] as const])));
    const troubles = this.#troubles;
    return {
      byCode,
      *messages() {
        for (const message of troubles) if (owners[message.place] === NOBODY) yield message;
      },
      rowsOf(code) {
        const except = keys.filter((key) => takers[codes.indexOf(code)]?.has(key)).map((finding) => ({ finding }));
        return { outcomes: ['failed', 'undelivered'], codes: [code], ...(except.length === 0 ? {} : { except }) };
      },
    };
  }
}
