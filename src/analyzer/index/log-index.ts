import type { Knowledge } from '../../catalog/knowledge.ts';
import type { CountedMessage } from './counted-message.ts';
import { Hours } from './tables/hours.ts';
import { Kinds } from './tables/kinds.ts';
import { Money } from './tables/money.ts';
import { People } from './tables/people.ts';
import { Receipts } from './tables/receipts.ts';
import { Routes } from './tables/routes.ts';
import { Stops } from './tables/stops.ts';
import { Texts } from './tables/texts.ts';
import { Times } from './tables/times.ts';

/**
 * Everything that is counted while reading; rules and the report see this, never rows.
 *
 * Each table is bounded, keeps no row of a message that arrived, and can take in another: two halves of a log read
 * apart and merged equal the log read in one go, in any order, as long as no table was full.
 */
export class LogIndex {
  readonly kinds = new Kinds();
  readonly hours = new Hours();
  readonly routes = new Routes();
  readonly receipts: Receipts;
  readonly people = new People();
  readonly texts = new Texts();
  readonly money = new Money();
  readonly stops: Stops;
  readonly times = new Times();

  constructor(knowledge: Knowledge) {
    this.receipts = new Receipts(knowledge.thresholds['no-receipt-country'].settleMinutes);
    this.stops = new Stops(knowledge.optOutKeywords);
  }

  /** Newest believable time of a message that was sent or came in, milliseconds; -Infinity while there is none. Every age is counted from it. */
  get clock(): number {
    return this.times.range().newest;
  }

  /** Counts a message in every table but `kinds`, whose cell the caller has at hand. */
  add(message: CountedMessage): void {
    const { kind, time } = message;
    // The time of a planned message is its plan: it may lie ahead of everything that has happened.
    if (kind.status !== 'scheduled' && kind.status !== 'canceled') this.times.add(time);
    this.hours.add(time, kind.outcomeNumber);
    this.people.add(message);
    if (kind.isInbound) {
      this.stops.add(message);
      return;
    }
    this.routes.add(message);
    this.receipts.add(message);
    this.texts.add(message);
    this.money.add(message);
  }

  /** Takes in what another index has counted. */
  merge(other: LogIndex): void {
    this.kinds.merge(other.kinds);
    this.hours.merge(other.hours);
    this.routes.merge(other.routes);
    this.receipts.merge(other.receipts);
    this.people.merge(other.people);
    this.texts.merge(other.texts);
    this.money.merge(other.money);
    this.stops.merge(other.stops);
    this.times.merge(other.times);
  }
}
