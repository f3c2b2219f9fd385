import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { errorSchema, type ErrorEntry } from '../catalog/error-schema.ts';

const folder = new URL('../../content/errors/', import.meta.url);

/** The front matter of every error page from the disk, in numeric order. @throws when a page breaks its schema: a bug there */
export function errorEntries(): readonly ErrorEntry[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => {
      const front = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(new URL(file, folder), 'utf8'))?.[1];
      if (front === undefined) throw new Error(`content/errors/${file} has no front matter`);
      return errorSchema.parse(parse(front));
    })
    .toSorted((a, b) => a.code - b.code);
}
