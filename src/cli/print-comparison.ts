import { compare, type Comparison, type Verdict } from '../analyzer/compare/compare.ts';
import { changedSentence, changeSentence, goneSentence, rateSentence, stillSentence } from '../analyzer/compare/sentences.ts';
import type { Finding, Report } from '../analyzer/report/report.ts';
import { say, type Sentence } from '../analyzer/report/sentence.ts';
import { plainPrinter } from '../analyzer/write/plain.ts';
import { safeJson } from '../analyzer/write/safe-json.ts';
import { titleOf } from '../analyzer/write/titles.ts';
import { wrap, type Screen, type Style } from './screen/layout.ts';
import { noteLines, noticeText, section } from './screen/report.ts';

type Compared = Extract<Comparison, { readonly kind: 'compared' }>;

interface Wording {
  readonly words: Readonly<Record<string, { readonly title: string } | undefined>>;
  /** IANA name known to Intl. */
  readonly timeZone: string;
  readonly screen: Screen;
}

const verdictStyles: Readonly<Record<Verdict, Style>> = { better: 'good', worse: 'bad', same: 'soft' };

/** What was skipped, repaired or assumed in some logs, each with the name of its file. */
function notes(read: readonly Report[], timeZone: string): readonly string[] {
  const print = plainPrinter(timeZone);
  return read.flatMap(({ sources, notices }) => [
    ...sources.flatMap(({ name, notices: own }) => own.map((notice) => `${name}: ${noticeText(notice, print)}`)),
    ...notices.map((notice) => noticeText(notice, print)),
  ]);
}

/**
 * The comparison as lines: the two rates, then what is new, gone, still there, and whom it concerns.
 *
 * @param read logs of which nothing else tells what was skipped, repaired or assumed in them
 */
export function comparisonLines(comparison: Compared, read: readonly Report[], { words, timeZone, screen }: Wording): readonly string[] {
  const print = plainPrinter(timeZone);
  const named = (finding: Finding, said: Sentence): string => `${titleOf(words, finding.id)}: ${print(said)}`;
  const part = (title: string, lines: readonly string[]): readonly string[] =>
    section(
      title,
      lines.flatMap((line) => wrap(line, screen, '  ', 4)),
      screen,
    );
  const { rate, appeared, gone, still, changed, codes, senders, countries } = comparison;
  return [
    ...wrap({ text: print(rateSentence(comparison)), style: verdictStyles[rate.verdict] }, screen),
    ...notes(read, timeZone).flatMap((text) => noteLines(text, screen)),
    ...part(
      'New',
      appeared.map((finding) => named(finding, finding.sentence)),
    ),
    ...part(
      'Gone',
      gone.map((one) => named(one.finding, say`${one.finding.sentence} ${goneSentence(one, comparison)}`)),
    ),
    ...part(
      'Still there',
      still.map((one) => named(one.finding, stillSentence(one))),
    ),
    ...part(
      'Changed',
      changed.map((one) => named(one.finding, changedSentence(one))),
    ),
    ...part(
      'Error codes',
      codes.map((one) => print(changeSentence('code', one))),
    ),
    ...part(
      'Senders',
      senders.map((one) => print(changeSentence('sender', one))),
    ),
    ...part(
      'Countries',
      countries.map((one) => print(changeSentence('country', one))),
    ),
  ];
}

/**
 * Compares two reports and prints what is better, worse, new or gone.
 *
 * @returns whether they can be compared; why not is said on the side
 */
export function printComparison(
  one: Report,
  other: Report,
  form: 'text' | 'json',
  { write, say, ...wording }: Wording & { readonly write: (text: string) => void; readonly say: (line: string) => void },
): boolean {
  const comparison = compare(one, other);
  if (comparison.kind === 'refused') {
    say(plainPrinter(wording.timeZone)(comparison.why));
    return false;
  }
  if (form === 'json') {
    notes([one, other], wording.timeZone).forEach(say);
    write(`${safeJson(comparison, 2)}\n`);
  } else write(`${comparisonLines(comparison, [one, other], wording).join('\n')}\n`);
  return true;
}
