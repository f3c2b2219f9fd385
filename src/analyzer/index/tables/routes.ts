import type { CountedMessage } from '../counted-message.ts';
import { OutcomeCounts } from '../cells/outcome-counts.ts';
import { entryOf, mergeMaps, Tally } from '../cells/tally.ts';

/** Outbound messages of one sender to one country. */
export class Route {
  readonly counts = new OutcomeCounts();
  /** Newest time of a message that got through or was handed over; -Infinity for none. */
  lastAccepted = -Infinity;
  /** Failures by error code; '' for none. */
  readonly failures = new Map<string, Tally>();

  add(message: CountedMessage): void {
    const { kind, time } = message;
    this.counts.add(kind.outcomeNumber);
    if (kind.isFailure) {
      const code = kind.code ?? '';
      const key = this.failures.size < CODE_LIMIT || this.failures.has(code) ? code : '';
      entryOf(this.failures, key, () => new Tally()).add(time, message.sid());
    } else if ((kind.outcome === 'delivered' || kind.outcome === 'no-receipt') && time > this.lastAccepted) this.lastAccepted = time;
  }

  merge(other: Route): void {
    this.counts.merge(other.counts);
    this.lastAccepted = Math.max(this.lastAccepted, other.lastAccepted);
    mergeMaps(this.failures, other.failures, () => new Tally());
  }
}

/** Country -> route, of one sender. */
export type SenderRoutes = Map<string, Route>;

/** Error codes told apart on one route; Twilio has a few hundred that a message can meet. */
const CODE_LIMIT = 500;
const SENDER_LIMIT = 50_000;
/** Stands for all senders beyond the limit; no address looks like it. */
const OTHER_SENDERS = '(other senders)';

/** Outbound messages by sender and country. */
export class Routes {
  readonly senders = new Map<string, SenderRoutes>();
  /** Times a sender did not fit: its messages are filed under OTHER_SENDERS. */
  overflow = 0;
  #lastSender = '';
  #lastRoutes: SenderRoutes | undefined;

  add(message: CountedMessage): void {
    const routes =
      message.sender === this.#lastSender && this.#lastRoutes !== undefined ? this.#lastRoutes : this.#routesOf(message.sender);
    this.#lastSender = message.sender;
    this.#lastRoutes = routes;
    let route = routes.get(message.country);
    if (route === undefined) {
      route = new Route();
      routes.set(message.country, route);
    }
    route.add(message);
  }

  #routesOf(sender: string): SenderRoutes {
    const known = this.senders.get(sender);
    if (known !== undefined) return known;
    if (this.senders.size >= SENDER_LIMIT) {
      this.overflow += 1;
      return entryOf(this.senders, OTHER_SENDERS, () => new Map<string, Route>());
    }
    return entryOf(this.senders, sender, () => new Map<string, Route>());
  }

  merge(other: Routes): void {
    for (const [sender, routes] of other.senders) mergeMaps(this.#routesOf(sender), routes, () => new Route());
    this.overflow += other.overflow;
  }
}
