import { expect, test, type Page } from '@playwright/test';

const SID = 'SM0123456789abcdef0123456789abcdef';
const OTHER = 'SM00000000000000000000000000000002';

const box = (page: Page) => page.locator('#paste-text');

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/');
  await box(page).fill(text);
  await box(page).press('Enter');
}

const trace = `Reminder for 202-555-0143 was not sent
Traceback (most recent call last):
  File "/srv/clinic/jobs/remind.py", line 212, in remind_all
twilio.base.exceptions.TwilioRestException: HTTP 400 error: Unable to create record: The 'To' number XXXXXXXXXX is not a valid phone number.`;
const gateway = JSON.stringify({
  httpMethod: 'POST',
  body: btoa(
    JSON.stringify({
      args: [{ message: { body: btoa(`MessageSid=${SID}&MessageStatus=undelivered&To=%2B12025550143&ErrorCode=30007`) } }],
    }),
  ),
});
const callbacks = [
  `MessageStatus=queued&MessageSid=${SID}&To=%2B12025550143`,
  `MessageStatus=failed&MessageSid=${OTHER}&To=%2B12025550144&ErrorCode=30008`,
  `MessageStatus=delivered&MessageSid=${SID}&To=%2B12025550143`,
  `MessageStatus=undelivered&MessageSid=SM00000000000000000000000000000003&To=%2B12025550145&ErrorCode=30003`,
].join('\n');

for (const [name, text, address] of [
  ['a stack trace without a code', trace, /\/errors\/21211\/$/],
  [
    'a syslog line with a process id',
    'Mar 04 06:40:11 gate relayd[31874]: The concatenated message body exceeds the 1600 character limit.',
    /\/errors\/21617\/$/,
  ],
  ['a gateway’s event, base64 twice', gateway, /\/errors\/30007\/\?status=undelivered$/],
  [
    'a complaint',
    'The API gave no error, but some customers only get our texts hours after we send them',
    /\/guide\/timing\/\?have=timing$/,
  ],
  ['a complaint with a name', 'Ottilie Brandvold in Narvik never got the text', /\/guide\/complaint\/\?have=complaint$/],
] as const) {
  test(`${name} opens its page, which says what was read`, async ({ page }) => {
    await paste(page, text);
    await expect(page).toHaveURL(address);
    await expect(page.locator('main > .receipt')).toHaveText(/^Read: .*\. Not kept\.$/);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.reload();
    await expect(page.locator('main > .receipt')).toHaveCount(0);
  });
}

test('several callbacks become a report of as many messages', async ({ page }) => {
  await paste(page, callbacks);
  await expect(page).toHaveURL(/\/analyze\/$/);
  await expect(page.locator('.analyzer')).toHaveAttribute('data-state', 'report', { timeout: 20_000 });
  await expect(page.locator('.report')).toContainText('3 messages');
});

test('an unknown code is said to be unknown, with what is near it and the step of its status', async ({ page }) => {
  await paste(page, `MessageStatus=failed&MessageSid=${SID}&To=%2B12025550144&ErrorCode=39999`);
  const answer = page.locator('#paste-answer');
  await expect(answer).toContainText('no error code 39999');
  await answer.getByRole('link', { name: /The status beside it counts/ }).click();
  await expect(page).toHaveURL(/\/guide\/failed\/\?status=failed$/);
});

test('a record without a code stays, and its number is not looked up', async ({ page }) => {
  await paste(page, '[{"id": 417203, "area": "texting", "level": "error", "event": "first_contact_failed"}]');
  await expect(page.locator('#paste-said')).toContainText('no error code');
  await expect(page).toHaveURL(/\/$/);
});

test('a SID is explained with commands that can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await paste(page, SID);
  const answer = page.locator('#paste-answer');
  await expect(answer).toContainText('The SID of a message');
  await answer.getByRole('button', { name: 'Copy' }).first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`twilio api:core:messages:fetch --sid ${SID} -o json`);
});

test('while typing one line says what is read and what Enter does, and nothing is asked for', async ({ page }) => {
  const asked: string[] = [];
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(2_500);
  page.context().on('request', (request) => asked.push(request.url()));
  await box(page).pressSequentially('undelivered 30007');
  await expect(page.locator('#paste-said')).toContainText('30007 Message filtered');
  await expect(page.locator('#paste-said')).toContainText('Enter opens it');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await box(page).pressSequentially('+12025550143');
  await box(page).press('Enter');
  await expect(page.locator('#paste-answer')).toContainText('United States');
  expect(asked).toEqual([]);
});

