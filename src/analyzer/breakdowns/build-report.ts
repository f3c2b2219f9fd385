import type { Knowledge } from '../../catalog/knowledge.ts';
import type { Rule } from '../findings/rule.ts';
import { judgedAsBefore, type JudgedBefore } from '../findings/shared/judged-before.ts';
import { runRules } from '../findings/shared/run-rules.ts';
import type { LogIndex } from '../index/log-index.ts';
import { times } from '../index/tables/times.ts';
import type { Field } from '../message/fields.ts';
import type { Declined } from '../report/declined.ts';
import { schemaVersion, type Notice, type Report, type SourceReport } from '../report/report.ts';
import { howMany, say } from '../report/sentence.ts';
import { isoTime } from '../words/moment.ts';
import { byCategory } from './by-category.ts';
import { byCountry } from './by-country.ts';
import { byErrorCode } from './by-error-code.ts';
import { byHour } from './by-hour.ts';
import { bySender } from './by-sender.ts';
import { byStatus } from './by-status.ts';
import { codesToAct } from './codes-to-act.ts';
import { costOf } from './cost.ts';
import { delaysOf } from './delays.ts';
import { numberLists } from './number-lists.ts';
import { totalsOf } from './totals.ts';

/** What reading left behind. */
interface WhatWasRead {
  readonly index: LogIndex;
  readonly sources: readonly SourceReport[];
  readonly declined: readonly Declined[];
  /** Why a rule cannot be judged from what was counted, whatever fields the log has; `undefined` where it can. */
  readonly whyNot?: ((rule: Rule) => string | undefined) | undefined;
  /** Findings to tell in place of those that the rules would make of what was counted. */
  readonly before?: JudgedBefore | undefined;
}

/** Tables that were full, each with what that does to the figures. */
const capNotices = ({ caps }: LogIndex): readonly Notice[] =>
  caps.filter(({ count }) => count > 0).map(({ id, count, text }) => ({ id, count, lines: [], text }));

/** Times that cannot be true, seen only when all others are known. */
const strayNotices = (stray: number): readonly Notice[] =>
  stray === 0
    ? []
    : [
        {
          id: 'stray-dates',
          count: stray,
          lines: [],
          text: say`${howMany(stray, 'message has', 'messages have')} a time more than a year after all others, which cannot be right. ${stray === 1 ? 'It counts' : 'They count'} in the totals, but not in charts by time or ages.`,
        },
      ];

const declinedNotices = (declined: readonly Declined[]): readonly Notice[] =>
  declined.map(({ source, text, line }) => ({
    id: 'source-declined',
    source,
    count: 1,
    lines: line === undefined ? [] : [line],
    text: say`${text} It is not in this report.`,
  }));

/** What was counted, as the report. */
export function buildReport(
  { index, sources, declined, whyNot, before }: WhatWasRead,
  knowledge: Knowledge,
  rules: readonly Rule[],
): Report {
  // A message that was not sent yet has the time at which it was made.
  const has = (field: Field): boolean =>
    sources.some(({ columns }) => columns[field] !== undefined || (field === 'sent' && columns.created !== undefined));
  const judged = before === undefined ? runRules(rules, index, knowledge, has, whyNot) : judgedAsBefore(before, index, knowledge);
  const { findings, notJudged, notices, left, ownerOf } = judged;
  const { lists, notListed, notices: listNotices } = numberLists(index, knowledge, findings, ownerOf, has('errorCode'));
  const { newest, oldest: first, stray } = index.get(times).range();
  const clock = isoTime(newest);
  const oldest = isoTime(first);
  const delays = delaysOf(index);
  return {
    schemaVersion,
    sources,
    ...(clock === undefined ? {} : { clock }),
    ...(oldest === undefined ? {} : { oldest }),
    notices: [...declinedNotices(declined), ...strayNotices(stray), ...capNotices(index), ...notices, ...listNotices],
    totals: totalsOf(index),
    byStatus: byStatus(index),
    byErrorCode: byErrorCode(index, knowledge),
    byCategory: byCategory(index, knowledge),
    byCountry: byCountry(index),
    bySender: bySender(index),
    byHour: byHour(index),
    cost: costOf(index, knowledge),
    ...(delays === undefined ? {} : { delays }),
    findings,
    codesToAct: codesToAct(index, knowledge, left.byCode),
    lists,
    notListed,
    notJudged,
  };
}
