import { forget, keep, look } from '../../hand-over/texts.ts';

/** Kept for all visits: readers who dictate or use a screen reader may not want single keys to act (WCAG 2.1.4). */
const areOff = (): boolean => look('numberKeys') === 'off';

/** The keys that so many answers have: "Keys 1–4"; the tenth has 0. */
export const keyNames = (answers: number): string => (answers > 9 ? 'Keys 1–9 and 0' : `Keys 1–${String(answers)}`);

/** Keys 1 to 9 answer, 0 is the tenth, wherever the focus is, except in a field, in what lies over the page, and together with another key. They can be switched off. */
export function answerByKey(page: HTMLElement): void {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('a[data-answer]')];
  document.addEventListener('keydown', ({ key: pressed, altKey, ctrlKey, metaKey, target }) => {
    if (altKey || ctrlKey || metaKey || areOff() || !/^[0-9]$/.test(pressed)) return;
    if (target instanceof HTMLElement && (target.matches('input, textarea, select') || target.closest('dialog') !== null)) return;
    links[(Number(pressed) + 9) % 10]?.click();
  });
  const button = page.querySelector<HTMLButtonElement>('[data-keys]');
  if (button === null) return;
  const show = (): void => {
    button.textContent = areOff() ? `${keyNames(links.length)} are off: switch on` : `${keyNames(links.length)} answer: switch off`;
    page.classList.toggle('keys-off', areOff());
  };
  button.addEventListener('click', () => {
    if (areOff()) forget('numberKeys');
    else keep('numberKeys', 'off');
    show();
  });
  show();
}
