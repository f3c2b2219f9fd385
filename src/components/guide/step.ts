import { guidePath, stepPath } from '../../catalog/paths.ts';
import { readAnswers, writeAnswers } from '../../guide/tree/answers-url.ts';
import { arrive, follow } from '../../guide/tree/arrival.ts';
import type { Guide } from '../../guide/tree/guide.ts';
import { keep, take } from '../../hand-over/texts.ts';
import { focusHeading } from './focus.ts';
import { guide } from './guide-data.ts';
import { answerByKey } from './keys.ts';
import { showNotice } from './notice.ts';
import { offerLetter, offerSummary } from './ticket.ts';
import { showTrail } from './trail.ts';
import { forgetTried, rememberTried } from './tried.ts';

/** Brings a step's page to life: the machine decides where its links lead, the page stays as it was built. */
function openStep(guide: Guide, page: HTMLElement, step: string): void {
  const query = new URLSearchParams(location.search);
  for (const [fact, answer] of new URLSearchParams(take('leftOut') ?? '')) query.append(fact, answer);
  const arrival = arrive(guide, step, query);
  if (arrival.step !== step) {
    // Known answers travel in the address; the rest goes beside it, so that the next page can say what it could not use.
    const { answers, changing } = readAnswers(guide, query);
    const known = writeAnswers(answers, changing);
    const leftOut = [...query].filter(([fact, answer]) => known[fact] !== answer);
    if (leftOut.length > 0) keep('leftOut', new URLSearchParams(leftOut).toString());
    // What is left for a page to read is for the one that stays (page-scripts/site.ts).
    document.documentElement.dataset.leaving = 'yes';
    location.replace(stepPath(arrival.step, known));
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
  // On one step only.
  if (page.querySelector('[data-code-field]') !== null)
    void import('./code-field.ts').then(
      ({ offerCodeField }) => {
        offerCodeField(guide, page, arrival);
      },
      // Without a connection the answers above it do; the page may also have been left.
      () => undefined,
    );
  offerSummary(page, arrival);
  offerLetter(page);
  answerByKey(page);
  focusHeading(page);
}

const page = document.querySelector<HTMLElement>('[data-step]');
const step = page?.dataset.step;
if (page !== null && step !== undefined) openStep(guide, page, step);
