import type { Journey } from './visit.ts';

/** From a complaint in the box to an outcome, by mouse and by key, and back. */
export const guide: Journey = async (visit, step) => {
  await step('a complaint that is typed leads to its step', async () => {
    await visit.open('/');
    await visit.until('the box to have the focus', () => visit.page.evaluate(() => document.activeElement?.id === 'paste-text'));
    await visit.type('the customer never got the text');
    await visit.press('Enter');
    await visit.arrives(/^\/guide\/complaint\/\?have=complaint$/);
    await visit.says('.receipt', /^Read: .+ Not kept\.$/);
  });
  await step('the map unfolds', async () => {
    await visit.open('/guide/map/');
    const before = await visit.count('details[open]');
    await visit.click('.tree details:not([open]) > summary');
    await visit.until(
      'one more that is open',
      () => visit.count('details[open]'),
      (now) => now > before,
    );
  });
  await step('a key answers, the heading has the focus', async () => {
    await visit.open('/guide/status/');
    await visit.press('1');
    await visit.arrives(/[?&]status=undelivered/);
    await visit.until('the focus on the heading', () => visit.page.evaluate(() => document.activeElement?.localName === 'h1'));
  });
  await step('answers are clicked until there is an outcome', async () => {
    let clicked = 0;
    for (; clicked < 20 && (await visit.count('a[data-answer]')) > 0; clicked += 1) {
      const before = await visit.address();
      await visit.click('a[data-answer]');
      await visit.until(
        'another step',
        () => visit.address(),
        (now) => now !== before,
      );
      await visit.until('its heading', () =>
        visit.page.evaluate(() => document.readyState === 'complete' && document.querySelector('h1') !== null),
      );
    }
    if (clicked === 0) throw new Error('there was nothing to click');
    await visit.says('main', 'So that it does not come back');
    return `${String(clicked)} answers, ${await visit.address()}`;
  });
  await step('the request is copied, and back leads back', async () => {
    const before = await visit.address();
    await visit.click('::-p-text(Copy for the ticket)');
    await visit.says('main', 'Copied.');
    await visit.page.evaluate(() => {
      history.back();
    });
    await visit.until(
      'the step before',
      () => visit.address(),
      (now) => now !== before,
    );
  });
};
