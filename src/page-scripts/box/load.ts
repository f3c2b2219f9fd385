import type { Reading } from '../../pasted/reading.ts';

export type ReadText = (text: string) => readonly Reading[];

let loading: Promise<{ readonly readText: ReadText; readonly warm: () => void }> | undefined;
let isWarm = false;

const load = (): NonNullable<typeof loading> => (loading ??= import('../../pasted/reader.ts'));

/** Takes the recognisers, once; it is script of this site, which `script-src` allows and `connect-src` does not concern. */
export const loadReader = async (): Promise<ReadText> => (await load()).readText;

/** Makes them ready, when somebody turns to a box; before that a page has better things to do. */
export async function warmReader(): Promise<void> {
  const { warm } = await load();
  if (!isWarm) warm();
  isWarm = true;
}

/** Takes them as soon as the page has nothing else to do, so that nothing is asked for after the first key. */
export function loadWhenIdle(): void {
  const start = (): void => {
    void load();
  };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(start, { timeout: 2_000 });
  else setTimeout(start, 300);
}
