import type { Journey } from './visit.ts';

/** To the page of an error from the box, from the index, and from a link that somebody sent. */
export const error: Journey = async (visit, step) => {
  await step('a callback in the box opens the page of its code', async () => {
    await visit.open('/');
    await visit.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'MessageSid=SM30005000000000000000000000000000&To=%2B12025550101&ErrorCode=30003');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    if ((await visit.page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#paste-text')?.value)) === '')
      await visit.type('MessageSid=SM30005000000000000000000000000000&To=%2B12025550101&ErrorCode=30003');
    await visit.click('#paste button[type=submit]');
    await visit.arrives(/^\/errors\/30003\/$/);
    await visit.says('.receipt', 'Read: message or its callback, 30003. Not kept.');
  });
  await step('a link with a status opens the same for somebody else', async () => {
    await visit.open('/errors/30007/?status=undelivered');
    await visit.says('h1', 'Message filtered');
    await visit.click('::-p-text(Work it out step by step)');
    await visit.arrives(/^\/guide\/.*[?&]status=undelivered/);
  });
  await step('the index is searched by words', async () => {
    await visit.open('/errors/');
    await visit.click('#find-words');
    await visit.type('landline');
    await visit.says('main', '30006');
    await visit.press('Enter');
  });
  await step('“/” opens the box, “?” the keys, Esc closes', async () => {
    await visit.open('/errors/30007/');
    await visit.press('/');
    await visit.until('the box', () => visit.count('dialog[open] textarea'));
    await visit.type('30034');
    await visit.press('Escape', 'Escape');
    await visit.until(
      'no box',
      () => visit.count('dialog[open]'),
      (open) => open === 0,
    );
    await visit.type('?');
    await visit.says('dialog[open]', 'Keyboard shortcuts');
    await visit.press('Escape');
    await visit.until(
      'no list',
      () => visit.count('dialog[open]'),
      (open) => open === 0,
    );
  });
  await step('the address of a section is copied', async () => {
    await visit.click('.heading .anchor');
    await visit.says('body', /copied/i);
  });
};
