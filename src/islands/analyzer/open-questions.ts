import type { Report } from '../../analyzer/report/report.ts';
import type { Finished } from './session.ts';

/** How much a log leaves open: times without a zone, dates that can be either of two days, tables whose columns were guessed. */
export interface OpenQuestions {
  readonly zoneless: number;
  readonly dates: number;
  readonly guessed: number;
}

export function openQuestions({ sources }: Report): OpenQuestions {
  const told = (...ids: readonly string[]): number =>
    sources.reduce((sum, { notices }) => notices.reduce((inner, { id, count }) => inner + (ids.includes(id) ? count : 0), sum), 0);
  return {
    zoneless: told('assumed-utc', 'assumed-zone'),
    dates: told('month-first', 'day-first', 'mixed-dates'),
    guessed: told('guessed-columns'),
  };
}

/** Whether the files are the log itself and not a report that was made of it and saved. */
export const canBeReadAgain = ({ files, report: { sources } }: Pick<Finished, 'files' | 'report'>): boolean =>
  files.some(({ name }) => sources.some((source) => source.name === name || source.name.startsWith(`${name}/`)));
