import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import type { Sentence as Pieces } from '../../analyzer/report/sentence.ts';
import { printed, type Printer } from '../../analyzer/write/printer.ts';
import { figure, percent } from '../kit/figures.ts';
import { shown, zone } from '../kit/view-settings.ts';
import { clockIn, dayIn, timeIn, zoneLabel } from '../kit/zone.ts';

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** A moment in the reader's zone, without the zone's label. */
const time = (milliseconds: number) => <time datetime={iso(milliseconds)}>{timeIn(zone.value, iso(milliseconds))}</time>;

const label = (milliseconds: number): string => zoneLabel(zone.value, iso(milliseconds));

/** Words of the log: they get a direction of their own, and numbers in them are masked unless the reader asked for them. */
const foreign = (text: string) => <bdi>{shown.value(text)}</bdi>;

const page: Printer<ComponentChildren> = {
  words: (words) => words,
  figure: ({ value }) => figure(value),
  count: figure,
  share: percent,
  moment: (at) => [time(at), ' ', label(at)],
  span: (from, to) => {
    if (label(from) !== label(to)) return [time(from), ` ${label(from)} – `, time(to), ` ${label(to)}`];
    const [first, last] = [iso(from), iso(to)];
    const isOf = (told: typeof dayIn): boolean => told(zone.value, first) === told(zone.value, last);
    if (isOf(timeIn)) return [time(from), ` (${label(to)})`];
    return [time(from), ' – ', isOf(dayIn) ? <time datetime={last}>{clockIn(zone.value, last)}</time> : time(to), ` (${label(to)})`];
  },
  text: foreign,
  address: foreign,
  name: foreign,
};

/** A sentence as the page shows it: times in the reader's zone, words of the log apart from ours. */
export function Sentence({ pieces }: { readonly pieces: Pieces }) {
  return printed(pieces, page).map((piece, i) => <Fragment key={i}>{piece}</Fragment>);
}
