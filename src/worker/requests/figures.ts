import { figuresUnder, type Figures } from '../../analyzer/ask-kept.ts';
import type { Filter } from '../../analyzer/report/filter.ts';
import type { Held, Turn } from './held.ts';

/** The figures that move with a brush, of the messages that a filter takes. Only of a log whose messages are kept. */
export interface AskFigures {
  readonly kind: 'figures';
  readonly filter: Filter;
}

/** @returns `undefined` when nobody waits any more @throws Error where messages are not kept: whoever asks knows */
export function answerFigures(held: Held, { filter }: AskFigures, { rest }: Turn): Promise<Figures | undefined> {
  const { kept } = held;
  if (kept === undefined) throw new Error('Figures were asked of a log whose messages are not kept');
  return figuresUnder({ ...held, kept }, filter, rest);
}
