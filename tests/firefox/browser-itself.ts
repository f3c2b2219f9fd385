import { ofSomeBrowsers } from '../../src/site/some-browsers.ts';
import { KeptSite } from '../e2e/kept-site.ts';
import { troubledLog } from '../e2e/log-file.ts';
import type { Journey } from './visit.ts';

/** What the browser itself does for the promises on /privacy/: the walls of a page, what only some browsers have, and a time without a network. */
export const browserItself: Journey = async (visit, step) => {
  await step('what /privacy/ says of this browser is so', async () => {
    const wrong: string[] = [];
    for (const { name, inFirefox, isThere } of ofSomeBrowsers) if ((await visit.page.evaluate(isThere)) !== inFirefox) wrong.push(name);
    if (wrong.length > 0) throw new Error(`otherwise than src/site/some-browsers.ts says: ${wrong.join(', ')}`);
    return ofSomeBrowsers.map(({ name, inFirefox }) => `${inFirefox ? '' : 'no '}${name}`).join(', ');
  });
  await step('no page and no thread of the analyzer connects; no text becomes markup', async () => {
    await visit.open('/analyze/');
    await visit.until('all parts of the page', () => visit.count('.analyzer[data-ready=true]'));
    const ended = await visit.page.evaluate(async () => {
      const ask = "fetch(ADDRESS).then(() => 'fetched', () => 'refused')";
      const address = JSON.stringify(new URL('/errors.json', location.href).href);
      const code = `${ask.replace('ADDRESS', address)}.then((how) => postMessage(how))`;
      const thread = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      const inThread = new Promise<string>((resolve) => {
        thread.onmessage = ({ data }) => {
          resolve(String(data));
        };
        thread.onerror = () => {
          resolve('did not start');
        };
      });
      const inPage = await fetch('/errors.json').then(
        () => 'fetched',
        () => 'refused',
      );
      let markup = 'became markup';
      try {
        document.createElement('p').innerHTML = '<b>text</b>';
      } catch {
        markup = 'refused';
      }
      return [inPage, await inThread, markup];
    });
    // They are told of, as they should be: two connections and the text. All of it has come when another page is there.
    const isRefusal = (fault: string): boolean => /connect-src|require-trusted-types-for/.test(fault);
    await visit.until(
      'both connections in the console',
      () => Promise.resolve(visit.faults.filter((fault) => /^error: .*connect-src/.test(fault)).length),
      (told) => told >= 2,
    );
    await visit.open('/privacy/');
    visit.faults.splice(0, Infinity, ...visit.faults.filter((fault) => !isRefusal(fault)));
    if (ended.some((how) => how !== 'refused')) throw new Error(ended.join(', '));
  });
  const site = await KeptSite.start();
  visit.origin = site.origin;
  try {
    await step('the site is kept while the page is idle', async () => {
      await visit.open('/');
      await visit.until('a service worker that has kept all', () =>
        visit.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'),
      );
      const files = await visit.page.evaluate(async () => {
        const names = await caches.keys();
        return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))).reduce(
          (sum, n) => sum + n,
          0,
        );
      });
      return `${String(files)} files of a part of the site`;
    });
    await step('without a network: an error, a step and a log', async () => {
      site.isGone = true;
      await visit.open('/errors/30007/');
      await visit.says('h1', 'Message filtered');
      await visit.open('/guide/status/');
      await visit.press('1');
      await visit.arrives(/[?&]status=undelivered/);
      await visit.open('/analyze/');
      await visit.until('all parts of the page', () => visit.count('.analyzer[data-ready=true]'));
      await visit.drop('dropped.csv', troubledLog());
      await visit.says('.summary-line', '72 messages');
    });
  } finally {
    site.stop();
  }
};
