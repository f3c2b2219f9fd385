import { thresholdOf, type Knowledge } from '../../../catalog/knowledge.ts';
import type { LogIndex } from '../../index/log-index.ts';
import type { Field } from '../../message/fields.ts';
import type { Finding, Notice, NotJudged } from '../../report/report.ts';
import { ours, say } from '../../report/sentence.ts';
import { isoTime } from '../../words/moment.ts';
import type { Found, Rule } from '../rule.ts';
import { ranked } from './rank.ts';

/** Subjects by which two findings of one rule are told apart (`case` where the rule has several verdicts); others are figures of this log. */
const NAMING = ['case', 'sender', 'template', 'link', 'country', 'prefix', 'code', 'service'] as const;

/** What a reader calls the fields that rules need. */
const fieldWords: Partial<Readonly<Record<Field, string>>> = {
  to: 'recipients',
  from: 'senders',
  body: 'texts',
  status: 'statuses',
  errorCode: 'error codes',
  sent: 'times',
  direction: 'directions',
};

/** A name of a finding that another report of the same sender, text or country gives again. */
const keyOf = (id: string, { subject, isRemainder = false }: Found): string =>
  [id, ...NAMING.flatMap((name) => subject[name] ?? []), ...(isRemainder ? ['the rest'] : [])].join(' ');

function findingOf({ id, guide }: Rule, found: Found): { readonly finding: Finding; readonly isRemainder: boolean } {
  const { since = Infinity, isRemainder = false, ...rest } = found;
  const from = isoTime(since);
  return { finding: { id, key: keyOf(id, found), ...rest, guide, ...(from === undefined ? {} : { since: from }) }, isRemainder };
}

function limitsOf({ id, limits }: Rule, knowledge: Knowledge): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.keys(limits).map((name) => [name, thresholdOf(knowledge, id, name)]));
}

interface Judged {
  /** Worst first. */
  readonly findings: readonly Finding[];
  readonly notJudged: readonly NotJudged[];
  /** Rules that failed. */
  readonly notices: readonly Notice[];
}

/**
 * Runs every rule on what was counted.
 *
 * @param has whether any source of the log has a field
 * @returns what was found; a rule whose fields the log lacks is named, a bug in one rule costs its finding and nothing else
 */
export function runRules(rules: readonly Rule[], index: LogIndex, knowledge: Knowledge, has: (field: Field) => boolean): Judged {
  const findings: Finding[] = [];
  const remainders = new Set<Finding>();
  const notJudged: NotJudged[] = [];
  const notices: Notice[] = [];
  for (const rule of rules) {
    const missing = rule.needs.filter((field) => !has(field));
    if (missing.length > 0) {
      notJudged.push({ id: rule.id, why: `The log has no ${missing.map((field) => fieldWords[field] ?? field).join(' and no ')}.` });
      continue;
    }
    try {
      const context = { knowledge, limits: limitsOf(rule, knowledge), minHits: thresholdOf(knowledge, 'general', 'minHits') };
      for (const found of rule.find(index, context)) {
        const { finding, isRemainder } = findingOf(rule, found);
        findings.push(finding);
        if (isRemainder) remainders.add(finding);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notices.push({
        id: 'rule-failed',
        count: 1,
        lines: [],
        text: say`The finding "${ours(rule.id)}" could not be worked out (${{ text: reason }}): it may be missing below. The figures are not affected.`,
      });
    }
  }
  return { findings: ranked(findings, remainders), notJudged, notices };
}
