import { places } from './places.ts';

/** What is kept in a database of its own. */
type StoreKept = {
  readonly [Key in keyof typeof places]: (typeof places)[Key]['where'] extends 'IndexedDB' ? Key : never;
}[keyof typeof places];

const STORE = 'handover';

/**
 * Opens one of the stores for what is no text, and does one thing with it.
 *
 * @param act starts a request; what it was given is returned once all of it is done
 * @returns `undefined` where the browser has no storage to offer (private windows of some) or does not do it
 */
export function withStore<T>(id: StoreKept, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const fail = (): void => {
      resolve(undefined);
    };
    try {
      const opening = indexedDB.open(places[id].key, 1);
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

/** Whether the store was ever made, so that a look makes none; browsers that do not tell are taken to have it. */
export async function hasStore(id: StoreKept): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === places[id].key);
  } catch {
    return true;
  }
}
