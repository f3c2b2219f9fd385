import { figure, percent } from '../words/figure.ts';
import { momentIn } from '../words/moment.ts';
import type { Figure } from '../report/figure.ts';
import type { Piece, Sentence } from '../report/sentence.ts';

/** How one medium prints each kind of piece. A new kind of piece does not compile until every printer has it. */
export interface Printer<Printed> {
  readonly words: (words: string) => Printed;
  readonly figure: (figure: Figure) => Printed;
  readonly count: (value: number) => Printed;
  readonly share: (part: number, of: number) => Printed;
  readonly moment: (milliseconds: number) => Printed;
  readonly span: (from: number, to: number) => Printed;
  readonly text: (text: string) => Printed;
  readonly address: (address: string) => Printed;
  readonly name: (name: string) => Printed;
}

function printPiece<Printed>(piece: Piece, printer: Printer<Printed>): Printed {
  if (typeof piece === 'string') return printer.words(piece);
  if ('figure' in piece) return printer.figure(piece.figure);
  if ('count' in piece) return printer.count(piece.count);
  if ('share' in piece) return printer.share(piece.share.part, piece.share.of);
  if ('moment' in piece) return printer.moment(piece.moment);
  if ('span' in piece) return printer.span(piece.span.from, piece.span.to);
  if ('text' in piece) return printer.text(piece.text);
  if ('address' in piece) return printer.address(piece.address);
  return printer.name(piece.name);
}

/** Every piece of a sentence as the medium prints it, in order. */
export const printed = <Printed>(sentence: Sentence, printer: Printer<Printed>): readonly Printed[] =>
  sentence.map((piece) => printPiece(piece, printer));

/** A printer of whole sentences for a medium of plain characters. */
export const toText =
  (printer: Printer<string>) =>
  (sentence: Sentence): string =>
    printed(sentence, printer).join('');

/** How every medium of plain characters prints what is ours: words, figures, and moments in a zone (IANA name known to Intl). */
export function ownPieces(timeZone: string): Omit<Printer<string>, 'text' | 'address' | 'name'> {
  const moment = momentIn(timeZone);
  return {
    words: (words) => words,
    figure: ({ value }) => figure(value),
    count: figure,
    share: percent,
    moment,
    span: (from, to) => {
      const [first, last] = [moment(from), moment(to)];
      return first === last ? first : `${first} – ${last}`;
    },
  };
}
