/**
 * `npm run hosts:try`: serves dist/ with each of nginx, Caddy and Apache that is found on this machine, with its file of .github/hosts/ (only name,
 * folder and port changed), and compares what they send with the table of headers, on pages, files and answers "not found". Not part of
 * `npm test`, which must not need them. On Debian: apt-get install nginx-light caddy apache2.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { hostFiles } from '../src/build/hosts/hosts.ts';
import { patternOf, rules } from '../src/build/hosts/rules.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const port = Number(process.env.TEST_PORT ?? 4398);

interface Host {
  readonly program: string;
  readonly file: string;
  /** Writes what the program needs around the file. @returns the arguments that check the whole, and those that serve it */
  readonly prepare: (folder: string, text: string) => { readonly check: readonly string[]; readonly serve: readonly string[] };
}

const put = (path: string, text: string): string => {
  writeFileSync(path, text);
  return path;
};

const hosts: readonly Host[] = [
  {
    program: 'nginx',
    file: '.github/hosts/nginx.conf',
    prepare: (folder, text) => {
      const site = put(
        join(folder, 'site.conf'),
        text.replace('listen 80;', `listen 127.0.0.1:${String(port)};`).replace('include mime.types;', 'include /etc/nginx/mime.types;'),
      );
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join(' ');
      const main = put(
        join(folder, 'nginx.conf'),
        `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; ${temporary} include ${site}; }`,
      );
      return { check: ['-t', '-q', '-c', main], serve: ['-c', main] };
    },
  },
  {
    program: 'caddy',
    file: '.github/hosts/Caddyfile',
    prepare: (folder, text) => {
      const file = put(
        join(folder, 'Caddyfile'),
        `{\n    admin off\n    auto_https off\n}\n${text.replace('undelivered.example', `http://127.0.0.1:${String(port)}`)}`,
      );
      return {
        check: ['validate', '--adapter', 'caddyfile', '--config', file],
        serve: ['run', '--adapter', 'caddyfile', '--config', file],
      };
    },
  },
  {
    program: 'apache2',
    file: '.github/hosts/apache.conf',
    prepare: (folder, text) => {
      const modules = ['mpm_event', 'authz_core', 'authn_core', 'dir', 'mime', 'headers', 'deflate', 'filter', 'allowmethods'];
      const loaded = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n');
      const file = put(
        join(folder, 'apache.conf'),
        `ServerRoot ${folder}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\nListen 127.0.0.1:${String(port)}\nUser www-data\nGroup www-data\n${loaded}\nTypesConfig /etc/mime.types\n${text.replace('*:80', `127.0.0.1:${String(port)}`)}`,
      );
      return { check: ['-t', '-f', file], serve: ['-f', file, '-DFOREGROUND'] };
    },
  },
];

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
}

const ask = (path: string, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        resolve({ status: answer.statusCode, headers: answer.headers });
      });
    })
      .on('error', reject)
      .end();
  });

const wanted = (path: string): readonly (readonly [string, string])[] =>
  Object.entries(
    Object.assign({}, ...rules.filter(({ at }) => new RegExp(patternOf(at)).test(path)).map(({ headers }) => headers)) as Record<
      string,
      string
    >,
  );

const paths: readonly (readonly [path: string, status: number])[] = [
  ['/', 200],
  ['/analyze/', 200],
  ['/errors/30007/', 200],
  ['/errors/30007.md', 200],
  ['/errors/30007.json', 200],
  ['/errors.json', 200],
  ['/favicon.svg', 200],
  ['/nothing/here/', 404],
  ['/nothing-here.txt', 404],
];

/** What a host sends otherwise than the table says, a line each. */
async function faults(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [path, status] of paths) {
    const answer = await ask(path);
    if (answer.status !== status) found.push(`${path}: status ${String(answer.status)}, not ${String(status)}`);
    for (const [name, value] of wanted(path)) {
      const sent = answer.headers[name.toLowerCase()]?.toString();
      if (sent?.toLowerCase() !== value.toLowerCase()) found.push(`${path}: ${name} is ${sent ?? 'not sent'}, not ${value}`);
    }
    if (/html|markdown/.test(answer.headers['content-type'] ?? '') && !/charset=utf-8/i.test(answer.headers['content-type'] ?? ''))
      found.push(`${path}: type without its characters: ${answer.headers['content-type'] ?? ''}`);
  }
  const posted = await ask('/', 'POST');
  if (posted.status !== 405) found.push(`POST /: status ${String(posted.status)}, not 405`);
  return found;
}

const listens = async (child: ChildProcess): Promise<boolean> => {
  for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
    if (
      await ask('/').then(
        () => true,
        () => false,
      )
    )
      return true;
    await rest(100);
  }
  return false;
};

const has = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is no built site in dist/. Run "npm run build" first.');
  process.exit(1);
}
process.env.PATH = `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin`;
let tried = 0;
let failed = 0;
for (const { program, file, prepare } of hosts) {
  if (!has(program)) {
    console.log(`${program}: not on this machine, not tried`);
    continue;
  }
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-host-'));
  mkdirSync(join(folder, 'logs'));
  const text = (hostFiles[file]?.() ?? '').replaceAll('/var/www/undelivered', dist);
  const { check, serve } = prepare(folder, text);
  execFileSync(program, check, { stdio: 'pipe' });
  const child = spawn(program, serve, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const found = (await listens(child)) ? await faults() : ['it did not start'];
  child.kill();
  await ended;
  rmSync(folder, { recursive: true, force: true });
  tried += 1;
  failed += found.length;
  console.log(`${program}: ${found.length === 0 ? `as the table says, on ${String(paths.length)} paths` : `\n  ${found.join('\n  ')}`}`);
}
if (tried === 0) console.log('None was found. On Debian: apt-get install nginx-light caddy apache2');
process.exit(failed === 0 && tried > 0 ? 0 : 1);
