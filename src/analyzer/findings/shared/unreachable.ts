import { refusalsTable } from './refusals-table.ts';

/** "Unreachable destination handset": once it may pass, again and again it does not. */
export const UNREACHABLE = '30003';

/** Who was unreachable, person by person: two findings read it, one for those met once, one for the others. */
export const unreachable = refusalsTable('never-reached-number', [UNREACHABLE]);
