/** Keys 1 to 9 answer, wherever the focus is, except in a field and together with another key. */
export function answerByKey(page: HTMLElement): void {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('a[data-answer]')];
  document.addEventListener('keydown', ({ key, altKey, ctrlKey, metaKey, target }) => {
    if (altKey || ctrlKey || metaKey || !/^[1-9]$/.test(key)) return;
    if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
    links[Number(key) - 1]?.click();
  });
}
