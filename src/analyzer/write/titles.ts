/** How findings are called where people read of them: by their titles, never by our ids. */
import type { FindingEntry } from '../../catalog/finding-schema.ts';
import type { Report } from '../report/report.ts';
import { counted } from '../words/figure.ts';

/** By id of the finding; it may lack some. */
type Titles = Readonly<Record<string, Pick<FindingEntry, 'title'> | undefined>>;

/** The title of a finding; its id in words where the page has none. */
export const titleOf = (words: Titles, id: string): string => words[id]?.title ?? id.replaceAll('-', ' ');

/** What else a finding could be, as one line of plain text: "30003: …", "Numbers that cannot take texts: …", or the sentence alone. */
export function readingOf({ finding, code, how }: FindingEntry['confusedWith'][number], words: Titles): string {
  const name = finding === undefined ? code : titleOf(words, finding);
  return name === undefined ? how : `${String(name)}: ${how}`;
}

/** What the log cannot answer: each reason once, with the titles of the findings that could not be looked for. */
export function notJudgedBy({ notJudged }: Pick<Report, 'notJudged'>, words: Titles): ReadonlyMap<string, readonly string[]> {
  const byReason = new Map<string, readonly string[]>();
  for (const { id, why } of notJudged) byReason.set(why, [...(byReason.get(why) ?? []), titleOf(words, id)]);
  return byReason;
}

/** Beyond so many, the findings of one reason are counted and not named: a log without codes leaves out thirty. */
export const MOST_NAMED = 8;

/** The same, a line a reason: "The log has no texts. Filters stop one of your texts; Texts that went out twice." */
export const notJudgedLines = (report: Pick<Report, 'notJudged'>, words: Titles): readonly string[] =>
  [...notJudgedBy(report, words)].map(
    ([why, titles]) =>
      `${why} ${titles.length > MOST_NAMED ? `${counted(titles.length, 'finding')} cannot be looked for` : titles.join('; ')}.`,
  );
