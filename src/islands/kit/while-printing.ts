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
