import { computed, signal } from '@preact/signals';
import { maskNumbers } from '../../analyzer/write/mask.ts';
import { withoutBidi } from '../../analyzer/words/direction.ts';

/** The zone every time of the report is shown in; an IANA name or an offset. */
export const zone = signal('UTC');

/** Whether phone numbers are shown in full. */
export const numbersShown = signal(false);

/** How a text of the log is shown right now: numbers as the reader wants them, never turning the direction of what stands around it. */
export const shown = computed(() => {
  const numbers = numbersShown.value ? (text: string) => text : maskNumbers;
  return (text: string): string => numbers(withoutBidi(text));
});
