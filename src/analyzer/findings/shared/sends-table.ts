import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { ownText } from '../../memory/own-text.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  readonly limits: {
    /** Messages kept, 19 bytes each. */
    readonly messages: number;
    /** Senders told apart. */
    readonly senders: number;
  };
}

/** Messages whose SID is kept as well: examples, which few large logs need from their depths. */
const SIDS_KEPT = 20_000;
const SID_LENGTH = 40;

/** An outbound message: to whom, when, from which sender, and whether it got through or was handed over. */
export interface Send {
  /** Key of message/address.ts. */
  readonly person: number;
  /** Milliseconds. */
  readonly time: number;
  readonly sender: string;
  readonly isAccepted: boolean;
  /** '' for most messages of a large log. */
  readonly sid: string;
}

interface Saved {
  /** By sender: person, time, whether it was accepted, and the SID where it is kept. */
  readonly senders: readonly (readonly [
    sender: string,
    messages: readonly (readonly [person: number, time: number, isAccepted: boolean, sid: string])[],
  ])[];
  readonly overflow: number;
}

/** Numbers in typed arrays that grow: no object a message. */
class Columns {
  size = 0;
  #person = new Float64Array(1_024);
  #time = new Float64Array(1_024);
  #sender = new Uint16Array(1_024);
  #accepted = new Uint8Array(1_024);

  push(person: number, time: number, sender: number, accepted: number): void {
    if (this.size === this.#person.length) this.#grow();
    this.#person[this.size] = person;
    this.#time[this.size] = time;
    this.#sender[this.size] = sender;
    this.#accepted[this.size] = accepted;
    this.size += 1;
  }

  row(place: number): readonly [person: number, time: number, sender: number, accepted: number] {
    return [this.#person[place] ?? 0, this.#time[place] ?? NaN, this.#sender[place] ?? 0, this.#accepted[place] ?? 0];
  }

  #grow(): void {
    const grown = <Numbers extends Float64Array | Uint16Array | Uint8Array>(old: Numbers, made: Numbers): Numbers => {
      made.set(old);
      return made;
    };
    const size = this.size * 2;
    this.#person = grown(this.#person, new Float64Array(size));
    this.#time = grown(this.#time, new Float64Array(size));
    this.#sender = grown(this.#sender, new Uint16Array(size));
    this.#accepted = grown(this.#accepted, new Uint8Array(size));
  }
}

/**
 * Outbound messages with a time and a recipient, one by one and as small as can be: what comes before and after what can be asked only
 * when all are known, since logs begin with the newest.
 */
class Sends implements Table<Saved> {
  readonly #limits: Options['limits'];
  readonly #columns = new Columns();
  readonly #numbers = new Map<string, number>();
  readonly #senders: string[] = [];
  readonly #sids: string[] = [];
  #overflow = 0;

  constructor({ limits }: Options) {
    this.#limits = limits;
  }

  add(message: CountedMessage): void {
    const { kind, personKey, time, sender } = message;
    if (personKey === 0 || Number.isNaN(time)) return;
    this.#keep(personKey, time, sender, kind.outcome === 'delivered' || kind.outcome === 'no-receipt' ? 1 : 0, () => message.sid());
  }

  /** Each in turn, in no order. */
  *[Symbol.iterator](): Generator<Send, void> {
    for (let place = 0; place < this.#columns.size; place += 1) {
      const [person, time, sender, accepted] = this.#columns.row(place);
      yield { person, time, sender: this.#senders[sender] ?? '', isAccepted: accepted === 1, sid: this.#sids[place] ?? '' };
    }
  }

  merge({ senders, overflow }: Saved): void {
    this.#overflow += overflow;
    for (const [sender, messages] of senders) {
      for (const [person, time, isAccepted, sid] of messages) this.#keep(person, time, sender, isAccepted ? 1 : 0, () => sid);
    }
  }

  save(): Saved {
    const senders = new Map<string, (readonly [person: number, time: number, isAccepted: boolean, sid: string])[]>();
    for (const { person, time, sender, isAccepted, sid } of this) entryOf(senders, sender, () => []).push([person, time, isAccepted, sid]);
    return { senders: [...senders], overflow: this.#overflow };
  }

  get caps() {
    return [
      {
        id: 'sends-capped',
        count: this.#overflow,
        text: say`More messages than are kept one by one (${this.#limits.messages}): bursts to new numbers and texts after STOP were looked for in the others.`,
      },
    ];
  }

  #keep(person: number, time: number, sender: string, accepted: number, sid: () => string): void {
    const number = this.#numberOf(sender);
    if (number === undefined || this.#columns.size >= this.#limits.messages) {
      this.#overflow += 1;
      return;
    }
    this.#columns.push(person, time, number, accepted);
    if (this.#sids.length < SIDS_KEPT) this.#sids.push(ownText(sid().slice(0, SID_LENGTH)));
  }

  #numberOf(sender: string): number | undefined {
    const known = this.#numbers.get(sender);
    if (known !== undefined) return known;
    if (this.#senders.length >= this.#limits.senders) return undefined;
    const own = ownText(sender);
    this.#numbers.set(own, this.#senders.length);
    this.#senders.push(own);
    return this.#senders.length - 1;
  }
}

export const sends: TableKind<Sends, Saved, Options> = {
  id: 'sends',
  version: 1,
  counts: 'outbound',
  needs: ['to', 'sent'],
  options: () => ({ limits: { messages: 1_000_000, senders: 60_000 } }),
  make: (options) => new Sends(options),
};
