import { errorSchema, type ErrorEntry } from '../catalog/error-schema.ts';
import { frontMatters } from '../content-files.ts';

/** The front matter of every error page from the disk, in numeric order. @throws when a page breaks its schema: a bug there */
export const errorEntries = (): readonly ErrorEntry[] =>
  frontMatters('errors')
    .map(([, data]) => errorSchema.parse(data))
    .toSorted((a, b) => a.code - b.code);
