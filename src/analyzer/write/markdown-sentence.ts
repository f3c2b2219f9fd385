import type { Sentence } from '../report/sentence.ts';
import { maskNumbers } from './mask.ts';
import { ownPieces, toText } from './printer.ts';

/** What Markdown, HTML or a site that shows it would act on, links and mentions included, as plain characters. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&@]|:(?=\/\/)|(?<=www)\./gi, String.raw`\$&`);

/** Characters that steer (control, direction of writing) or cannot be seen; between digits they would hide a number from the mask. */
const seen = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

/** What comes from a log, made fit for pasting: no SID of an account, no whole number, no markup. */
export const quoted = (text: string): string => plain(maskNumbers(seen(text).replace(/AC[\da-f]{32}/gi, 'AC…')));

/**
 * Prints sentences as Markdown for pasting: addresses and names masked, texts of messages left out, nothing of a log acts as markup.
 *
 * @param timeZone IANA name known to Intl, in which moments are told
 */
export function markdownPrinter(timeZone: string): (sentence: Sentence) => string {
  return toText({ ...ownPieces(timeZone), text: () => '…', address: quoted, name: quoted });
}
