import { guidePath, stepPath } from '../../catalog/paths.ts';
import { arrive, follow } from '../../guide/tree/arrival.ts';
import type { Guide } from '../../guide/tree/guide.ts';
import { offerCodeField } from './code-field.ts';
import { focusHeading } from './focus.ts';
import { answerByKey } from './keys.ts';
import { showNotice } from './notice.ts';
import { offerLetter, offerSummary } from './ticket.ts';
import { showTrail } from './trail.ts';
import { forgetTried, rememberTried } from './tried.ts';

/** Brings a step's page to life: the machine decides where its links lead, the page stays as it was built. */
function openStep(guide: Guide, page: HTMLElement, step: string): void {
  const query = new URLSearchParams(location.search);
  const arrival = arrive(guide, step, query);
  if (arrival.step !== step) {
    // The whole query travels along, so that the next page can say what it could not use.
    location.replace(stepPath(arrival.step, Object.fromEntries(query)));
    return;
  }
  const kept = stepPath(step, arrival.changing === undefined ? arrival.answers : { ...arrival.answers, changing: arrival.changing });
  if (location.pathname + location.search !== kept) history.replaceState(history.state, '', kept + location.hash);
  const lead = (link: HTMLAnchorElement, event: string): void => {
    const place = follow(guide, arrival, event);
    link.href = stepPath(place.step, place.answers);
  };
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-answer]')) {
    lead(link, link.dataset.answer ?? '');
    if (arrival.changing !== undefined && arrival.answers[arrival.changing] === link.dataset.answer)
      link.setAttribute('aria-current', 'true');
  }
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-go]')) lead(link, `go-${link.dataset.go ?? ''}`);
  // Links inside sentences lead to other steps: the answers travel along, and those that do not fit are dropped there.
  for (const link of page.querySelectorAll<HTMLAnchorElement>('article a:not([data-answer], [data-go])'))
    if (link.pathname.startsWith(guidePath()) && link.search === '') link.search = new URLSearchParams(arrival.answers).toString();
  showNotice(page, arrival.dropped);
  showTrail(page, arrival);
  if (step === 'start' && arrival.said.length === 0) forgetTried();
  rememberTried(page, step);
  offerCodeField(guide, page, arrival);
  offerSummary(page, arrival);
  offerLetter(page);
  answerByKey(page);
  focusHeading(page);
}

const page = document.querySelector<HTMLElement>('[data-step]');
const data = document.querySelector('#guide-data')?.textContent;
const step = page?.dataset.step;
if (page !== null && step !== undefined && data !== undefined) openStep(JSON.parse(data) as Guide, page, step);
