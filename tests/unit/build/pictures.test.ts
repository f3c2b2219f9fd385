import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makePictures } from '../../../src/build/pictures/pictures.ts';
import { pictureSvg } from '../../../src/build/pictures/picture-svg.ts';
import { errors } from '../../content.ts';

test('the picture of a code holds code, title and the four facts', () => {
  const entry = errors.find(({ name }) => name === '30007')?.data;
  if (entry === undefined) throw new Error('30007 has no page');
  const svg = pictureSvg(entry);
  for (const words of ['30007', 'Message filtered', 'Undelivered', 'You', 'Only after a fix', 'Billed as an'])
    expect(svg).toContain(`>${words}<`);
});

test('every title fits, and nothing in it becomes markup', () => {
  expect(errors.length).toBeGreaterThan(600);
  for (const { name, data } of errors) {
    const texts = [...pictureSvg(data).matchAll(/<text [^>]*>([^<]*)</g)].map(([, words = '']) => words);
    expect(texts, name).toContain(name);
    expect(
      texts.filter((words) => words.length > 62),
      name,
    ).toEqual([]);
    expect(texts.join(' '), name).not.toMatch(/&(?!amp;|lt;|gt;)/);
  }
});

test('it is drawn with letters, whatever fonts the machine has', { timeout: 60_000 }, async () => {
  const target = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    expect((await makePictures(target, 2)).all).toBe(2);
    const [file = ''] = readdirSync(target);
    const png = readFileSync(join(target, file));
    expect(png.length).toBeLessThan(40 * 1024);
    // The code fills its line: where a font is missing, boxes a tenth as large are drawn instead.
    const { data, info } = await sharp(png)
      .extract({ left: 72, top: 70, width: 360, height: 104 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const dark = [...data].filter((value) => value < 128).length / (info.width * info.height);
    expect(dark).toBeGreaterThan(0.15);
  } finally {
    rmSync(target, { recursive: true });
  }
});
