import { useContext } from 'preact/hooks';
import type { Chip } from '../filter/chips.ts';
import { Filters } from '../filter/Only.tsx';

/** Filters by a chip, where it is not one of them yet, and goes to the rows that pass; nothing where the report cannot be filtered. */
export function RowsButton({ chip }: { readonly chip: Chip }) {
  const { chips, toggle } = useContext(Filters);
  if (toggle === undefined) return null;
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        if (!chips.some(({ id }) => id === chip.id)) toggle(chip);
        document.getElementById('rows')?.focus();
      }}
    >
      Rows
    </button>
  );
}
