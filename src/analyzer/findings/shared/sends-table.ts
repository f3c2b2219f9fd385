import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { mix53 } from '../../memory/hash.ts';
import { KeyTable } from '../../memory/key-table.ts';
import { ownText } from '../../memory/own-text.ts';
import { SID_WORDS, sidOfWords, sidWords } from '../../message/sid.ts';
import { cutSid } from '../../message/stand-in.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  readonly limits: {
    /** Messages kept, 43 bytes each. */
    readonly messages: number;
    /** Senders told apart. */
    readonly senders: number;
  };
}

/** SIDs kept as texts: those that are none of Twilio's form. */
const TEXTS_KEPT = 20_000;
/** Eight for each message kept, and a power of two: a megabyte, which stays at hand; four take five times as long. */
const SEEN = 2 ** 23;

/** "Invalid 'To' number" (malformed-number): what was typed there tells neither a person nor a country. */
const NO_NUMBER = '21211';

/** An outbound message: to whom, when, from which sender, what of, and whether it got through or was handed over. */
export interface Send {
  /** Key of message/address.ts. */
  readonly person: number;
  /** Milliseconds. */
  readonly time: number;
  readonly sender: string;
  readonly isAccepted: boolean;
  /** Fingerprint of the text (index/counted-message.ts); 0 for one that was not accepted, and where the log has no texts. */
  readonly text: number;
  readonly sid: string;
}

interface Saved {
  /** By sender: person, time, whether it was accepted, its text, and its SID. */
  readonly senders: readonly (readonly [
    sender: string,
    messages: readonly (readonly [person: number, time: number, isAccepted: boolean, text: number, sid: string])[],
  ])[];
  readonly overflow: number;
}

/** Which numbers were met, by their lowest bits: a guess that forgets none, but takes some for others. */
class Bits {
  readonly #words = new Uint32Array(SEEN / 32);

