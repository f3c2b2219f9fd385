/** The service worker; what it does stands in the functions it is made of. */
import { isLogInHand } from '../hand-over/log-in-hand.ts';
import { answerTo, type Answer } from './answer.ts';
import { fill } from './fill.ts';
import { savesData } from './saves-data.ts';
import type { Scope } from './scope.ts';
import { takeFromEarlier, takeFromSite } from './take.ts';
import { NOT_FOUND, type Version } from './version.ts';
import { cacheNames } from './versions.ts';

/** Put in by src/build/offline.ts. */
declare const VERSION: Version;

/** The page that is open goes first. */
const PATIENCE = 2_000;
/** Chromium ends a worker that installs for five minutes, Firefox after one; before five it ends itself. The page that is open, or the next one, goes on with it. */
const LONGEST = 240_000;

const scope = globalThis as unknown as Scope;
const root = new URL(scope.registration.scope);
const names = cacheNames(root, VERSION);
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Rejects unless every file of the version is there: the browser then goes on with the version before. */
async function install(): Promise<void> {
  const end = performance.now() + LONGEST;
  await pause(PATIENCE);
  const earlier = await Promise.all(names.alike(await caches.keys()).map((name) => caches.open(name)));
  const isWhole = await fill({
    root,
    files: VERSION.files,
    cache: await caches.open(names.own),
    take: async (address, sum) => (await takeFromEarlier(earlier, address, sum)) ?? takeFromSite(address, sum),
    mayGoOn: async () => !savesData() && performance.now() < end && !(await isLogInHand()),
    // Half of the time the connection is free for others.
    rest: pause,
  });
  if (!isWhole) throw new Error('Stopped. The next page that is opened goes on with it.');
}

const deleteAll = (caught: readonly string[]): Promise<unknown> => Promise.all(caught.map((name) => caches.delete(name)));

/** An open page may still ask for files of the version it was loaded from; with one window only there is none left but the one that moves on. */
const mayForget = async (): Promise<boolean> => (await scope.clients.matchAll()).length <= 1;

async function activate(): Promise<void> {
  if (await mayForget()) await deleteAll(names.others(await caches.keys()));
  await scope.clients.claim();
}

/** Deletes what had to stay when this version took over. */
async function tidy(): Promise<void> {
  const { installing, waiting } = scope.registration;
  const earlier = names.earlier(await caches.keys());
  if (earlier.length > 0 && installing === null && waiting === null && (await mayForget())) await deleteAll(earlier);
}

const kept = (path: string): Promise<Response | undefined> => caches.match(new URL(path, root), { cacheName: names.own });
/** From this site and nowhere else: a redirect is handed to the page, whose policy says whether it may be followed. */
const fromSite = (request: Request): Promise<Response> => fetch(request, { redirect: 'manual' });

async function respond(answer: Answer, request: Request): Promise<Response> {
  switch (answer.kind) {
    case 'file':
      return (await kept(answer.path)) ?? fromSite(request);
    case 'redirect':
      return Response.redirect(answer.to);
    case 'other version':
      return (await caches.match(request, { ignoreSearch: true })) ?? fromSite(request);
    case 'unknown page': {
      try {
        return await fromSite(request);
      } catch (error) {
        const page = await kept(NOT_FOUND);
        if (page === undefined) throw error;
        return new Response(page.body, { status: 404, headers: page.headers });
      }
    }
  }
}

scope.addEventListener('install', (event) => {
  event.waitUntil(install());
});
scope.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});
scope.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request, root, VERSION.files);
  if (answer === undefined) return;
  event.respondWith(respond(answer, event.request));
  if (event.request.mode === 'navigate') event.waitUntil(tidy());
});
scope.addEventListener('message', (event) => {
  if (event.data === 'activate' && event.origin === root.origin) event.waitUntil(scope.skipWaiting());
});
