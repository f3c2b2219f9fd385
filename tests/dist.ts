/** The built site as files, for tests that look at all pages without a browser. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface HtmlPage {
  /** Address below the root: "errors/30007/", "404.html". */
  readonly path: string;
  readonly html: string;
}
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
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

const tagPattern = /<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/g;
const attributePattern = /\s([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const entities: Readonly<Record<string, string>> = { amp: '&', '#38': '&', quot: '"', '#34': '"', '#39': "'", lt: '<', gt: '>' };
/** Text of the page without the entities that Astro writes. */
export const decoded = (value: string): string =>
  value.replace(/&(amp|#38|quot|#34|#39|lt|gt);/g, (_, name: string) => entities[name] ?? '');

/** The opening tags of a page as Astro writes it, in order; what scripts, styles and comments hold is no tag. */
export function* elements(html: string): Generator<Element> {
  const shown = html.replace(/<!--[\s\S]*?-->|(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  for (const [, name = '', list = ''] of shown.matchAll(tagPattern)) {
    const attributes = [...list.matchAll(attributePattern)].map(
      ([, key = '', double, single, bare]) => [key, decoded(double ?? single ?? bare ?? '')] as const,
    );
    yield { name, attributes: new Map(attributes) };
  }
}

/** Values of an attribute on elements of one kind, entities decoded. */
export function attributes(html: string, element: string, attribute: string): readonly string[] {
  const pattern = new RegExp(`<${element}(?![\\w-])[^>]*?\\s${attribute}="([^"]*)"`, 'g');
  return [...html.matchAll(pattern)].map(([, value = '']) => decoded(value));
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

const addressed = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'component-url',
  'renderer-url',
  'before-hydration-url',
]);

/** Every address that a page names in an attribute, as it stands there; addresses of other kinds (mailto:, data:) included. */
export function* addressesOf(html: string): Generator<string> {
  for (const { name, attributes: values } of elements(html)) {
    for (const [key, value] of values) {
      if (addressed.has(key)) yield value;
      else if (key === 'srcset') yield* value.split(',').map((one) => one.trim().split(/\s/)[0] ?? '');
      else if (name === 'meta' && key === 'content' && /^og:(url|image)$/.test(values.get('property') ?? '')) yield value;
    }
  }
}
