import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { errorSchema } from '../catalog/error-schema.ts';
import { indexRow, type IndexRow } from '../catalog/index-row.ts';

const folder = new URL('../../content/errors/', import.meta.url);

/** The rows of the index from content/errors on the disk, in numeric order. @throws when a page breaks its schema: a bug there */
function loadRows(): readonly IndexRow[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => {
      const front = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(new URL(file, folder), 'utf8'))?.[1];
      if (front === undefined) throw new Error(`content/errors/${file} has no front matter`);
      return indexRow(errorSchema.parse(parse(front)));
    })
    .toSorted((a, b) => Number(a.code) - Number(b.code));
}

const ID = 'virtual:error-rows';

interface Plugin {
  readonly name: string;
  readonly resolveId: (id: string) => string | undefined;
  readonly load: (id: string) => string | undefined;
}

/** Makes `virtual:error-rows` a script of its own: the index loads it when somebody begins to search, its HTML holds the common rows only. */
export const errorRows = (): Plugin => ({
  name: 'error-rows',
  resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
  load: (id) => (id === `\0${ID}` ? `export const rows = JSON.parse(${JSON.stringify(JSON.stringify(loadRows()))});` : undefined),
});
