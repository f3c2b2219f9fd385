import { outcomes } from '../../catalog/category.ts';
import { receipts } from '../findings/no-receipt-country/receipts-table.ts';
import { stops } from '../findings/opted-out-retry/stops-table.ts';
import { waits } from '../findings/queue-overflow/backlog.ts';
import { silent } from '../findings/receipt-outage/rule.ts';
import type { CodeTimesKind } from '../findings/shared/code-times-table.ts';
import { countryPace, packedPace, senderPace, usPace } from '../findings/shared/pace-table.ts';
import { slotOf } from '../findings/shared/slots.ts';
import { waiting } from '../findings/shared/waiting.ts';
import { filteredTexts } from '../findings/template-filtered/texts-table.ts';
import type { SavedDurations } from '../index/cells/durations.ts';
import { savedTime } from '../index/cells/saved.ts';
import type { LogIndex } from '../index/log-index.ts';
import type { AnyTableKind } from '../index/table.ts';
import { delays } from '../index/tables/delays.ts';
import { HOUR_MS, hours } from '../index/tables/hours.ts';
import { kinds } from '../index/tables/kinds.ts';
import { money } from '../index/tables/money.ts';
import { reached } from '../index/tables/reached.ts';
import { recipients } from '../index/tables/recipients.ts';
import { routes } from '../index/tables/routes.ts';
import { sample, SAMPLE_SIZE } from '../index/tables/sample.ts';
import { isTimed, times, YEAR_MS } from '../index/tables/times.ts';
import type { Field } from '../message/fields.ts';
import { kindOf, type Kind } from '../message/kind.ts';
import type { Row } from '../records/row.ts';
import type { Notices } from '../report/notices.ts';
import { GroupedMessage, countryIn, personKeyIn, priceIn, senderIn, templateOf } from './grouped-message.ts';
import { rowsIn } from './lists.ts';
import { rowReader, settingsIn, type GroupedPart, type GroupedRow, type Settings } from './rows.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** Tables that grouped rows fill, besides those of failed messages, which stand in the file one by one. */
export const filledTables: ReadonlySet<AnyTableKind> = new Set<AnyTableKind>([
  kinds,
  times,
  hours,
  routes,
  money,
  delays,
  recipients,
  reached,
  sample,
  senderPace,
  countryPace,
  usPace,
  receipts,
  silent,
  waiting,
  waits,
  stops,
  filteredTexts,
]);

/** What was read of a file of grouped rows. */
export interface Grouped {
  /** Rows of the table, and messages. */
  readonly records: number;
  readonly messages: number;
  readonly settings: Settings;
  /** Field -> its name, for the fields that the table has. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
}

const kindIn = ({ cell }: GroupedRow): Kind => kindOf(cell('status'), cell('direction'), cell('code'));
/** What an outbound message of this status counts as. */
const outboundIn = ({ cell }: GroupedRow): Kind => kindOf(cell('status'), 'outbound', '');
const countsOf = ({ outcomeNumber }: Kind, n: number): readonly number[] => outcomes.map((_, place) => (place === outcomeNumber ? n : 0));

/** Counts grouped rows into the tables of an index: each part is what the tables it fills save, for one group. */
export class GroupCounter {
  readonly #index: LogIndex;
  readonly #notices: Notices;
  readonly #settle: number;
  #read: ((row: Row) => GroupedRow | string) | undefined;
  #problem: string | undefined;
  #log: Omit<Grouped, 'columns'> | undefined;
  #rows = 0;
  #expected: number | undefined;

  /** @param settle minutes that a receipt is waited for, by the facts of this program */
  constructor(index: LogIndex, notices: Notices, settle: number) {
    this.#index = index;
    this.#notices = notices;
    this.#settle = settle;
  }

