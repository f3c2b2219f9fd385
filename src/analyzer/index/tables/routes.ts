import { entryOf } from '../../memory/entry-of.ts';
import { OutcomeCounts } from '../cells/outcome-counts.ts';
import { savedTime } from '../cells/saved.ts';
import { Tally, type SavedTally } from '../cells/tally.ts';
import type { Kind } from '../../message/kind.ts';
import type { HasSid } from '../cells/newest.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountedMessages } from '../counted-messages.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';
import { ours, say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  readonly limits: {
    readonly senders: number;
    /** Error codes told apart on one route; Twilio has a few hundred that a message can meet. */
    readonly codes: number;
  };
}

interface SavedRoute {
  readonly sender: string;
  readonly country: string;
  readonly counts: readonly number[];
  readonly lastAccepted: number | null;
  readonly failures: readonly (readonly [code: string, tally: SavedTally])[];
}

interface Saved {
  readonly routes: readonly SavedRoute[];
  readonly overflow: readonly [senders: number, codes: number];
}

/** Outbound messages of one sender to one country. */
export class Route {
  readonly counts = new OutcomeCounts();
  /** Newest time of a message that got through or was handed over; -Infinity for none. */
  lastAccepted = -Infinity;
  /** Failures by error code; '' for none and for codes beyond the limit. */
  readonly failures = new Map<string, Tally>();
}

const newRoute = (): Route => new Route();

/** Stands for all senders beyond the limit; no address looks like it. */
export const OTHER_SENDERS = '(other senders)';

/** Outbound messages by sender and country. */
class Routes implements Table<Saved> {
  readonly #limits: Options['limits'];
  /** Sender -> country -> route. */
  readonly senders = new Map<string, Map<string, Route>>();
  /** Messages of senders that did not fit: they are filed under OTHER_SENDERS. */
  #senderOverflow = 0;
  /** Failures whose code did not fit on their route. */
  #codeOverflow = 0;
  #lastSender: string | undefined;
  #lastRoutes = new Map<string, Route>();
  #isOther = false;
  #lastCountry: string | undefined;
  #lastRoute = new Route();

  constructor({ limits }: Options) {
    this.#limits = limits;
  }

  add(message: CountedMessage): void {
    const { kind, time, sender, country } = message;
    if (sender !== this.#lastSender) {
      this.#lastSender = sender;
      this.#isOther = this.#isBeyond(sender);
      this.#lastRoutes = this.#routesOf(sender);
      this.#lastCountry = undefined;
    }
    if (this.#isOther) this.#senderOverflow += 1;
    if (country !== this.#lastCountry) {
      this.#lastCountry = country;
      this.#lastRoute = entryOf(this.#lastRoutes, country, newRoute);
    }
    this.#count(this.#lastRoute, kind, time, message);
  }

  addMany(messages: CountedMessages, places: Uint32Array): void {
    const kindOf = messages.column('kind');
    const routeOf = messages.column('route');
    const times = messages.column('time');
    const routes: (Route | undefined)[] = [];
    for (const place of places) {
      const number = routeOf[place] ?? 0;
      const kind = messages.kinds[kindOf[place] ?? 0];
      const route = (routes[number] ??= this.#routeOf(messages.routes[number]));
      // One beyond the limit is told for each of its messages.
      if (kind === undefined || route === undefined) this.add(messages.message(place));
      else this.#count(route, kind, times[place] ?? NaN, kind.isFailure ? messages.message(place) : '');
    }
  }

  merge({ routes, overflow }: Saved): void {
    for (const { sender, country, counts, lastAccepted, failures } of routes) {
      if (this.#isBeyond(sender)) this.#senderOverflow += counts.reduce((sum, count) => sum + count, 0);
      const route = entryOf(this.#routesOf(sender), country, () => new Route());
      route.counts.merge(counts);
      route.lastAccepted = Math.max(route.lastAccepted, lastAccepted ?? -Infinity);
      for (const [code, tally] of failures) this.#tallyOf(route, code, tally.count).merge(tally);
    }
    this.#senderOverflow += overflow[0];
    this.#codeOverflow += overflow[1];
  }

  save(): Saved {
    return {
      routes: [...this.senders].flatMap(([sender, countries]) =>
        [...countries].map(([country, { counts, lastAccepted, failures }]) => ({
          sender,
          country,
          counts: counts.save(),
          lastAccepted: savedTime(lastAccepted),
          failures: [...failures].map(([code, tally]) => [code, tally.save()] as const),
        })),
      ),
      overflow: [this.#senderOverflow, this.#codeOverflow],
    };
  }

  get caps() {
    return [
      {
        id: 'senders-capped',
        count: this.#senderOverflow,
        text: say`More senders than are kept apart (${this.#limits.senders}): these messages stand under "${ours(OTHER_SENDERS)}".`,
      },
      {
        id: 'route-codes-capped',
        count: this.#codeOverflow,
        text: say`More error codes of one sender to one country than are kept apart: findings about senders may miss these failures.`,
      },
    ];
  }

  /** `undefined` for a sender that does not fit. */
  #routeOf(route: CountedMessages['routes'][number] | undefined): Route | undefined {
    if (route === undefined || this.#isBeyond(route.sender)) return undefined;
    return entryOf(this.#routesOf(route.sender), route.country, newRoute);
  }

  /** @param from the SID of a failed message, or what tells it */
  #count(route: Route, kind: Kind, time: number, from: string | HasSid): void {
    route.counts.add(kind.outcomeNumber);
    if (kind.isFailure) this.#tallyOf(route, kind.code ?? '', 1).add(time, from);
    else if ((kind.outcome === 'delivered' || kind.outcome === 'no-receipt') && time > route.lastAccepted) route.lastAccepted = time;
  }

  #isBeyond(sender: string): boolean {
    return this.senders.size >= this.#limits.senders && sender !== OTHER_SENDERS && !this.senders.has(sender);
  }

  #routesOf(sender: string): Map<string, Route> {
    return entryOf(this.senders, this.#isBeyond(sender) ? OTHER_SENDERS : sender, () => new Map<string, Route>());
  }

  #tallyOf({ failures }: Route, code: string, messages: number): Tally {
    const isFull = failures.size >= this.#limits.codes && code !== '' && !failures.has(code);
    if (isFull) this.#codeOverflow += messages;
    return entryOf(failures, isFull ? '' : code, () => new Tally());
  }
}

export const routes: TableKind<Routes, Saved, Options> = {
  id: 'routes',
  version: 1,
  counts: 'outbound',
  needs: ['status'],
  options: () => ({ limits: { senders: 50_000, codes: 500 } }),
  make: (options) => new Routes(options),
};
