import type { Knowledge } from '../../../catalog/knowledge.ts';
import type { KeptMessage } from '../../index/cells/kept-messages.ts';
import { testOf, type FilterContext, type Test } from '../../index/filter-test.ts';
import type { Troubles } from '../../index/tables/troubles.ts';
import { entryOf } from '../../memory/entry-of.ts';
import type { Filter } from '../../report/filter.ts';
import type { Cost, Finding } from '../../report/report.ts';
import { pricedIn, type Sums } from './priced.ts';

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

class Claimed {
  readonly key: string;
  readonly test: Test;
  touched = 0;
  explains = 0;
  readonly times: number[] = [];
  readonly #sums = new Map<string, Sums>();
  readonly #unpriced = new Map<string, number>();
  /** Messages it touches that belong to another, by the number of that one. */
  readonly #others = new Map<number, number>();

  constructor(key: string, test: Test) {
    this.key = key;
    this.test = test;
  }

  add({ kind, time, price, priceUnit }: KeptMessage, owner: number, own: number): void {
    this.touched += 1;
    if (owner === own) this.explains += 1;
    else this.#others.set(owner, (this.#others.get(owner) ?? 0) + 1);
    if (!Number.isNaN(time)) this.times.push(time);
    const sums = entryOf(this.#sums, priceUnit, () => ({ billed: 0, onFailures: 0, unknown: 0 }));
    if (price >= 0) {
      sums.billed += price;
      sums.onFailures += price;
      return;
    }
    sums.unknown += 1;
    if (kind.outcome === 'failed') this.#unpriced.set(kind.code ?? '', (this.#unpriced.get(kind.code ?? '') ?? 0) + 1);
  }

  claim(keys: readonly string[], failedFee: Knowledge['failedFee']): Claim {
    const [most] = [...this.#others].sort(([a, one], [b, two]) => two - one || a - b);
    return {
      touched: this.touched,
      explains: this.explains,
      within: most === undefined || this.explains * 2 >= this.touched ? undefined : keys[most[0]],
      times: this.times,
      cost: pricedIn(this.#sums, this.#unpriced, failedFee),
    };
  }
}

/**
 * Gives every failed message to the first finding that touches it.
 *
 * @param findings in the order in which they may claim
 * @returns a claim for each, in the same order, what is left over, and which finding a failed message belongs to: its number among
 *   `findings`, -1 for none
 */
export function claimed(
  findings: readonly Claiming[],
  troubles: Troubles,
  knowledge: Knowledge,
): { readonly claims: readonly Claim[]; readonly left: Left; readonly ownerOf: (place: number) => number } {
  const context = contextAmong(findings, knowledge);
  const all = findings.map(({ key, rows }) => new Claimed(key, testOf(rows, context)));
  const keys = findings.map(({ key }) => key);
  const owners = new Int32Array(troubles.size);
  const byCode = new Map<string, number>();
  /** Findings that took a message with this code: the others need not be left out. */
  const takers = new Map<string, Set<string>>();
  for (const message of troubles) {
    const code = message.kind.code ?? '';
    let owner = NOBODY;
    for (const [place, one] of all.entries()) {
      if (!one.test(message)) continue;
      if (owner === NOBODY) {
        owner = place;
        entryOf(takers, code, () => new Set<string>()).add(one.key);
      }
      one.add(message, owner, place);
    }
    owners[message.place] = owner;
    if (owner !== NOBODY) continue;
    byCode.set(code, (byCode.get(code) ?? 0) + 1);
  }
  const left: Left = {
    byCode,
    *messages() {
      for (const message of troubles) if (owners[message.place] === NOBODY) yield message;
    },
    rowsOf(code) {
      const except = keys.filter((key) => takers.get(code)?.has(key)).map((finding) => ({ finding }));
      return { outcomes: ['failed', 'undelivered'], codes: [code], ...(except.length === 0 ? {} : { except }) };
    },
  };
  return { claims: all.map((one) => one.claim(keys, knowledge.failedFee)), left, ownerOf: (place) => owners[place] ?? NOBODY };
}
