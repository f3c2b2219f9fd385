/** Says to the next page of this tab that it was reached by a link of the guide. */
const key = 'undelivered:guide-link';

/** Moves the focus to the new heading for readers who come from another step; going back keeps the place the browser restores. */
export function focusHeading(page: HTMLElement): void {
  const followed = sessionStorage.getItem(key) !== null;
  sessionStorage.removeItem(key);
  page.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    if (!ctrlKey && !metaKey && !shiftKey && target instanceof Element && target.closest('a[href]') !== null)
      sessionStorage.setItem(key, '1');
  });
  if (followed) page.querySelector('h1')?.focus({ preventScroll: true });
}
