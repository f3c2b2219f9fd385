/** What the index of error codes can be narrowed by; the names stand in its address. */
export const filterKeys = ['category', 'stage', 'product', 'actors', 'retry', 'billing'] as const;
type FilterKey = (typeof filterKeys)[number];

/** A value for some of the keys; several actors are separated by spaces. */
export type Filters = Readonly<Partial<Record<FilterKey, string | undefined>>>;

/** Whether a code with these facts is among what the filters ask for; a filter that is not set asks for nothing. */
export const passes = (facts: Filters, filters: Filters): boolean =>
  filterKeys.every((key) => filters[key] === undefined || (facts[key] ?? '').split(' ').includes(filters[key]));
