import { thresholdOf } from '../../../catalog/knowledge.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { Tally, type SavedTally } from '../../index/cells/tally.ts';
import { inLocalHours } from '../../message/local-hours.ts';
import { say } from '../../report/sentence.ts';

/** Words of advertising; what is none of it may go out at any hour. */
const OFFERS =
  /#\s?% off|\b(?:sale|discount|coupon|promo|promo code|clearance|special offer|free shipping|limited time|last chance|shop now|deals?)\b/i;

/** Characters of a text in which such words are looked for. */
const LOOKED_AT = 400;

interface Options extends CountingOptions {
  /** The hours in which advertising may not go out, at the recipient's place. */
  readonly from: number;
  readonly to: number;
  /** Different texts that are looked at. */
  readonly limits: { readonly texts: number };
}

interface Saved {
  readonly texts: readonly (readonly [key: number, tally: SavedTally | null])[];
  readonly overflow: number;
}

/** Messages that were handed over at night where the recipient probably is, by template; those without words of advertising are only known, not counted. */
class NightTable implements Table<Saved> {
  readonly #limit: number;
  readonly #isNight: (digits: number, time: number) => boolean;
  readonly #texts = new Map<number, Tally | null>();
  #overflow = 0;

  constructor({ from, to, limits }: Options) {
    this.#limit = limits.texts;
    this.#isNight = inLocalHours({ from, to });
  }

  add(message: CountedMessage): void {
    const { phoneKey, time } = message;
    const key = message.templateKey();
    let tally = this.#texts.get(key);
    // Most texts are no advertising, which is sooner known than where the recipient is.
    if (key === 0 || tally === null || !this.#isNight(phoneKey, time)) return;
    if (tally === undefined) {
      tally = OFFERS.test(message.templateText(LOOKED_AT)) ? new Tally() : null;
      if (!this.#takes(key, tally, 1)) return;
    }
    tally?.add(time, message);
  }

  /** Templates of advertising, with what was sent of each at night. */
  get offers(): ReadonlyMap<number, Tally> {
    return new Map([...this.#texts].flatMap(([key, tally]) => (tally === null ? [] : [[key, tally] as const])));
  }

  merge({ texts, overflow }: Saved): void {
    for (const [key, saved] of texts) {
      const known = this.#texts.get(key);
      const tally = known === undefined ? (saved === null ? null : new Tally()) : known;
      if (known === undefined && !this.#takes(key, tally, saved?.count ?? 1)) continue;
      if (saved !== null) tally?.merge(saved);
    }
    this.#overflow += overflow;
  }

  save(): Saved {
    return { texts: [...this.#texts].map(([key, tally]) => [key, tally?.save() ?? null] as const), overflow: this.#overflow };
  }

  get caps() {
    const text = say`More different texts went out at night than are looked at: advertising among these was not looked for.`;
    return [{ id: 'night-texts-capped', count: this.#overflow, text }];
  }

  #takes(key: number, tally: Tally | null, messages: number): boolean {
    if (this.#texts.size >= this.#limit) {
      this.#overflow += messages;
      return false;
    }
    this.#texts.set(key, tally);
    return true;
  }
}

export const night: TableKind<NightTable, Saved, Options> = {
  id: 'night',
  version: 1,
  counts: 'outbound',
  wants: ({ outcome }) => outcome === 'delivered' || outcome === 'no-receipt',
  needs: ['to', 'body', 'sent'],
  options: (knowledge) => ({
    from: thresholdOf(knowledge, 'quiet-hours', 'nightFrom'),
    to: thresholdOf(knowledge, 'quiet-hours', 'nightTo'),
    limits: { texts: 20_000 },
  }),
  make: (options) => new NightTable(options),
};
