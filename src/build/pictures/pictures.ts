import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { errorEntries } from '../../cli/error-entries.ts';
import { useOwnFont } from './font.ts';
import { pictureSvg } from './picture-svg.ts';

/** Change it when the way of drawing changes, so that no old picture is taken from the cache. */
const version = '1';

const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url));

/** Draws pictures that are not in the cache yet; as many at once as there are processors. */
async function draw(missing: ReadonlyMap<string, string>): Promise<void> {
  useOwnFont(join(cache, 'fonts'));
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  const queue = [...missing];
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [file, svg] = next;
      // Few colours and the edges between them: a palette of 16 looks the same, weighs a third and is quick to choose.
      writeFileSync(file, await sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 1, dither: 0 }).toBuffer());
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/**
 * The picture of every error page, for link previews, as PNG.
 *
 * @param target folder for `<code>.png`
 * @param limit draws only the first codes, for tests
 * @returns how many there are, and how many had to be drawn
 */
export async function makePictures(target: string, limit = Infinity): Promise<{ readonly all: number; readonly drawn: number }> {
  const folder = join(cache, 'pictures');
  mkdirSync(folder, { recursive: true });
  mkdirSync(target, { recursive: true });
  const pictures = errorEntries()
    .slice(0, limit)
    .map((entry) => {
      const svg = pictureSvg(entry);
      const name = createHash('sha256').update(version).update(svg).digest('hex').slice(0, 32);
      return { code: entry.code, svg, file: join(folder, `${name}.png`) };
    });
  const missing = new Map(pictures.filter(({ file }) => !existsSync(file)).map(({ file, svg }) => [file, svg]));
  if (missing.size > 0) await draw(missing);
  for (const { code, file } of pictures) copyFileSync(file, join(target, `${String(code)}.png`));
  if (limit === Infinity) {
    const used = new Set(pictures.map(({ file }) => file));
    for (const old of readdirSync(folder)) if (!used.has(join(folder, old))) rmSync(join(folder, old));
  }
  return { all: pictures.length, drawn: missing.size };
}

/** Puts a picture beside every error page. The check of the sub-path switches it off with PICTURES=no: it looks at addresses only. */
export const pictures = (): AstroIntegration => ({
  name: 'pictures',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      if (process.env.PICTURES === 'no') return;
      const started = performance.now();
      const { all, drawn } = await makePictures(join(fileURLToPath(dir), 'errors'));
      logger.info(`${String(all)} pictures, ${String(drawn)} of them drawn in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    },
  },
});
