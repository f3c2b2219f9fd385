/** The built site as files, for tests that look at all pages without a browser. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface HtmlPage {
  /** Address below the root: "errors/30007/", "404.html". */
  readonly path: string;
  readonly html: string;
}

export const distFolder = fileURLToPath(new URL('../dist/', import.meta.url));

/**
 * Every HTML page below a folder.
 *
 * @throws Error when there is none: a check over no pages would prove nothing
 */
export function htmlPages(folder: string = distFolder): readonly HtmlPage[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({
      path: file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'),
      html: readFileSync(join(folder, file), 'utf8'),
    }));
  if (pages.length === 0) throw new Error(`${relative(process.cwd(), folder)} holds no page; run "npm run build" first`);
  return pages;
}

/** Values of an attribute on elements of one kind, entities for & decoded. */
export function attributes(html: string, element: string, attribute: string): readonly string[] {
  const pattern = new RegExp(`<${element}(?![\\w-])[^>]*?\\s${attribute}="([^"]*)"`, 'g');
  return [...html.matchAll(pattern)].map(([, value = '']) => value.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
}

/** The file that answers an address below `base`, or `undefined` where there is none. */
export function fileFor(address: string, base: string, folder: string = distFolder): string | undefined {
  const path = decodeURIComponent(address.split(/[?#]/)[0] ?? '');
  if (!path.startsWith(base)) return undefined;
  const file = join(folder, path.slice(base.length));
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, 'index.html');
  return existsSync(index) ? index : undefined;
}
