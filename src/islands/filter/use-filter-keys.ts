import { useEffect, useRef } from 'preact/hooks';
import { sameChips, type Chips } from './chips.ts';

/** What stands in a history entry: which report, and a place in `steps`. The filters themselves stay in memory, the address as it is. */
interface Entry {
  readonly report: number;
  readonly step: number;
}

const entryOf = (state: unknown): Entry | undefined => {
  const { filter } = (state ?? {}) as { readonly filter?: Entry };
  return filter;
};

/**
 * Browser Back undoes a filter, Forward brings it back, Esc takes the last one away.
 *
 * @param report number of the report; filters of another are forgotten
 * @param onFilter applies filters
 * @returns applies filters and makes a history entry
 */
export function useFilterKeys(report: number | undefined, chips: Chips, onFilter: (chips: Chips) => void): (chips: Chips) => void {
  const past = useRef<{ report: number | undefined; steps: Chips[]; at: number }>({ report, steps: [[]], at: 0 });
  if (past.current.report !== report) past.current = { report, steps: [[]], at: 0 };
  const now = useRef(chips);
  now.current = chips;
  const choose = (next: Chips): void => {
    const { steps, at } = past.current;
    if (report === undefined || sameChips(steps[at] ?? [], next)) {
      onFilter(next);
      return;
    }
    if (at === 0) history.replaceState({ ...(history.state as object | null), filter: { report, step: 0 } }, '');
    past.current = { report, steps: [...steps.slice(0, at + 1), next], at: at + 1 };
    history.pushState({ filter: { report, step: at + 1 } }, '');
    onFilter(next);
  };
  const act = useRef({ choose, onFilter });
  act.current = { choose, onFilter };
  useEffect(() => {
    const back = ({ state }: PopStateEvent): void => {
      const entry = entryOf(state);
      const { steps, report: mine } = past.current;
      const step = entry?.report === mine ? steps[entry?.step ?? 0] : undefined;
      if (step === undefined) return;
      past.current.at = entry?.step ?? 0;
      act.current.onFilter(step);
    };
    const escape = (event: KeyboardEvent): void => {
      const { target } = event;
      const isElsewhere =
        target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, dialog, [data-own-escape]') !== null;
      if (event.key !== 'Escape' || event.defaultPrevented || isElsewhere || now.current.length === 0) return;
      event.preventDefault();
      act.current.choose(now.current.slice(0, -1));
    };
    addEventListener('popstate', back);
    addEventListener('keydown', escape);
    return () => {
      removeEventListener('popstate', back);
      removeEventListener('keydown', escape);
    };
  }, []);
  return choose;
}
