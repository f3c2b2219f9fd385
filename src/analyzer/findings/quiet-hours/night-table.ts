import { thresholdOf } from '../../../catalog/knowledge.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { Tally, type SavedTally } from '../../index/cells/tally.ts';
import { ownText } from '../../memory/own-text.ts';
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
  /** Of a text that is no advertising only its key. */
  readonly texts: readonly (readonly [key: number, offer: { readonly text: string; readonly tally: SavedTally } | null])[];
  readonly overflow: number;
}

/** Messages of one sender with one text of advertising. */
export class Offer extends Tally {
  /** Of all renderings the first in the alphabet, so that no order of rows matters; as far as it was looked at. */
  text = '';

  meet(text: string): void {
    if (this.text === '' || text < this.text) this.text = ownText(text);
  }
}

/** Messages that were handed over at night where the recipient probably is, by template; those without words of advertising are only known, not counted. */
class NightTable implements Table<Saved> {
  readonly #limit: number;
  readonly #isNight: (digits: number, time: number) => boolean;
  readonly #texts = new Map<number, Offer | null>();
  #overflow = 0;

  constructor({ from, to, limits }: Options) {
    this.#limit = limits.texts;
    this.#isNight = inLocalHours({ from, to });
  }

  add(message: CountedMessage): void {
    const { phoneKey, time } = message;
    const key = message.templateKey();
    let offer = this.#texts.get(key);
    // Most texts are no advertising, which is sooner known than where the recipient is.
    if (key === 0 || offer === null || !this.#isNight(phoneKey, time)) return;
    const text = message.templateText(LOOKED_AT);
    if (offer === undefined) {
      offer = OFFERS.test(text) ? new Offer() : null;
      if (!this.#takes(key, offer, 1)) return;
    }
    offer?.meet(text);
    offer?.add(time, message);
  }

  /** Templates of advertising, each of one sender, with what was sent of it at night. */
  get offers(): ReadonlyMap<number, Offer> {
    return new Map([...this.#texts].flatMap(([key, offer]) => (offer === null ? [] : [[key, offer] as const])));
  }

  merge({ texts, overflow }: Saved): void {
    for (const [key, saved] of texts) {
      const known = this.#texts.get(key);
      const offer = known === undefined ? (saved === null ? null : new Offer()) : known;
      if (known === undefined && !this.#takes(key, offer, saved?.tally.count ?? 1)) continue;
      if (saved === null) continue;
      offer?.meet(saved.text);
      offer?.merge(saved.tally);
    }
    this.#overflow += overflow;
  }

  save(): Saved {
    const texts = [...this.#texts].map(([key, offer]) => [key, offer === null ? null : { text: offer.text, tally: offer.save() }] as const);
    return { texts, overflow: this.#overflow };
  }

  get caps() {
    const text = say`More different texts went out at night than are looked at: advertising among these was not looked for.`;
    return [{ id: 'night-texts-capped', count: this.#overflow, text }];
  }

  #takes(key: number, offer: Offer | null, messages: number): boolean {
    if (this.#texts.size >= this.#limit) {
      this.#overflow += messages;
      return false;
    }
    this.#texts.set(key, offer);
    return true;
  }
}

export const night: TableKind<NightTable, Saved, Options> = {
  id: 'night',
  version: 2,
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
