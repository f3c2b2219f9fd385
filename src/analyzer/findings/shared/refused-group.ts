import { OutcomeCounts } from '../../index/cells/outcome-counts.ts';
import { Tally } from '../../index/cells/tally.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { OTHER_SENDERS, routes, type Route } from '../../index/tables/routes.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { inOrder } from '../../memory/in-order.ts';
import type { Figure } from '../../report/figure.ts';
import type { Filter } from '../../report/filter.ts';
import { failedWith } from './refused-people.ts';

/** Outbound messages of some senders, to some countries; all of them where a part is absent. */
export type Group = Pick<Filter, 'senders' | 'countries'>;

/** What became of a group whose messages were, in part, refused with the codes of a rule. */
export class RefusedGroup {
  readonly refused = new Tally();
  readonly counts = new OutcomeCounts();
  /** Newest time of a message of the group that got through or was handed over; -Infinity for none. */
  lastAccepted = -Infinity;
  readonly #codes: readonly string[];
  readonly #met = new Set<string>();

  constructor(codes: readonly string[]) {
    this.#codes = codes;
  }

  add({ counts, lastAccepted, failures }: Route): void {
    this.counts.merge(counts.save());
    this.lastAccepted = Math.max(this.lastAccepted, lastAccepted);
    for (const code of this.#codes) {
      const tally = failures.get(code);
      if (tally === undefined) continue;
      this.refused.merge(tally.save());
      this.#met.add(code);
    }
  }

  /** The codes that were met, in the order of the rule's. */
  get codes(): readonly string[] {
    return this.#codes.filter((code) => this.#met.has(code));
  }

  /** How the refusals stand to the other messages: nothing else got through, nothing since the first refusal, or some did in between. */
  get pattern(): 'none-accepted' | 'none-since' | 'mixed' {
    if (this.counts.of('delivered') + this.counts.of('no-receipt') === 0) return 'none-accepted';
    return this.lastAccepted < this.refused.first ? 'none-since' : 'mixed';
  }

  /** Whether they are more than a sprinkling: at least this share of the messages, or nothing gets through any more. */
  standsOut(minShare: number): boolean {
    return this.pattern !== 'mixed' || this.refused.count >= this.counts.outbound * minShare;
  }
}

/** Adds up the routes of a group. */
export function refusedGroup(index: LogIndex, codes: readonly string[], group: Group): RefusedGroup {
  const sum = new RefusedGroup(codes);
  const senders = group.senders === undefined ? undefined : new Set(group.senders);
  for (const [sender, countries] of index.get(routes).senders) {
    if (senders?.has(sender) === false) continue;
    for (const [country, route] of countries) if (group.countries?.includes(country) !== false) sum.add(route);
  }
  return sum;
}

/** What a rule is asked to tell from a sprinkling. */
interface Least {
  /** Refusals. */
  readonly least: number;
  /** Of the messages of one sender, country or route. */
  readonly minShare: number;
}

/** The senders and the countries that messages were refused for, most refused first. */
interface Met {
  readonly senders: readonly string[];
  readonly countries: readonly string[];
  /** Whether the refusals stand out among what else became of their messages. */
  readonly standOut: boolean;
}

/**
 * Where messages were refused with any of the codes: the senders, countries or routes (a sender and a country) whose refusals stand out.
 * Where none does, those with the fewest that count; where there is none of these either, all.
 */
export function refusedBy(by: 'sender' | 'country' | 'route', index: LogIndex, codes: readonly string[], { least, minShare }: Least): Met {
  const parts = new Map<string, { readonly sender: string; readonly country: string; readonly sum: RefusedGroup }>();
  for (const [sender, countries] of index.get(routes).senders) {
    // Stands for many that are not known one by one.
    if (sender === OTHER_SENDERS && by !== 'country') continue;
    for (const [country, route] of countries) {
      const name = by === 'sender' ? sender : by === 'country' ? country : `${country} ${sender}`;
      entryOf(parts, name, () => ({ sender, country, sum: new RefusedGroup(codes) })).sum.add(route);
    }
  }
  const met = [...parts]
    .filter(([, { sum }]) => sum.refused.count > 0)
    .sort(([a, one], [b, other]) => other.sum.refused.count - one.sum.refused.count || inOrder(a, b))
    .map(([, part]) => part);
  const many = met.filter(({ sum }) => sum.refused.count >= least);
  const outstanding = many.filter(({ sum }) => sum.standsOut(minShare));
  const said = outstanding.length > 0 ? outstanding : many.length > 0 ? many : met;
  return {
    senders: [...new Set(said.map(({ sender }) => sender))],
    countries: [...new Set(said.map(({ country }) => country))],
    standOut: outstanding.length > 0,
  };
}

/** What a finding says that these senders or countries are. */
export function subjectOf(what: 'sender' | 'country', names: readonly string[]): Readonly<Record<string, string>> {
  const [only] = names;
  if (only !== undefined && names.length === 1) return { [what]: only };
  return { [what === 'sender' ? 'senders' : 'countries']: String(names.length) };
}

/** The figures of a group: refused, all, delivered; each with its rows. */
export function groupFigures(
  { refused, counts }: RefusedGroup,
  group: Group,
  codes: readonly string[],
  labels: { readonly refused: string; readonly all: string },
): { readonly failed: Figure & { readonly rows: Filter }; readonly total: Figure; readonly delivered: Figure } {
  const all: Filter = { direction: 'outbound', ...group };
  return {
    failed: { label: labels.refused, value: refused.count, rows: { ...failedWith(codes), ...group } },
    total: { label: labels.all, value: counts.outbound, rows: all },
    delivered: { label: 'of these delivered', value: counts.of('delivered'), rows: { ...all, outcomes: ['delivered'] } },
  };
}
