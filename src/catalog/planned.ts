/**
 * Ids that pages may name before they are built. tests/lockstep/planned.test.ts lets this list shrink,
 * never grow, and fails on an entry that has been built.
 */
export const plannedFindings: readonly string[] = [];

/**
 * Formats that a way of content/get-the-log/ makes and the analyzer names but does not read yet; the page says so.
 * tests/lockstep/get-the-log.test.ts lets this list shrink, never grow, and fails on an entry that is read.
 */
export const plannedFormats: readonly string[] = [];
