import { hrefOf } from '../../pasted/lead.ts';
import type { Lead, Note, Reading } from '../../pasted/reading.ts';
import { element } from '../element.ts';
import { follow } from './go.ts';

/** Shows readings that do not open at once: what the text may be, with links. Everything of the text itself is set as text. */

function link(words: string, lead: Lead, text: string, receipt: string | undefined): HTMLAnchorElement {
  const made = element('a', words);
  made.href = hrefOf(lead);
  if (lead.to === 'twilio') {
    made.rel = 'external noopener';
    made.className = 'external';
    return made;
  }
  made.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void follow(lead, text, receipt);
  });
  return made;
}

function command(words: string): HTMLElement {
  const copy = element('button', 'Copy');
  copy.type = 'button';
  copy.className = 'button quiet';
  copy.addEventListener('click', () => {
    const say = (result: string) => (): void => {
      copy.textContent = result;
    };
    navigator.clipboard.writeText(words).then(say('Copied'), say('Not copied'));
  });
  const made = element('div', element('code', words), copy);
  made.className = 'command';
  return made;
}

function noteItem({ text: words, lead, command: line }: Note, text: string, receipt: string | undefined): HTMLLIElement {
  if (line !== undefined) return element('li', `${words}:`, command(line));
  return element('li', lead === undefined ? words : link(words, lead, text, receipt));
}

function readingItem(reading: Reading, text: string): HTMLLIElement {
  const { says, lead, notes = [], receipt } = reading;
  const head = element('p', lead === undefined ? says : link(says, lead, text, receipt));
  head.className = 'says';
  return element('li', head, ...(notes.length === 0 ? [] : [element('ul', ...notes.map((note) => noteItem(note, text, receipt)))]));
}

/**
 * Draws the answer to a text.
 *
 * @param place is emptied first; nothing is drawn for no reading
 */
export function showAnswer(place: HTMLElement, readings: readonly Reading[], text: string): void {
  if (readings.length === 0) {
    place.hidden = true;
    place.replaceChildren();
    return;
  }
  const heading = element('h2', readings.length === 1 ? 'Read as' : 'This may be');
  heading.tabIndex = -1;
  const list = element('ol', ...readings.map((reading) => readingItem(reading, text)));
  list.className = 'plain-list';
  list.setAttribute('role', 'list');
  place.replaceChildren(heading, list);
  place.hidden = false;
}
