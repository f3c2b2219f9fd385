import type { Knowledge } from '../catalog/knowledge.ts';
import type { Source } from './bytes/source.ts';
import type { CountedMessage, ReadMessage } from './index/counted-message.ts';
import { contextAmong } from './findings/shared/claims.ts';
import { testOf, type FilterContext, type Test } from './index/filter-test.ts';
import type { Plan } from './index/states.ts';
import { KeySet } from './memory/key-table.ts';
import { ownText } from './memory/own-text.ts';
import { textsIn, type MessageTexts } from './kept/kept-texts.ts';
import { MICROS } from './message/price.ts';
import { readLog } from './read-log.ts';
import type { Filter } from './report/filter.ts';
import type { ListedMessage } from './report/listed-message.ts';
import type { Report } from './report/report.ts';
import { isoTime } from './words/moment.ts';

/** What was found in the same sources before (analyze.ts): its plan says which rows count, its report what filters name. */
export interface Asked {
  readonly knowledge: Knowledge;
  readonly report: Pick<Report, 'findings' | 'lists'>;
  readonly plan: Plan;
  readonly signal?: AbortSignal;
}

/** How many messages a filter takes, and of how many people and senders. */
export interface Rows {
  readonly messages: number;
  /** Different people whom the log names. */
  readonly people: number;
  /** Different senders of outbound messages; one that the log does not name is one. */
  readonly senders: number;
}

/** Different people and senders that one count tells apart. */
const APART = 2_000_000;

/** What filters of a report refer to. */
export const contextOf = ({ knowledge, report: { findings, lists } }: Pick<Asked, 'knowledge' | 'report'>): FilterContext =>
  contextAmong(findings, knowledge, (list) => lists[list].entries.map(({ number }) => number));

class Counts {
  readonly #test: Test;
  readonly #people = new KeySet(APART);
  readonly #senders = new Set<string>();
  #messages = 0;

  constructor(test: Test) {
    this.#test = test;
  }

  add(message: CountedMessage): void {
    if (!this.#test(message)) return;
    this.#messages += 1;
    if (message.personKey !== 0) this.#people.add(message.personKey);
    if (!message.kind.isInbound && this.#senders.size < APART) this.#senders.add(ownText(message.sender));
  }

  get rows(): Rows {
    return { messages: this.#messages, people: this.#people.size, senders: this.#senders.size };
  }
}

/**
 * Counts what each filter takes, in one reading of the sources.
 *
 * @returns one entry a filter, in the same order; `undefined` when cancelled
 */
export async function countRows(
  sources: readonly Source[],
  filters: readonly Filter[],
  asked: Asked,
): Promise<readonly Rows[] | undefined> {
  const context = contextOf(asked);
  const counts = filters.map((filter) => new Counts(testOf(filter, context)));
  const add = (message: CountedMessage): void => {
    for (const count of counts) count.add(message);
  };
  const reading = await readLog(sources, { add }, asked);
  return reading === undefined ? undefined : counts.map(({ rows }) => rows);
}

export const noTexts: MessageTexts = { sid: '', body: '', to: '', created: NaN, sent: NaN, updated: NaN };

const textsOf = ({ batch, row }: ReadMessage): MessageTexts => (batch === undefined ? noTexts : textsIn(batch, row));

/** A message as a list shows it. */
export function listed(message: CountedMessage, { sid, body, to, ...times }: MessageTexts): ListedMessage {
  const { kind, sender, country, price, priceUnit } = message;
  const time = isoTime(message.time);
  const person = message.personText();
  const segments = message.segments();
  const service = message.service();
  const [created, sent, updated] = [isoTime(times.created), isoTime(times.sent), isoTime(times.updated)];
  return {
    direction: kind.isInbound ? 'inbound' : 'outbound',
    status: kind.word,
    country,
    ...(sid === '' ? {} : { sid }),
    ...(time === undefined ? {} : { time }),
    ...(kind.code === undefined ? {} : { code: kind.code }),
    ...(sender === '' ? {} : { sender }),
    ...(person === '' ? {} : { person: ownText(person) }),
    ...(price < 0 ? {} : { price: price / MICROS }),
    ...(priceUnit === '' ? {} : { priceUnit }),
    ...(body === '' ? {} : { body }),
    ...(segments === 0 ? {} : { segments }),
    ...(service === '' ? {} : { service: ownText(service) }),
    ...(kind.isInbound && to !== '' ? { to } : {}),
    ...(created === undefined ? {} : { created }),
    ...(sent === undefined ? {} : { sent }),
    ...(updated === undefined ? {} : { updated }),
  };
}

/**
 * The texts of some messages that were counted, by reading the sources again.
 *
 * @param places their numbers, in the order in which messages are counted
 * @returns as many of them as there are; `undefined` when cancelled
 */
export async function readTexts(
  sources: readonly Source[],
  places: readonly number[],
  how: Pick<Asked, 'plan' | 'signal'> & { readonly onBlock?: (at: { readonly bytes: number }) => void },
): Promise<ReadonlyMap<number, MessageTexts> | undefined> {
  const wanted = new Set(places);
  const texts = new Map<number, MessageTexts>();
  let place = 0;
  const add = (message: ReadMessage): void => {
    if (wanted.has(place)) texts.set(place, textsOf(message));
    place += 1;
  };
  const reading = await readLog(sources, { add }, how);
  return reading === undefined ? undefined : texts;
}

/** Rows that are handed over at once. */
export const BATCH = 2_000;

/**
 * Hands over every message that a filter takes, in the order of the log, some thousand at a time, by reading the sources again.
 *
 * @param take what it has to wait for is waited for before the end; reading goes on meanwhile
 * @returns whether every source gave its bytes again; `undefined` when cancelled
 */
export async function passRows(
  sources: readonly Source[],
  filter: Filter,
  asked: Asked,
  take: (rows: readonly ListedMessage[]) => Promise<void> | void,
): Promise<boolean | undefined> {
  let rows: ListedMessage[] = [];
  let taken: Promise<void> = Promise.resolve();
  const hand = (): void => {
    const some = rows;
    rows = [];
    const done = take(some);
    if (done !== undefined) taken = taken.then(() => done);
  };
  const add = (message: ReadMessage): void => {
    if (rows.push(listed(message, textsOf(message))) === BATCH) hand();
  };
  const reading = await readLog(sources, { add }, { ...asked, wanted: testOf(filter, contextOf(asked)) });
  if (reading === undefined) return undefined;
  if (rows.length > 0) hand();
  await taken;
  return reading.isComplete;
}

/**
 * Lists some of the messages that a filter takes, in the order of the log.
 *
 * @param page `from` 0 is the first; at most `count` are kept in memory
 * @returns them and how many there are in all; `undefined` when cancelled
 */
export async function listRows(
  sources: readonly Source[],
  filter: Filter,
  page: { readonly from: number; readonly count: number },
  asked: Asked,
): Promise<{ readonly rows: readonly ListedMessage[]; readonly total: number } | undefined> {
  const rows: ListedMessage[] = [];
  let total = 0;
  const add = (message: ReadMessage): void => {
    if (total >= page.from && rows.length < page.count) rows.push(listed(message, textsOf(message)));
    total += 1;
  };
  const reading = await readLog(sources, { add }, { ...asked, wanted: testOf(filter, contextOf(asked)) });
  return reading === undefined ? undefined : { rows, total };
}
