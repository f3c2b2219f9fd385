import { stepPath } from '../../catalog/paths.ts';
import { arrive } from '../../guide/tree/arrival.ts';
import type { Guide } from '../../guide/tree/guide.ts';
import { guide } from './guide-data.ts';
import { stepOfMap } from './map-address.ts';

/** Opens every fold that hides an element. */
function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
}

/** Marks the answers of the address as a path, the step of the fragment as "you are here", and lets the answers travel along. */
function markPath(guide: Guide, map: HTMLElement): HTMLElement | null {
  const query = new URLSearchParams(location.search);
  const here = stepOfMap(query, location.hash);
  if (guide.steps[here] === undefined) return null;
  const { said, answers } = arrive(guide, here, query);
  const path = [...said.map(({ step }) => step), here];
  for (const node of map.querySelectorAll<HTMLAnchorElement>('[data-node]')) {
    const id = node.dataset.node ?? '';
    if (!path.includes(id)) continue;
    node.classList.add('passed');
    node.href = stepPath(id, answers);
    unfold(node);
    if (id === here) node.setAttribute('aria-current', 'step');
  }
  for (const branch of map.querySelectorAll<HTMLElement>('[data-from]')) {
    const { from = '', to = '' } = branch.dataset;
    const at = path.indexOf(from);
    branch.classList.toggle('passed', at >= 0 && path[at + 1] === to);
  }
  return map.querySelector(`[data-node="${here}"]`);
}

/** The buttons that open or fold more than one branch, and the whole tree for paper. */
function foldByButton(page: HTMLElement, map: HTMLElement): void {
  const folds = [...map.querySelectorAll('details')];
  const level = (fold: HTMLDetailsElement): number => Number(fold.dataset.level);
  page.addEventListener('click', ({ target }) => {
    const wish = target instanceof HTMLElement ? target.dataset.fold : undefined;
    if (wish === 'next') {
      const next = Math.min(...folds.filter(({ open }) => !open).map(level));
      for (const fold of folds) if (level(fold) <= next) fold.open = true;
    } else if (wish === 'all') for (const fold of folds) fold.open = true;
    else if (wish === 'none') for (const fold of folds) fold.open = level(fold) === 0;
  });
  addEventListener('beforeprint', () => {
    for (const fold of folds) fold.open = true;
  });
}

const page = document.querySelector<HTMLElement>('[data-map-page]');
const map = page?.querySelector<HTMLElement>('[data-map]');
if (page !== null && map !== null && map !== undefined) {
  foldByButton(page, map);
  const here = markPath(guide, map);
  if (here !== null && here.dataset.node !== 'start') here.scrollIntoView({ block: 'center', inline: 'center' });
}
