import type { Figure } from './figure.ts';
import type { Finding } from './report.ts';

/** First figure of a finding that was judged on more messages than the report counts (findings/shared/judged-before.ts). */
export const PICKED = 'of its messages pass all filters';

/** How many of a finding's messages the report counts, where it was judged on more; `undefined` where it was judged on these alone. */
export const pickedOf = ({ evidence }: Pick<Finding, 'evidence'>): Figure | undefined => evidence.find(({ label }) => label === PICKED);
