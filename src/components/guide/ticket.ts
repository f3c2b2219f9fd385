import type { Arrival } from '../../guide/tree/arrival.ts';
import { findSids, summaryText, type SummaryFormat } from '../../guide/tree/summary.ts';

const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Makes the buttons of a section copy its text. */
function offerCopies(section: HTMLElement, text: (format: SummaryFormat) => string): void {
  for (const button of section.querySelectorAll<HTMLElement>('[data-take]')) {
    button.addEventListener('click', () => {
      const answer = section.querySelector('[data-taken]');
      const say = (result: string) => (): void => {
        if (answer !== null) answer.textContent = result;
      };
      navigator.clipboard
        .writeText(text(button.dataset.take === 'markdown' ? 'markdown' : 'text'))
        .then(say('Copied.'), say('Not copied: the browser refused.'));
    });
  }
}

/** Offers the summary of an outcome for pasting, with the SIDs the reader adds; they stay in the page. */
export function offerSummary(page: HTMLElement, { said }: Arrival): void {
  const ticket = page.querySelector<HTMLElement>('[data-ticket]');
  const field = ticket?.querySelector('textarea');
  const preview = ticket?.querySelector('[data-preview]');
  if (ticket === null || field === null || field === undefined || preview === null || preview === undefined) return;
  const text = (format: SummaryFormat): string =>
    summaryText(
      {
        title: words(page.querySelector('h1')),
        summary: words(page.querySelector('[data-summary]')),
        doNow: [...page.querySelectorAll('[data-do-now] li')].map(words),
        said,
        sids: findSids(field.value),
        url: location.href,
        support: ticket.dataset.ticket === 'support',
      },
      format,
    );
  const show = (): void => {
    preview.textContent = text('text');
    const count = findSids(field.value).length;
    const counter = ticket.querySelector('[data-sid-count]');
    if (counter !== null) counter.textContent = field.value === '' ? '' : `${String(count)} ${count === 1 ? 'SID' : 'SIDs'} found.`;
  };
  field.addEventListener('input', show);
  show();
  offerCopies(ticket, text);
}

/** Offers the letter of an outcome as it stands. */
export function offerLetter(page: HTMLElement): void {
  const letter = page.querySelector<HTMLElement>('[data-letter]');
  if (letter !== null) offerCopies(letter, () => letter.querySelector('[data-preview]')?.textContent ?? '');
}
