import { stepPath } from '../../catalog/paths.ts';
import { reconsider, type Arrival } from '../../guide/tree/arrival.ts';
import { hereKey } from './map-address.ts';

/** Shows what was said so far, each a link that changes that answer, and the way back to the last question. */
export function showTrail(page: HTMLElement, arrival: Arrival): void {
  const map = page.querySelector<HTMLAnchorElement>('[data-map-link]');
  if (map !== null) {
    // With a fragment the browser would scroll the page past the map's heading.
    map.hash = '';
    map.search = new URLSearchParams({ ...arrival.answers, [hereKey]: arrival.step }).toString();
  }
  const said = page.querySelector<HTMLElement>('[data-said]');
  const list = said?.querySelector('ol');
  if (said === null || list === null || list === undefined || arrival.said.length === 0) return;
  const items = arrival.said.map((answer) => {
    const place = reconsider(arrival, answer);
    const link = document.createElement('a');
    link.href = stepPath(place.step, place.answers);
    link.textContent = answer.label;
    link.title = `Change the answer to: ${answer.question}`;
    const item = document.createElement('li');
    item.append(link);
    return { item, link };
  });
  list.replaceChildren(...items.map(({ item }) => item));
  said.hidden = false;
  const back = page.querySelector<HTMLAnchorElement>('[data-back]');
  const last = items.at(-1)?.link;
  if (back === null || last === undefined) return;
  back.href = last.href;
  back.hidden = false;
}