  /** Takes the next rows of the file; the first is its heading. */
  count(rows: readonly Row[]): void {
    for (const row of rows) {
      if (this.#problem !== undefined) return;
      if (this.#read === undefined) {
        const read = rowReader(row);
        if (typeof read === 'string') this.#problem = read;
        else this.#read = read;
        continue;
      }
      const read = this.#read(row);
      if (typeof read === 'string') {
        this.#problem = read;
        return;
      }
      if (read.part !== 'rows') this.#rows += 1;
      const rowsOfIt = rowsIn(read);
      if (typeof rowsOfIt === 'string') {
        this.#problem = rowsOfIt;
        return;
      }
      for (const one of rowsOfIt) this.#parts[read.part](one);
    }
  }

  /** @returns what was read, or what is wrong with the file: a clause that goes on after its name */
  end(): Grouped | string {
    if (this.#problem !== undefined) return this.#problem;
    if (this.#log === undefined) return 'lacks the row "log", which says what the table holds';
    if (this.#expected === undefined) return 'lacks the row "rows", which says how many there are: it was cut';
    if (this.#expected !== this.#rows)
      return `has ${String(this.#rows)} rows where the query gave ${String(this.#expected)}: it was cut, or rows were added`;
    const { settings } = this.#log;
    if (settings.settle !== this.#settle || settings.sample !== SAMPLE_SIZE) return 'comes from a script of another version';
    return { ...this.#log, columns: Object.fromEntries(settings.fields.map((field) => [field, field])) };
  }

  readonly #parts: Readonly<Record<GroupedPart, (row: GroupedRow) => void>> = {
    log: ({ cell, n, more }) => {
      const settings = settingsIn(cell('body'));
      if (this.#log !== undefined) this.#problem = 'has two rows "log": several results were put together, which cannot be added up';
      else if (settings === undefined) this.#problem = 'has a row "log" without the settings of the script';
      else this.#log = { records: n, messages: more, settings };
    },
    rows: ({ n }) => {
      if (this.#expected !== undefined) this.#problem = 'has two rows "rows": several results were put together, which cannot be added up';
      this.#expected = n;
    },
    failed: (row) => {
      const message = new GroupedMessage(row, false);
      this.#index.add(message);
      if (!Number.isNaN(row.last)) this.#see(message.personKey, row.last);
    },
    sampled: (row) => {
      this.#index.get(sample).take(new GroupedMessage(row, true), row.n);
    },
    kind: (row) => {
      const { cell, n } = row;
      const kind = kindIn(row);
      this.#tell(kind, n);
      this.#index.get(kinds).merge({ kinds: [[kind.word, kind.isInbound, kind.code ?? '', n]], overflow: 0 });
      if (kind.isInbound) return;
      const price = priceIn(cell('price'));
      const sums = { billed: Math.max(0, price) * n, onFailures: 0, unknown: price < 0 ? n : 0 };
      this.#index.get(money).merge({ units: [[cell('unit'), sums]], unpricedFailed: [], overflow: [0, 0] });
    },
    hour: (row) => {
      const { n, first, last } = row;
      const kind = kindIn(row);
      this.#index.get(hours).merge({ hours: [[Math.floor(first / HOUR_MS), countsOf(kind, n)]], overflow: 0 });
      if (isTimed(kind)) this.#index.get(times).merge([[Math.floor(first / YEAR_MS), n, first, last]]);
    },
    route: (row) => {
      const { cell, n, last } = row;
      const kind = outboundIn(row);
      const isAccepted = kind.outcome === 'delivered' || kind.outcome === 'no-receipt';
      this.#index.get(routes).merge({
        routes: [
          {
            sender: senderIn(cell('sender')),
            country: countryIn(cell('area')),
            counts: countsOf(kind, n),
            lastAccepted: isAccepted ? savedTime(last) : null,
            failures: [],
          },
        ],
        overflow: [0, 0],
      });
    },
    pace: ({ cell, n, more, first }) => {
      this.#index.get(senderPace).merge(packedPace(senderIn(cell('sender')), first, n, segmentsIn(more, n)));
    },
    place: (row) => {
      const { cell, n, more, first, last } = row;
      const country = countryIn(cell('area'));
      const isSilent = cell('status') !== '';
      this.#index.get(countryPace).merge(packedPace(country, first, n, isSilent ? n : 0));
      if (country === 'US') this.#index.get(usPace).merge(packedPace(country, first, n, segmentsIn(more, n)));
      if (isSilent)
        this.#index
          .get(silent)
          .merge({ groups: [{ code: '', name: country, slots: [[slotOf(first), n, savedTime(last), []]] }], overflow: 0 });
    },
    receipt: (row) => {
      const { cell, n, first, last } = row;
      const { outcome } = outboundIn(row);
      const isSilent = outcome === 'no-receipt';
      const counted = [n, isSilent ? n : 0, outcome === 'delivered' ? n : 0, isSilent ? first : null, []] as const;
      this.#mergeReceipts(cell('area'), last, counted);
    },
    silent: ({ cell, first }) => {
      const country = countryIn(cell('area'));
      const newest = [[first, cell('sid')]] as const;
      this.#index.get(silent).merge({ groups: [{ code: '', name: country, slots: [[slotOf(first), 0, null, newest]] }], overflow: 0 });
      this.#mergeReceipts(cell('area'), first, [0, 0, 0, null, newest]);
    },
    waiting: (row) => {
      this.#mergeTimes(waiting, row, countedIn(row));
    },
    'waiting-newest': (row) => {
      this.#mergeTimes(waiting, row, newestIn(row));
    },
    waited: (row) => {
      this.#mergeTimes(waits, row, countedIn(row));
    },
    'waited-newest': (row) => {
      this.#mergeTimes(waits, row, newestIn(row));
    },
    queue: (row) => {
      this.#mergeDelay(row, this.#spent(row), []);
    },
    carrier: (row) => {
      this.#mergeDelay(row, [], this.#spent(row));
    },
    coded: ({ cell }) => {
      const person = personKeyIn(cell('person'));
      if (person !== 0) this.#index.get(recipients).merge({ codes: [[cell('code'), [person]]], overflow: 0 });
    },
    reached: ({ cell, last }) => {
      this.#see(personKeyIn(cell('person')), last);
    },
    stopped: ({ cell }) => {
      const person = personKeyIn(cell('person'));
      if (person !== 0) this.#index.get(stops).merge({ people: [person], overflow: 0 });
    },
    text: ({ cell, n }) => {
      const key = templateOf(senderIn(cell('sender')), cell('body'));
      this.#index.get(filteredTexts).merge({ templates: [[key, n]], filtered: [], sweeps: 0, overflow: 0 });
    },
  };

  /** A person was reached, or is there. @param last NaN where it is not known when */
  #see(person: number, last: number): void {
    if (person !== 0) this.#index.get(reached).merge({ people: [[person, savedTime(last)]], overflow: 0 });
  }

  /** Messages of a row that took as long as it says. */
  #spent({ n, more }: GroupedRow): SavedDurations {
    if (more >= 0) return [[more / SECOND_MS, n]];
    this.#problem = 'has a row of times without how long it was';
    return [];
  }

  #mergeDelay({ cell }: GroupedRow, queue: SavedDurations, carrier: SavedDurations): void {
    this.#index.get(delays).merge({ senders: [[senderIn(cell('sender')), queue, carrier]], overflow: 0 });
  }

  /** @param time any within the minute; NaN for messages that no longer wait */
  #mergeReceipts(area: string, time: number, cell: ReceiptsCell): void {
    const minute = Math.floor(time / MINUTE_MS);
    const isAged = Number.isNaN(minute);
    this.#index.get(receipts).merge([
      {
        country: countryIn(area),
        newestMinute: isAged ? null : minute,
        aged: isAged ? cell : [0, 0, 0, null, []],
        recent: isAged ? [] : [[minute, cell]],
      },
    ]);
  }

