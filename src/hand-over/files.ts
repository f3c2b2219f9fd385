import { hasStore, withStore } from './store.ts';
import { forget, keep, look } from './texts.ts';

const KEY = 'files';
/** How long files may wait for an analyzer that does not come, in milliseconds. */
const PATIENCE = 60_000;

/** Files on their way, who left them and when. */
interface Left {
  readonly files: readonly File[];
  readonly ticket: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What lies in the store, if it has the form we leave. */
function leftOf(value: unknown): Left | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { files, ticket, at } = value as Partial<Record<keyof Left, unknown>>;
  if (!Array.isArray(files) || typeof ticket !== 'string' || typeof at !== 'number') return undefined;
  return { files: files.filter((file) => file instanceof File), ticket, at };
}

/**
 * Reads what was left and deletes it where it is for this tab, or waits for a tab that does not come.
 *
 * @param ticket of this tab; `undefined` where it left nothing. It is given back when the store has been looked at
 * @returns what lay there for this tab
 */
async function claim(ticket = look('ticket')): Promise<readonly File[]> {
  let mine: readonly File[] = [];
  await withStore('files', (store) => {
    const getting: IDBRequest<unknown> = store.get(KEY);
    getting.onsuccess = () => {
      const left = leftOf(getting.result);
      if (left?.ticket === ticket) mine = left?.files ?? [];
      const waits = left !== undefined && left.ticket !== ticket && Date.now() - left.at < PATIENCE;
      if (!waits) store.delete(KEY);
    };
    return getting;
  });
  // Not before: a page that is left meanwhile has deleted nothing, and the next one must know that this tab may.
  if (look('ticket') === ticket) forget('ticket');
  return mine;
}

/**
 * Keeps files in this browser until the analyzer's page takes them in this tab.
 *
 * @returns whether it worked
 */
export async function handOver(files: readonly File[]): Promise<boolean> {
  const ticket = crypto.randomUUID();
  keep('ticket', ticket);
  const left: Left = { files, ticket, at: Date.now() };
  const isLeft = (await withStore('files', (store) => store.put(left, KEY))) !== undefined;
  // Where the analyzer does not open, this page lives on and takes back what it left.
  if (isLeft) setTimeout(() => void claim(ticket), PATIENCE);
  return isLeft;
}

/**
 * Takes the files that another page of this tab left, once: they are deleted as they are read.
 *
 * @returns none where nothing was left by this tab
 */
export const takeHandedOver = (): Promise<readonly File[]> => claim();

/**
 * Deletes files that were left for an analyzer that did not open; for every other page to call. Files that another tab left
 * within the last minute stay: its analyzer is on its way.
 */
export async function forgetHandedOver(): Promise<void> {
  // Without a mark of this tab the store is only looked at where there is one, so that a visit does not make one.
  if (look('ticket') !== undefined || (await hasStore('files'))) await claim();
}
