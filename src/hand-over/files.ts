const DATABASE = 'undelivered';
const STORE = 'handover';
const KEY = 'files';

/**
 * Opens the store of files and does one thing with it.
 *
 * @param act starts a request; what it was given is returned once all of it is done
 * @returns `undefined` where the browser has no storage to offer (private windows of some) or does not do it
 */
function withStore<T>(act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const fail = (): void => {
      resolve(undefined);
    };
    try {
      const opening = indexedDB.open(DATABASE, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore(STORE);
      };
      opening.onerror = fail;
      opening.onblocked = fail;
      opening.onsuccess = () => {
        const database = opening.result;
        try {
          const change = database.transaction(STORE, 'readwrite');
          const request = act(change.objectStore(STORE));
          change.oncomplete = () => {
            resolve(request.result);
          };
          change.onabort = fail;
        } catch {
          fail();
        } finally {
          // It closes once the change is done.
          database.close();
        }
      };
    } catch {
      fail();
    }
  });
}

/**
 * Keeps files in this browser until the analyzer's page takes them.
 *
 * @returns whether it worked
 */
export async function handOver(files: readonly File[]): Promise<boolean> {
  return (await withStore((store) => store.put(files, KEY))) !== undefined;
}

/**
 * Takes the files that the home page left, once: they are deleted as they are read.
 *
 * @returns none where nothing was left
 */
export async function takeHandedOver(): Promise<readonly File[]> {
  const left = await withStore((store) => {
    const getting: IDBRequest<unknown> = store.get(KEY);
    store.delete(KEY);
    return getting;
  });
  return Array.isArray(left) ? left.filter((file) => file instanceof File) : [];
}
