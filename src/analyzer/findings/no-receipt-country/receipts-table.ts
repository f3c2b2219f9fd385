import { thresholdOf } from '../../../catalog/knowledge.ts';
import { Newest, type SavedExamples } from '../../index/cells/newest.ts';
import { savedTime } from '../../index/cells/saved.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { entryOf } from '../../memory/entry-of.ts';

const MINUTE_MS = 60_000;

interface Options extends CountingOptions {
  /** Minutes after which a receipt is no longer waited for (the threshold of the finding). */
  readonly settleMinutes: number;
}

interface Cell {
  /** Messages that were handed over: delivered, sent, undelivered. What failed before says nothing of receipts. */
  total: number;
  sent: number;
  delivered: number;
  /** Time of the first message without a receipt, milliseconds; Infinity for none. */
  first: number;
  /** Newest messages without a receipt. */
  readonly newest: Newest;
}

type SavedCell = readonly [total: number, sent: number, delivered: number, first: number | null, newest: SavedExamples];

interface SavedCountry {
  readonly country: string;
  readonly newestMinute: number | null;
  readonly aged: SavedCell;
  readonly recent: readonly (readonly [minute: number, cell: SavedCell])[];
}

const noMessages = (): Cell => ({ total: 0, sent: 0, delivered: 0, first: Infinity, newest: new Newest() });

const saved = ({ total, sent, delivered, first, newest }: Cell): SavedCell => [total, sent, delivered, savedTime(first), newest.save()];

function addTo(sum: Cell, [total, sent, delivered, first, newest]: SavedCell): void {
  sum.total += total;
  sum.sent += sent;
  sum.delivered += delivered;
  sum.first = Math.min(sum.first, first ?? Infinity);
  sum.newest.merge(newest);
}

/** Messages before this moment are old enough: milliseconds, a whole minute. @param clock newest time of the log */
export const settledBefore = (clock: number, settleMinutes: number): number => (Math.floor(clock / MINUTE_MS) - settleMinutes) * MINUTE_MS;

/**
 * Outbound messages of one country, those young enough to wait for a receipt apart from the rest.
 *
 * How old a message is shows at the end only, when the newest time of the log is known. So the last minutes before
 * the newest time *seen so far* are kept one by one and older ones are added up: nothing older can become young again.
 */
class CountryReceipts {
  readonly #settleMinutes: number;
  readonly #aged = noMessages();
  readonly #recent = new Map<number, Cell>();
  #newestMinute = -Infinity;

  constructor(settleMinutes: number) {
    this.#settleMinutes = settleMinutes;
  }

  add(message: CountedMessage): void {
    const { kind, time } = message;
    const isSent = kind.outcome === 'no-receipt';
    const isDelivered = kind.outcome === 'delivered';
    if (!(isSent || isDelivered || kind.outcome === 'undelivered') || Number.isNaN(time)) return;
    const minute = Math.floor(time / MINUTE_MS);
    this.#see(minute);
    const cell = this.#cell(minute);
    cell.total += 1;
    if (isDelivered) cell.delivered += 1;
    if (!isSent) return;
    cell.sent += 1;
    if (time < cell.first) cell.first = time;
    cell.newest.add(time, message);
  }

  /** Counts of the messages that are more than the settling time older than the newest time of the log, and the newest of them without a receipt. */
  aged(clock: number): Readonly<Cell> {
    const sum = noMessages();
    addTo(sum, saved(this.#aged));
    const limit = settledBefore(clock, this.#settleMinutes);
    for (const [minute, cell] of this.#recent) if (minute * MINUTE_MS < limit) addTo(sum, saved(cell));
    return sum;
  }

  merge({ newestMinute, aged, recent }: SavedCountry): void {
    this.#see(newestMinute ?? -Infinity);
    addTo(this.#aged, aged);
    for (const [minute, cell] of recent) addTo(this.#cell(minute), cell);
  }

  save(country: string): SavedCountry {
    return {
      country,
      newestMinute: savedTime(this.#newestMinute),
      aged: saved(this.#aged),
      recent: [...this.#recent].map(([minute, cell]) => [minute, saved(cell)]),
    };
  }

  #cell(minute: number): Cell {
    return minute < this.#newestMinute - this.#settleMinutes ? this.#aged : entryOf(this.#recent, minute, noMessages);
  }

  /** A later minute: what is old enough by it is added up. */
  #see(minute: number): void {
    if (minute <= this.#newestMinute) return;
    this.#newestMinute = minute;
    for (const [other, cell] of this.#recent) {
      if (other >= minute - this.#settleMinutes) continue;
      addTo(this.#aged, saved(cell));
      this.#recent.delete(other);
    }
  }
}

/** Receipts by country of the recipient; there are some 250 countries, so it needs no limit. */
class ReceiptsTable implements Table<readonly SavedCountry[]> {
  readonly countries = new Map<string, CountryReceipts>();
  readonly #settleMinutes: number;
  readonly caps = [];

  constructor({ settleMinutes }: Options) {
    this.#settleMinutes = settleMinutes;
  }

  add(message: CountedMessage): void {
    this.#of(message.country).add(message);
  }

  merge(countries: readonly SavedCountry[]): void {
    for (const country of countries) this.#of(country.country).merge(country);
  }

  save(): readonly SavedCountry[] {
    return [...this.countries].map(([country, receipts]) => receipts.save(country));
  }

  #of(country: string): CountryReceipts {
    let receipts = this.countries.get(country);
    if (receipts === undefined) {
      receipts = new CountryReceipts(this.#settleMinutes);
      this.countries.set(country, receipts);
    }
    return receipts;
  }
}

export const receipts: TableKind<ReceiptsTable, readonly SavedCountry[], Options> = {
  id: 'receipts',
  version: 3,
  counts: 'outbound',
  needs: ['status', 'sent', 'to'],
  options: (knowledge) => ({ settleMinutes: thresholdOf(knowledge, 'no-receipt-country', 'settleMinutes'), limits: {} }),
  make: (options) => new ReceiptsTable(options),
};
