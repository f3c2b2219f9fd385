import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { GET } from '../../src/pages/manifest.webmanifest.ts';

interface Manifest {
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string; readonly purpose?: string }[];
  readonly file_handlers: readonly { readonly action: string; readonly accept: Readonly<Record<string, readonly string[]>> }[];
  readonly background_color: string;
}
const manifest = (await (GET as () => Response)().json()) as Manifest;
const maskable = manifest.icons.filter(({ purpose }) => purpose === 'maskable');

test('the app has a name, a place, colours, and icons of both sizes and purposes', () => {
  expect(manifest).toMatchObject({
    id: '/',
    name: 'Undelivered',
    short_name: 'Undelivered',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#f8f7f3',
    theme_color: '#f8f7f3',
  });
  for (const purpose of ['any', 'maskable'])
    for (const sizes of ['192x192', '512x512'])
      expect(manifest.icons).toContainEqual({ src: `/icon-${sizes.slice(0, 3)}.png`, sizes, type: 'image/png', purpose });
});

test.each(maskable)('what $src shows lies within the circle that every mask leaves', async ({ src, sizes }) => {
  const { data, info } = await sharp(fileURLToPath(new URL(`../../public${src}`, import.meta.url)))
    .flatten({ background: '#ff00ff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(`${String(info.width)}x${String(info.height)}`).toBe(sizes);
  const [red, green, blue] = [data[0], data[1], data[2]];
  const middle = (info.width - 1) / 2;
  let outside = 0;
  for (let place = 0; place < info.width * info.height; place += 1) {
    const away = Math.hypot((place % info.width) - middle, Math.floor(place / info.width) - middle);
    // The safe zone of a maskable icon is a circle of two fifths of its width.
    if (away < info.width * 0.4) continue;
    const from = place * info.channels;
    if (data[from] !== red || data[from + 1] !== green || data[from + 2] !== blue) outside += 1;
  }
  expect(outside).toBe(0);
});

test('it opens the kinds of files that a log comes as, in the analyzer', () => {
  expect(manifest.file_handlers.map(({ action }) => action)).toEqual(['/analyze/']);
  const endings = Object.values(manifest.file_handlers[0]?.accept ?? {}).flat();
  for (const ending of ['.csv', '.tsv', '.txt', '.json', '.jsonl', '.gz', '.zip']) expect(endings).toContain(ending);
});
