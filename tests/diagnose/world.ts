/**
 * Ordinary traffic of a made-up company: senders, texts, people, hours of the day, and the 1-2 % that fail everywhere. It is
 * written by somebody who knows no rule of the analyzer: nothing here looks at their limits.
 */
import { Random } from '../bench/random.ts';
import { DAY, fail, MINUTE, priceOf, type Sent } from './message.ts';

/** 2026-03-20T23:00:00Z: the newest moment of every log. */
const END = Date.UTC(2026, 2, 20, 23);

const areas = ['202', '212', '303', '312', '404', '415', '512', '617', '702', '713', '786', '801', '917', '971'] as const;
const names = ['Dana', 'Sam', 'Priya', 'Zoe', 'Jonas', 'Ana', 'Lee', 'Omar', 'Yuki', 'Noa', 'Ines', 'Piet'] as const;

/** Countries whose numbers reserved for fiction are many enough; digits after the prefix. */
export const countries = {
  US: { make: (r: Random) => `+1${r.pick(areas)}555${r.digits(4)}` },
  GB: { make: (r: Random) => `+447700900${r.digits(3)}` },
  FR: { make: (r: Random) => `+3363998${r.digits(4)}` },
  AU: { make: (r: Random) => `+61491570${r.digits(3)}` },
  BR: { make: (r: Random) => `+55119${r.digits(8)}` },
  IN: { make: (r: Random) => `+9198${r.digits(8)}` },
  NG: { make: (r: Random) => `+234803${r.digits(7)}` },
} as const;
export type Country = keyof typeof countries;

type Text = (random: Random) => string;
/** Texts of a kind each; a company uses some of them. */
const texts: readonly Text[] = [
  (r) => `Your Acme code is ${r.digits(6)}. It expires in 10 minutes.`,
  (r) => `Hi ${r.pick(names)}, your order ${r.digits(7)} has shipped. Track it: https://acme.example/t/${r.digits(8)}`,
  (r) => `Reminder: ${r.pick(names)}, your appointment is on Monday at ${String(8 + r.below(9))}:30. Reply C to confirm.`,
  (r) => `${r.pick(names)}, your table for ${String(2 + r.below(6))} is booked. See you soon!`,
  (r) => `Payment of $${r.digits(2)}.${r.digits(2)} received. Thank you, Acme.`,
  (r) => `Your driver ${r.pick(names)} arrives in ${String(3 + r.below(20))} minutes.`,
  () => 'We tried to reach you by phone and will try again tomorrow.',
  (r) => `Acme: your refund for order ${r.digits(7)} is on its way.`,
];

/** Codes of an ordinary day with their share of all messages. */
const background: readonly (readonly [number, 'failed' | 'undelivered', string])[] = [
  [0.0045, 'undelivered', '30003'],
  [0.002, 'undelivered', '30005'],
  [0.0015, 'undelivered', '30006'],
  [0.001, 'undelivered', '30007'],
  [0.003, 'undelivered', '30008'],
  [0.0008, 'failed', '21610'],
  [0.0004, 'failed', '21211'],
];

/** How much is sent in each hour of the day, UTC; quiet at night in America. */
const hourWeights = [5, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 5, 9, 10, 10, 9, 8, 9, 10, 9, 8, 7];

export const lengthSegments = (body: string): number => {
  // Outside GSM 03.38 only what these texts can hold: curly quotes, emoji, accents of other alphabets.
  const isWide = /[^\n\r -~£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà€]/u.test(body);
  const [one, many] = isWide ? [70, 67] : [160, 153];
  return body.length <= one ? 1 : Math.ceil(body.length / many);
};

export interface Size {
  readonly messages: number;
  readonly days: number;
  /** A rougher company: it sends by night too, its ordinary failures come in bursts, people ask for a code again and get the same one. */
  readonly isRough?: boolean;
}

/** The company and its messages; incidents change some of them and add others. */
export class World {
  readonly random: Random;
  readonly messages: Sent[] = [];
  readonly start: number;
  readonly end = END;
  readonly senders: readonly string[];
  readonly texts: readonly Text[];
  readonly size: Size;
  /** How many incidents were planted. */
  planted = 0;

  constructor(seed: number, size: Size) {
    this.random = new Random(seed);
    this.size = size;
    this.start = END - size.days * DAY;
    const { random } = this;
    const count = size.messages < 100 ? 2 : 2 + random.below(4);
    this.senders = Array.from({ length: count }, (_, n) => `+1202555${String(100 + n * 7 + random.below(6)).padStart(4, '0')}`);
    const first = random.below(texts.length);
    const kinds = size.messages < 100 ? 2 : 3 + random.below(4);
    this.texts = Array.from({ length: kinds }, (_, n) => texts[(first + n) % texts.length]).filter((text) => text !== undefined);
    this.#ordinary();
  }

  /** A number of 0 to under `end`, whole. */
  below(end: number): number {
    return this.random.below(end);
  }

  person(country: Country = 'US'): string {
    return countries[country].make(this.random);
  }

  /** Different people. */
  people(count: number, country: Country = 'US'): readonly string[] {
    const made = new Set<string>();
    for (let tries = 0; made.size < count && tries < count * 40; tries += 1) made.add(this.person(country));
    return [...made];
  }

  /** A moment in the hours when messages are sent. */
  moment(from = this.start, to = this.end): number {
    const most = Math.max(...hourWeights);
    for (let tries = 0; tries < 200; tries += 1) {
      const time = from + Math.floor((this.random.next() * (to - from)) / 1000) * 1000;
      if (this.random.next() * most < (hourWeights[new Date(time).getUTCHours()] ?? 0)) return time;
    }
    return from + Math.floor((to - from) / 2);
  }

