/** One state of the site, as the service worker carries it (src/build/offline.ts makes it). */
export interface Version {
  /** What it is told apart by: of all its files. */
  readonly id: string;
  /** The same for the headers they are sent with: a file that was kept with others is not taken over. */
  readonly headers: string;
  /** Path below the root of the site ("errors/30007/", "_astro/box.abc.js") -> its sum: the first places of its SHA-256 in base64 (take.ts). */
  readonly files: Readonly<Record<string, string>>;
}

/** Page that answers an address without one. */
export const NOT_FOUND = '404.html';
