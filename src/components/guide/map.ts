import { stepPath } from '../../catalog/paths.ts';
import { arrive } from '../../guide/tree/arrival.ts';
import type { Guide } from '../../guide/tree/guide.ts';
import { stepOfMap } from './map-address.ts';
import { movableMap } from './map-view.ts';

/** Marks the answers of the address as a path, the step of the fragment as "you are here", and lets the answers travel along. */
function markPath(guide: Guide, map: SVGElement): Element | null {
  const query = new URLSearchParams(location.search);
  const here = stepOfMap(query, location.hash);
  if (guide.steps[here] === undefined) return null;
  const { said, answers } = arrive(guide, here, query);
  const path = [...said.map(({ step }) => step), here];
  for (const node of map.querySelectorAll<SVGAElement>('[data-node]')) {
    const id = node.dataset.node ?? '';
    node.classList.toggle('passed', path.includes(id));
    if (path.includes(id)) node.setAttribute('href', stepPath(id, answers));
    if (id === here) node.setAttribute('aria-current', 'step');
  }
  for (const edge of map.querySelectorAll<SVGPathElement>('[data-from]')) {
    const { from = '', to = '' } = edge.dataset;
    const at = path.indexOf(from);
    edge.classList.toggle('passed', at >= 0 && path[at + 1] === to);
  }
  return map.querySelector(`[data-node="${here}"]`);
}

const page = document.querySelector<HTMLElement>('[data-map-page]');
const map = page?.querySelector<SVGSVGElement>('[data-map]');
const data = document.querySelector('#guide-data')?.textContent;
if (page !== null && map !== null && map !== undefined && data !== undefined) {
  const here = markPath(JSON.parse(data) as Guide, map);
  movableMap(page, map, here ?? map);
}
