import type { IndexRow } from '../../catalog/index-row.ts';
import { errorPath } from '../../catalog/paths.ts';
import { outcomeMarks, outcomeOf, type Status } from '../../catalog/status.ts';

function cell(tag: 'th' | 'td', ...content: readonly (Node | string)[]): HTMLTableCellElement {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

function mark(status: Status): HTMLSpanElement {
  const outcome = outcomeOf(status);
  const glyph = document.createElement('span');
  glyph.className = 'glyph';
  glyph.ariaHidden = 'true';
  glyph.textContent = outcomeMarks[outcome].glyph;
  const element = document.createElement('span');
  element.className = `status ${outcome}`;
  element.append(glyph, ` ${status.charAt(0).toUpperCase()}${status.slice(1).replaceAll('_', ' ')}`);
  return element;
}

/**
 * A row of the index as ErrorRow.astro builds it, with a summary, for codes that were searched for.
 *
 * @param excerpt stands in place of the summary, where the search found the words in the page of the code
 */
export function rowElement({ code, title, summary, statuses, when, resend }: IndexRow, excerpt?: string): HTMLTableRowElement {
  const link = document.createElement('a');
  link.href = errorPath(code);
  link.textContent = title;
  const about = document.createElement('p');
  about.textContent = excerpt === undefined ? summary : `… ${excerpt} …`;
  const number = cell('th', code);
  number.scope = 'row';
  number.className = 'code';
  const row = document.createElement('tr');
  row.dataset.code = code;
  row.append(
    number,
    cell('td', link, about),
    cell('td', ...(statuses.length === 0 ? [when] : statuses.flatMap((status) => [mark(status), ' ']))),
    cell('td', resend),
  );
  return row;
}
