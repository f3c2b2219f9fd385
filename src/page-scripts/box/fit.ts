/**
 * Keeps an element as high as its text.
 *
 * @param content what holds the text
 * @param box carries the number of lines as `--lines` (styles/box.css); touched only when that changes, since all else that a key asks of
 *   a page is laying out the content
 * @param most it grows so far
 * @returns to be called with the length of the text after each change of it, and without where its width may have changed
 */
export function fitted(content: HTMLElement, box: HTMLElement, most: number): (length?: number) => void {
  let lines = 1;
  let before = 0;
  const set = (to: number): void => {
    lines = to;
    box.style.setProperty('--lines', String(to));
  };
  const isFull = (): boolean => content.scrollHeight > content.clientHeight;
  return (length) => {
    // A letter more never needs fewer lines.
    if (length !== before + 1) while (lines > 1 && !isFull()) set(lines - 1);
    before = length ?? before;
    while (lines < most && isFull()) set(lines + 1);
  };
}
