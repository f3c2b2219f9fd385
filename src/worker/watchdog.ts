/** The worker says at least this often that it lives, unless it is deep in one computation. */
export const ALIVE_EVERY_MS = 1000;

/** Ticks without a word after which a worker is given up; the longest computation without a word takes some seconds. */
export const SILENT_TICKS = 30;

const TICK_MS = 1000;

/**
 * Notices that a thread has fallen silent: ended by the browser without an event, or stuck.
 *
 * Time is counted in ticks of this page's own timer and not with a clock. A page that was asleep, frozen or slowed down in the
 * background ticked as little as its worker could speak, and what the worker said meanwhile is heard between two ticks.
 *
 * @param onSilent called once, after `SILENT_TICKS` ticks in a row without `heard`
 */
export function watchSilence(onSilent: () => void): { readonly heard: () => void; readonly stop: () => void } {
  let silent = 0;
  const timer = setInterval(() => {
    silent += 1;
    if (silent < SILENT_TICKS) return;
    clearInterval(timer);
    onSilent();
  }, TICK_MS);
  return {
    heard: () => {
      silent = 0;
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}
