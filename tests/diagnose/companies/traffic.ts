/** An ordinary stretch of a company's traffic, in which incidents can be planted. */
import { Random } from '../../bench/random.ts';
import { nth, numberIn, type Company, type Route } from './companies.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A message as its sender's account keeps it; times in milliseconds UTC. */
export interface Message {
  sid: string;
  created: number;
  sent: number | undefined;
  updated: number;
  from: string;
  to: string;
  country: string;
  /** Number of the person, whatever was typed as `to`. */
  person: number;
  body: string;
  status: string;
  code: string;
  segments: number;
  media: number;
  inbound: boolean;
  account: string;
  service: string;
  /** Which planted incident it belongs to. */
  mark: number | undefined;
}

const gsm = (text: string): boolean => /^[\n\r -~£¥èéùìòÇØøÅåÆæßÉ¡ÄÖÑÜ§¿äöñüà]*$/u.test(text);
export const segmentsOf = (body: string): number => {
  const [one, part] = gsm(body) ? [160, 153] : [70, 67];
  return body.length <= one ? 1 : Math.ceil(body.length / part);
};

const SHAPES = {
  office: [0, 0, 0, 0, 0, 0, 0, 1, 5, 9, 9, 8, 5, 7, 9, 8, 6, 3, 1, 0, 0, 0, 0, 0],
  day: [0.4, 0.2, 0.1, 0.1, 0.1, 0.3, 1, 3, 5, 6, 7, 7, 6, 6, 6, 6, 6, 6, 5, 4, 3, 2, 1, 0.6],
  shop: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 6, 6, 6, 7, 7, 0, 0, 0, 0, 0],
  always: [2, 1.3, 1, 0.8, 0.8, 1, 2, 3, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 4, 3],
} as const;

const SHAPE_OF = { office: 'office', day: 'day', always: 'always', campaigns: 'shop', bursts: 'day' } as const;

export interface Size {
  readonly rows: number;
  readonly days: number;
}

/** A stretch of one company's traffic, in which incidents can be planted. */
export class Traffic {
  readonly random: Random;
  readonly company: Company;
  readonly start: number;
  readonly end: number;
  readonly messages: Message[] = [];
  readonly #people: number;
  readonly #told = new Map<string, number>();
  /** Who is not texted any more, and since when. */
  readonly #stopped = new Map<string, number>();
  readonly account: string;

  constructor(seed: number, company: Company, { rows, days }: Size) {
    this.random = new Random(seed);
    this.company = company;
    this.account = `AC${this.random.hex32()}`;
    this.start = Date.UTC(2026, this.random.below(9), 1 + this.random.below(28), this.random.below(24));
    this.end = this.start + days * DAY;
    this.#people = Math.max(12, Math.round(rows / company.each));
    for (const time of this.#times(rows)) this.ordinary(time);
    this.honourStops();
  }

  /** A moment between two at which the company would text; any, where it would not. */
  timeBetween(from: number, to: number): number {
    const shape = SHAPES[SHAPE_OF[this.company.rhythm]];
    for (let tries = 0; ; tries += 1) {
      const time = from + this.random.next() * (to - from);
      if (tries > 200 || this.random.next() * Math.max(...shape) < nth(shape, new Date(time + this.company.offset * HOUR).getUTCHours()))
        return time;
    }
  }

  #times(count: number): number[] {
    const { random, company, start, end } = this;
    const shape = SHAPES[SHAPE_OF[company.rhythm]];
    const most = Math.max(...shape);
    const ordinary = (): number => {
      for (;;) {
        const time = start + random.next() * (end - start);
        const local = new Date(time + company.offset * HOUR);
        const weekend = [0, 6].includes(local.getUTCDay()) && company.rhythm !== 'always' ? 0.35 : 1;
        if (random.next() * most < nth(shape, local.getUTCHours()) * weekend) return time;
      }
    };
    if (company.rhythm !== 'campaigns' && company.rhythm !== 'bursts') return Array.from({ length: count }, ordinary);
    const days = (end - start) / DAY;
    const wide = company.rhythm === 'bursts' ? 12 * MINUTE : 40 * MINUTE;
    const early = (): number => {
      for (;;) {
        const time = ordinary();
        if (time < end - wide) return time;
      }
    };
    const moments = Array.from({ length: Math.max(1, Math.round(days / (company.rhythm === 'bursts' ? 1 : 2))) }, early);
    return Array.from({ length: count }, () =>
      random.next() < 0.65 ? nth(moments, random.below(moments.length)) + random.next() * wide : ordinary(),
    );
  }

  route(): Route {
    const { routes } = this.company;
    let left = this.random.next() * routes.reduce((sum, { weight }) => sum + weight, 0);
    return routes.find(({ weight }) => (left -= weight) < 0) ?? nth(routes, 0);
  }

