/** What is used of a service worker's global scope; TypeScript's own types of it cannot stand beside those of pages. */
export interface Scope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { readonly matchAll: () => Promise<readonly unknown[]>; readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <Kind extends keyof Events>(kind: Kind, listen: (event: Events[Kind]) => void) => void;
}

interface Lasting {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}
interface Message extends Lasting {
  readonly data: unknown;
  /** Origin of the page that sent it. */
  readonly origin: string;
}
interface Events {
  readonly install: Lasting;
  readonly activate: Lasting;
  readonly fetch: Fetching;
  readonly message: Message;
}
