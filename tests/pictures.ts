/** Makes the pictures of README.md from the built site: `node tests/pictures.ts`, with the site served on PORT (4321). */
import { chromium } from '@playwright/test';
import { browserArgs, findBrowser } from './browser.ts';

const site = `http://127.0.0.1:${process.env.PORT ?? '4321'}`;
const folder = '.github/pictures';
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArgs] });
const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, colorScheme: 'light' });

await page.goto(`${site}/guide/undelivered/?status=undelivered`);
await page.screenshot({ path: `${folder}/guide.png` });

await page.goto(`${site}/errors/30007/`);
await page.screenshot({ path: `${folder}/error.png` });

await page.goto(`${site}/analyze/`);
await page.waitForSelector('astro-island:not([ssr])');
await page.getByRole('button', { name: /trouble/i }).click();
await page.waitForSelector('.summary-line');
await page.evaluate(() => document.querySelector('#report')?.scrollIntoView());
await page.screenshot({ path: `${folder}/analyze.png` });

await browser.close();
