import { computed, signal } from '@preact/signals';
import { maskNumbers } from '../../analyzer/write/mask.ts';
import { withoutBidi } from '../../analyzer/words/direction.ts';

/** The zone of this browser, an IANA name. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const pickedZone = signal<string | undefined>(undefined);

/**
 * The zone every time of the report is shown in, an IANA name: the browser's own until another is picked. Found out when the first time is
 * shown: a browser's first use of `Intl` holds a page that loads.
 */
export const zone = computed(() => pickedZone.value ?? ownZone());

/** @param name an IANA name */
export function pickZone(name: string): void {
  pickedZone.value = name;
}

/** Whether phone numbers are shown in full. */
export const numbersShown = signal(false);

/** How a text of the log is shown right now: numbers as the reader wants them, never turning the direction of what stands around it. */
export const shown = computed(() => {
  const numbers = numbersShown.value ? (text: string) => text : maskNumbers;
  return (text: string): string => numbers(withoutBidi(text));
});
