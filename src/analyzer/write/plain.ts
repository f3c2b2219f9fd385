import { isolated } from '../words/direction.ts';
import type { Sentence } from '../report/sentence.ts';
import { ownPieces, toText } from './printer.ts';

/**
 * Prints sentences as plain text, for JSON and the terminal: everything in full; what comes from a log turns no figure beside it round.
 *
 * @param timeZone IANA name known to Intl, in which moments are told
 */
export function plainPrinter(timeZone: string): (sentence: Sentence) => string {
  return toText({ ...ownPieces(timeZone), text: isolated, address: isolated, name: isolated });
}