test('a step that only leads on leaves the receipt to the one that stays', async ({ page }) => {
  await paste(page, `MessageSid=${SID}&MessageStatus=queued`);
  await expect(page).toHaveURL(/\/guide\/stuck\/\?status=queued$/);
  await expect(page.locator('main > .receipt')).toHaveText('Read: message or its callback, queued. Not kept.');
});

test('a text file that is no log is read on the spot, a log goes to the analyzer', async ({ page }) => {
  await page.goto('/');
  await page.locator('#paste-file').setInputFiles({ name: 'error.txt', mimeType: 'text/plain', buffer: Buffer.from(trace) });
  await expect(page).toHaveURL(/\/errors\/21211\/$/);
});

test('the analyzer’s paste says what a text is that is no log', async ({ page }) => {
  await page.goto('/analyze/');
  await expect(page.locator('.analyzer')).toHaveAttribute('data-ready', 'true');
  await page.getByText('Paste text instead').click();
  await page.getByLabel('Rows of a log').fill(`MessageSid=${SID}&MessageStatus=undelivered&ErrorCode=30007`);
  await page.getByRole('button', { name: 'Read this text' }).click();
  await expect(page.getByText('This is no log.')).toBeVisible();
  await expect(page.locator('.drop-zone').getByRole('link', { name: /30007 Message filtered/ })).toHaveAttribute(
    'href',
    '/errors/30007/?status=undelivered',
  );
  await page.getByLabel('Rows of a log').fill(callbacks);
  await page.getByRole('button', { name: 'Read this text' }).click();
  await expect(page.locator('.analyzer')).toHaveAttribute('data-state', 'report', { timeout: 20_000 });
});

test('“/” opens the box from every page, and it knows the same', async ({ page }) => {
  for (const path of ['/guide/', '/errors/30007/', '/privacy/', '/analyze/', '/no/such/page']) {
    await page.goto(path);
    await page.waitForLoadState('load');
    await page.keyboard.press('/');
    const field = page.locator('.find-dialog textarea');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.find-dialog')).toBeHidden();
  }
  await page.goto('/errors/30003/');
  await page.locator('[data-open-box]').click();
  await page.locator('.find-dialog textarea').fill(trace);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/errors\/21211\/$/);
  await page.goto('/errors/');
  await page.keyboard.press('/');
  await expect(page.locator('#find-words')).toBeFocused();
});

test('the index reads what the box reads', async ({ page }) => {
  await page.goto('/errors/');
  await page.locator('#find-words').fill(trace);
  await expect(page.locator('#find-results tr[data-code]')).toHaveCount(1);
  await expect(page.locator('#find-results')).toContainText("Invalid 'To' Phone Number");
  await page.locator('#find-words').fill('codes arrive late');
  await expect(page.locator('#find-answer').getByRole('link')).toHaveAttribute('href', '/guide/timing/?have=timing');
});

test('a wrong address with a number that is no code offers what is near', async ({ page }) => {
  await page.goto('/errors/3007/');
  await expect(page.locator('#not-found-code').getByRole('link', { name: /30007/ })).toHaveAttribute('href', '/errors/30007/');
});

test('a long paste goes to the analyzer', async ({ page }) => {
  await page.route('**/analyze/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>held</title>' }));
  await page.goto('/');
  await box(page).evaluate((field, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, 'a line without meaning\n'.repeat(4_000));
  await expect(page).toHaveTitle('held');
});

