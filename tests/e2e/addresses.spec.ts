import { expect, test, type Page } from '@playwright/test';
import fc from 'fast-check';
import { kept } from '../../src/hand-over/kept.ts';
import { dictionary, errors } from '../content.ts';

/** Something that somebody typed, and the parts of it that may stand nowhere. */
interface Personal {
  readonly text: string;
  readonly secrets: readonly string[];
}

const codes = new Set([...errors.map(({ name }) => name), ...dictionary.map(({ code }) => String(code))]);
const name = fc.constantFrom('Ottilie Brandvold', 'Xanthe Quillfeather', 'Jørgen Åsgaardstrand', 'Mbali Zwelonke', 'Grzegorz Wójtowicz');
const passcode = fc
  .integer({ min: 10_000, max: 999_999 })
  .map(String)
  .filter((digits) => !codes.has(digits));
const phone = fc.constantFrom('+12025550143', '+1 (202) 555-0187', '07700 900456', '+447700900123', '202-555-0119');
const sid = fc
  .array(fc.constantFrom(...Array.from('0123456789abcdef')), { minLength: 32, maxLength: 32 })
  .map((hex) => `SM${hex.join('')}`);

const personal: fc.Arbitrary<Personal> = fc.oneof(
  name.map((who) => ({ text: `${who} never got the text`, secrets: who.split(' ') })),
  name.map((who) => ({ text: who, secrets: who.split(' ') })),
  passcode.map((digits) => ({ text: digits, secrets: [digits] })),
  passcode.map((digits) => ({ text: `Your Halvorsen passcode is ${digits}`, secrets: [digits, 'Halvorsen'] })),
  phone.map((number) => ({ text: number, secrets: [number.replaceAll(/\D/g, '').slice(-7), number] })),
  fc.tuple(phone, passcode).map(([number, digits]) => ({ text: `${number} landline ${digits}`, secrets: [digits, number.slice(-4)] })),
  sid.map((id) => ({ text: id, secrets: [id] })),
  fc.tuple(sid, phone).map(([id, number]) => ({
    text: `MessageSid=${id}&MessageStatus=undelivered&To=${encodeURIComponent(number)}&ErrorCode=30003&Body=Quillfeather`,
    secrets: [id, number.replaceAll(/\D/g, '').slice(-7), 'Quillfeather'],
  })),
  fc.tuple(passcode, name).map(([digits, who]) => ({
    text: `{"id": ${digits}, "lead": "${who}", "error": "The 'To' number is not a valid phone number"}`,
    secrets: [digits, ...who.split(' ')],
  })),
  fc.tuple(name, phone).map(([who, number]) => ({
    text: `Hi ${who}, your table is booked. Call ${number}. Reply STOP to opt out. https://tiny.example/${who.slice(0, 4)}`,
    secrets: [...who.split(' '), 'tiny.example', number.slice(-4)],
  })),
);

const places = [
  '/',
  '/errors/',
  '/errors/30007/',
  '/guide/',
  '/guide/escalate/',
  '/guide/code/',
  '/analyze/',
  '/privacy/',
  '/no/such/page',
];

/** Everything that a place could give away: addresses of any moment, requests, referrers, titles. */
async function listen(page: Page): Promise<() => readonly string[]> {
  const seen: string[] = [];
  await page.exposeFunction('sawAddress', (text: string) => seen.push(text));
  await page.addInitScript(() => {
    const tell = (text: string): void => {
      void (window as unknown as { sawAddress: (text: string) => Promise<void> }).sawAddress(text);
    };
    for (const method of ['pushState', 'replaceState'] as const) {
      const own = history[method].bind(history);
      history[method] = (state: unknown, unused: string, url?: string | URL | null): void => {
        tell(`${method} ${String(url)} ${JSON.stringify(state)}`);
        own(state, unused, url);
      };
    }
    addEventListener('hashchange', () => {
      tell(location.href);
    });
    addEventListener('pagehide', () => {
      tell(`${document.title} ${document.referrer} ${location.href}`);
    });
  });
  page.on('request', (request) => seen.push(`${request.url()} ${request.headers().referer ?? ''} ${request.postData() ?? ''}`));
  page.on('framenavigated', (frame) => seen.push(frame.url()));
  return () => seen;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};
