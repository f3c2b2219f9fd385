import { figuresUnder, type Figures } from '../../analyzer/ask-kept.ts';
import type { Filter } from '../../analyzer/report/filter.ts';
import { keptOf, type Held, type Turn } from './held.ts';

/** The figures that move with a brush, of the messages that a filter takes. Only of a log whose messages are kept. */
export interface AskFigures {
  readonly kind: 'figures';
  readonly filter: Filter;
}

/** @returns `undefined` when nobody waits any more @throws Error where messages are not kept */
export const answerFigures = (held: Held, { filter }: AskFigures, { rest }: Turn): Promise<Figures | undefined> =>
  figuresUnder(keptOf(held), filter, rest);
