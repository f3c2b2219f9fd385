import { parseStatus, type Status } from '../catalog/status.ts';

/** "MessageStatus=sent", "status": "queued", "Status: Delivery Unknown". */
const labelled = /status["']?\s*[:=\s]\s*["']?([a-z]+(?:[ _](?:delivered|unknown))?)/gi;

/** A status as the API or the Console writes it; "Delivery Unknown" is the Console's name for `sent` (content/guide/status.mdx). */
function statusOf(text: string): Status | undefined {
  const word = text.trim().toLowerCase().replaceAll(/["']/g, '');
  return word === 'delivery unknown' ? 'sent' : parseStatus(word.replaceAll(' ', '_'));
}

/**
 * The status in a callback, a message as JSON, a log row or the bare word.
 *
 * @param text anything, of any length; only its first 20,000 characters are read
 * @returns a status that is named as one, or stands alone in a cell of a row; `undefined` where there is none or cells differ
 */
export function statusInText(text: string): Status | undefined {
  const head = text.slice(0, 20_000);
  const named = [...head.matchAll(labelled)].flatMap(([, word = '']) => statusOf(word) ?? statusOf(word.split(/[ _]/)[0] ?? '') ?? []);
  const [first] = named;
  if (first !== undefined) return first;
  const cells = new Set(head.split(/[,;\t|\n]/).flatMap((cell) => statusOf(cell) ?? []));
  return cells.size === 1 ? [...cells][0] : undefined;
}