const kinds: Readonly<Record<string, string>> = {
  trace,
  gateway,
  callbacks,
  'one long word': 'x'.repeat(3_000),
  'a form in one line': `MessageSid=${SID}&MessageStatus=undelivered&To=%2B12025550143&From=%2B12025550101&ErrorCode=30007`.repeat(6),
  'a SID': SID,
  'a text': 'Hi Ann, it’s time — https://bit.ly/x 🎉 your table is booked. Reply STOP to opt out',
  curl: `curl -X POST "https://api.twilio.com/2010-04-01/Accounts/$TWILIO_ACCOUNT_SID/Messages.json" -d “to=+12025550143” -d "Body=hi"`,
  'an unknown code': '39999',
};
for (const width of [320, 390, 1280]) {
  test(`the box wraps, grows to six lines and never sideways, at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const [kind, text] of Object.entries(kinds)) {
      await page.goto('/');
      await box(page).fill(text);
      await expect(page.locator('#paste-said')).not.toBeEmpty();
      const check = async (): Promise<void> => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide, kind).toBeLessThanOrEqual(0);
        const { height, line, inside } = await box(page).evaluate((field) => {
          const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(field);
          return {
            height: field.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom),
            line: parseFloat(lineHeight),
            inside: field.scrollWidth - field.clientWidth,
          };
        });
        expect(height, kind).toBeLessThanOrEqual(line * 6 + 1);
        expect(inside, kind).toBeLessThanOrEqual(0);
      };
      await check();
      if (!['trace', 'gateway', 'callbacks', 'a form in one line'].includes(kind)) {
        await box(page).press('Enter');
        await expect(page.locator('#paste-answer')).toBeVisible();
        await check();
      }
    }
  });
}

interface LaidOut {
  readonly name: string;
  readonly args: { readonly beginData?: { readonly partialLayout?: boolean } };
}

test('a key that begins no line lays out the box alone, whatever stands around it', async ({ page, browser }) => {
  await page.goto('/');
  await box(page).pressSequentially('n');
  await expect(page.locator('#paste-said')).not.toBeEmpty();
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  // Faster than the live line changes.
  await box(page).pressSequentially('othing comes', { delay: 20 });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { readonly traceEvents: readonly LaidOut[] };
  const began = traceEvents.flatMap(({ name, args: { beginData } }) => (name === 'Layout' && beginData !== undefined ? [beginData] : []));
  expect(began.length).toBeGreaterThanOrEqual(12);
  expect(began.filter(({ partialLayout }) => partialLayout !== true).length).toBeLessThanOrEqual(1);
});

test('the box is as high as its text, whichever way that changes', async ({ page }) => {
  await page.goto('/');
  const lines = (): Promise<number> =>
    box(page).evaluate((field) => {
      const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(field);
      return Math.round((field.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)) / parseFloat(lineHeight));
    });
  expect(await lines()).toBe(1);
  await box(page).fill('one\ntwo\nthree');
  expect(await lines()).toBe(3);
  await box(page).press('Shift+Enter');
  expect(await lines()).toBe(4);
  await box(page).press('Backspace');
  expect(await lines()).toBe(3);
  await box(page).press('Backspace');
  expect(await lines()).toBe(3);
  await box(page).fill('word '.repeat(4_000));
  expect(await lines()).toBe(6);
  await box(page).fill('a text that is longer\nand has two lines');
  expect(await lines()).toBe(2);
  await box(page).press('Escape');
  expect(await lines()).toBe(1);
});

test('the box and what it says stay as high as their texts when a phone is turned', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await page.goto('/');
  await box(page).fill('nothing comes since our texts about the tables of Friday were sent to all of the guests');
  const said = page.locator('#paste-said');
  await expect(said).not.toBeEmpty();
  const hidden = (): Promise<readonly number[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('#paste-text, #paste-said')].map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
    );
  const heights = async (): Promise<readonly number[]> => {
    const boxes = await Promise.all([box(page).boundingBox(), said.boundingBox()]);
    return boxes.map((one) => one?.height ?? 0);
  };
  const [fieldBefore = 0, saidBefore = 0] = await heights();
  await page.setViewportSize({ width: 320, height: 844 });
  await expect.poll(hidden).toEqual([0, 0]);
  const [field = 0, line = 0] = await heights();
  expect(field).toBeGreaterThan(fieldBefore);
  expect(line).toBeGreaterThan(saidBefore);
  await page.setViewportSize({ width: 844, height: 390 });
  await expect.poll(heights).toEqual([fieldBefore, saidBefore]);
});

test('the home page is light until the box is used, and the recognisers are a chunk of their own', async ({ page }) => {
  const bodies = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return;
    bodies.set(
      response.url(),
      response.body().then((body) => body.length),
    );
  });
  const loaded = async () => (await Promise.all(bodies.values())).reduce((sum, size) => sum + size, 0);
  // What runs while idle is held back, as on a phone that is still busy.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  const before = await loaded();
  await page.locator('h1').click();
  await box(page).press('a');
  await expect(page.locator('#paste-said')).not.toBeEmpty();
  // Before compression; the compressed bounds (40 KB, 120 KB) are those of size-limit in package.json.
  expect(before).toBeLessThan(60_000);
  await expect.poll(loaded).toBeGreaterThan(before + 100_000);
});
