import { afterEach, expect, test, vi } from 'vitest';
import type { Offer } from '../../../../src/islands/analyzer/dropped.ts';
import { onOpenedWith } from '../../../../src/islands/analyzer/opened-with.ts';

type Launch = { readonly files?: readonly { readonly name: string; readonly getFile: () => Promise<File> }[] };

/** The app is opened with something. @returns what the page is told */
async function openedWith(launch: Launch): Promise<readonly Offer[]> {
  const told: Offer[] = [];
  vi.stubGlobal('launchQueue', {
    setConsumer: (take: (launch: Launch) => void) => {
      take(launch);
    },
  });
  onOpenedWith((offer) => told.push(offer));
  await new Promise((resolve) => setTimeout(resolve, 0));
  return told;
}
afterEach(() => {
  vi.unstubAllGlobals();
});

const handle = (name: string) => ({ name, getFile: () => Promise.resolve(new File(['a'], name)) });

test('files come as in a drop, all at once', async () => {
  const [offer, ...others] = await openedWith({ files: [handle('a.csv'), handle('b.json')] });
  expect(others).toEqual([]);
  expect(offer?.kind === 'files' ? offer.files.map(({ name }) => name) : offer).toEqual(['a.csv', 'b.json']);
});

test('a file that cannot be had refuses the lot, by name', async () => {
  const gone = { name: 'gone.csv', getFile: () => Promise.reject(new Error('NotFoundError')) };
  const [offer] = await openedWith({ files: [handle('a.csv'), gone] });
  expect(JSON.stringify(offer)).toMatch(/^\{"kind":"refused".*a\.csv.*could not be opened; nothing was read.*gone\.csv/);
});

test('an app that is opened without a file, and a browser without apps, tell nothing', async () => {
  expect(await openedWith({})).toEqual([]);
  expect(await openedWith({ files: [] })).toEqual([]);
  vi.unstubAllGlobals();
  expect(() => {
    onOpenedWith(() => undefined);
  }).not.toThrow();
});
