import { expect, test } from '@playwright/test';

const csv =
  'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit\n' +
  '+14155550100,+14155550101,Hello,undelivered,2025-08-14T14:05:00.000Z,2010-04-01,1,30007,AC00000000000000000000000000000000,SM00000000000000000000000000000001,outbound-api,-0.0079,USD\n';

/** What the home page has left for the analyzer, read on a page that does not take it. */
const leftFiles = (): Promise<readonly { readonly name: string; readonly size: number }[]> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('undelivered', 1);
    opening.onerror = () => {
      reject(new Error('no store'));
    };
    opening.onsuccess = () => {
      const getting = opening.result.transaction('handover').objectStore('handover').get('files');
      getting.onsuccess = () => {
        resolve((getting.result as { files: File[] }).files.map(({ name, size }) => ({ name, size })));
      };
    };
  });

test('the box has the focus, and a code typed into it leads to its page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByLabel(/^Paste an error/)).toBeFocused();
  await page.keyboard.type('30007');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/errors\/30007\/$/);
});

test('where the part that reads cannot be had the box says so and keeps the text; the next Enter reads it', async ({ page }) => {
  const parts = /\/_astro\/(?:reader|box)\b.*\.js$/;
  let refused = 0;
  await page.route(parts, (route) => {
    if (!route.request().url().includes('/reader')) return route.continue();
    refused += 1;
    return route.abort('internetdisconnected');
  });
  await page.goto('/');
  const box = page.getByLabel(/^Paste an error/);
  await box.fill('30007');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The part that reads this could not be loaded. Check the connection, then press Enter again.')).toBeVisible();
  await expect(box).toHaveValue('30007');
  expect(page.url()).toMatch(/\/$/);
  expect(refused).toBeGreaterThan(0);
  await page.unroute(parts);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/errors\/30007\/$/);
});

test('a callback leads to the page of the code in it', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel(/^Paste an error/).fill('MessageSid=SM30005000000000000000000000000000&To=%2B14155550100&ErrorCode=30003');
  await page.getByRole('button', { name: 'Find out' }).click();
  await expect(page).toHaveURL(/\/errors\/30003\/$/);
  const receipt = page.getByText('Read: message or its callback, 30003. Not kept.');
  await expect(receipt).toBeVisible();
  const crumbs = page.getByRole('link', { name: 'Errors' }).last();
  const [above, below] = [await receipt.boundingBox(), await crumbs.boundingBox()];
  expect((below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0))).toBeGreaterThanOrEqual(8);
});

test('a code without a page is looked up among the others', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel(/^Paste an error/).fill('13227');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /^13227 / })).toHaveAttribute('href', /twilio\.com\/docs\/api\/errors\/13227$/);
});

test('an error sentence without its code opens the page of its code, and does not stand in the address', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel(/^Paste an error/).fill("The 'To' number +12025550143 is not a valid phone number");
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/errors\/21211\/$/);
  expect(page.url()).not.toContain('5550143');
});

test('who tells what happened and names no error comes to the step of the guide', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel(/^Paste an error/).fill('my customer did not get the text');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/guide\/complaint\/\?have=complaint$/);
});

test('a callback without an error code leads into the guide by its status', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel(/^Paste an error/).fill('MessageSid=SM1&MessageStatus=sent&ErrorCode=');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/guide\/.*status=sent/);
});

test('a code beside the status “delivered” leads to why records disagree', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel(/^Paste an error/).fill('MessageStatus=delivered&ErrorCode=30008');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'the status decides' })).toBeVisible();
});

test('the status beside a code travels to the guide', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel(/^Paste an error/).fill('MessageStatus=undelivered&ErrorCode=30007');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/errors\/30007\/\?status=undelivered$/);
  await page.getByRole('link', { name: 'Work it out step by step' }).click();
  await expect(page).toHaveURL(/[?&]status=undelivered/);
  await expect(page).toHaveURL(/[?&]code=30007/);
  await expect(page.getByText(/Left out of the address/)).toBeHidden();
});

test('a callback with neither code nor status is told so, on the spot', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel(/^Paste an error/).fill('MessageSid=SM1&To=%2B14155550101');
  await page.keyboard.press('Enter');
  await expect(page.locator('#paste-said')).toContainText('no error code');
  await expect(page).toHaveURL(/\/$/);
});

test('a pasted log and a chosen file are handed to the analyzer', async ({ page }) => {
  // The analyzer's page takes what was left, so it is kept from opening here.
  await page.route('**/analyze/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>held</title>' }));
  await page.goto('/');
  await page.getByLabel(/^Paste an error/).fill(csv);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('held');
  expect(await page.evaluate(leftFiles)).toEqual([{ name: 'pasted text', size: csv.length }]);

  await page.goto('/');
  await page.getByLabel('choose a file').setInputFiles({ name: 'sms-log.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page).toHaveTitle('held');
  expect(await page.evaluate(leftFiles)).toEqual([{ name: 'sms-log.csv', size: csv.length }]);
});

test('a file dropped anywhere on the page is handed to the analyzer', async ({ page }) => {
  await page.route('**/analyze/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>held</title>' }));
  await page.goto('/');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.csv'));
    document.querySelector('footer')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, csv);
  await expect(page).toHaveTitle('held');
  expect(await page.evaluate(leftFiles)).toEqual([{ name: 'dropped.csv', size: csv.length }]);
});

test('the last report of this tab stands on the door of the analyzer', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('#last-report')).toBeHidden();
  await page.evaluate(() => {
    sessionStorage.setItem('undelivered:last-report', JSON.stringify({ messages: 9803, findings: 1 }));
  });
  await page.reload();
  await expect(page.locator('#last-report')).toHaveText('Back to the report: 9,803 messages, 1 finding');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the home page is a list of doors and codes', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('#paste')).toBeHidden();
    await expect(page.getByRole('link', { name: 'All error codes on one page' })).toHaveAttribute('href', '/errors/all/');
    await expect(page.getByRole('link', { name: /Answer questions/ })).toHaveAttribute('href', '/guide/');
    await expect(page.getByRole('link', { name: /30007/ })).toHaveAttribute('href', '/errors/30007/');
  });
});
