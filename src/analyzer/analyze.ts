import { thresholdOf, type Knowledge } from '../catalog/knowledge.ts';
import { buildReport } from './breakdowns/build-report.ts';
import { totalsOf } from './breakdowns/totals.ts';
import type { Source } from './bytes/source.ts';
import { brought, rules } from './findings/index.ts';
import type { JudgedBefore } from './findings/shared/judged-before.ts';
import { GroupCounter } from './grouped/group-counter.ts';
import { whyNotJudged } from './grouped/judged.ts';
import { testOf, type FilterContext } from './index/filter-test.ts';
import type { ReadRows } from './index/read-rows.ts';
import { LogIndex } from './index/log-index.ts';
import { noPlan, type Plan } from './index/states.ts';
import { KeptLog } from './kept/kept-log.ts';
import { readLog, type Reading, type SeenTable } from './read-log.ts';
import type { Told, Way } from './read-source.ts';
import { declinedAs, type Declined } from './report/declined.ts';
import type { Filter } from './report/filter.ts';
import { Notices } from './report/notices.ts';
import type { Report, SourceReport, Totals } from './report/report.ts';

/** How far reading has come; `rows` and `totals` grow from one to the next within one reading. */
export interface Progress {
  /** Name of the source being read. */
  readonly source: string;
  /** Set once the source is recognised ("Twilio Console CSV (2025)"). */
  readonly format?: string;
  /** Records read so far, over all sources. */
  readonly rows: number;
  /** Bytes read so far, over all sources. */
  readonly bytes: number;
  /** Sum of the sizes of all sources; absent when one has no size. */
  readonly totalBytes?: number;
  /** 2 when the log is read again because messages stand in it in several states; rows and bytes start anew. */
  readonly pass: 1 | 2;
  readonly totals: Totals;
}

export interface Options {
  readonly knowledge: Knowledge;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** At least this many milliseconds between two calls of onProgress; 100 when absent. Needs `now`. */
  readonly progressEveryMs?: number;
  /** Milliseconds of any clock (performance.now); without it progress is told at every block read. */
  readonly now?: () => number;
  /** Which column of a table is which; zone and order of times that do not say them. */
  readonly told?: Told;
  /** Only these messages are counted; sources are told whole. `before`: findings to tell in place of those that are made of these. */
  readonly only?: { readonly filter: Filter; readonly context: FilterContext; readonly before?: JudgedBefore | undefined };
  /** Whether what was learned of each message is kept, to be counted again (ask-kept.ts). */
  readonly keeps?: boolean;
  /** How bytes are taken: for tests only. */
  readonly way?: Way;
}

export type Analysis =
  /**
   * `declined`: sources left out of the report; each is also told in `report.notices`. `plan`: which rows count, for whoever
   * reads the same sources again (ask.ts). `kept`: every message, where that was asked for, and they are not too many.
   * `tables`: what a reader may say other things of.
   */
  | {
      readonly kind: 'report';
      readonly report: Report;
      readonly declined: readonly Declined[];
      readonly plan: Plan;
      readonly kept?: KeptLog;
      /** Whether no message of it can be listed or counted again: it was saved earlier, or made from grouped rows. */
      readonly isWithoutRows?: boolean;
      readonly tables?: readonly SeenTable[];
    }
  /** Nothing could be read: one entry a source; `tables` are those that a reader may explain. */
  | { readonly kind: 'declined'; readonly declined: readonly Declined[]; readonly tables?: readonly SeenTable[] }
  | { readonly kind: 'cancelled' };

/** What was counted, before it is a report. */
export interface Counted extends Reading {
  readonly index: LogIndex;
  readonly plan: Plan;
  readonly kept: KeptLog | undefined;
}

/** Counts messages into an index and keeps them. */
class CountAndKeep {
  readonly #index: LogIndex;
  readonly kept: KeptLog;

  constructor(index: LogIndex, { optOutKeywords, optInKeywords }: Knowledge) {
    this.#index = index;
    this.kept = new KeptLog(new Set([...optOutKeywords, ...optInKeywords]));
  }

  addRows(rows: ReadRows, places: Uint32Array): void {
    this.#index.addRows(rows, places);
    // After they were counted: what counting asked of the texts is kept.
    for (const place of places) this.kept.add(rows.message(place));
  }

  opens(source: Source | undefined): void {
    this.kept.opens(source);
  }
}

/**
 * Reads logs and says what is wrong in them.
 *
 * Several sources make one report; a message found in two of them counts once. A report that was saved as JSON comes back as it was. Pure: no clock, no thread, no file, no network.
 *
 * @returns a report, or why there is none; it rejects only for a bug
 */
export async function analyze(sources: readonly Source[], options: Options): Promise<Analysis> {
  const counted = await countLogs(sources, options);
  return counted === undefined ? { kind: 'cancelled' } : toAnalysis(counted, options);
}

/**
 * Counts all sources into one index, reading them again where a message stands in several states.
 *
 * @param before which rows count, where other parts of the same log are known
 * @returns `undefined` when cancelled
 */
