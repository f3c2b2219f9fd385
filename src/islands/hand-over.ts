const DATABASE = 'undelivered';
const STORE = 'handover';
const KEY = 'files';

/**
 * Takes the files that the home page left for this page, once: they are deleted as they are read.
 *
 * @returns none where nothing was left or the browser has no storage to offer
 */
export function takeHandedOver(): Promise<readonly File[]> {
  const { promise, resolve } = Promise.withResolvers<readonly File[]>();
  const none = (): void => {
    resolve([]);
  };
  try {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(STORE);
    };
    opening.onerror = none;
    opening.onblocked = none;
    opening.onsuccess = () => {
      const database = opening.result;
      try {
        const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
        const getting = store.get(KEY);
        getting.onerror = none;
        getting.onsuccess = () => {
          const value: unknown = getting.result;
          resolve(Array.isArray(value) ? value.filter((file) => file instanceof File) : []);
        };
        store.delete(KEY);
      } catch {
        none();
      } finally {
        database.close();
      }
    };
  } catch {
    none();
  }
  return promise;
}
