import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Chip, Chips } from './chips.ts';

interface Filtering {
  readonly chips: Chips;
  /** Those of the figures that are shown: while others are awaited, the ones before. */
  readonly answered: Chips;
  /** Adds a filter or takes it away again; absent where the report cannot be filtered. */
  readonly toggle?: (chip: Chip) => void;
}

/** What the reader filters by, for every figure below. */
export const Filters = createContext<Filtering>({ chips: [], answered: [] });

interface Props {
  readonly chip: Chip | undefined;
  readonly children: ComponentChildren;
}

/** A figure that shows only its messages when it is pressed, and all again when it is pressed once more; plain where that cannot be. */
export function Only({ chip, children }: Props) {
  const { chips, toggle } = useContext(Filters);
  if (chip === undefined || toggle === undefined) return <>{children}</>;
  return (
    <button
      type="button"
      class="only"
      aria-pressed={chips.some(({ id }) => id === chip.id)}
      title="Show only these messages"
      onClick={() => {
        toggle(chip);
      }}
    >
      {children}
    </button>
  );
}
