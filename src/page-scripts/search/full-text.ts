/** The part of Pagefind's browser module that we use (https://pagefind.app/docs/api/). */
interface Pagefind {
  readonly debouncedSearch: (
    query: string,
    options?: object,
    milliseconds?: number,
  ) => Promise<{ readonly results: readonly PagefindResult[] } | null>;
}
interface PagefindResult {
  readonly data: () => Promise<{ readonly excerpt: string; readonly meta: Readonly<Record<string, string>> }>;
}

/** An error page whose text holds the words, with the place as plain text. */
export interface Passage {
  readonly code: string;
  readonly excerpt: string;
}

let loading: Promise<Pagefind> | undefined;

/**
 * Searches the text of the error pages.
 *
 * @param module address of Pagefind's browser module
 * @returns up to 12 passages, best first; `undefined` when a newer search has begun
 */
export async function searchPages(query: string, module: string): Promise<readonly Passage[] | undefined> {
  loading ??= import(/* @vite-ignore */ module) as Promise<Pagefind>;
  const found = await (await loading).debouncedSearch(query, {}, 200);
  if (found === null) return undefined;
  const pages = await Promise.all(found.results.slice(0, 20).map((result) => result.data()));
  return pages.flatMap(({ excerpt, meta: { code } }) => (code === undefined ? [] : [{ code, excerpt: plain(excerpt) }])).slice(0, 12);
}

/** Pagefind marks hits with <mark> and escapes the rest; parsing in an inert document gives the text back. */
const plain = (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent;
