/** The part of Pagefind's browser module that we use (https://pagefind.app/docs/api/). */
interface Pagefind {
  readonly options: (options: { readonly noWorker: boolean }) => Promise<void>;
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

/** Pagefind searches in this thread: a worker of its own would start from a file, and so outside of the page's policy. */
async function load(module: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ module)) as Pagefind;
  await pagefind.options({ noWorker: true });
  return pagefind;
}

/**
 * Searches the text of the error pages.
 *
 * @param module address of Pagefind's browser module
 * @returns up to 12 passages, best first; `undefined` when a newer search has begun; "unreachable" without a connection, where the next search tries again
 */
export async function searchPages(query: string, module: string): Promise<readonly Passage[] | 'unreachable' | undefined> {
  let pages: readonly Awaited<ReturnType<PagefindResult['data']>>[];
  try {
    loading ??= load(module);
    const found = await (await loading).debouncedSearch(query, {}, 200);
    if (found === null) return undefined;
    pages = await Promise.all(found.results.slice(0, 20).map((result) => result.data()));
  } catch {
    loading = undefined;
    return 'unreachable';
  }
  return pages.flatMap(({ excerpt, meta: { code } }) => (code === undefined ? [] : [{ code, excerpt: plain(excerpt) }])).slice(0, 12);
}

/** Pagefind marks hits with <mark> and writes < and > of the page as entities. @returns the text of the page; nothing is parsed as markup */
export const plain = (excerpt: string): string =>
  excerpt
    .replaceAll(/<\/?mark>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
