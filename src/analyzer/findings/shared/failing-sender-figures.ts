import type { Figure } from '../../report/figure.ts';
import type { Filter } from '../../report/filter.ts';
import { outOf, say, share, type Sentence } from '../../report/sentence.ts';
import { counted } from '../../words/figure.ts';
import type { FailingSender } from './failing-senders.ts';
import { failedWith } from './refused-people.ts';

interface Figures {
  readonly failed: Figure & { readonly rows: Filter };
  readonly total: Figure;
  /** The others' failures; absent where other senders sent too little at that time. */
  readonly others: readonly Figure[];
  /** ", against 3 of 1,200 (0.3 %) with other senders at that time"; what it was held against. */
  readonly contrast: Sentence;
}

/** The figures of a sender that fails with a code. @param what the failures are, as their label: "unreachable" */
export function failingFigures({ sender, own, others, time, against }: FailingSender, code: string, what: string): Figures {
  const within: Filter = time === undefined ? {} : { time };
  const mine: Filter = { direction: 'outbound', senders: [sender], ...within };
  const failedElse = {
    label: `${what} with other senders at that time (of ${counted(others.total, 'message')})`,
    value: others.failed,
    rows: { ...failedWith([code]), ...within, except: [{ senders: [sender] }] },
  };
  return {
    failed: { label: what, value: own.failed, rows: { ...failedWith([code]), senders: [sender], ...within } },
    total: { label: 'messages of this sender at that time', value: own.total, rows: mine },
    others: against === 'others' ? [failedElse] : [],
    contrast:
      against === 'others'
        ? say`, against ${outOf(failedElse, others.total)} with other senders at that time (${share(others.failed, others.total)})`
        : against === 'itself'
          ? say`, and far fewer of its messages at other times`
          : say`; the log holds too little to compare it with`,
  };
}
