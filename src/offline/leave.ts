/** A service worker that takes itself and all that was kept away: what `npm run dev` sends for `/sw.js`. */
import { places } from '../hand-over/places.ts';
import type { Scope } from './scope.ts';

const scope = globalThis as unknown as Scope;

async function leave(): Promise<void> {
  const kept = (await caches.keys()).filter((name) => name.startsWith(places.site.key));
  await Promise.all(kept.map((name) => caches.delete(name)));
  await scope.registration.unregister();
  const pages = (await scope.clients.matchAll()) as readonly {
    readonly url: string;
    readonly navigate: (url: string) => Promise<unknown>;
  }[];
  await Promise.all(pages.map((page) => page.navigate(page.url)));
}

scope.addEventListener('install', (event) => {
  event.waitUntil(scope.skipWaiting());
});
scope.addEventListener('activate', (event) => {
  event.waitUntil(leave());
});
