import { healthyCategories, type MessageCategory } from '../catalog/category.ts';
import type { Knowledge } from '../catalog/knowledge.ts';
import type { Kind } from './index/kind.ts';
import type { LogIndex } from './index/log-index.ts';
import { OutcomeCounts } from './index/outcome-counts.ts';
import { entryOf } from './index/tally.ts';
import type { CategoryCount, CodeCount, CountryCount, HourCount, SenderCount } from './report.ts';
import { senderKind } from './sender-kind.ts';

const healthy: ReadonlySet<string> = new Set(healthyCategories);
const isHealthy = (word: string): word is (typeof healthyCategories)[number] => healthy.has(word);

/** The one category of a message: what it is for inbound and unfailed ones, the category of its code for failures. */
function categoryOfKind({ isInbound, isFailure, code, outcome, status }: Kind, { codes }: Knowledge): MessageCategory {
  if (isInbound) return 'inbound';
  if (isFailure) return code === undefined ? 'unknown' : (codes[code]?.category ?? 'unknown');
  const word = outcome === 'other' ? (status ?? 'unknown') : outcome;
  return isHealthy(word) ? word : 'unknown';
}

/** Every message by its status word. */
export function byStatus({ kinds }: LogIndex): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { kind, count } of kinds) counts.set(kind.word, (counts.get(kind.word) ?? 0) + count);
  return Object.fromEntries([...counts].filter(([, count]) => count > 0).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** Every message that has an error code, delivered and inbound ones too. */
export function byErrorCode({ kinds, people }: LogIndex, { codes }: Knowledge): readonly CodeCount[] {
  const counts = new Map<string, number>();
  for (const { kind, count } of kinds) if (kind.code !== undefined) counts.set(kind.code, (counts.get(kind.code) ?? 0) + count);
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({
      code,
      count,
      category: codes[code]?.category ?? ('unknown' as const),
      recipients: people.byCode.get(code)?.size ?? 0,
    }))
    .sort((a, b) => b.count - a.count || Number(a.code) - Number(b.code));
}

export function byCategory({ kinds }: LogIndex, knowledge: Knowledge): readonly CategoryCount[] {
  const counts = new Map<MessageCategory, number>();
  let messages = 0;
  for (const { kind, count } of kinds) {
    const category = categoryOfKind(kind, knowledge);
    counts.set(category, (counts.get(category) ?? 0) + count);
    messages += count;
  }
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([category, count]) => ({ category, count, share: Math.round((count / messages) * 10_000) / 10_000 }))
    .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1));
}

interface RouteFigures {
  readonly outbound: number;
  readonly delivered: number;
  readonly failed: number;
  readonly noReceipt: number;
}

const figures = (counts: OutcomeCounts): RouteFigures => ({
  outbound: counts.outbound,
  delivered: counts.of('delivered'),
  failed: counts.failures,
  noReceipt: counts.of('no-receipt'),
});

export function byCountry({ routes }: LogIndex): readonly CountryCount[] {
  const countries = new Map<string, OutcomeCounts>();
  for (const sender of routes.senders.values()) {
    for (const [country, route] of sender) entryOf(countries, country, () => new OutcomeCounts()).merge(route.counts);
  }
  return [...countries]
    .map(([country, counts]) => ({ country, ...figures(counts) }))
    .sort((a, b) => b.outbound - a.outbound || (a.country < b.country ? -1 : 1));
}

/** Outbound messages by sender; an empty sender is one that the log does not name. */
export function bySender({ routes }: LogIndex): readonly SenderCount[] {
  return [...routes.senders]
    .map(([sender, countries]) => {
      const counts = new OutcomeCounts();
      for (const route of countries.values()) counts.merge(route.counts);
      return { sender: sender === '' ? 'unknown' : sender, kind: senderKind(sender), ...figures(counts) };
    })
    .sort((a, b) => b.outbound - a.outbound || (a.sender < b.sender ? -1 : 1));
}

/** Messages by hour; planned ones may lie ahead of the clock, broken times far after all others are left out. */
export function byHour({ hours, times }: LogIndex): readonly HourCount[] {
  const { newest, stray } = times.range();
  const known = hours.sorted().filter(([start]) => stray === 0 || start <= newest);
  return known.map(([start, counts]) => ({
    hour: new Date(start).toISOString(),
    delivered: counts.of('delivered'),
    noReceipt: counts.of('no-receipt'),
    inFlight: counts.of('in-flight'),
    undelivered: counts.of('undelivered'),
    failed: counts.of('failed'),
    inbound: counts.of('inbound'),
    other: counts.of('other'),
  }));
}
