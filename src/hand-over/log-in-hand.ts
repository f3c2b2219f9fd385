/** Name of the lock that the analyzer's page holds while a log or a report is in hand: nothing is fetched for later meanwhile. */
const LOCK = 'undelivered:log';

/** Locks, where the browser has them: it has not on a page without https. */
export const locks = (): LockManager | undefined => (navigator as { readonly locks?: LockManager }).locks;

/** Says to all tabs that a log is in hand. @returns takes it back; a closed page takes it back too */
export function holdLog(): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void locks()?.request(LOCK, { mode: 'shared' }, () => held);
  return () => {
    release();
  };
}

/** Whether a log is in hand in any tab. */
export async function isLogInHand(): Promise<boolean> {
  const { held = [] } = (await locks()?.query()) ?? {};
  return held.some(({ name }) => name === LOCK);
}
