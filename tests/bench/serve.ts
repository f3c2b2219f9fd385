import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { duckdb } from './duckdb.ts';
import { siteHandler } from '../../src/cli/site-handler.ts';

const papa = readFileSync(createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'), 'utf8');

/** Counts the bytes of a file and nothing else. */
const readWorker = `
onmessage = async ({ data: file }) => {
  let bytes = 0;
  for await (const chunk of file.stream()) bytes += chunk.length;
  postMessage({ bytes });
};`;

/** PapaParse with array rows, streaming the file by itself; the rows are dropped. */
const papaWorker = `${papa}
onmessage = ({ data: file }) => {
  Papa.parse(file, { chunk: () => undefined, complete: () => { postMessage({}); } });
};`;

const page = `<!doctype html><meta charset="utf-8"><title>Baselines</title><input type="file"><output></output><script>
document.querySelector('input').addEventListener('change', ({ target }) => {
  const worker = new Worker('/bench/' + location.search.slice(1) + '.js');
  const started = performance.now();
  worker.onerror = ({ message }) => { document.querySelector('output').textContent = message; };
  worker.onmessage = ({ data: { kind = 'report', milliseconds = performance.now() - started, start = 0, loaded = 0, table = [] } }) => {
    window.table = table;
    document.querySelector('output').textContent = kind === 'report' ? JSON.stringify({ milliseconds, start, loaded }) : 'the answer was ' + kind;
  };
  worker.postMessage(target.files[0]);
});
</script>`;

/**
 * Serves the built site and, under /bench/, a page with the baselines, on a free port of this machine.
 *
 * @param reporters more workers for that page, by name
 */
export async function serveBench(
  reporters: ReadonlyMap<string, string> = new Map(),
): Promise<{ readonly url: string; readonly close: () => void }> {
  const site = siteHandler({ folder: process.env.BENCH_DIST ?? 'dist', base: '/', rules: [] });
  const own = new Map<string, readonly [type: string, body: string | Buffer]>([
    ...(await duckdb()),
    ['/bench/', ['text/html', page]],
    ['/bench/read.js', ['text/javascript', readWorker]],
    ['/bench/papa.js', ['text/javascript', papaWorker]],
    ...Array.from(reporters, ([name, script]) => [`/bench/${name}.js`, ['text/javascript', script]] as const),
  ]);
  const server = createServer((request, response) => {
    const [type, body] = own.get((request.url ?? '/').replace(/\?.*/, '')) ?? [];
    if (type === undefined || body === undefined) site(request, response);
    else response.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the bench server has no port');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    close: () => {
      server.close();
    },
  };
}
