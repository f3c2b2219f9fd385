/** Hands files from the home page to the analyzer's page, which reads and deletes them: names are agreed with its reader. */
const database = 'undelivered';
const store = 'handover';
const key = 'files';

/**
 * Keeps files in this browser until the analyzer's page takes them.
 *
 * @returns whether it worked; a browser that keeps nothing (private windows of some) says no
 */
export function handOver(files: readonly File[]): Promise<boolean> {
  return new Promise((resolve) => {
    const fail = (): void => {
      resolve(false);
    };
    try {
      const opening = indexedDB.open(database, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore(store);
      };
      opening.onerror = fail;
      opening.onblocked = fail;
      opening.onsuccess = () => {
        const connection = opening.result;
        const writing = connection.transaction(store, 'readwrite');
        writing.objectStore(store).put(files, key);
        writing.oncomplete = () => {
          connection.close();
          resolve(true);
        };
        writing.onerror = fail;
        writing.onabort = fail;
      };
    } catch {
      resolve(false);
    }
  });
}
