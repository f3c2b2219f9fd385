import type { Figures } from '../../analyzer/ask-kept.ts';
import { answerFigures, type AskFigures } from './figures.ts';
import type { Held, Turn } from './held.ts';
import { answerReport, type AskReport, type ReportUnder } from './report.ts';

/** What can be asked of a log in hand; a kind is a file here, a line in this union, in `Answers` and in `answer`. */
export type Ask = AskFigures | AskReport;

/** What each kind is answered with: plain data and blobs. */
export interface Answers {
  readonly figures: Figures;
  readonly report: ReportUnder;
}

/** @returns `undefined` when nobody waits any more */
export function answer(held: Held, ask: Ask, turn: Turn): Promise<Answers[Ask['kind']] | undefined> {
  switch (ask.kind) {
    case 'figures':
      return answerFigures(held, ask, turn);
    case 'report':
      return answerReport(held, ask, turn);
  }
}
