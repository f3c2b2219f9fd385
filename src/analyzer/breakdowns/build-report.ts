import type { Knowledge } from '../../catalog/knowledge.ts';
import { byCategory } from './by-category.ts';
import { byCountry } from './by-country.ts';
import { byErrorCode } from './by-error-code.ts';
import { byHour } from './by-hour.ts';
import { bySender } from './by-sender.ts';
import { byStatus } from './by-status.ts';
import { costOf } from './cost.ts';
import type { Declined } from '../report/declined.ts';
import { ranked } from '../findings/shared/rank.ts';
import type { Rule, RuleContext } from '../findings/rule.ts';
import { isoTime } from '../words/moment.ts';
import type { LogIndex } from '../index/log-index.ts';
import type { SeenMessages } from '../index/states.ts';
import { schemaVersion, type Finding, type Notice, type Report, type SourceReport } from '../report/report.ts';
import { howMany, ours, say } from '../report/sentence.ts';
import { totalsOf } from './totals.ts';

/** What reading left behind. */
interface WhatWasRead {
  readonly index: LogIndex;
  readonly seen: SeenMessages;
  readonly sources: readonly SourceReport[];
  readonly declined: readonly Declined[];
}

/** Tables that were full, each with what that does to the figures. */
function capNotices({ kinds, hours, routes, people, texts }: LogIndex, seen: SeenMessages): readonly Notice[] {
  const all: readonly (readonly [string, number, string])[] = [
    ['codes-capped', kinds.overflow, 'More kinds of status and code than are kept apart: the rarest are counted without their code.'],
    [
      'duplicates-unchecked',
      seen.unchecked,
      'More messages than are remembered (4,000,000): these rows were counted without looking for duplicates.',
    ],
    ['hours-capped', hours.overflow, 'More different hours than are kept: these messages are missing from the figures by hour.'],
    ['senders-capped', routes.overflow, 'More senders than are kept apart (50,000): the rest stands under "(other senders)".'],
    [
      'people-capped',
      people.reachedOverflow + people.troubleOverflow,
      'More recipients than are kept apart: numbers of recipients are too low, and lists of numbers may be incomplete or hold one that was reached.',
    ],
    [
      'texts-capped',
      texts.sweeps + texts.overflow,
      'More different texts than are kept apart: texts seen once were forgotten, so counts of messages with one text may be a little too low.',
    ],
  ];
  return all.filter(([, count]) => count > 0).map(([id, count, text]) => ({ id, count, lines: [], text: ours(text) }));
}

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

function runRules(
  rules: readonly Rule[],
  index: LogIndex,
  context: RuleContext,
): { readonly findings: readonly Finding[]; readonly notices: readonly Notice[] } {
  const findings: Finding[] = [];
  const notices: Notice[] = [];
  for (const rule of rules) {
    try {
      findings.push(...rule.find(index, context));
    } catch (error) {
      // A bug in one rule must not cost the reader the rest of the report.
      const reason = error instanceof Error ? error.message : String(error);
      notices.push({
        id: 'rule-failed',
        count: 1,
        lines: [],
        text: say`The finding "${ours(rule.id)}" could not be worked out (${{ text: reason }}): it may be missing below. The figures are not affected.`,
      });
    }
  }
  return { findings: ranked(findings), notices };
}

/** What was counted, as the report. */
export function buildReport({ index, seen, sources, declined }: WhatWasRead, knowledge: Knowledge, rules: readonly Rule[]): Report {
  const { findings, notices } = runRules(rules, index, { knowledge });
  const { newest, oldest: first, stray } = index.times.range();
  const clock = isoTime(newest);
  const oldest = isoTime(first);
  return {
    schemaVersion,
    sources,
    ...(clock === undefined ? {} : { clock }),
    ...(oldest === undefined ? {} : { oldest }),
    notices: [
      ...declined.map(({ source, text, line }) => ({
        id: 'source-declined',
        source,
        count: 1,
        lines: line === undefined ? [] : [line],
        text: say`${text} It is not in this report.`,
      })),
      ...strayNotices(stray),
      ...capNotices(index, seen),
      ...notices,
    ],
    totals: totalsOf(index.kinds),
    byStatus: byStatus(index),
    byErrorCode: byErrorCode(index, knowledge),
    byCategory: byCategory(index, knowledge),
    byCountry: byCountry(index),
    bySender: bySender(index),
    byHour: byHour(index),
    cost: costOf(index.money, knowledge),
    findings,
  };
}
