/**
 * Serves the built site: `node src/cli/serve.ts`. PORT (default 4321) and BASE_PATH as in the build.
 * How requests are answered: site-handler.ts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseHeaders } from './headers.ts';
import { siteHandler } from './site-handler.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const portText = process.env.PORT ?? '4321';
const port = Number(portText);
const base = `/${(process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '')}`.replace(/\/?$/, '/');

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

if (!Number.isInteger(port) || port < 0 || port > 65_535)
  stop(`PORT is "${portText}", which is no port. Use a number from 0 to 65535, for example PORT=8080 npm start.`);
if (!existsSync(`${dist}index.html`)) stop('There is no built site in dist/. Run "npm run build" first, or "npm start", which does both.');

const headersFile = `${dist}_headers`;
const rules = existsSync(headersFile) ? parseHeaders(readFileSync(headersFile, 'utf8')) : [];
const server = createServer(siteHandler({ folder: dist, base, rules }));

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE')
    stop(`Port ${String(port)} is taken by another program. Stop that one, or choose a port: PORT=${String(port + 1)} npm start.`);
  if (error.code === 'EACCES')
    stop(`Port ${String(port)} needs more rights than this user has. Choose one above 1023: PORT=4321 npm start.`);
  throw error;
});
server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  console.log(`Undelivered is served on http://localhost:${String(listening)}${base}`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.close();
    process.exit(0);
  });
}
