import type { FindingEntry } from '../../catalog/finding-schema.ts';

/** The part of content/findings/<id>.mdx that the report prints; the page hands it to the island. */
export type FindingWords = Pick<FindingEntry, 'title' | 'doThis' | 'settle' | 'confusedWith'>;

/** Finding id -> words. */
export type WordsOfFindings = Readonly<Record<string, FindingWords>>;
