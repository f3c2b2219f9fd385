import { showAnswer } from './box/answer.ts';
import { comes, loadReader } from './box/load.ts';

/** Offers the page of a code that stands in a wrong address, and what is near a number that is no code. */

const place = document.querySelector<HTMLElement>('#not-found-code');

/** The address as it was typed; a stray "%" leaves it encoded. */
function address(): string {
  const text = location.pathname + location.search;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The digits of an address that may be a code, cut from what is around them: "30007.html", "error-3007". */
const numbers = (text: string): readonly string[] => [...text.matchAll(/(?<!\d)[1-9]\d{2,5}(?!\d)/g)].map(([digits]) => digits).slice(0, 4);

async function offer(target: HTMLElement, digits: readonly string[]): Promise<void> {
  if (!(await comes(loadReader()))) return;
  const { readText } = await loadReader();
  const readings = digits
    .map((number) => readText(number))
    .find(([first]) => first !== undefined && first.kind !== 'status' && first.kind !== 'number');
  if (readings !== undefined) showAnswer(target, readings, '');
}

const found = numbers(address());
if (place !== null && found.length > 0) void offer(place, found);
