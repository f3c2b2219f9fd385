import { findErrorCode } from '../catalog/error-code.ts';
import { errorPath, twilioErrorUrl } from '../catalog/paths.ts';

/** Offers the page of a code that stands in a wrong address. */

const place = document.querySelector<HTMLElement>('#not-found-code');
const known: ReadonlySet<string> = new Set((place?.dataset.codes ?? '').split(' '));

async function offer(code: string, target: HTMLElement): Promise<void> {
  const link = document.createElement('a');
  if (known.has(code)) {
    link.href = errorPath(code);
    link.className = 'button primary';
    link.textContent = `Open ${code}`;
    target.replaceChildren('The address holds an error code. ', link);
    return;
  }
  const { default: dictionary } = await import('../../content/dictionary.json');
  const entry = dictionary.find((candidate) => String(candidate.code) === code);
  if (entry === undefined) {
    target.textContent = `The address holds the number ${code}. Twilio's dictionary, as we read it, has no such code.`;
    return;
  }
  link.href = twilioErrorUrl(code);
  link.rel = 'external noopener';
  link.className = 'external';
  link.textContent = `Twilio's page for ${code}`;
  target.replaceChildren(`${code} is “${entry.title}”. It has no page here. `, link);
}

/** The address as it was typed; a stray "%" leaves it encoded. */
function address(): string {
  const text = location.pathname + location.search;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const code = findErrorCode(address());
if (place !== null && code !== undefined) {
  place.hidden = false;
  void offer(code, place);
}
