import { isolated } from '../words/direction.ts';
import { figure, percent } from '../words/figure.ts';
import { momentIn } from '../words/moment.ts';
import type { Sentence } from '../report/sentence.ts';
import { toText } from './printer.ts';

/**
 * Prints sentences as plain text, for JSON and the terminal: everything in full; what comes from a log turns no figure beside it round.
 *
 * @param timeZone IANA name known to Intl, in which moments are told
 */
export function plainPrinter(timeZone: string): (sentence: Sentence) => string {
  const moment = momentIn(timeZone);
  return toText({
    words: (words) => words,
    figure: ({ value }) => figure(value),
    count: figure,
    share: percent,
    moment,
    span: (from, to) => `${moment(from)} – ${moment(to)}`,
    text: isolated,
    address: isolated,
    name: isolated,
  });
}
