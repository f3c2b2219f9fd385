import { rateInterval } from '../findings/shared/rate-interval.ts';
import { inOrder } from '../memory/in-order.ts';
import type { Finding, Report } from '../report/report.ts';
import { say, type Sentence } from '../report/sentence.ts';
import { maskNumbers } from '../write/mask.ts';

/** "part of of", and between which rates (0 to 1) the true one lies with 95 %. */
export interface Rate {
  readonly part: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** `same`: the two ranges overlap, so that chance alone could have made the difference. */
export type Verdict = 'better' | 'worse' | 'same';

export interface Change {
  readonly before: Rate;
  readonly after: Rate;
  readonly verdict: Verdict;
}

/** One code, sender or country in both logs. */
export interface NamedChange extends Change {
  readonly name: string;
}

/** From the oldest to the newest time of a log, milliseconds since 1970. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A finding of the earlier log that the later one does not have. */
export interface Gone {
  readonly finding: Finding;
  /** Up to when it was seen, milliseconds since 1970, as exact as its course is; absent where that is not known. */
  readonly lastSeen?: number;
  /** Messages it would touch in the later log if nothing had changed. Where they are few, it may be there unseen. */
  readonly expected: number;
  readonly isSure: boolean;
}

/** A finding of both logs, as the later has it, and its share of the outbound messages of each. */
export interface Still extends Change {
  readonly finding: Finding;
}

/**
 * A finding of what failures with a code share, of which both logs have one and each names something else: the failures are still
 * there, and what they share changed. `finding` is the later one's, shares as of `Still`.
 */
export interface Changed extends Still {
  readonly earlier: Finding;
}

export type Comparison =
  /** The two cannot be compared; one or two sentences that say why, and what to do. */
  | { readonly kind: 'refused'; readonly why: Sentence }
  | {
      readonly kind: 'compared';
      readonly before: Span;
      readonly after: Span;
      /** Of messages with a final status: those that did not arrive. */
      readonly rate: Change;
      readonly appeared: readonly Finding[];
      readonly gone: readonly Gone[];
      readonly still: readonly Still[];
      readonly changed: readonly Changed[];
      /** Of all messages with a final status: those that did not arrive with the code. Those with a difference only, the largest first. */
      readonly codes: readonly NamedChange[];
      /** Of the messages of each with a final status: those that did not arrive. */
      readonly senders: readonly NamedChange[];
      readonly countries: readonly NamedChange[];
    };

/** A finding of which fewer than this would be expected may be missing by chance. */
const FEW = 3;

const rateOf = (part: number, of: number): Rate => ({ part, of, ...rateInterval(part, of) });

const changeOf = (before: Rate, after: Rate): Change => ({
  before,
  after,
  verdict: after.high < before.low ? 'better' : after.low > before.high ? 'worse' : 'same',
});

interface Sums {
  readonly part: number;
  readonly of: number;
}

const none: Sums = { part: 0, of: 0 };

/** Sums by name; names that are one once masked are one. */
function byName<Row>(rows: readonly Row[], name: (row: Row) => string, sums: (row: Row) => Sums): ReadonlyMap<string, Sums> {
  const found = new Map<string, Sums>();
  for (const row of rows) {
    const before = found.get(name(row)) ?? none;
    const { part, of } = sums(row);
    found.set(name(row), { part: before.part + part, of: before.of + of });
  }
  return found;
}

/** What differs by more than chance, the largest difference first; `base` is what a name that one log lacks is a part of there. */
function changes(
  before: ReadonlyMap<string, Sums>,
  after: ReadonlyMap<string, Sums>,
  base: { readonly before: Sums; readonly after: Sums },
): readonly NamedChange[] {
  const apart = ({ part, of }: Rate): number => (of === 0 ? 0 : part / of);
  const size = ({ before: one, after: two }: Change): number => Math.abs(apart(two) - apart(one));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => {
      const one = before.get(name) ?? base.before;
      const two = after.get(name) ?? base.after;
      return { name, ...changeOf(rateOf(one.part, one.of), rateOf(two.part, two.of)) };
    })
    .filter(({ verdict }) => verdict !== 'same')
    .sort((a, b) => size(b) - size(a) || inOrder(a.name, b.name));
}

function spanOf({ oldest, clock }: Report): Span | undefined {
  return oldest === undefined || clock === undefined ? undefined : { from: Date.parse(oldest), to: Date.parse(clock) };
}

const finalOf = ({ failed, delivered }: { readonly failed: number; readonly delivered: number }): Sums => ({
  part: failed,
  of: failed + delivered,
});

