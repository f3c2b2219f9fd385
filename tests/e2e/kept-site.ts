import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSearch } from '../../src/build/content-search.ts';
import { writeServiceWorker } from '../../src/build/offline.ts';
import { parseHeaders } from '../../src/cli/headers.ts';
import { siteHandler } from '../../src/cli/site-handler.ts';
import { distFolder } from '../dist.ts';

/** Starts a server on a port of its own. @returns its origin */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

/** Pages of each kind and what they load: enough to be used, and few enough to be kept in a moment. */
const parts = [
  'index.html',
  '404.html',
  '_headers',
  'favicon.svg',
  'manifest.webmanifest',
  'icon-192.png',
  '_astro',
  'analyze',
  'privacy',
  'guide/index.html',
  'guide/status',
  'guide/undelivered',
  'errors/index.html',
  'errors/30003',
  'errors/30007',
  'errors/30456',
];
/** Files that nothing but the keeping asks for: whatever asks for one of them is it. */
const fillers = Array.from({ length: 60 }, (_, n) => `filler/${String(n)}.txt`);

/** A part of the built site on a server that can be slow, gone, and put up anew; with a service worker of its own, made as the build makes it. */
export class KeptSite {
  readonly #folder = mkdtempSync(join(tmpdir(), 'undelivered-kept-')) + '/';
  readonly #server: Server;
  origin = '';
  /** Paths that were asked for while it was there, in order. */
  readonly asked: string[] = [];
  /** How often files were asked for that only the keeping asks for. */
  get fillersAsked(): number {
    return this.asked.filter((path) => path.startsWith('/filler/')).length;
  }
  isGone = false;
  /** Milliseconds before each answer. */
  delay = 0;
  /** Answers of its own, by path. */
  readonly own = new Map<string, RequestListener>();

  private constructor() {
    for (const part of parts)
      cpSync(join(distFolder, part), join(this.#folder, part), { recursive: true, filter: (path) => !/\.(?:br|gz)$/.test(path) });
    mkdirSync(join(this.#folder, 'filler'));
    for (const file of fillers) writeFileSync(join(this.#folder, file), file);
    const rules = parseHeaders(readFileSync(join(this.#folder, '_headers'), 'utf8'));
    const handler = siteHandler({ folder: this.#folder, base: '/', rules });
    this.#server = createServer((request, response) => {
      const path = (request.url ?? '').replace(/\?.*/, '');
      if (this.isGone) {
        request.socket.destroy();
        return;
      }
      this.asked.push(path);
      setTimeout(() => {
        (this.own.get(path) ?? handler)(request, response);
      }, this.delay);
    });
  }

  static async start(): Promise<KeptSite> {
    const site = new KeptSite();
    await writeSearch(site.#folder);
    await writeServiceWorker(site.#folder);
    site.origin = await listening(site.#server);
    return site;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
    rmSync(this.#folder, { recursive: true });
  }

  /** Puts another version up: some texts of some files are others. */
  async change(file: string, change: (text: string) => string): Promise<void> {
    const path = join(this.#folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    await writeServiceWorker(this.#folder);
  }
}
