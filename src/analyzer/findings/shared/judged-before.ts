import type { Knowledge } from '../../../catalog/knowledge.ts';
import { testOf } from '../../index/filter-test.ts';
import type { LogIndex } from '../../index/log-index.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { troubles } from '../../index/tables/troubles.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { Filter } from '../../report/filter.ts';
import { PICKED } from '../../report/picked.ts';
import type { Finding, Report } from '../../report/report.ts';
import { namedIn, resolved } from '../../report/resolved.ts';
import { Claims, contextAmong } from './claims.ts';
import type { Judged } from './run-rules.ts';

type Picked = Table<readonly number[]>;

/** Findings that are told of fewer messages than they were judged on, by a filter that picks messages by how they ended. */
export interface JudgedBefore {
  /** What they were judged in. */
  readonly report: Pick<Report, 'findings' | 'notJudged' | 'notices'>;
  /** What the report counts, as a filter that names no finding. */
  readonly filter: Filter;
  /** Counts how many of these each of them touches. */
  readonly picked: TableKind<Picked, readonly number[], CountingOptions>;
}

/** @param filter names no finding of any report but the first, of which `findings` are given too */
export function judgedBefore(
  report: JudgedBefore['report'],
  filter: Filter,
  { findings }: Pick<Report, 'findings'>,
  knowledge: Knowledge,
): JudgedBefore {
  const context = contextAmong(report.findings, knowledge);
  const make = (): Picked => {
    const tests = report.findings.map(({ rows }) => testOf(rows, context));
    const counts = tests.map(() => 0);
    return {
      add(message: CountedMessage) {
        for (const [place, test] of tests.entries()) if (test(message)) counts[place] = (counts[place] ?? 0) + 1;
      },
      merge(saved) {
        for (const [place, count] of saved.entries()) counts[place] = (counts[place] ?? 0) + count;
      },
      save: () => [...counts],
      caps: [],
    };
  };
  const picked = { id: 'picked', version: 1, counts: 'all', needs: [], options: () => ({ limits: {} }), make } as const;
  return { report, filter: resolved(filter, findings), picked };
}

/**
 * In place of running the rules: those findings that touch a counted message, as they were judged, each with how many it touches; what
 * is left over and who owns a failed message is told anew.
 */
export function judgedAsBefore({ report, filter, picked }: JudgedBefore, index: LogIndex, knowledge: Knowledge): Judged {
  const counts = index.get(picked).save();
  const gone = new Set(report.findings.filter((_, place) => counts[place] === 0).map(({ key }) => key));
  /** What a finding that is not shown takes stands in place of its name. */
  const own = (rows: Filter): Filter => (namedIn(rows).some((key) => gone.has(key)) ? resolved(rows, report.findings) : rows);
  const findings = report.findings.flatMap((finding, place): readonly Finding[] => {
    const value = counts[place] ?? 0;
    if (value === 0) return [];
    const all = finding.evidence.map((one) => (one.rows === undefined ? one : { ...one, rows: own(one.rows) }));
    const rows = { all: [filter, resolved(finding.rows, report.findings)] };
    return [{ ...finding, rows: own(finding.rows), evidence: [{ label: PICKED, value, rows }, ...all] }];
  });
  const { left, ownerOf } = new Claims(index.get(troubles), knowledge).of(findings);
  return { findings, notJudged: report.notJudged, notices: report.notices.filter(({ id }) => id === 'rule-failed'), left, ownerOf };
}
