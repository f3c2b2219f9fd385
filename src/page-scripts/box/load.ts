import type * as reader from '../../pasted/reader.ts';
import { inStretches } from './in-stretches.ts';

/** The recognisers, as pages take them. */
export type Reader = typeof reader;

let loading: Promise<Reader> | undefined;
let warming: Promise<unknown> | undefined;

/** Takes the recognisers, once; it is script of this site, which `script-src` allows and `connect-src` does not concern. */
export const loadReader = (): Promise<Reader> => (loading ??= import('../../pasted/reader.ts'));

/** Makes them ready, when somebody turns to a box; before that a page has better things to do. */
export const warmReader = (): Promise<unknown> => (warming ??= loadReader().then(({ warm }) => inStretches(warm())));

/** Takes them as soon as the page has nothing else to do, so that nothing is asked for after the first key. */
export function loadWhenIdle(): void {
  const start = (): void => {
    void loadReader();
  };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(start, { timeout: 2_000 });
  else setTimeout(start, 300);
}
