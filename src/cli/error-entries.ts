import { errorSchema, type ErrorEntry } from '../catalog/error-schema.ts';
import { frontMatters } from '../content-files.ts';

interface ErrorPage {
  readonly data: ErrorEntry;
  readonly body: string;
}

/** Front matter and text of every error page from the disk, in numeric order. @throws when a page breaks its schema: a bug there */
export const errorPages = (): readonly ErrorPage[] =>
  frontMatters('errors')
    .map(([, data, body]) => ({ data: errorSchema.parse(data), body }))
    .toSorted((a, b) => a.data.code - b.data.code);

/** The front matter of each. */
export const errorEntries = (): readonly ErrorEntry[] => errorPages().map(({ data }) => data);
