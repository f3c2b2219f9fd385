import type { ErrorEntry } from '../catalog/error-schema.ts';
import type { Permanence } from '../catalog/error-values.ts';
import { permanenceOf } from '../catalog/permanence.ts';
import { readingOf } from '../catalog/source.ts';
import { errorMarkdownPath, errorPath, stepPath } from '../catalog/paths.ts';

/** Version of /errors.json and /errors/<code>.json; it changes when a field changes its meaning or goes away. */
export const errorsSchemaVersion = 1;

/** A page's front matter and where it and its step of the guide are: the public machine form. */
export interface ErrorRecord extends ErrorEntry {
  /** What becomes of the same message, sent again unchanged: for good, until fixed, for a while; `othersSay` has those who call it something else. */
  readonly permanence: Permanence;
  /** What of Twilio stands behind the page: the code's own page, its title in the list of codes, or a mention on another page. */
  readonly reading: 'page' | 'title' | 'mention';
  readonly url: string;
  readonly markdownUrl: string;
  readonly guideUrl: string;
}

/** The machine form of one code, addresses made absolute with the site's origin. */
export function errorRecord(entry: ErrorEntry, site: URL | undefined): ErrorRecord {
  const absolute = (path: string): string => (site === undefined ? path : new URL(path, site).href);
  const code = String(entry.code);
  return {
    ...entry,
    permanence: permanenceOf(entry),
    reading: readingOf(entry),
    url: absolute(errorPath(code)),
    markdownUrl: absolute(errorMarkdownPath(code)),
    guideUrl: absolute(stepPath(entry.guide)),
  };
}
