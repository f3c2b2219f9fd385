/** What an incident is planted with: picks messages of a stretch of traffic, makes more where there are too few, fails them. */
import { nth } from './companies.ts';
import { fail, MINUTE, type Message, type Traffic } from './traffic.ts';

/** `spread` over the whole log; `ongoing`: to its end; `ended` before its end. */
export type Style = 'spread' | 'ongoing' | 'ended';

export class Scene {
  readonly traffic: Traffic;
  readonly want: number;
  readonly mark: number;
  constructor(traffic: Traffic, want: number, mark: number) {
    this.traffic = traffic;
    this.want = want;
    this.mark = mark;
  }
  get random() {
    return this.traffic.random;
  }
  chance(share: number): boolean {
    return this.random.next() < share;
  }
  between(least: number, most: number): number {
    return least + this.random.next() * (most - least);
  }
  one<Item>(items: readonly Item[]): Item {
    return nth(items, this.random.below(items.length));
  }
  outbound(where: (m: Message) => boolean = () => true): Message[] {
    return this.traffic.messages
      .filter((m) => !m.inbound && m.mark === undefined && m.code === '' && where(m))
      .sort((a, b) => a.created - b.created);
  }
  senders(): string[] {
    return [...new Set(this.outbound().map(({ from }) => from))];
  }
  /** A moment that leaves something before and after it. */
  moment(least = 0.25, most = 0.75): number {
    const { start, end } = this.traffic;
    return start + (end - start) * this.between(least, most);
  }
  /** As many messages as an incident of that share would touch, made where the traffic has too few. */
  stretch(
    count: number,
    style: Style,
    where: (m: Message) => boolean,
    more: Parameters<Traffic['make']>[1] | (() => Parameters<Traffic['make']>[1]),
    within = Infinity,
  ): Message[] {
    const { traffic, random } = this;
    let all = this.outbound(where);
    let from = traffic.start,
      to = traffic.end - 2 * MINUTE;
    if (style === 'spread') {
      while (all.length > count) all.splice(random.below(all.length), 1);
    } else {
      const place =
        style === 'ongoing' ? Math.max(0, all.length - count) : Math.max(0, Math.floor((all.length - count) * this.between(0.3, 0.8)));
      const first = all[place]?.created ?? this.moment();
      from =
        style === 'ongoing'
          ? Math.max(first, to - within, traffic.start + (to - traffic.start) * 0.2)
          : Math.max(first, traffic.start + (to - traffic.start) * 0.2);
      to =
        style === 'ongoing' ? to : Math.min(all[place + count]?.created ?? to, from + within, traffic.start + (to - traffic.start) * 0.85);
      to = Math.max(to, from + 30 * MINUTE);
      all = all.filter(({ created }) => created >= from && created < to);
    }
    for (let tries = 0; all.length < count; tries += 1) {
      const made = traffic.make(
        tries < 20 * count ? traffic.timeBetween(from, to) : from + random.next() * (to - from),
        typeof more === 'function' ? more() : more,
      );
      if (where(made) && !traffic.isStopped(made.to)) all.push(made);
      else traffic.messages.pop();
    }
    return all.sort((a, b) => a.created - b.created);
  }
  /** Fails a share of a stretch, `want` of them about. */
  hit(
    code: string | (() => string),
    share: number,
    style: Style,
    where: (m: Message) => boolean,
    more: Parameters<Scene['stretch']>[3] = {},
    within = Infinity,
    after = 6_000,
  ): void {
    for (const m of this.stretch(Math.ceil(this.want / share), style, where, more, within))
      if (this.chance(share)) fail(m, typeof code === 'string' ? code : code(), after, this.mark);
  }
  style(): Style {
    return this.one(['ongoing', 'ended', 'ongoing'] as const);
  }
  /** Somebody's line: the whole of what a sender sends. */
  people(count: number): Message[] {
    const seen = new Set<number>();
    const all = this.outbound();
    const found: Message[] = [];
    for (let tries = 0; found.length < count && tries < 20 * count; tries += 1) {
      const m = this.one(all);
      if (this.traffic.isStopped(m.to)) continue;
      if (seen.has(m.person)) continue;
      seen.add(m.person);
      found.push(m);
    }
    return found;
  }
  /** Other messages to the same person, and what becomes of them. */
  also(m: Message, time: number, more: Partial<Message> = {}): Message {
    return this.traffic.make(Math.min(time, this.traffic.end - MINUTE), {
      from: m.from,
      to: m.to,
      person: m.person,
      country: m.country,
      service: m.service,
      ...more,
    });
  }
  /** Takes away what else a person was sent. */
  alone(m: Message): void {
    const { messages } = this.traffic;
    for (let i = messages.length - 1; i >= 0; i -= 1) {
      const o = nth(messages, i);
      if (o !== m && o.person === m.person && o.country === m.country) messages.splice(i, 1);
    }
  }
}
