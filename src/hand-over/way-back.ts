/**
 * The way back to the files of a report, where a reader agreed to keep it: handles of the browser, not the files. Each tab has a mark, and
 * holds a lock of that name as long as a page of this site is open in it; what has no such tab any more is deleted by the next page.
 */
import { locks } from './log-in-hand.ts';
import { places } from './places.ts';
import { hasStore, withStore } from './store.ts';
import { forget, keep, look } from './texts.ts';

const lockOf = (mark: string): string => `${places.wayBack.key} ${mark}`;

/** Says to other tabs that this one is open, until the page is left. */
function hold(mark: string): void {
  void locks()?.request(lockOf(mark), { mode: 'shared' }, () => new Promise<void>(() => undefined));
}

/**
 * Keeps handles for this tab, instead of those before.
 *
 * @returns whether they are kept: not where the browser keeps nothing, or cannot tell whether a tab is open
 */
export async function keepWayBack(handles: readonly FileSystemFileHandle[]): Promise<boolean> {
  await forgetWayBack();
  const mark = crypto.randomUUID();
  if (locks() === undefined || !keep('wayBackMark', mark)) return false;
  hold(mark);
  const isKept = (await withStore('wayBack', (store) => store.put(handles, mark))) !== undefined;
  if (!isKept) forget('wayBackMark');
  return isKept;
}

/** @returns the handles that were kept for this tab; none where there are none */
export async function wayBack(): Promise<readonly FileSystemFileHandle[]> {
  const mark = look('wayBackMark');
  const found: unknown = mark === undefined ? undefined : await withStore('wayBack', (store): IDBRequest<unknown> => store.get(mark));
  return Array.isArray(found) ? found.filter((one) => one instanceof FileSystemFileHandle) : [];
}

/** Deletes what was kept for this tab. */
export async function forgetWayBack(): Promise<void> {
  const mark = look('wayBackMark');
  if (mark === undefined) return;
  forget('wayBackMark');
  await withStore('wayBack', (store) => store.delete(mark));
}

/** For every page: says that this tab is open, and deletes what was kept for tabs that are not. */
export async function tendWaysBack(): Promise<void> {
  const own = look('wayBackMark');
  if (own !== undefined) hold(own);
  if (!(await hasStore('wayBack'))) return;
  const { held = [] } = (await locks()?.query()) ?? {};
  const isOpen = (key: IDBValidKey): boolean => key === own || (typeof key === 'string' && held.some(({ name }) => name === lockOf(key)));
  await withStore('wayBack', (store) => {
    const keys = store.getAllKeys();
    keys.onsuccess = () => {
      for (const key of keys.result) if (!isOpen(key)) store.delete(key);
    };
    return keys;
  });
}
