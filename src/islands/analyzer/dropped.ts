import { declinedAs, type Declined } from '../../analyzer/report/declined.ts';

/** What a drop or a paste brought. */
export type Offer =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly declined: readonly Declined[] }
  | { readonly kind: 'nothing' };

/** What the page says of a folder. */
const folder = (name: string): Declined =>
  declinedAs(name, 'unreadable', 'is a folder; nothing was read', 'Open it and drop the log files in it, several at once if you like.');

/**
 * What is in a drag or on the clipboard: files, else text. Read at once: the browser empties it after the event.
 * A folder among files refuses the lot, so that nothing is left out in silence.
 */
export function offered(data: DataTransfer | null): Offer {
  if (data === null) return { kind: 'nothing' };
  const folders = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry?.isDirectory === true);
  if (folders.length > 0) return { kind: 'refused', declined: folders.map((entry) => folder(entry?.name ?? 'This')) };
  if (data.files.length > 0) return { kind: 'files', files: [...data.files] };
  const text = data.getData('text/plain');
  return text.trim() === '' ? { kind: 'nothing' } : { kind: 'text', text };
}
