/** The box grows so far. */
const MOST = 6;

/**
 * Keeps a field as high as its text, from one line to six.
 *
 * @param box carries the number of lines as `--lines` (styles/box.css); touched only when that changes, since all else that a key asks of
 *   a page is laying out the field
 * @returns to be called after each change of the text
 */
export function fitted(field: HTMLTextAreaElement, box: HTMLElement): () => void {
  let lines = 1;
  let length = 0;
  const set = (to: number): void => {
    lines = to;
    box.style.setProperty('--lines', String(to));
  };
  const isFull = (): boolean => field.scrollHeight > field.clientHeight;
  return () => {
    const { textLength } = field;
    // A letter more never needs fewer lines.
    if (textLength !== length + 1) while (lines > 1 && !isFull()) set(lines - 1);
    length = textLength;
    while (lines < MOST && isFull()) set(lines + 1);
  };
}
