import { guidePath } from '../../catalog/paths.ts';

/** Moves the focus to the new heading for readers who come from another step; going back keeps the place the browser restores. */
export function focusHeading(page: HTMLElement): void {
  const [entry] = performance.getEntriesByType('navigation');
  const goingBack = entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
  if (goingBack || !document.referrer.startsWith(location.origin + guidePath())) return;
  page.querySelector('h1')?.focus({ preventScroll: true });
}
