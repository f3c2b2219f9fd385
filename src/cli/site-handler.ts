import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { lookup } from 'mrmime';
import type { HeaderRule } from './headers.ts';

/** Forms of a file beside it that are smaller (src/build/compressed.ts), the smallest first. */
const forms = [
  { encoding: 'br', extension: '.br' },
  { encoding: 'gzip', extension: '.gz' },
] as const;

interface Found {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

interface Site {
  /** Folder of the built site. */
  readonly folder: string;
  /** Where the site lies: "/" or "/sub/path/". */
  readonly base: string;
  readonly rules: readonly HeaderRule[];
}

/** The encodings a client takes, from its Accept-Encoding header; one with a quality of 0 is refused. */
const accepted = (header: string | undefined): ReadonlySet<string> =>
  new Set(
    (header ?? '').split(',').flatMap((part) => {
      const [name = '', quality = 'q=1'] = part.split(';').map((word) => word.trim().toLowerCase());
      return Number(quality.replace(/^q=/, '')) > 0 ? [name] : [];
    }),
  );

/** Whether a path of the disk is a file that no link leads to. */
const isPlain = (root: string, path: string): boolean =>
  path.startsWith(join(root, '/')) && realpathSync.native(path) === path && statSync(path).isFile();

const orNothing = <Value>(read: () => Value): Value | undefined => {
  try {
    return read();
  } catch {
    // Not there, gone since, or no path a disk could have: all of it is "not found".
    return undefined;
  }
};

/**
 * Answers requests from a folder, as a static host does: compressed where the client takes it, the headers of `_headers`, and 404.html
 * for what is not there. Only GET and HEAD; parts of files (`Range`) are not served, so the whole comes instead, as RFC 9110 allows.
 * Links in the folder are not followed. Whatever is asked, it answers and does not throw.
 */
export function siteHandler({ folder, base, rules }: Site): (request: IncomingMessage, response: ServerResponse) => void {
  const root = realpathSync.native(folder);

  /** @param path below the root of the site, beginning with a slash, decoded */
  function find(path: string, encodings: ReadonlySet<string>): Found | undefined {
    const names = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
    const file = names.map((name) => join(root, name)).find((name) => orNothing(() => isPlain(root, name)));
    if (file === undefined) return undefined;
    const type = lookup(file) ?? 'application/octet-stream';
    const form = forms.find(({ encoding, extension }) => encodings.has(encoding) && orNothing(() => isPlain(root, file + extension)));
    return orNothing(() => {
      const { size, mtimeMs } = statSync(file);
      return {
        body: readFileSync(file + (form?.extension ?? '')),
        headers: {
          'content-type': /^text\/|javascript$|json$/.test(type) ? `${type}; charset=utf-8` : type,
          'cache-control': 'no-cache',
          etag: `W/"${String(size)}-${String(Math.floor(mtimeMs))}"`,
          vary: 'Accept-Encoding',
          ...(form === undefined ? {} : { 'content-encoding': form.encoding }),
        },
      };
    });
  }

  return (request, response) => {
    const encodings = accepted(request.headers['accept-encoding']?.toString());
    const url = (request.url ?? '').replace(/[?#].*/s, '');
    const path = url.startsWith(base) ? orNothing(() => `/${decodeURIComponent(url.slice(base.length))}`) : undefined;
    const send = (status: number, headers: Found['headers'], body: Buffer | string = ''): void => {
      for (const { matches, name, value } of rules) if (matches(path ?? url)) response.setHeader(name, value);
      for (const [name, value] of Object.entries(headers)) if (!response.hasHeader(name)) response.setHeader(name, value);
      response.setHeader('content-length', status === 304 ? 0 : Buffer.byteLength(body));
      response.writeHead(status).end(request.method === 'HEAD' ? '' : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' }, 'Only GET and HEAD are answered here.\n');
      return;
    }
    const found = path === undefined ? undefined : find(path, encodings);
    if (found !== undefined) {
      if (request.headers['if-none-match'] === found.headers.etag) send(304, found.headers);
      else send(200, found.headers, found.body);
      return;
    }
    const { body, headers } = find('/404.html', encodings) ?? {
      body: 'Not found\n',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    };
    send(404, headers, body);
  };
}