function goneOf(finding: Finding, span: Span, expected: number): Gone {
  const { course = [] } = finding;
  const last = course.findLastIndex((count) => count > 0) + 1;
  return {
    finding,
    ...(last === 0 ? {} : { lastSeen: span.from + ((span.to - span.from) * last) / course.length }),
    expected,
    isSure: expected >= FEW,
  };
}

/** Whether two findings are about failures with one code, and what they tell is what else these share. */
const isOfSameFailures = (one: Finding, other: Finding): boolean =>
  one.id === other.id &&
  [one, other].every(({ subject }) => 'code' in subject && 'case' in subject) &&
  one.codes.some((code) => other.codes.includes(code));

/** Each finding that came, beside the first that went of which it may be the other face. */
function pairs(appeared: readonly Finding[], gone: readonly Finding[]): ReadonlyMap<Finding, Finding> {
  const taken = new Map<Finding, Finding>();
  for (const finding of appeared) {
    const earlier = gone.find((one) => isOfSameFailures(one, finding) && ![...taken.values()].includes(one));
    if (earlier !== undefined) taken.set(finding, earlier);
  }
  return taken;
}

const isMasked = ({ findings, bySender }: Report): boolean =>
  findings.some(({ key }) => key.includes('•')) || bySender.some(({ sender }) => sender.includes('•'));

/**
 * Compares two reports; the one whose log ends first is the earlier, whatever the order they come in. Where numbers are masked in
 * one of them, they are compared as they look masked.
 *
 * @returns what is better, worse, new or gone, or why the two cannot be compared: logs that overlap in time hold the same messages
 */
export function compare(one: Report, other: Report): Comparison {
  const spans = [spanOf(one), spanOf(other)] as const;
  const [mine, theirs] = spans;
  if (mine === undefined || theirs === undefined) {
    return {
      kind: 'refused',
      why: say`One of the two has no times, so it cannot be told which came first and whether they hold the same messages. Export both with the time they were sent.`,
    };
  }
  if (mine.from <= theirs.to && theirs.from <= mine.to) {
    const shared = { from: Math.max(mine.from, theirs.from), to: Math.min(mine.to, theirs.to) };
    return {
      kind: 'refused',
      why: say`Both hold messages of one time (${{ span: shared }}), so the same message could count on both sides. Export each log for a stretch of time of its own.`,
    };
  }
  const isEarlier = mine.to < theirs.from;
  const [before, after] = isEarlier ? [one, other] : [other, one];
  const [first, second] = isEarlier ? [mine, theirs] : [theirs, mine];
  const name = isMasked(one) || isMasked(other) ? maskNumbers : (text: string): string => text;

  const final = { before: finalOf(before.totals), after: finalOf(after.totals) };
  const had = new Map(before.findings.map((finding) => [name(finding.key), finding]));
  const has = new Map(after.findings.map((finding) => [name(finding.key), finding]));
  const ratio = before.totals.outbound === 0 ? 0 : after.totals.outbound / before.totals.outbound;
  const noCode = { before: { part: 0, of: final.before.of }, after: { part: 0, of: final.after.of } };
  const codesOf = (report: Report, { of }: Sums) =>
    byName(
      report.byErrorCode,
      ({ code }) => code,
      ({ failed }) => ({ part: failed, of }),
    );
  const sendersOf = ({ bySender }: Report) => byName(bySender, ({ sender }) => name(sender), finalOf);
  const countriesOf = ({ byCountry }: Report) => byName(byCountry, ({ country }) => country, finalOf);
  const nobody = { before: none, after: none };
  const stillOf = (finding: Finding, earlier: Finding): Still => ({
    finding,
    ...changeOf(rateOf(earlier.affected, before.totals.outbound), rateOf(finding.affected, after.totals.outbound)),
  });
  const came = after.findings.filter(({ key }) => !had.has(name(key)));
  const went = before.findings.filter(({ key }) => !has.has(name(key)));
  const changed = pairs(came, went);
  const others = new Set(changed.values());
  return {
    kind: 'compared',
    before: first,
    after: second,
    rate: changeOf(rateOf(final.before.part, final.before.of), rateOf(final.after.part, final.after.of)),
    appeared: came.filter((finding) => !changed.has(finding)),
    gone: went.filter((finding) => !others.has(finding)).map((finding) => goneOf(finding, first, finding.affected * ratio)),
    still: after.findings.flatMap((finding) => {
      const earlier = had.get(name(finding.key));
      return earlier === undefined ? [] : [stillOf(finding, earlier)];
    }),
    changed: [...changed].map(([finding, earlier]) => ({ ...stillOf(finding, earlier), earlier })),
    codes: changes(codesOf(before, final.before), codesOf(after, final.after), noCode),
    senders: changes(sendersOf(before), sendersOf(after), nobody),
    countries: changes(countriesOf(before), countriesOf(after), nobody),
  };
}
