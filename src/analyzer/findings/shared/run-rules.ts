import { thresholdOf, type Knowledge } from '../../../catalog/knowledge.ts';
import { hours } from '../../index/tables/hours.ts';
import { times } from '../../index/tables/times.ts';
import { troubles } from '../../index/tables/troubles.ts';
import type { LogIndex } from '../../index/log-index.ts';
import type { Field } from '../../message/fields.ts';
import type { Finding, FindingTrail, Notice, NotJudged } from '../../report/report.ts';
import { ours, say } from '../../report/sentence.ts';
import { isoTime } from '../../words/moment.ts';
import type { Found, Rule } from '../rule.ts';
import { sample } from '../../index/tables/sample.ts';
import { testOf } from '../../index/filter-test.ts';
import { onsetOf, type Traffic } from './change-point.ts';
import { Claims, contextAmong, type Claim, type Left } from './claims.ts';
import { courseOf } from './course.ts';
import { moneyOf } from './money.ts';
import { ranked } from './rank.ts';
import { outboundOf } from './size.ts';
import { Trail } from './trail.ts';
import { reasonOf } from '../../words/reason-of.ts';

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

function limitsOf({ id, limits }: Rule, knowledge: Knowledge): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.keys(limits).map((name) => [name, thresholdOf(knowledge, id, name)]));
}

/** Findings, and what they leave over. */
export interface Judged {
  /** Worst first. */
  readonly findings: readonly Finding[];
  readonly notJudged: readonly NotJudged[];
  /** Rules that failed. */
  readonly notices: readonly Notice[];
  /** Failed messages that no finding explains. */
  readonly left: Left;
  /** The number, among the findings, of the one that a failed message belongs to (its place in `troubles`); -1 for none. */
  readonly ownerOf: (place: number) => number;
}

/** What rules made, not yet weighed against each other. */
interface Made {
  readonly rule: Rule;
  readonly found: Found;
  readonly key: string;
  readonly rows: Found['rows'];
  readonly action: Found['action'];
}

/** What a finding is told against. */
interface Against {
  readonly traffic: Traffic;
  /** Of the log. */
  readonly span: Parameters<typeof courseOf>[1];
  /** Whether failures were too many to be kept one by one. */
  readonly isCapped: boolean;
}

function findingOf(
  { rule, found, key }: Made,
  claim: Claim | undefined,
  trail: FindingTrail,
  { traffic, span, isCapped }: Against,
): Finding {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- only ranking asks whether it is a remainder
  const { since = Infinity, isSinceExact = false, isRemainder, ...rest } = found;
  // Messages that did not fail are not kept one by one: what they cost and when they began only the rule can know.
  const isWhole = claim !== undefined && claim.touched === found.affected && claim.touched > 0 && !isCapped;
  const change = isWhole && !isSinceExact ? onsetOf(claim.times, traffic) : undefined;
  const course = isWhole && claim.times.length === claim.touched ? courseOf(claim.times, span) : undefined;
  const from = isoTime(change ?? since);
  return {
    id: rule.id,
    key,
    ...rest,
    guide: rule.guide,
    explains: claim?.explains ?? 0,
    ...(claim?.within === undefined ? {} : { within: claim.within }),
    ...(isWhole ? { cost: claim.cost } : {}),
    trail,
    ...(from === undefined ? {} : { since: from }),
    ...(course === undefined ? {} : { course }),
  };
}

const noTrail = new Trail().end(false);

/** Of each finding the trail of its failed messages; where none failed, that of the others, as far as they were kept. */
function trailsOf(all: readonly Made[], claims: readonly Claim[], index: LogIndex, knowledge: Knowledge): readonly FindingTrail[] {
  const context = contextAmong(all, knowledge);
  const others = all.flatMap(({ rows }, place) =>
    (claims[place]?.touched ?? 0) > 0 ? [] : [{ place, test: testOf(rows, context), trail: new Trail() }],
  );
  const kept = index.get(sample);
  if (others.length > 0) for (const message of kept) for (const { test, trail } of others) if (test(message)) trail.add(message);
  const trails = claims.map(({ trail }) => trail);
  for (const { place, trail } of others) trails[place] = trail.end(kept.weight === 1);
  return trails;
}

/** Nobody can act on a sender or a person without a name: they are not on the list of the act. */
function actOf({ action }: Found): Found['action'] {
  const names = action.list?.filter((name) => name !== '') ?? [];
  return { ...action, list: names.length === 0 ? null : names };
}

