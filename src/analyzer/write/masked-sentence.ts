import type { Sentence } from '../report/sentence.ts';
import { maskNumbers } from './mask.ts';
import { ownPieces, toText } from './printer.ts';

/** Characters that steer (control, direction of writing) or cannot be seen; between digits they would hide a number from the mask. */
const seen = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

/** What comes from a log, made fit for pasting as plain text: no SID of an account, no whole number. */
export const maskedText = (text: string): string => maskNumbers(seen(text).replace(/AC[\da-f]{32}/gi, 'AC…'));

/**
 * Prints sentences as plain text for pasting: addresses and names masked, texts of messages left out.
 *
 * @param timeZone IANA name known to Intl, in which moments are told
 */
export const maskedPrinter = (timeZone: string): ((sentence: Sentence) => string) =>
  toText({ ...ownPieces(timeZone), text: () => '…', address: maskedText, name: maskedText });