export async function countLogs(sources: readonly Source[], options: Options, before: Plan = noPlan): Promise<Counted | undefined> {
  const told: Plan = options.told === undefined ? before : { ...before, told: options.told };
  const met = await count(sources, options, 1, told);
  if (met === undefined) return undefined;
  // Dates that were read in another order than they turned out to have.
  const reordered = met.orders.size === 0 ? met : await count(sources, options, 2, { ...told, orders: met.orders });
  if (reordered === undefined) return undefined;
  const first = isAsGood(reordered, met) ? reordered : met;
  const plan: Plan = { ...first.plan, winners: first.states.plan.winners };
  // What is known of all parts of a log is known of this one.
  if (plan.winners.size === 0 || before.winners.size > 0) return first;
  const again = await count(sources, options, 2, plan);
  if (again === undefined) return undefined;
  // A source that gives its bytes only once, or another time fewer, leaves the first reading as the best there is.
  return isAsGood(again, first) ? again : first;
}

/** Whether a second reading met everything that the first did. */
const isAsGood = (again: Reading, first: Reading): boolean =>
  again.isComplete &&
  again.reports.length === first.reports.length &&
  again.reports.every(({ bytes, records }, place) => bytes === first.reports[place]?.bytes && records === first.reports[place].records);

/** Counts all sources into one index; `undefined` when cancelled. */
async function count(sources: readonly Source[], options: Options, pass: 1 | 2, plan: Plan): Promise<Counted | undefined> {
  const { knowledge, signal, only, keeps, way } = options;
  const index = new LogIndex(knowledge, only?.before === undefined ? brought : [...brought, only.before.picked]);
  const keeping = keeps === true ? new CountAndKeep(index, knowledge) : undefined;
  const tell = progressTeller(sources, options, index, pass);
  const reading = await readLog(sources, keeping ?? index, {
    plan,
    signal,
    groupsOf: (notices) => new GroupCounter(index, notices, thresholdOf(knowledge, 'no-receipt-country', 'settleMinutes')),
    ...(way === undefined ? {} : { way }),
    ...(only === undefined ? {} : { wanted: testOf(only.filter, only.context) }),
    onBlock: ({ source, format, rows, bytes }) => {
      tell(source.name, format.name, rows, bytes);
    },
  });
  keeping?.kept.end();
  const kept = keeping?.kept.isWhole === true ? keeping.kept : undefined;
  return reading === undefined ? undefined : { ...reading, index, plan, kept };
}

/** Tells progress, not more often than asked. */
function progressTeller(sources: readonly Source[], { onProgress, now, progressEveryMs = 100 }: Options, index: LogIndex, pass: 1 | 2) {
  const sizes = sources.map(({ size }) => size);
  const totalBytes = sizes.reduce<number | undefined>((sum, size) => (sum === undefined || size === undefined ? undefined : sum + size), 0);
  let last = -Infinity;
  return (source: string, format: string, rows: number, bytes: number): void => {
    if (onProgress === undefined) return;
    const time = now?.() ?? Infinity;
    if (time - last < progressEveryMs) return;
    last = now === undefined ? -Infinity : time;
    onProgress({ source, format, rows, bytes, ...(totalBytes === undefined ? {} : { totalBytes }), pass, totals: totalsOf(index) });
  };
}

/** The notices of the first source and those that belong to all, which stand there because it was met first. */
function withStates({ reports, states: { superseded, unchecked } }: Counted): readonly SourceReport[] {
  const notices = new Notices();
  if (superseded > 0) notices.add('older-state-kept', undefined, superseded);
  if (unchecked > 0) notices.add('duplicates-unchecked', undefined, unchecked);
  return reports.map((report, place) => (place === 0 ? { ...report, notices: [...report.notices, ...notices.list()] } : report));
}

const SAVED = 'is a report of this program, and what it counted cannot be counted together with anything else';
const OPEN_ALONE = 'Open it alone, or open the logs that it was made from together with the others.';

/** What was read, and what was not: sources with all their notices. */
export function readSources(counted: Counted): { readonly sources: readonly SourceReport[]; readonly declined: readonly Declined[] } {
  const saved = counted.saved.map(({ source }) => declinedAs(source.name, 'report', SAVED, OPEN_ALONE));
  return { sources: withStates(counted), declined: [...counted.declined, ...saved] };
}

function toAnalysis(counted: Counted, { knowledge, only }: Options): Analysis {
  const { index, saved, plan, kept, tables, grouped } = counted;
  const { sources, declined } = readSources(counted);
  const [reopened, ...more] = saved;
  if (reopened !== undefined && more.length === 0 && sources.length === 0)
    return { kind: 'report', report: reopened.report, isWithoutRows: true, declined: counted.declined, plan, tables };
  if (sources.length === 0) return { kind: 'declined', declined, tables };
  if (grouped !== undefined) {
    const report = buildReport({ index, sources, declined, whyNot: (rule) => whyNotJudged(rule, grouped) }, knowledge, rules);
    return { kind: 'report', report, declined, plan, tables, isWithoutRows: true };
  }
  const report = buildReport({ index, sources, declined, before: only?.before }, knowledge, rules);
  return { kind: 'report', report, declined, plan, tables, ...(kept === undefined ? {} : { kept }) };
}