  #mergeTimes(kind: CodeTimesKind, { cell }: GroupedRow, slot: SlotTimes): void {
    this.#index.get(kind).merge({ groups: [{ code: cell('code'), name: senderIn(cell('sender')), slots: [slot] }], overflow: 0 });
  }

  /** What is told of messages in any log. */
  #tell({ status, isInbound }: Kind, n: number): void {
    if (status === undefined) this.#notices.add('unknown-status', undefined, n);
    else if (isInbound && (status === 'failed' || status === 'undelivered')) this.#notices.add('inbound-failed', undefined, n);
  }
}

type ReceiptsCell = Parameters<ReturnType<typeof receipts.make>['merge']>[0][number]['aged'];
type SlotTimes = Parameters<ReturnType<CodeTimesKind['make']>['merge']>[0]['groups'][number]['slots'][number];

/** Messages of a quarter of an hour, or one of the newest of them. */
const countedIn = ({ n, first }: GroupedRow): SlotTimes => [slotOf(first), n, savedTime(first), []];
const newestIn = ({ cell, first }: GroupedRow): SlotTimes => [slotOf(first), 0, null, [[savedTime(first), cell('sid')]]];

/** Segments are told where they are not as many as messages. */
const segmentsIn = (more: number, n: number): number => (Number.isNaN(more) ? n : more);
