import { compare, type Comparison } from '../analyzer/compare/compare.ts';
import { changeSentence, goneSentence, rateSentence, stillSentence } from '../analyzer/compare/sentences.ts';
import type { Finding, Report } from '../analyzer/report/report.ts';
import { plainPrinter } from '../analyzer/write/plain.ts';
import { printable } from '../analyzer/write/text.ts';

interface Printing {
  readonly words: Readonly<Record<string, { readonly title: string } | undefined>>;
  readonly timeZone: string;
  readonly write: (text: string) => void;
  readonly say: (line: string) => void;
}

type Compared = Extract<Comparison, { readonly kind: 'compared' }>;

/** The comparison as lines: the two rates, then what is new, gone, still there, and whom it concerns. */
function linesOf(comparison: Compared, { words, timeZone }: Pick<Printing, 'words' | 'timeZone'>): readonly string[] {
  const print = plainPrinter(timeZone);
  const named = ({ id, sentence }: Finding): string => `${words[id]?.title ?? id.replaceAll('-', ' ')}: ${print(sentence)}`;
  const title = ({ id }: Finding): string => words[id]?.title ?? id.replaceAll('-', ' ');
  const section = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];
  const { appeared, gone, still, codes, senders, countries } = comparison;
  return [
    print(rateSentence(comparison)),
    ...section('New', appeared.map(named)),
    ...section(
      'Gone',
      gone.map((one) => `${title(one.finding)}: ${print(goneSentence(one, comparison))}`),
    ),
    ...section(
      'Still there',
      still.map((one) => `${title(one.finding)}: ${print(stillSentence(one))}`),
    ),
    ...section(
      'Error codes',
      codes.map((one) => print(changeSentence('code', one))),
    ),
    ...section(
      'Senders',
      senders.map((one) => print(changeSentence('sender', one))),
    ),
    ...section(
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
export function printComparison(one: Report, other: Report, form: 'text' | 'json', { write, say, ...words }: Printing): boolean {
  const comparison = compare(one, other);
  if (comparison.kind === 'refused') {
    say(plainPrinter(words.timeZone)(comparison.why));
    return false;
  }
  write(form === 'json' ? `${JSON.stringify(comparison, null, 2)}\n` : `${linesOf(comparison, words).map(printable).join('\n')}\n`);
  return true;
}
