import type { FindingEntry } from '../../catalog/finding-schema.ts';

/** What else a finding could be, as one line of plain text: "30003: …", "landline: …", or the sentence alone. */
export const readingOf = ({ finding, code, how }: FindingEntry['confusedWith'][number]): string =>
  finding === undefined && code === undefined ? how : `${finding ?? String(code)}: ${how}`;
