import type { Knowledge } from '../catalog/knowledge.ts';
import { contextOf, listed, noTexts } from './ask.ts';
import { buildReport } from './breakdowns/build-report.ts';
import { byCategory } from './breakdowns/by-category.ts';
import { byCountry } from './breakdowns/by-country.ts';
import { byErrorCode } from './breakdowns/by-error-code.ts';
import { byHour } from './breakdowns/by-hour.ts';
import { bySender } from './breakdowns/by-sender.ts';
import { byStatus } from './breakdowns/by-status.ts';
import { totalsOf } from './breakdowns/totals.ts';
import { brought, rules } from './findings/index.ts';
import { judgedBefore } from './findings/shared/judged-before.ts';
import { LogIndex } from './index/log-index.ts';
import { countByTable } from './kept/by-table.ts';
import type { FoundTexts } from './kept/find-texts.ts';
import { QuickFigures, quickTables } from './kept/quick-figures.ts';
import type { KeptLog } from './kept/kept-log.ts';
import { Selection } from './kept/selection.ts';
import { cutSid, standsFor } from './message/stand-in.ts';
import type { Declined } from './report/declined.ts';
import type { Filter } from './report/filter.ts';
import type { ListedMessage } from './report/listed-message.ts';
import type { Finding, ListedNumber, NumberList, Report } from './report/report.ts';

/** What the first reading of a log left: its report, and every message. */
export interface KeptReading {
  readonly knowledge: Knowledge;
  readonly report: Report;
  readonly declined: readonly Declined[];
  readonly kept: KeptLog;
}

/** Asked between two stretches of messages; resolves to true when nobody waits for the answer any more. */
export type Rest = () => Promise<boolean>;

export const never: Rest = () => Promise.resolve(false);

/** What a filter takes; `undefined` for all. */
export const selectionFor = (reading: KeptReading, filter: Filter): Selection | undefined =>
  Object.keys(filter).length === 0 ? undefined : new Selection(reading.kept, filter, contextOf(reading));

/** Goes through stretches of messages. @returns false when nobody waits any more */
async function toEnd(stretches: Generator<void, void>, rest: Rest): Promise<boolean> {
  while (stretches.next().done !== true) if (await rest()) return false;
  return true;
}

/** Goes through the messages that pass. @param selection takes all when absent @returns false when nobody waits any more */
export const goThrough = (
  { kept }: Pick<KeptReading, 'kept'>,
  selection: Selection | undefined,
  take: Parameters<KeptLog['messages']>[1],
  rest: Rest,
): Promise<boolean> => toEnd(kept.messages(selection, take), rest);

/** The parts of a report that follow a brush while it moves: none of them needs a text or a rule. */
export type Figures = Pick<Report, 'totals' | 'byStatus' | 'byErrorCode' | 'byCategory' | 'byCountry' | 'bySender' | 'byHour'>;

/** Counts what a brush moves, of the messages that a filter takes. @returns `undefined` when nobody waits any more */
export async function figuresUnder(reading: KeptReading, filter: Filter, rest = never): Promise<Figures | undefined> {
  const { knowledge, kept } = reading;
  const index = new LogIndex(knowledge, [], quickTables);
  const quick = new QuickFigures(kept, index);
  if (!(await toEnd(quick.count(selectionFor(reading, filter)), rest))) return undefined;
  quick.end();
  return {
    totals: totalsOf(index),
    byStatus: byStatus(index),
    byErrorCode: byErrorCode(index, knowledge),
    byCategory: byCategory(index, knowledge),
    byCountry: byCountry(index),
    bySender: bySender(index),
    byHour: byHour(index),
  };
}

/**
 * The report on the messages that a filter takes, by the same tables and rules as the first. In place of SIDs stand stand-ins, which
 * `withSids` replaces.
 *
 * @param judged the report whose findings are told, where the filter picks messages by how they ended; else they are judged anew
 * @returns `undefined` when nobody waits any more
 */
export async function reportUnder(reading: KeptReading, filter: Filter, rest = never, judged?: Report): Promise<Report | undefined> {
  const { knowledge, kept, report, declined } = reading;
  const { sources } = report;
  const before = judged === undefined ? undefined : judgedBefore(judged, filter, report, knowledge);
  const index = new LogIndex(knowledge, before === undefined ? brought : [...brought, before.picked]);
  const isDone = await toEnd(countByTable(kept, selectionFor(reading, filter), index), rest);
  return isDone ? buildReport({ index, sources, declined, before }, knowledge, rules) : undefined;
}

/** The messages whose SIDs stand in a report under a filter: those of its findings first, then those of its lists of numbers. */
export const standIns = ({ findings, lists }: Report): readonly number[] => [
  ...new Set(
    [
      ...findings.flatMap(({ examples, trail }) => [...examples, ...trail.messages.map(({ sid }) => sid)]),
      ...Object.values(lists).flatMap(({ entries }) => entries.map(({ sid = '' }) => sid)),
    ].flatMap((sid) => standsFor(sid)?.place ?? []),
  ),
];

/** Puts the SIDs into a report under a filter; those that were not found are left out. */
export function withSids(report: Report, texts: FoundTexts['texts']): Report {
  const sidOf = (stand: string): string | undefined => {
    const known = standsFor(stand);
    if (known === undefined) return stand;
    const sid = texts.get(known.place)?.sid;
    if (sid === undefined || !known.isLowerCase) return sid === undefined ? undefined : cutSid(sid);
    return `${sid.slice(0, 2).toUpperCase()}${sid.slice(2).toLowerCase()}`;
  };
  const listedWith = ({ sid: stand, ...entry }: ListedNumber): ListedNumber => {
    const sid = stand === undefined ? undefined : sidOf(stand);
    return { ...entry, ...(sid === undefined ? {} : { sid }) };
  };
  const withExamples = ({ examples, trail, ...finding }: Finding): Finding => ({
    ...finding,
    examples: examples.flatMap((sid) => sidOf(sid) ?? []),
    trail: {
      ...trail,
      messages: trail.messages.flatMap(({ sid: stand, ...message }) => {
        const sid = sidOf(stand);
        return sid === undefined ? [] : [{ sid, ...message }];
      }),
    },
  });
  const withEntries = (list: NumberList): NumberList => ({ ...list, entries: list.entries.map(listedWith) });
  return {
    ...report,
    findings: report.findings.map(withExamples),
    lists: Object.fromEntries(Object.entries(report.lists).map(([id, list]) => [id, withEntries(list)])) as Report['lists'],
  };
}

/** The numbers of the messages that a filter takes, in the order of the log. @returns `undefined` when nobody waits any more */
export async function placesUnder(reading: KeptReading, filter: Filter, rest = never): Promise<Uint32Array | undefined> {
  const places = new Uint32Array(reading.kept.size);
  let size = 0;
  const isDone = await goThrough(
    reading,
    selectionFor(reading, filter),
    ({ place }) => {
      places[size] = place;
      size += 1;
    },
    rest,
  );
  return isDone ? places.slice(0, size) : undefined;
}

/** Messages as a list shows them, in the order of their numbers; those without texts as far as they are known. @param places in ascending order */
export const listedAt = (kept: KeptLog, places: readonly number[], { texts }: Pick<FoundTexts, 'texts'>): readonly ListedMessage[] =>
  Array.from(kept.at(places), (message) => listed(message, texts.get(message.place) ?? noTexts));
