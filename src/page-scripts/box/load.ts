import type * as reader from '../../pasted/reader.ts';
import { inStretches } from './in-stretches.ts';

/** The recognisers, as pages take them. */
export type Reader = typeof reader;

/** Takes something a single time; what could not be had (no connection, the page is left meanwhile) is asked for again by the next call. */
function once<T>(take: () => Promise<T>): () => Promise<T> {
  let taking: Promise<T> | undefined;
  return () =>
    (taking ??= take().catch((error: unknown) => {
      taking = undefined;
      throw error;
    }));
}

/** Takes the recognisers, once; it is script of this site, which `script-src` allows and `connect-src` does not concern. */
export const loadReader = once(() => import('../../pasted/reader.ts'));

/** Waits for what nobody asked for yet. @returns whether it came; whoever needs it asks again */
export const comes = (taking: Promise<unknown>): Promise<boolean> =>
  taking.then(
    () => true,
    () => false,
  );

const warm = once(() => loadReader().then((reader) => inStretches(reader.warm())));

/** Makes them ready, when somebody turns to a box; before that a page has better things to do. @returns whether they are */
export const warmReader = (): Promise<boolean> => comes(warm());

/** Does something as soon as the page has nothing else to do. */
export function whenIdle(start: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(start, { timeout: 2_000 });
  else setTimeout(start, 300);
}

/** Takes them then, so that nothing is asked for after the first key. */
export function loadWhenIdle(): void {
  whenIdle(() => {
    void comes(loadReader());
  });
}
