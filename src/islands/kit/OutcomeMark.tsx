import type { Outcome } from '../../catalog/category.ts';
import { outcomeMarks } from '../../catalog/status.ts';

/** Colour, glyph and word of an outcome: the same mark as everywhere on the site. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const { glyph, label } = outcomeMarks[outcome];
  return (
    <span class={`status ${outcome}`}>
      <span class="glyph" aria-hidden="true">
        {glyph}
      </span>
      {label}
    </span>
  );
}