  text(kind = this.below(this.texts.length)): string {
    return this.texts[kind]?.(this.random) ?? '';
  }

  /** Adds one message that arrived. */
  add(given: Partial<Sent> & { readonly to: string }): Sent {
    const created = given.created ?? this.moment();
    const body = given.body ?? this.text();
    const segments = given.segments ?? lengthSegments(body);
    const message: Sent = {
      sid: `SM${this.random.hex32()}`,
      created,
      sent: created + 1_000,
      updated: created + 3_000 + this.below(5_000),
      from: this.random.pick(this.senders as [string, ...string[]]),
      body,
      status: 'delivered',
      code: '',
      segments,
      inbound: false,
      price: priceOf('delivered', segments),
      incident: undefined,
      ...given,
    };
    this.messages.push(message);
    return message;
  }

  /** Outbound messages that arrived and belong to no incident. */
  calm(test: (message: Sent) => boolean = () => true): readonly Sent[] {
    return this.messages.filter(
      (message) => !message.inbound && message.incident === undefined && message.status === 'delivered' && test(message),
    );
  }

  #ordinary(): void {
    const { random, size } = this;
    const known = this.people(Math.max(12, Math.floor(size.messages * (0.25 + random.next() * 0.4))));
    const abroad: readonly Country[] = ['GB', 'FR', 'AU'];
    const bad = new Map<string, readonly ['failed' | 'undelivered', string]>();
    // A wrong number fails again whenever it is written to, but is not written to often.
    for (const person of known) if (random.next() < 0.003) bad.set(person, ['undelivered', random.pick(['30005', '30006'])]);
    // One country is always worse than the others.
    const worse = random.pick(['GB', 'FR', 'AU']);
    while (this.messages.length < size.messages) {
      const country = random.next() < 0.88 ? 'US' : (abroad[random.below(abroad.length)] ?? 'GB');
      const to = country === 'US' ? (known[random.below(known.length)] ?? '') : this.person(country);
      const message = this.add({ to, ...(size.isRough === true && random.next() < 0.15 ? { created: this.#anyMoment() } : {}) });
      const fate = bad.get(to);
      const code = this.#fate();
      if (fate !== undefined) fail(message, ...fate);
      else if (code !== undefined) fail(message, ...code);
      else if (country === worse && random.next() < 0.08) fail(message, 'undelivered', random.pick(['30003', '30008', '30005']));
      else if (random.next() < 0.006) {
        message.status = 'sent';
      }
      // The same code again, when the first one was late.
      if (size.isRough === true && message.body.includes('code is') && random.next() < 0.03)
        this.add({ to, from: message.from, created: message.created + 65_000 + this.below(200_000), body: message.body });
      // People ask for a second code, and answer.
      if (message.body.includes('code is') && random.next() < 0.04)
        this.add({
          to,
          from: message.from,
          created: message.created + 40_000 + this.below(120_000),
          body: this.texts[0]?.(random) ?? message.body,
        });
      if (random.next() < 0.02) this.reply(message, random.pick(['Thanks!', 'C', 'ok', 'Who is this?']));
    }
    // A campaign: one text to many people within minutes.
    if (size.messages >= 300 && random.next() < 0.5) {
      const created = this.moment(this.start, this.end - DAY);
      const from = this.senders[0] ?? '';
      for (const to of known.slice(0, Math.floor(size.messages * 0.08))) {
        const message = this.add({
          to,
          from,
          created: created + this.below(8 * MINUTE),
          body: `${random.pick(names)}, our spring hours start on Monday. Acme`,
        });
        const code = bad.get(to) ?? this.#fate();
        if (code !== undefined) fail(message, ...code);
      }
    }
    if (size.isRough === true) this.#bursts();
    // The newest few are on their way.
    for (let n = 0; n < Math.min(3, size.messages / 100); n += 1) {
      const created = this.end - this.below(4 * MINUTE) - 30_000;
      this.add({ to: known[n] ?? '', created, status: 'queued', sent: undefined, updated: created, price: undefined });
    }
  }

  /** A moment of the whole day. */
  #anyMoment(): number {
    return this.start + Math.floor((this.random.next() * (this.end - this.start)) / 1000) * 1000;
  }

  /** Every now and then some of what fails on any day fails within minutes: a batch to old numbers, a tower that is down. */
  #bursts(): void {
    const { random, size } = this;
    for (let n = 0; n < size.messages / 1_500; n += 1) {
      const created = this.moment(this.start, this.end - DAY / 2);
      const code = random.pick(['30003', '30005', '30008']);
      for (const to of this.people(2 + this.below(3)))
        fail(this.add({ to, created: created + this.below(20 * MINUTE) }), 'undelivered', code);
    }
  }

  #fate(): readonly ['failed' | 'undelivered', string] | undefined {
    let left = this.random.next();
    for (const [share, status, code] of background) {
      left -= share;
      if (left < 0) return [status, code];
    }
    return undefined;
  }

  /** What a person writes back to a message. */
  reply(message: Sent, body: string, afterMs = 5 * MINUTE): Sent {
    const created = Math.min(this.end, message.created + afterMs);
    return this.add({
      to: message.from,
      from: message.to,
      body,
      created,
      sent: created,
      updated: created,
      status: 'received',
      inbound: true,
      price: 0.0075,
    });
  }
}