/** A part of its failed messages so small is what it leaves to a finding of its own. */
const LITTLE = 0.1;

/** Whether all the failed messages of a finding, or nearly all, belong to graver ones: it says in other words what they say. */
const isRepeat = (claim: Claim | undefined): boolean => claim?.within !== undefined && claim.explains <= LITTLE * claim.touched;

const lowered = (made: Made): Made => (made.found.severity === 'info' ? made : { ...made, found: { ...made.found, severity: 'low' } });

const TOO_LONG = 'The log holds more than can be kept apart for it: read a part of it, such as one month, to have it judged.';

/** Whether something is left out of what the rule judges by. */
const isFull = ({ tables }: Rule, index: LogIndex): boolean =>
  tables.some((table) => table.isJudgedWhole === true && index.get(table).caps.some(({ count }) => count > 0));

/**
 * Runs every rule on what was counted: first those that look at the log, then those about what the first leave over. Each failed
 * message belongs to the first finding, in the order of the report, that touches it.
 *
 * @param has whether any source of the log has a field
 * @param whyNot why a rule cannot be judged from what was counted; `undefined` where it can
 * @returns what was found; a rule whose fields the log lacks is named, a bug in one rule costs its finding and nothing else
 */
export function runRules(
  rules: readonly Rule[],
  index: LogIndex,
  knowledge: Knowledge,
  has: (field: Field) => boolean,
  whyNot: (rule: Rule) => string | undefined = () => undefined,
): Judged {
  const notJudged: NotJudged[] = [];
  const notices: Notice[] = [];
  const failures = index.get(troubles);
  const claims = new Claims(failures, knowledge);
  const least = outboundOf(index) * thresholdOf(knowledge, 'general', 'noteShare');
  /** Very few of very many are a note, however low what is worth a line ranks. */
  const noted = (found: Found): Found => (found.severity === 'low' && found.affected < least ? { ...found, severity: 'info' } : found);
  const ask = (some: readonly Rule[], left: Left): readonly Made[] =>
    some.flatMap((rule) => {
      const missing = rule.needs.filter((field) => !has(field));
      if (missing.length > 0) {
        notJudged.push({ id: rule.id, why: `The log has no ${missing.map((field) => fieldWords[field] ?? field).join(' and no ')}.` });
        return [];
      }
      const reason = whyNot(rule) ?? (isFull(rule, index) ? TOO_LONG : undefined);
      if (reason !== undefined) {
        notJudged.push({ id: rule.id, why: reason });
        return [];
      }
      try {
        const context = { knowledge, limits: limitsOf(rule, knowledge), minHits: thresholdOf(knowledge, 'general', 'minHits'), left };
        return rule.find(index, context).map((found) => {
          const action = actOf(found);
          return { rule, found: { ...noted(found), action }, key: keyOf(rule.id, found), rows: found.rows, action };
        });
      } catch (error) {
        const reason = reasonOf(error);
        notices.push({
          id: 'rule-failed',
          count: 1,
          lines: [],
          text: say`The finding "${ours(rule.id)}" could not be worked out (${{ text: reason }}): it may be missing below. The figures are not affected.`,
        });
        return [];
      }
    });
  const first = ranked(
    ask(
      rules.filter(({ isLast = false }) => !isLast),
      claims.left([]),
    ),
  );
  // One after another, the most telling first: what one of them explains is not left for the next.
  const all = ranked(
    rules
      .filter(({ isLast = false }) => isLast)
      .reduce<readonly Made[]>((so, rule) => [...so, ...ask([rule], claims.left(ranked(so)))], first),
  );
  const judged = claims.of(all);
  const money = moneyOf(judged.claims.map(({ cost }) => cost));
  const settled = ranked(
    all.map((made, place) => ({ ...(isRepeat(judged.claims[place]) ? lowered(made) : made), money: money[place] ?? 0 })),
  );
  const isAsBefore = settled.every(({ key }, place) => key === all[place]?.key);
  const { claims: own, left, ownerOf } = isAsBefore ? judged : claims.of(settled);
  const trails = trailsOf(settled, own, index, knowledge);
  const against = { traffic: index.get(hours).traffic, span: index.get(times).range(), isCapped: failures.overflow > 0 };
  const findings = settled.map((made, place) => findingOf(made, own[place], trails[place] ?? noTrail, against));
  return { findings, notJudged, notices, left, ownerOf };
}
