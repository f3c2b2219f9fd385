import { keep, take } from '../../hand-over/texts.ts';

/** Moves the focus to the new heading for readers who come from another step; going back keeps the place the browser restores. */
export function focusHeading(page: HTMLElement): void {
  const followed = take('guideLink') !== undefined;
  page.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    if (!ctrlKey && !metaKey && !shiftKey && target instanceof Element && target.closest('a[href]') !== null) keep('guideLink', '1');
  });
  if (followed) page.querySelector('h1')?.focus({ preventScroll: true });
}
