import type { CountedMessage } from '../counted-message.ts';
import { Newest } from '../cells/newest.ts';
import { mergeMaps } from '../cells/tally.ts';

const MINUTE_MS = 60_000;

interface Aged {
  /** Messages that ended or were handed over: delivered, sent, undelivered, failed. */
  total: number;
  sent: number;
  delivered: number;
}

/**
 * Outbound messages of one country, those young enough to wait for a receipt apart from the rest.
 *
 * How old a message is shows at the end only, when the newest time of the log is known. So the last minutes before
 * the newest time *seen so far* are kept one by one and older ones are added up: nothing older can become young again.
 */
export class CountryReceipts {
  readonly #settleMinutes: number;
  readonly #aged: Aged = { total: 0, sent: 0, delivered: 0 };
  readonly #recent = new Map<number, Aged>();
  #newestMinute = -Infinity;
  /** Newest messages without a receipt. */
  readonly sent = new Newest();

  constructor(settleMinutes: number) {
    this.#settleMinutes = settleMinutes;
  }

  add(message: CountedMessage): void {
    const { kind, time } = message;
    const isSent = kind.outcome === 'no-receipt';
    const isDelivered = kind.outcome === 'delivered';
    if (!(isSent || isDelivered || kind.isFailure) || Number.isNaN(time)) return;
    const minute = Math.floor(time / MINUTE_MS);
    if (minute > this.#newestMinute) {
      this.#newestMinute = minute;
      this.#settle();
    }
    const cell = this.#cell(minute);
    cell.total += 1;
    if (isSent) {
      cell.sent += 1;
      this.sent.add(time, message.sid());
    }
    if (isDelivered) cell.delivered += 1;
  }

  /** Counts of the messages that are more than the settling time older than the newest time of the log. */
  aged(clock: number): Readonly<Aged> {
    const sum = { ...this.#aged };
    const limit = Math.floor(clock / MINUTE_MS) - this.#settleMinutes;
    for (const [minute, cell] of this.#recent) if (minute < limit) addTo(sum, cell);
    return sum;
  }

  merge(other: CountryReceipts): void {
    this.#newestMinute = Math.max(this.#newestMinute, other.#newestMinute);
    addTo(this.#aged, other.#aged);
    for (const [minute, cell] of other.#recent) addTo(this.#cell(minute), cell);
    this.#settle();
    this.sent.merge(other.sent);
  }

  #cell(minute: number): Aged {
    if (minute < this.#newestMinute - this.#settleMinutes) return this.#aged;
    const known = this.#recent.get(minute);
    if (known !== undefined) return known;
    const made = { total: 0, sent: 0, delivered: 0 };
    this.#recent.set(minute, made);
    return made;
  }

  #settle(): void {
    for (const [minute, cell] of this.#recent) {
      if (minute >= this.#newestMinute - this.#settleMinutes) continue;
      addTo(this.#aged, cell);
      this.#recent.delete(minute);
    }
  }
}

function addTo(sum: Aged, part: Readonly<Aged>): void {
  sum.total += part.total;
  sum.sent += part.sent;
  sum.delivered += part.delivered;
}

/** Receipts by country of the recipient. */
export class Receipts {
  readonly countries = new Map<string, CountryReceipts>();
  readonly #settleMinutes: number;

  constructor(settleMinutes: number) {
    this.#settleMinutes = settleMinutes;
  }

  add(message: CountedMessage): void {
    let country = this.countries.get(message.country);
    if (country === undefined) {
      country = new CountryReceipts(this.#settleMinutes);
      this.countries.set(message.country, country);
    }
    country.add(message);
  }

  merge(other: Receipts): void {
    mergeMaps(this.countries, other.countries, () => new CountryReceipts(this.#settleMinutes));
  }
}
