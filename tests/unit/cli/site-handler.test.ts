import { mkdirSync, mkdtempSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseHeaders } from '../../../src/cli/headers.ts';
import { siteHandler } from '../../../src/cli/site-handler.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const outside = mkdtempSync(join(tmpdir(), 'outside-'));
const put = (path: string, text: string, isCompressed = false): void => {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  if (!isCompressed) return;
  writeFileSync(`${file}.br`, brotliCompressSync(text));
  writeFileSync(`${file}.gz`, gzipSync(text));
};
put('index.html', 'home', true);
put('404.html', 'nothing here', true);
put('errors/30007/index.html', 'the page', true);
put('plain.json', '{}');
put('only.css', 'a{}');
writeFileSync(join(outside, 'secret.txt'), 'secret');
symlinkSync(join(outside, 'secret.txt'), join(folder, 'secret.txt'));
symlinkSync(outside, join(folder, 'way-out'));
symlinkSync(join(outside, 'secret.txt'), join(folder, 'only.css.br'));

const handle = siteHandler({ folder, base: '/sub/path/', rules: parseHeaders('/*\n  X-All: yes\n/plain.json\n  Content-Type: text/own') });
const server = createServer(handle);
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}
const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });

test.each([
  ['', undefined, 'the page'],
  ['gzip, deflate, br, zstd', 'br', 'the page'],
  ['gzip', 'gzip', 'the page'],
  ['br;q=0, gzip;q=0.5', 'gzip', 'the page'],
  ['zstd', undefined, 'the page'],
])('a client that takes "%s" gets %s', async (takes, encoding, text) => {
  const { status, headers, body } = await ask('/sub/path/errors/30007/', { 'accept-encoding': takes });
  expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'Accept-Encoding']);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['content-length']).toBe(String(body.length));
  const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
  expect(plain.toString()).toBe(text);
});

test('what is not there is answered by the page for it, compressed too', async () => {
  for (const path of ['/sub/path/none', '/errors/30007/', '/', '/sub/path/errors/none/', '/sub/path/errors/']) {
    const { status, headers, body } = await ask(path, { 'accept-encoding': 'gzip' });
    expect([path, status, headers['content-encoding'], gunzipSync(body).toString()]).toEqual([path, 404, 'gzip', 'nothing here']);
    expect(headers['x-all']).toBe('yes');
  }
});

test('only GET and HEAD are answered', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const { status, headers } = await ask('/sub/path/', {}, method);
    expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
  }
  const head = await ask('/sub/path/', {}, 'HEAD');
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '4', 0]);
});

test('no link is followed, be it a file, a folder or a compressed form', async () => {
  for (const path of ['secret.txt', 'way-out/secret.txt', 'secret.txt?a', 'way-out/%2e%2e/way-out/secret.txt']) {
    const { status, body } = await ask(`/sub/path/${path}`);
    expect([path, status, body.toString()]).toEqual([path, 404, 'nothing here']);
  }
  const { headers, body } = await ask('/sub/path/only.css', { 'accept-encoding': 'br' });
  expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'a{}']);
});

test('a header of _headers goes before our own', async () => {
  const { headers } = await ask('/sub/path/plain.json');
  expect([headers['content-type'], headers['x-all']]).toEqual(['text/own', 'yes']);
});

test('a file that a client has already is not sent again', async () => {
  const first = await ask('/sub/path/plain.json');
  const again = await ask('/sub/path/plain.json', { 'if-none-match': String(first.headers.etag) });
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, first.headers.etag]);
});

test.each(['bytes=5-2', 'bytes=-1', 'bytes=999999-', 'bytes=a-b', 'bytes=0-1,2-3', 'nonsense'])(
  'a range "%s" brings the whole file and ends nothing',
  async (range) => {
    const { status, body } = await ask('/sub/path/errors/30007/', { range });
    expect([status, body.toString()]).toEqual([200, 'the page']);
  },
);

test('odd addresses are not found, and the server goes on', async () => {
  const odd = ['%', '%00', '%ff', '..%2f..%2fetc/passwd', '../../etc/passwd', '//etc/passwd', 'a'.repeat(5000), 'index.html/', '%5c..%5c'];
  for (const path of odd) expect([path, (await ask(`/sub/path/${path}`)).status]).toEqual([path, 404]);
  const { port } = server.address() as AddressInfo;
  for (const line of ['GET http://other/ HTTP/1.1', 'GET * HTTP/1.1', 'nonsense', 'GET  HTTP/1.1'])
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(`${line}\r\nHost: a\r\nConnection: close\r\n\r\n`));
      socket.resume().on('close', () => {
        resolve();
      });
    });
  expect((await ask('/sub/path/')).body.toString()).toBe('home');
});

test('a file that has gone since is not found', async () => {
  put('gone.txt', 'here');
  expect((await ask('/sub/path/gone.txt')).status).toBe(200);
  unlinkSync(join(folder, 'gone.txt'));
  expect((await ask('/sub/path/gone.txt')).status).toBe(404);
});
