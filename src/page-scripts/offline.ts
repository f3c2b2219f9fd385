import { filePath } from '../catalog/paths.ts';
import { isLogInHand } from '../hand-over/log-in-hand.ts';
import { savesData } from '../offline/saves-data.ts';

/** What is used of the browser's Trusted Types: where there are any, the address of code has to be made by a policy that the page's own policy names. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: () => string },
  ) => { readonly createScriptURL: (address: string) => unknown };
}

/** Says in one line that a newer version waits; it takes over when the reader says so, or when no page of the site is open. */
function announce(waiting: ServiceWorker): void {
  if (document.querySelector('.newer-version') !== null) return;
  const line = document.createElement('p');
  // Below everything, so that nothing moves under a reader.
  line.className = 'site-footer newer-version';
  line.setAttribute('role', 'status');
  document.body.append(line);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button quiet';
  button.textContent = 'Reload';
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      location.reload();
    });
    waiting.postMessage('activate');
  });
  // Said once the region is there, so that it is announced.
  requestAnimationFrame(() => {
    line.append('A newer version is ready. ', button);
  });
}

/** Calls back when a worker that installs has installed and waits for the one before to end; the first of all waits for nothing. */
function whenWaiting(registration: ServiceWorkerRegistration, tell: (waiting: ServiceWorker) => void): void {
  const look = (): void => {
    if (registration.waiting !== null && registration.active !== null) tell(registration.waiting);
  };
  const follow = (): void => {
    registration.installing?.addEventListener('statechange', look);
  };
  look();
  follow();
  registration.addEventListener('updatefound', follow);
}

/** A worker that ends sooner, in milliseconds, had a reason: no connection, a log in hand. Later it is the browser that ends it (Firefox after a minute). */
const REASONABLE = 30_000;

/** Registers the service worker, and again where the browser ended it while it was keeping files: it goes on where it stopped. */
async function register(address: () => string): Promise<void> {
  const started = performance.now();
  // Without a connection, or without the right to keep anything, the page is as good as before.
  const registration = await navigator.serviceWorker.register(address()).catch(() => undefined);
  const worker = registration?.installing;
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'redundant' && registration?.active === null && performance.now() - started > REASONABLE) void goOn(address);
  });
}

/** Not while a log is in hand: the next page does it then. */
async function goOn(address: () => string): Promise<void> {
  if (!(await isLogInHand())) await register(address);
}

/**
 * Has the files of the site kept for a time without a network (src/offline), and says when a newer version of them waits. Nothing
 * happens where the browser cannot: without https, in some private windows; nor where the reader saves data.
 */
export async function keepSite(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  if (!savesData()) {
    const trusted = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('offline', {
      createScriptURL: () => filePath('sw.js'),
    });
    await register(() => (trusted?.createScriptURL('') ?? filePath('sw.js')) as string);
  }
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration !== undefined) whenWaiting(registration, announce);
}