const gives = (texts: readonly string[], secrets: readonly string[]): readonly string[] =>
  texts.filter((text) => secrets.some((secret) => [text, decoded(text)].some((form) => form.toLowerCase().includes(secret.toLowerCase()))));

interface Storages {
  readonly entries: readonly (readonly [key: string, value: string])[];
  readonly databases: readonly string[];
  readonly files: number;
  readonly cookies: string;
  readonly caches: readonly string[];
}

const storages = (): Promise<Storages> =>
  (async () => {
    const databases = (await indexedDB.databases()).map((database) => database.name ?? '');
    const files = await new Promise<number>((resolve) => {
      if (!databases.includes('undelivered')) {
        resolve(0);
        return;
      }
      const opening = indexedDB.open('undelivered', 1);
      opening.onsuccess = () => {
        const counting = opening.result.transaction('handover').objectStore('handover').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
    return {
      entries: [localStorage, sessionStorage].flatMap((store) => Object.keys(store).map((key) => [key, store.getItem(key) ?? ''] as const)),
      databases,
      files,
      cookies: document.cookie,
      caches: await caches.keys(),
    };
  })();

const tableKeys = new Set(Object.values(kept).map(({ key }): string => key));

async function checkStorage(page: Page, secrets: readonly string[]): Promise<void> {
  await expect(async () => {
    const { entries, databases, files, cookies, caches } = await page.evaluate(storages);
    expect(entries.map(([key]) => key).filter((key) => !tableKeys.has(key))).toEqual([]);
    expect(databases.filter((database) => !tableKeys.has(database))).toEqual([]);
    expect(
      gives(
        entries.map(([, value]) => value),
        secrets,
      ),
    ).toEqual([]);
    expect(files).toBe(0);
    expect(cookies).toBe('');
    expect(caches).toEqual([]);
  }).toPass({ timeout: 5_000 });
}

const fields = 'textarea:visible, input:not([type=file], [type=checkbox], [type=radio]):visible';

for (const place of places) {
  test(`nothing that is typed or pasted on ${place} comes to stand in an address, a request, a title or a store`, async ({ page }) => {
    test.setTimeout(240_000);
    const seen = await listen(page);
    // A page without a field of its own has the box of the header, which is the same everywhere.
    const count = (place === '/' || place === '/errors/' ? 6 : 3) * (process.env.LONG === '1' ? 4 : 1);
    const samples = fc.sample(personal, { numRuns: count, seed: place.length * 7919 });
    expect(samples.length).toBe(count);
    const all = samples.flatMap(({ secrets }) => secrets);
    let typed = 0;
    for (const { text, secrets } of samples) {
      await page.goto(place);
      await page.waitForLoadState('load');
      for (const details of await page.locator('main details').all()) {
        await details.evaluate((element) => {
          element.setAttribute('open', '');
        });
      }
      const own = await page.locator(fields).count();
      for (let field = 0; field < own; field += 1) {
        if (field > 0) await page.goto(place);
        const target = page.locator(fields).nth(field);
        if (!(await target.isVisible())) continue;
        typed += 1;
        await target.fill(text);
        await target.press('Enter');
        await page.waitForTimeout(150);
        await page.waitForLoadState('load');
        expect(gives(seen(), secrets)).toEqual([]);
        await checkStorage(page, secrets);
      }
      // The box that "/" opens on every page.
      await page.goto(place);
      await page.waitForLoadState('load');
      await page.locator('[data-open-box]').click();
      const box = page.locator('.find-dialog textarea, [data-own-box]').first();
      await expect(box).toBeFocused();
      await box.fill(text);
      await page.waitForTimeout(250);
      await box.press('Enter');
      await page.waitForTimeout(250);
      await page.waitForLoadState('load');
      typed += 1;
      expect(gives(seen(), secrets)).toEqual([]);
      await checkStorage(page, secrets);
      // Pasted where no field has the focus.
      await page.goto(place);
      await page.evaluate((pasted) => {
        const data = new DataTransfer();
        data.setData('text/plain', pasted);
        (document.activeElement ?? document.body).dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      }, text);
      await page.waitForTimeout(100);
      expect(gives(seen(), secrets)).toEqual([]);
      await checkStorage(page, secrets);
    }
    expect(gives([await page.title()], all)).toEqual([]);
    expect(gives(seen(), all)).toEqual([]);
    test.info().annotations.push({
      type: 'looked at',
      description: `${String(seen().length)} addresses, requests and titles, and all storage, after ${String(typed)} texts such as ${JSON.stringify(samples[0]?.text)} were typed or pasted on ${place}`,
    });
    expect(seen().length).toBeGreaterThan(count);
    expect(typed).toBeGreaterThanOrEqual(['/', '/errors/', '/guide/escalate/'].includes(place) ? 2 * count : count);
  });
}

test('an address that somebody else made is cleaned before anything leads on from it', async ({ page }) => {
  const seen = await listen(page);
  await page.goto('/errors/?q=Ottilie+482913&actors=recipient');
  await expect(page).toHaveURL(/\/errors\/\?actors=recipient$/);
  await page.goto('/guide/?status=undelivered&scope=Ottilie');
  await expect(page).toHaveURL(/\/guide\/undelivered\/\?status=undelivered$/);
  await expect(page.getByText('Left out of the address')).toContainText('Ottilie');
  expect(seen().filter((text) => text.includes('/guide/undelivered/') && text.includes('Ottilie'))).toEqual([]);
  await checkStorage(page, ['Ottilie', '482913']);
});

test('search words stand in the address when all of them are words of our titles, and only then', async ({ page }) => {
  await page.goto('/errors/');
  await page.locator('#find-words').fill('landline carrier');
  await page.locator('#find-words').blur();
  await expect(page).toHaveURL(/\?q=landline\+carrier$/);
  await page.locator('#find-words').fill('landline carrier brandvold');
  await page.locator('#find-words').blur();
  await expect(page).toHaveURL(/\/errors\/$/);
});

test('a log that was left for an analyzer that never opened is gone with the next page', async ({ page }) => {
  await page.route('**/analyze/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>held</title>' }));
  await page.goto('/');
  await page.locator('#paste-file').setInputFiles({ name: 'Ottilie Brandvold.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2') });
  await expect(page).toHaveTitle('held');
  expect((await page.evaluate(storages)).files).toBe(1);
  // This one is left before it has looked into the store: the next one must still know that it may.
  await page.addInitScript(() => {
    if (location.pathname === '/privacy/') IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await page.goto('/privacy/');
  await page.goto('/');
  await checkStorage(page, ['Ottilie', 'Brandvold']);
});

test('a log that was left is taken back after a minute: by the page that left it, where the analyzer does not open, and by any other tab', async ({
  page,
  context,
}) => {
  // No content: the page that asked stays.
  await context.route('**/analyze/', (route) => route.fulfill({ status: 204 }));
  await page.clock.install();
  const leave = async (): Promise<void> => {
    await page.goto('/');
    await page
      .locator('#paste-file')
      .setInputFiles({ name: 'Ottilie Brandvold.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2') });
    await expect(async () => {
      expect((await page.evaluate(storages)).files).toBe(1);
    }).toPass({ timeout: 5_000 });
  };
  await leave();
  await page.clock.fastForward(59_000);
  expect((await page.evaluate(storages)).files).toBe(1);
  await page.clock.fastForward(2_000);
  await checkStorage(page, ['Ottilie', 'Brandvold']);

  await leave();
  const soon = await context.newPage();
  await soon.goto('/privacy/', { waitUntil: 'networkidle' });
  expect((await soon.evaluate(storages)).files).toBe(1);
  const later = await context.newPage();
  await later.clock.install({ time: Date.now() + 3_600_000 });
  await later.goto('/privacy/');
  await checkStorage(later, ['Ottilie', 'Brandvold']);
});

test('the page on privacy names all that is kept', async ({ page }) => {
  await page.goto('/privacy/');
  expect(tableKeys.size).toBeGreaterThan(5);
  for (const { key, until } of Object.values(kept)) {
    await expect(page.locator('.kept dt').filter({ hasText: key }).first()).toBeVisible();
    await expect(page.locator('.kept')).toContainText(
      [until.slice(1)].map((text) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))),
    );
  }
});
