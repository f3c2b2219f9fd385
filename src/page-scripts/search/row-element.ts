import type { IndexRow } from '../../catalog/index-row.ts';
import { errorPath } from '../../catalog/paths.ts';
import { outcomeMarks, outcomeOf, type Status } from '../../catalog/status.ts';
import { element } from '../element.ts';

function mark(status: Status): HTMLSpanElement {
  const outcome = outcomeOf(status);
  const glyph = document.createElement('span');
  glyph.className = 'glyph';
  glyph.ariaHidden = 'true';
  glyph.textContent = outcomeMarks[outcome].glyph;
  const made = document.createElement('span');
  made.className = `status ${outcome}`;
  made.append(glyph, ` ${status.charAt(0).toUpperCase()}${status.slice(1).replaceAll('_', ' ')}`);
  return made;
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
  const number = element('th', code);
  number.scope = 'row';
  number.className = 'code';
  const row = document.createElement('tr');
  row.dataset.code = code;
  row.append(
    number,
    element('td', link, about),
    element('td', ...(statuses.length === 0 ? [when] : statuses.flatMap((status) => [mark(status), ' ']))),
    element('td', resend),
  );
  return row;
}
