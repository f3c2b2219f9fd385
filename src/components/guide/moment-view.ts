import { errorPath } from '../../catalog/paths.ts';
import { outcomeMarks, outcomeOf } from '../../catalog/status.ts';
import type { Moment } from '../../guide/lifecycle/moment.ts';

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { text, className }: { readonly text?: string; readonly className?: string } = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  made.append(...children);
  return made;
}

/** A moment as Moment.astro draws it, for moments that come by script. */
export function momentView({ status, title, code, lines, wire }: Moment): HTMLLIElement {
  const heading = element('h3');
  if (status !== undefined) {
    const outcome = outcomeOf(status);
    const glyph = element('span', { text: outcomeMarks[outcome].glyph, className: 'glyph' });
    glyph.setAttribute('aria-hidden', 'true');
    const word = document.createTextNode(` ${status.charAt(0).toUpperCase()}${status.slice(1)}`);
    heading.append(element('span', { className: `status ${outcome}` }, glyph, word), ' ');
  }
  heading.append(title);
  const list = element('dl');
  for (const { label, value, certainty } of lines) {
    const detail = element('dd', { text: `${value} ` });
    if (certainty !== 'documented') detail.append(element('span', { text: certainty, className: 'chip' }));
    list.append(element('div', {}, element('dt', { text: label }), detail));
  }
  const item = element('li', { className: 'moment' }, heading, list);
  if (wire !== undefined) item.append(element('pre', { text: wire }));
  if (code !== undefined) {
    const link = element('a', { text: `Page of ${code}` });
    link.href = errorPath(code);
    item.append(element('p', { className: 'small' }, link));
  }
  return item;
}