  has(number: number): boolean {
    const bit = number & (SEEN - 1);
    return (((this.#words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  /** @returns false where it was there, or seemed to be */
  add(number: number): boolean {
    const bit = number & (SEEN - 1);
    const before = this.#words[bit >>> 5] ?? 0;
    const after = before | (1 << (bit & 31));
    this.#words[bit >>> 5] = after;
    return after >>> 0 !== before;
  }
}

/** Messages for which there is room at first. */
const ROOM = 1_024;

/** Numbers in typed arrays that grow: no object a message. */
class Columns {
  size = 0;
  #person = new Float64Array(ROOM);
  #time = new Float64Array(ROOM);
  #sender = new Uint16Array(ROOM);
  #accepted = new Uint8Array(ROOM);
  #text = new Uint32Array(ROOM);
  #sid = new Uint32Array(ROOM * SID_WORDS);

  /** @param from what tells its SID, or the SID */
  push(
    person: number,
    time: number,
    sender: number,
    accepted: number,
    text: number,
    from: string | Pick<CountedMessage, 'sidWords'>,
  ): void {
    if (this.size === this.#person.length) this.#grow();
    if (typeof from === 'string') sidWords(from, this.#sid, this.size * SID_WORDS);
    else from.sidWords(this.#sid, this.size * SID_WORDS);
    this.#person[this.size] = person;
    this.#time[this.size] = time;
    this.#sender[this.size] = sender;
    this.#accepted[this.size] = accepted;
    this.#text[this.size] = text;
    this.size += 1;
  }

  sender(place: number): number {
    return this.#sender[place] ?? 0;
  }

  isAccepted(place: number): boolean {
    return this.#accepted[place] === 1;
  }

  text(place: number): number {
    return this.#text[place] ?? 0;
  }

  person(place: number): number {
    return this.#person[place] ?? 0;
  }

  /** Fingerprint of its person and text. */
  pair(place: number): number {
    const person = this.person(place);
    return mix53(person | 0, this.text(place) ^ (person / 4_294_967_296));
  }

  time(place: number): number {
    return this.#time[place] ?? NaN;
  }

  /** Whether it has a SID of Twilio's form. */
  hasSid(place: number): boolean {
    return this.#sid[place * SID_WORDS] !== 0;
  }

  /** '' for a SID that has not Twilio's form. */
  sid(place: number): string {
    return sidOfWords(this.#sid, place * SID_WORDS);
  }

  #grow(): void {
    const grown = <Numbers extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(old: Numbers, made: Numbers): Numbers => {
      made.set(old);
      return made;
    };
    const size = this.size * 2;
    this.#person = grown(this.#person, new Float64Array(size));
    this.#time = grown(this.#time, new Float64Array(size));
    this.#sender = grown(this.#sender, new Uint16Array(size));
    this.#accepted = grown(this.#accepted, new Uint8Array(size));
    this.#text = grown(this.#text, new Uint32Array(size));
    this.#sid = grown(this.#sid, new Uint32Array(size * SID_WORDS));
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
  /** By place, SIDs that are none of Twilio's form. */
  readonly #oddSids = new Map<number, string>();
  #overflow = 0;

  constructor({ limits }: Options) {
    this.#limits = limits;
  }

  add(message: CountedMessage): void {
    const { kind, personKey, time, sender } = message;
    if (personKey === 0 || Number.isNaN(time) || (kind.outcome === 'failed' && kind.code === NO_NUMBER)) return;
    const isAccepted = kind.outcome === 'delivered' || kind.outcome === 'no-receipt';
    this.#keep(personKey, time, sender, isAccepted ? 1 : 0, isAccepted ? message.textHash() : 0, message);
  }

  /** Messages kept, in no order; what is known of each is asked by its place from 0. */
  get size(): number {
    return this.#columns.size;
  }

  /** Key of message/address.ts. */
  person(place: number): number {
    return this.#columns.person(place);
  }

  /** Milliseconds. */
  time(place: number): number {
    return this.#columns.time(place);
  }

  sender(place: number): string {
    return this.#senders[this.#columns.sender(place)] ?? '';
  }

  /** Whether it got through or was handed over. */
  isAccepted(place: number): boolean {
    return this.#columns.isAccepted(place);
  }

  /** Its digits in lower case; '' where the log has none. */
  sid(place: number): string {
    return this.#oddSids.get(place) ?? this.#columns.sid(place);
  }

  /**
   * Messages of one text to one person that lie less than some time apart, by person and text, oldest first. Only those that were
   * accepted.
   */
  copies(withinMs: number): readonly (readonly Send[])[] {
    const columns = this.#columns;
    // First a guess by few bits that forgets nothing, so that nearly all messages, which are alone, cost no more than that.
    const bits = new Uint32Array(columns.size);
    const seen = new Bits();
    const twice = new Bits();
    for (let place = 0; place < columns.size; place += 1) {
      if (columns.text(place) === 0) continue;
      const bit = columns.pair(place) >>> 0;
      bits[place] = bit;
      if (!seen.add(bit)) twice.add(bit);
    }
    // Most of those are alone as well: a list is made only of those that are not.
    const guessed: number[] = [];
    for (let place = 0; place < columns.size; place += 1) if (columns.text(place) !== 0 && twice.has(bits[place] ?? 0)) guessed.push(place);
    const counts = new KeyTable(Infinity, guessed.length);
    for (const place of guessed) counts.add(columns.pair(place), 1);
    const together = new Map<number, number[]>();
    for (const place of guessed) {
      const key = columns.pair(place);
      if ((counts.get(key) ?? 0) > 1) entryOf(together, key, () => []).push(place);
    }
    const groups: (readonly Send[])[] = [];
    for (const places of together.values()) {
      const times = places.map((place) => columns.time(place));
      const sorted = places.map((place, n) => ({ place, time: times[n] ?? NaN })).sort((a, b) => a.time - b.time);
      const copies = sorted.filter(
        ({ time }, n) => time - (sorted[n - 1]?.time ?? -Infinity) < withinMs || (sorted[n + 1]?.time ?? Infinity) - time < withinMs,
      );
      if (copies.length > 1) groups.push(copies.map(({ place }) => this.#at(place)));
    }
    return groups;
  }

  merge({ senders, overflow }: Saved): void {
    this.#overflow += overflow;
    for (const [sender, messages] of senders) {
      for (const [person, time, isAccepted, text, sid] of messages) this.#keep(person, time, sender, isAccepted ? 1 : 0, text, sid);
    }
  }

  save(): Saved {
    const senders = new Map<string, (readonly [person: number, time: number, isAccepted: boolean, text: number, sid: string])[]>();
    for (let place = 0; place < this.size; place += 1) {
      const { person, time, sender, isAccepted, text, sid } = this.#at(place);
      entryOf(senders, sender, () => []).push([person, time, isAccepted, text, sid]);
    }
    return { senders: [...senders], overflow: this.#overflow };
  }

  get caps() {
    return [
      {
        id: 'sends-capped',
        count: this.#overflow,
        text: say`More messages than are kept one by one (${this.#limits.messages}): bursts to new numbers, texts after STOP and copies were looked for in the others.`,
      },
    ];
  }

  #keep(person: number, time: number, sender: string, accepted: number, text: number, from: string | CountedMessage): void {
    const number = this.#numberOf(sender);
    if (number === undefined || this.#columns.size >= this.#limits.messages) {
      this.#overflow += 1;
      return;
    }
    const place = this.#columns.size;
    this.#columns.push(person, time, number, accepted, text, from);
    if (this.#columns.hasSid(place) || this.#oddSids.size >= TEXTS_KEPT) return;
    const sid = cutSid(typeof from === 'string' ? from : from.sid());
    if (sid !== '') this.#oddSids.set(place, ownText(sid));
  }

  #at(place: number): Send {
    return {
      person: this.person(place),
      time: this.time(place),
      sender: this.sender(place),
      isAccepted: this.isAccepted(place),
      text: this.#columns.text(place),
      sid: this.sid(place),
    };
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
  version: 3,
  counts: 'outbound',
  needs: ['to', 'sent'],
  options: () => ({ limits: { messages: 1_000_000, senders: 60_000 } }),
  make: (options) => new Sends(options),
};
