import type { Arrival } from '../../guide/tree/arrival.ts';
import { askFor, isOne } from '../../guide/tree/ask.ts';
import { findSids, summaryText, type SummaryFormat } from '../../guide/tree/summary.ts';
import { triedLabels } from './tried.ts';

const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Makes every button of the page that takes a text along copy it, and say so beside itself. */
function offerCopies(page: HTMLElement, text: (format: SummaryFormat) => string): void {
  for (const button of page.querySelectorAll<HTMLElement>('[data-take]')) {
    button.addEventListener('click', () => {
      const answer = button.parentElement?.querySelector('[data-taken]');
      const say = (result: string) => (): void => {
        if (answer !== null && answer !== undefined) answer.textContent = result;
      };
      navigator.clipboard
        .writeText(text(button.dataset.take === 'markdown' ? 'markdown' : 'text'))
        .then(say('Copied.'), say('Not copied: the browser refused.'));
    });
  }
}

/** Offers the summary of an outcome for pasting, with the blanks and SIDs the reader fills in; they stay in the page. */
export function offerSummary(page: HTMLElement, { said }: Arrival): void {
  const ticket = page.querySelector<HTMLElement>('[data-ticket]');
  const sids = ticket?.querySelector('textarea');
  const preview = ticket?.querySelector('[data-preview]');
  if (ticket === null || sids === null || sids === undefined || preview === null || preview === undefined) return;
  const { askOne, askMany } = ticket.dataset;
  const request =
    askOne === undefined || askMany === undefined
      ? undefined
      : {
          heading: isOne(said) ? 'A message did not arrive' : 'Messages did not arrive',
          question: askFor(said, { one: askOne, many: askMany }),
        };
  const text = (format: SummaryFormat): string =>
    summaryText(
      {
        title: words(page.querySelector('h1')),
        summary: words(page.querySelector('[data-summary]')),
        doNow: [...page.querySelectorAll('[data-do-now] li')].map(words),
        said,
        tried: triedLabels(),
        blanks: [...ticket.querySelectorAll<HTMLInputElement>('[data-blank]')].map(({ dataset, value }) => ({
          label: dataset.blank ?? '',
          value,
        })),
        sids: findSids(sids.value),
        url: location.href,
        ...(request === undefined ? {} : { request }),
      },
      format,
    );
  const show = (): void => {
    preview.textContent = text('text');
    const count = findSids(sids.value).length;
    const counter = ticket.querySelector('[data-sid-count]');
    if (counter !== null) counter.textContent = sids.value === '' ? '' : `${String(count)} ${count === 1 ? 'SID' : 'SIDs'} found.`;
  };
  ticket.addEventListener('input', show);
  show();
  offerCopies(page, text);
}

/** Offers the letter of an outcome as it stands. */
export function offerLetter(page: HTMLElement): void {
  const letter = page.querySelector<HTMLElement>('[data-letter]');
  if (letter !== null) offerCopies(page, () => letter.querySelector('[data-preview]')?.textContent ?? '');
}
