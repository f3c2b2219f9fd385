import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';

const content = new URL('../content/', import.meta.url);

/** A file of content/ as text. @throws when there is none: a bug there */
export const readContent = (name: string): string => readFileSync(new URL(name, content), 'utf8');

/** Front matter, unchecked, and text of every page of a folder of content/, by file name without its ending. @throws when a page has none: a bug there */
export function frontMatters(folder: string): readonly (readonly [id: string, data: unknown, body: string])[] {
  return readdirSync(new URL(`${folder}/`, content))
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => {
      const [, front, body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readContent(`${folder}/${file}`)) ?? [];
      if (front === undefined) throw new Error(`content/${folder}/${file} has no front matter`);
      return [file.slice(0, -'.mdx'.length), parse(front), body] as const;
    });
}
