import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Calls with `true` before the page is printed and with `false` after it: paper cannot be unfolded. */
export function useWhilePrinting(set: (printing: boolean) => void): void {
  const latest = useRef(set);
  latest.current = set;
  useEffect(() => {
    const stop = new AbortController();
    for (const [name, printing] of [
      ['beforeprint', true],
      ['afterprint', false],
    ] as const) {
      addEventListener(
        name,
        () => {
          latest.current(printing);
        },
        { signal: stop.signal },
      );
    }
    return () => {
      stop.abort();
    };
  }, []);
}

/**
 * Unfolds what is folded in an element while the page is printed, but for what is no part of the paper or folds itself
 * (`no-print`, `[data-folds]`), and for the packets and long lists in cards of findings.
 */
export function useUnfoldedOnPaper(within: RefObject<HTMLElement>): void {
  const unfolded = useRef<readonly HTMLDetailsElement[]>([]);
  useWhilePrinting((printing) => {
    if (printing)
      unfolded.current = [...(within.current?.querySelectorAll('details:not([open])') ?? [])].filter(
        (one): one is HTMLDetailsElement => one instanceof HTMLDetailsElement && one.closest('.no-print, .finding, [data-folds]') === null,
      );
    for (const details of unfolded.current) details.open = printing;
  });
}
