import { goThrough, never, selectionFor, type KeptReading } from './ask-kept.ts';
import { InCommon } from './findings/shared-trait/in-common.ts';
import type { KeptRow } from './kept/kept-row.ts';
import type { Filter } from './report/filter.ts';
import type { Sentence } from './report/sentence.ts';

/** All outbound messages that were kept. */
function* outbound({ kept }: KeptReading): Generator<KeptRow, void> {
  for (const message of kept.at(Array(kept.size).keys())) if (!message.kind.isInbound) yield message;
}

/**
 * What the outbound messages that a filter takes have in common and the others have not.
 *
 * @returns `undefined` when nobody waits any more; `says` is absent where there is nothing to say
 */
export async function commonUnder(reading: KeptReading, filter: Filter, rest = never): Promise<{ readonly says?: Sentence } | undefined> {
  const common = new InCommon(reading.knowledge);
  const selection = selectionFor(reading, filter);
  for (const step of ['count', 'again'] as const) {
    const take = (message: KeptRow): void => {
      if (!message.kind.isInbound) common[step](message);
    };
    if (!(await goThrough(reading, selection, take, rest))) return undefined;
  }
  const { totals } = reading.report;
  const says = common.sentence(filter, { messages: outbound(reading), count: totals.outbound });
  return says === undefined ? {} : { says };
}
