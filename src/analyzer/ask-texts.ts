import { goThrough, never, selectionFor, type KeptReading } from './ask-kept.ts';
import { routeFigures, type RouteFigures } from './breakdowns/route-figures.ts';
import { OutcomeCounts } from './index/cells/outcome-counts.ts';
import { findTexts } from './kept/find-texts.ts';
import type { KeptRow } from './kept/kept-row.ts';
import { entryOf } from './memory/entry-of.ts';
import { cutTemplate, templateText } from './message/template.ts';
import type { Filter } from './report/filter.ts';

/** Outbound messages with one text, whatever is filled in. */
export interface TextCount extends RouteFigures {
  /** As message/template.ts shows it; '' where it could not be found in the file. */
  readonly text: string;
  /** One a sender (`Filter.templates`). */
  readonly templates: readonly number[];
}

/** Outbound messages with a link to one host. */
export interface LinkCount extends RouteFigures {
  readonly host: string;
}

/** What messages say: texts and links, most messages first. */
export interface Texts {
  readonly texts: readonly TextCount[];
  /** Messages with texts that are not listed, for there are too many. */
  readonly otherTexts: RouteFigures;
  /** Messages of which the log has no text. */
  readonly noText: RouteFigures;
  /** A message with links to two hosts counts with both. */
  readonly links: readonly LinkCount[];
}

/** Rows of each table. */
const LISTED = 200;
/** Different texts, or hosts, that are counted: some 200 bytes each. What comes later is not listed. */
export const textsCounted = { limit: 50_000 };

interface Group {
  readonly counts: OutcomeCounts;
  /** Number of one of its messages. */
  readonly place: number;
}

class Groups<Key> {
  readonly groups = new Map<Key, Group>();
  readonly rest = new OutcomeCounts();

  add(key: Key, { kind, place }: KeptRow): void {
    const known = this.groups.get(key);
    if (known === undefined && this.groups.size >= textsCounted.limit) this.rest.add(kind.outcomeNumber);
    else entryOf(this.groups, key, () => ({ counts: new OutcomeCounts(), place })).counts.add(kind.outcomeNumber);
  }

  /** The largest first; what is cut goes to the rest. */
  largest(): readonly (readonly [Key, Group])[] {
    const all = [...this.groups].sort(([, a], [, b]) => b.counts.outbound - a.counts.outbound || a.place - b.place);
    for (const [, { counts }] of all.slice(LISTED)) this.rest.merge(counts.save());
    return all.slice(0, LISTED);
  }
}

/** Puts together what has one text: each sender has templates of its own. */
function byText(groups: readonly (readonly [number, Group])[], textOf: (key: number, place: number) => string): readonly TextCount[] {
  const texts = new Map<string, { readonly counts: OutcomeCounts; readonly templates: number[] }>();
  for (const [key, { counts, place }] of groups) {
    const text = textOf(key, place);
    // What could not be found stays apart: nobody knows whether two such texts are one.
    const one = entryOf(texts, text === '' ? `\n${String(key)}` : text, () => ({ counts: new OutcomeCounts(), templates: [] }));
    one.counts.merge(counts.save());
    one.templates.push(key);
  }
  return [...texts]
    .map(([text, { counts, templates }]) => ({ text: text.startsWith('\n') ? '' : text, templates, ...routeFigures(counts) }))
    .sort((a, b) => b.outbound - a.outbound);
}

/** Counts the texts and links of the outbound messages that a filter takes. @returns `undefined` when nobody waits any more */
export async function textsUnder(reading: KeptReading, filter: Filter, rest = never): Promise<Texts | undefined> {
  const { kept } = reading;
  const templates = new Groups<number>();
  const hosts = new Groups<string>();
  const noText = new OutcomeCounts();
  const isDone = await goThrough(
    reading,
    selectionFor(reading, filter),
    (message) => {
      if (message.kind.isInbound) return;
      const key = message.templateKey();
      if (key === 0) noText.add(message.kind.outcomeNumber);
      else templates.add(key, message);
      for (const host of message.linkHosts()) hosts.add(host, message);
    },
    rest,
  );
  if (!isDone) return undefined;
  const listed = templates.largest();
  const { texts } = await findTexts(
    kept,
    listed.flatMap(([key, { place }]) => (kept.templates.has(key) ? [] : [place])),
  );
  return {
    texts: byText(listed, (key, place) => cutTemplate(kept.templates.get(key) ?? templateText(texts.get(place)?.body ?? ''))),
    otherTexts: routeFigures(templates.rest),
    noText: routeFigures(noText),
    links: hosts.largest().map(([host, { counts }]) => ({ host, ...routeFigures(counts) })),
  };
}
