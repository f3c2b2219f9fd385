import type { Version } from './version.ts';

/** What a request gets. */
export type Answer =
  /** A file of the list, by its path there. */
  | { readonly kind: 'file'; readonly path: string }
  /** The page is listed under a tidier address. */
  | { readonly kind: 'redirect'; readonly to: string }
  /** A page that is not listed: the site is asked, and without a connection the page for wrong addresses comes. */
  | { readonly kind: 'unknown page' }
  /** A file named by what is in it that is not listed: another version, which an open page was loaded from, may have it. */
  | { readonly kind: 'other version' };

const namedByContent = /^(?:_astro|pagefind)\//;

/**
 * What the service worker does with a request. What stands behind the "?" of a file or page is not looked at: scripts read it.
 *
 * @param root address of the site, with a "/" at its end
 * @returns `undefined` for what is no business of it: other hosts, other methods, files that are not kept. The browser sees to these itself, under the policy of the page
 */
export function answerTo(
  { method, url, mode }: Pick<Request, 'method' | 'url' | 'mode'>,
  root: URL,
  files: Version['files'],
): Answer | undefined {
  const { origin, pathname, search } = new URL(url);
  if (method !== 'GET' || origin !== root.origin || !pathname.startsWith(root.pathname)) return undefined;
  const path = pathname.slice(root.pathname.length);
  if (Object.hasOwn(files, path)) return { kind: 'file', path };
  if (mode !== 'navigate') return namedByContent.test(path) ? { kind: 'other version' } : undefined;
  const tidy = path.endsWith('index.html') ? path.replace(/(^|\/)index\.html$/, '$1') : `${path}/`;
  return Object.hasOwn(files, tidy) ? { kind: 'redirect', to: root.pathname + tidy + search } : { kind: 'unknown page' };
}
