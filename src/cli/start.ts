/** `npm start`: builds the site where it is not built yet, says what it does meanwhile, and serves it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isBuilt, lastBuild } from '../build/built.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const inSeconds = (milliseconds: number): string => `${String(Math.round(milliseconds / 1000))} s`;

/** Builds the site; what the build prints is shown only when it fails. @returns whether it did not */
async function build(): Promise<boolean> {
  const took = lastBuild(root)?.took;
  console.log(
    `Building the site into dist/: ${took === undefined ? 'about two minutes the first time, half a minute later' : `took ${inSeconds(took)} last time`}. Nothing is sent anywhere.`,
  );
  const started = performance.now();
  const child = spawn('npm', ['run', 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => printed.push(piece));
  const clock = process.stderr.isTTY
    ? setInterval(() => process.stderr.write(`\r\u001b[2K… ${inSeconds(performance.now() - started)}`), 1000)
    : undefined;
  const code = await new Promise<number | null>((resolve) =>
    child
      .on('error', () => {
        resolve(null);
      })
      .on('close', resolve),
  );
  clearInterval(clock);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
  if (code === 0) console.log(`Built in ${inSeconds(performance.now() - started)}.`);
  else console.error(`${Buffer.concat(printed).toString('utf8')}\nThe site could not be built; the last lines above say why.`);
  return code === 0;
}

if (isBuilt(root, process.env)) console.log('dist/ is up to date: nothing to build.');
else if (!(await build())) process.exit(1);
await import('./serve.ts');
