/** The part of content/findings/<id>.mdx that a card prints; the page hands it to the island. */
export interface FindingWords {
  readonly title: string;
  readonly doThis: readonly string[];
  readonly settle: string;
}

/** Finding id -> words. */
export type WordsOfFindings = Readonly<Record<string, FindingWords>>;

/** The title of a finding; its id in words where the page has none. */
export const titleOf = (words: WordsOfFindings, id: string): string => words[id]?.title ?? id.replaceAll('-', ' ');
