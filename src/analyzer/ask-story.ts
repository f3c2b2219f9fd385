import { contextOf } from './ask.ts';
import { goThrough, never, selectionFor, type KeptReading } from './ask-kept.ts';
import { rowsAt, type ListedRow } from './ask-rows.ts';
import { routeFigures, type RouteFigures } from './breakdowns/route-figures.ts';
import { OutcomeCounts } from './index/cells/outcome-counts.ts';
import { testOf } from './index/filter-test.ts';
import { findTexts, type Lost } from './kept/find-texts.ts';
import { sidKey } from './message/sid.ts';
import { orderOf } from './message/stand-in.ts';
import type { Likeness } from './write/story.ts';

const MINUTE_MS = 60_000;

/** One message, and what became of the others around it. */
export interface Story {
  readonly message: ListedRow;
  /** Keys of the findings of the report that touch it, the main one first. */
  readonly findings: readonly string[];
  /** The other outbound messages of the same minute (UTC) that share something with it; absent without a time, and for an inbound message. */
  readonly neighbours?: Readonly<Record<Likeness, RouteFigures>>;
  readonly lost?: Lost;
}

/**
 * The number of the message with a SID: the kept log knows the order of its fingerprint, and the file says which of few it is.
 *
 * @returns `undefined` where none is found
 */
export async function placeOfSid({ kept }: Pick<KeptReading, 'kept'>, sid: string): Promise<number | undefined> {
  const order = orderOf(sidKey(sid), sid);
  const places: number[] = [];
  for (const row of kept.at(Array(kept.size).keys())) if (row.sidOrder === order) places.push(row.place);
  const { texts } = await findTexts(kept, places);
  // Where its source gives no texts, the only one of its fingerprint is it.
  return places.find((place) => texts.get(place)?.sid === sid) ?? (texts.size === 0 && places.length === 1 ? places[0] : undefined);
}

/**
 * The story of one message.
 *
 * @param place its number in the kept log; there must be one
 * @returns `undefined` when nobody waits any more
 */
export async function storyOf(reading: KeptReading, place: number, rest = never): Promise<Story | undefined> {
  const { kept, report } = reading;
  const { rows, lost } = await rowsAt(kept, [place]);
  const [message] = rows;
  const [row] = kept.at([place]);
  if (message === undefined || row === undefined) throw new Error(`There is no message ${String(place)}`);
  const context = contextOf(reading);
  const findings = report.findings.filter((finding) => testOf(finding.rows, context)(row)).map(({ key }) => key);
  const told = { message, findings, ...(lost === undefined ? {} : { lost }) };
  const { time, sender, country, kind } = row;
  const template = row.templateKey();
  if (Number.isNaN(time) || kind.isInbound) return told;
  const minute = Math.floor(time / MINUTE_MS);
  const counts: Readonly<Record<Likeness, OutcomeCounts>> = {
    sender: new OutcomeCounts(),
    text: new OutcomeCounts(),
    country: new OutcomeCounts(),
  };
  const isDone = await goThrough(
    reading,
    selectionFor(reading, { direction: 'outbound', time: { from: minute * MINUTE_MS, to: (minute + 1) * MINUTE_MS } }),
    (other) => {
      const outcome = other.kind.outcomeNumber;
      if (other.place === place) return;
      if (other.sender === sender) counts.sender.add(outcome);
      if (template !== 0 && other.templateKey() === template) counts.text.add(outcome);
      if (other.country === country) counts.country.add(outcome);
    },
    rest,
  );
  if (!isDone) return undefined;
  const { sender: ofSender, text, country: ofCountry } = counts;
  return { ...told, neighbours: { sender: routeFigures(ofSender), text: routeFigures(text), country: routeFigures(ofCountry) } };
}
