import AnalyzerWorker from './analyzer.worker.ts?worker&inline';

/** What is used of the browser's Trusted Types; undefined where there are none. */
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (address: string) => string | null }) => unknown;
}

// The page takes no text for an address of code (its policy in src/layouts/Page.astro), and what starts the worker below is made by
// Vite and hands over a text. A policy of this name is asked by the browser itself: a blob of this page passes, nothing else does.
(globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => (address.startsWith('blob:') ? address : null),
});

/**
 * Starts the analyzer's thread from a `blob:` address. A worker loaded from a file would not obey the page's policy;
 * one from a blob inherits it. Vite's fall-back to a `data:` address is refused by `worker-src blob:`.
 */
export const startAnalyzer = (): Worker => new AnalyzerWorker();