  /** A message that arrives. */
  make(time: number, given: Partial<Message> & { readonly route?: Route } = {}): Message {
    const { random, company } = this;
    const { route = this.route(), ...rest } = given;
    const country = rest.country ?? route.to;
    const channel = company.channel ?? '';
    const body = rest.body ?? nth(company.texts, random.below(company.texts.length))(random);
    let person = rest.person ?? random.below(this.#people);
    // Nobody means to send one text to a person twice.
    for (
      let tries = 0;
      rest.person === undefined && tries < 30 && Math.abs(time - (this.#told.get(`${String(person)} ${body}`) ?? 0)) < HOUR;
      tries += 1
    )
      person = random.below(tries < 10 ? this.#people : 4 * this.#people);
    this.#told.set(`${String(person)} ${body}`, time);
    const segments = segmentsOf(body);
    const sent = time + 300 + random.next() * 2_500;
    const late = random.next();
    const updated =
      sent + 1_500 + (late < 0.9 ? random.next() * 9_000 : late < 0.995 ? random.next() * 4 * MINUTE : random.next() * 3 * HOUR);
    const silent = random.next() < (company.silent[country] ?? company.silent[''] ?? 0);
    const message: Message = {
      sid: `${channel === '' && (rest.media ?? 0) === 0 ? 'SM' : 'MM'}${random.hex32()}`,
      created: time,
      sent,
      updated: silent ? sent : updated,
      from: channel + nth(route.from, person),
      to: channel + numberIn(country, (person * 7) % 11, person * 13 + 37),
      country,
      person,
      body,
      segments,
      status: silent ? 'sent' : random.next() < (company.reads ?? 0) ? 'read' : 'delivered',
      code: '',
      media: 0,
      inbound: false,
      account: this.account,
      service: route.service ?? '',
      mark: undefined,
      ...rest,
    };
    this.messages.push(message);
    return message;
  }

  /** Ordinary traffic: now and then it fails, is answered, or is asked for again. */
  ordinary(time: number): void {
    const { random, company } = this;
    const message = this.make(time);
    const [country, code, rate] = company.weak ?? ['', '', 0];
    if (message.country === country && random.next() < rate) fail(message, code);
    else if (random.next() < company.errorRate) {
      let left = random.next() * company.errors.reduce((sum, [, weight]) => sum + weight, 0);
      fail(message, company.errors.find(([, weight]) => (left -= weight) < 0)?.[0] ?? '30003');
    } else {
      if (random.next() < company.again)
        this.make(time + MINUTE * (1 + random.next() * 2), {
          person: message.person,
          country: message.country,
          to: message.to,
          from: message.from,
          service: message.service,
        });
      if (random.next() < company.replies)
        this.reply(message, random.pick(['C', 'Yes', 'ok thanks', 'Who is this?', 'Call me please', 'Y']));
      else if (random.next() < company.stops) {
        const stop = this.reply(message, random.pick(['STOP', 'Stop', 'stop', 'Unsubscribe']));
        this.#stopped.set(message.to, stop.created);
      }
    }
  }

  /** A company that is in order does not text who said STOP; call it before incidents are planted. */
  honourStops(): void {
    const kept = this.messages.filter((m) => m.inbound || m.created <= (this.#stopped.get(m.to) ?? Infinity));
    this.messages.splice(0, this.messages.length, ...kept);
  }
  isStopped(to: string): boolean {
    return this.#stopped.has(to);
  }

  reply(
    { from, to, country, person, created, account, service }: Message,
    body: string,
    after = MINUTE * (1 + this.random.next() * 50),
  ): Message {
    const time = created + after;
    const message: Message = {
      sid: `SM${this.random.hex32()}`,
      created: time,
      sent: time,
      updated: time,
      from: to,
      to: from,
      country,
      person,
      body,
      status: 'received',
      code: '',
      segments: 1,
      media: 0,
      inbound: true,
      account,
      service,
      mark: undefined,
    };
    this.messages.push(message);
    return message;
  }
}

/** Refused before or while Twilio handled it; everything else came back from a carrier or a channel. */
const REFUSED =
  /^(1\d{4}|2\d{4}|9\d{4}|30001|30002|30018|30036|30037|30044|30454|30450|30453|30485|305\d\d|306\d\d|572\d{3}|630(16|18|38|27|28|41|58))$/;

/** Ends a message with a code. */
export function fail(message: Message, code: string, afterMs = 6_000, mark?: number): void {
  message.status = REFUSED.test(code) ? 'failed' : 'undelivered';
  message.code = code;
  message.mark = mark;
  if (message.status === 'failed') {
    message.sent = undefined;
    message.updated = message.created + (code.startsWith('2') ? 0 : afterMs);
  } else message.updated = (message.sent ?? message.created) + afterMs;
}
