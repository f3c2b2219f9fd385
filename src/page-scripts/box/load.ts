import type { Reading } from '../../pasted/reading.ts';

export type ReadText = (text: string) => readonly Reading[];

let loading: Promise<ReadText> | undefined;

/** Takes the recognisers, once; it is script of this site, which `script-src` allows and `connect-src` does not concern. */
export function loadReader(): Promise<ReadText> {
  loading ??= import('./reader.ts').then(({ readText }) => readText);
  return loading;
}

/** Takes them as soon as the page has nothing else to do, so that nothing is asked for after the first key. */
export function loadWhenIdle(): void {
  const load = (): void => {
    void loadReader();
  };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(load, { timeout: 2_000 });
  else setTimeout(load, 300);
}
