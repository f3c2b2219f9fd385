import { computed, signal } from '@preact/signals';
import { maskNumbers } from '../analyzer/mask.ts';

/** The zone every time of the report is shown in; an IANA name or an offset. */
export const zone = signal('UTC');

/** Whether phone numbers are shown in full. */
export const numbersShown = signal(false);

/** How a text with phone numbers is shown right now. */
export const shown = computed(() => (numbersShown.value ? (text: string) => text : maskNumbers));
