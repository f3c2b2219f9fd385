/** The order of two names that are not the same, by their UTF-16 units: the same on every machine, so that equal counts have one order. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);
