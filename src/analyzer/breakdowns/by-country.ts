import { OutcomeCounts } from '../index/cells/outcome-counts.ts';
import { entryOf } from '../memory/entry-of.ts';
import type { LogIndex } from '../index/log-index.ts';
import { routes } from '../index/tables/routes.ts';
import { inOrder } from '../memory/in-order.ts';
import type { CountryCount } from '../report/report.ts';
import { routeFigures } from './route-figures.ts';

/** Outbound messages by the recipient's country, most first. */
export function byCountry(index: LogIndex): readonly CountryCount[] {
  const countries = new Map<string, OutcomeCounts>();
  for (const sender of index.get(routes).senders.values()) {
    for (const [country, route] of sender) entryOf(countries, country, () => new OutcomeCounts()).merge(route.counts.save());
  }
  return [...countries]
    .map(([country, counts]) => ({ country, ...routeFigures(counts) }))
    .sort((a, b) => b.outbound - a.outbound || inOrder(a.country, b.country));
}
