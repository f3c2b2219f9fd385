import type { Report } from '../analyzer/report/report.ts';
import { counted } from '../analyzer/words/figure.ts';
import { isReady, listCsv, listDigits, listJson, type ReasonWords } from '../analyzer/write/number-list.ts';
import type { Wanted } from './wanted.ts';

/**
 * Prints a list of numbers: whole, for machines.
 *
 * @param say what is not printed, and why, on the side
 */
export function printList(
  { list: id, form, when }: Extract<Wanted, { readonly kind: 'list' }>,
  { lists }: Pick<Report, 'lists'>,
  wording: ReasonWords,
  { write, say }: { readonly write: (text: string) => void; readonly say: (line: string) => void },
): void {
  const list = lists[id];
  if (list.entries.length === 0) say(`No number is on the list "${id}".`);
  if (form === 'json') {
    write(listJson(id, list));
    return;
  }
  if (form === 'csv') {
    for (const piece of listCsv(when === undefined ? list.entries : list.entries.filter((entry) => entry.when === when), wording))
      write(piece);
    return;
  }
  const entries = list.entries.filter((entry) => (when === undefined ? isReady(entry) : entry.when === when));
  for (const piece of listDigits(entries)) write(piece);
  const left = when === undefined ? list.entries.length - entries.length : 0;
  if (left > 0)
    say(
      `Not printed: ${counted(left, 'number')} that may be sent to only after a fix. --when after-fix prints them, --format csv says why.`,
    );
}
