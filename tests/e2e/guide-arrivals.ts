/** What guide-arrivals.setup.ts works out once and guide.spec.ts reads in every worker. */
export const arrivalsFile = new URL('../../test-results/guide-arrivals.json', import.meta.url);
