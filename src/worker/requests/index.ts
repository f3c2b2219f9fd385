import type { Figures } from '../../analyzer/ask-kept.ts';
import { answerExport, type AskExport, type Exported } from './export.ts';
import { answerFigures, type AskFigures } from './figures.ts';
import type { Held, Turn } from './held.ts';
import { answerReport, type AskReport, type ReportUnder } from './report.ts';
import { answerRows, type AskRows, type RowsUnder } from './rows.ts';
import { answerSaid, type AskSaid, type SaidUnder } from './said.ts';
import { answerStory, type AskStory, type StoryTold } from './story.ts';

/** What can be asked of a log in hand; a kind is a file here, a line in this union, in `Answers` and in `answer`. */
export type Ask = AskFigures | AskReport | AskRows | AskStory | AskSaid | AskExport;

/** What each kind is answered with: plain data and blobs. */
export interface Answers {
  readonly figures: Figures;
  readonly report: ReportUnder;
  readonly rows: RowsUnder;
  readonly story: StoryTold;
  readonly said: SaidUnder;
  readonly export: Exported;
}

/** @returns `undefined` when nobody waits any more */
export function answer(held: Held, ask: Ask, turn: Turn): Promise<Answers[Ask['kind']] | undefined> {
  switch (ask.kind) {
    case 'figures':
      return answerFigures(held, ask, turn);
    case 'report':
      return answerReport(held, ask, turn);
    case 'rows':
      return answerRows(held, ask, turn);
    case 'story':
      return answerStory(held, ask, turn);
    case 'said':
      return answerSaid(held, ask, turn);
    case 'export':
      return answerExport(held, ask, turn);
  }
}
