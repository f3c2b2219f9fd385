import { useEffect, useState } from 'preact/hooks';

/**
 * Draws a long view in pieces, so that no single task keeps the page from answering.
 *
 * @param last number of the last piece
 * @returns the piece that may be drawn by now: 0 at first, then one more with every task until `last`
 */
export function useStages(last: number): number {
  const [stage, setStage] = useState(0);
  useEffect(() => {
    if (stage >= last) return undefined;
    const timer = setTimeout(() => {
      setStage(stage + 1);
    });
    return () => {
      clearTimeout(timer);
    };
  }, [stage, last]);
  return stage;
}
