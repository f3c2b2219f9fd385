import { countryName } from '../../analyzer/words/country-name.ts';
import type { Texts } from '../../analyzer/ask-texts.ts';
import type { Report } from '../../analyzer/report/report.ts';
import { categoryLabels } from '../../catalog/category.ts';
import type { Outcome } from '../../catalog/category.ts';
import { errorPath, twilioErrorUrl } from '../../catalog/paths.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import type { Chip } from '../filter/chips.ts';
import { categoryChip, codeChip, countryChip, hourChip, hourSpan, linkChip, senderChip, textChip } from '../filter/make-chips.ts';
import { percent } from '../kit/figures.ts';

/** One piece of a bar, in messages. */
export interface Piece {
  readonly outcome: Outcome;
  readonly value: number;
}

export interface Row {
  readonly key: string;
  readonly label: string;
  /** Second line, softer. */
  readonly note?: string;
  readonly link?: { readonly href: string; readonly external: boolean };
  /** Its messages as a filter: those of the first figure. */
  readonly chip?: Chip;
  /** `undefined` where the log does not say. */
  readonly figures: readonly (number | undefined)[];
  readonly share: string;
  readonly bar: readonly Piece[];
}

/** Rows that are made when they are shown: a report may hold fifty thousand senders. An array will do for few. */
export interface Rows {
  readonly length: number;
  /** The rows of some places, as `Array.prototype.slice` counts them. */
  readonly slice: (from: number, to: number) => readonly Row[];
}

/** A table that adds up: `total` is the sum of the rows, column by column; absent where a sum would count people twice, and empty where it would count every message twice. */
export interface Breakdown {
  readonly id: string;
  readonly title: string;
  /** What one row is about. */
  readonly head: string;
  readonly columns: readonly string[];
  /** Heading of the last column, and what it is a share of. */
  readonly share: string;
  readonly shareOf: string;
  readonly rows: Rows;
  readonly total: readonly (number | undefined)[];
  /** The longest bar of the table. */
  readonly longest: number;
}

/** Sums and maxima walk over the report's own entries and make nothing, so that they take a millisecond for fifty thousand. */
const sumOf = <Entry>(list: readonly Entry[], value: (entry: Entry) => number): number =>
  list.reduce((sum, entry) => sum + value(entry), 0);
const mostOf = <Entry>(list: readonly Entry[], value: (entry: Entry) => number): number =>
  list.reduce((most, entry) => Math.max(most, value(entry)), 0);

/** The row of each entry, and one more where a list was cut. */
function rowsOf<Entry>(list: readonly Entry[], row: (entry: Entry) => Row, rest?: Row): Rows {
  const extra = rest === undefined ? [] : [rest];
  const { length } = list;
  return {
    length: length + extra.length,
    slice: (from, to) => [...list.slice(from, to).map(row), ...extra.slice(Math.max(0, from - length), Math.max(0, to - length))],
  };
}

/** The two pieces of what did not arrive, apart; `failed` is their sum. */
const didNotArrive = ({ failed, undelivered }: Pick<Place, 'failed' | 'undelivered'>): readonly Piece[] => [
  { outcome: 'failed', value: failed - undelivered },
  { outcome: 'undelivered', value: undelivered },
];

const external = (href: string) => ({ href, external: true });
const internal = (href: string) => ({ href, external: false });

/** Messages by error code. A delivered message may carry a code, so the sum can exceed the failures. */
export function codeBreakdown({ byErrorCode }: Report, { codes }: Knowledge): Breakdown {
  const all = sumOf(byErrorCode, ({ count }) => count);
  return {
    id: 'codes',
    title: 'Error codes',
    head: 'Code',
    columns: ['Messages', 'Recipients'],
    share: 'Share',
    shareOf: 'of messages with a code',
    rows: rowsOf(byErrorCode, ({ code, count, failed, undelivered, category, recipients }) => {
      const known = codes[code];
      return {
        key: code,
        label: code,
        chip: codeChip(code),
        note: `${known?.title ?? 'Not in Twilio’s list of codes'} · ${categoryLabels[category]}`,
        ...(known === undefined ? {} : { link: known.page ? internal(errorPath(code)) : external(twilioErrorUrl(code)) }),
        // A code is on a message to somebody: nobody means that the log names no recipients.
        figures: [count, recipients === 0 ? undefined : recipients],
        share: percent(count, all),
        bar: [...didNotArrive({ failed, undelivered }), { outcome: 'other', value: count - failed }],
      };
    }),
    total: [all, undefined],
    longest: mostOf(byErrorCode, ({ count }) => count),
  };
}

/** The outcome of all messages of a category; the others did not arrive. */
const outcomeOfCategory: Readonly<Record<string, Outcome>> = {
  delivered: 'delivered',
  'no-receipt': 'no-receipt',
  'in-flight': 'in-flight',
  scheduled: 'other',
  canceled: 'other',
  inbound: 'inbound',
};

/** Every message, in exactly one category. */
export const categoryBreakdown = ({ byCategory, totals }: Report): Breakdown => ({
  id: 'categories',
  title: 'What became of the messages',
  head: 'Category',
  columns: ['Messages'],
  share: 'Share',
  shareOf: 'of all messages',
  rows: rowsOf(byCategory, ({ category, count, undelivered }) => ({
    key: category,
    label: categoryLabels[category],
    chip: categoryChip(category),
    figures: [count],
    share: percent(count, totals.messages),
    bar:
      outcomeOfCategory[category] === undefined
        ? didNotArrive({ failed: count, undelivered })
        : [{ outcome: outcomeOfCategory[category], value: count }],
  })),
  total: [sumOf(byCategory, ({ count }) => count)],
  longest: mostOf(byCategory, ({ count }) => count),
});

interface Place {
  readonly outbound: number;
  readonly delivered: number;
  readonly failed: number;
  readonly undelivered: number;
  readonly noReceipt: number;
}

const restOf = ({ outbound, delivered, failed, noReceipt }: Place): number => outbound - delivered - failed - noReceipt;

const figuresOf = (place: Place): readonly number[] => [place.outbound, place.delivered, place.failed, place.noReceipt, restOf(place)];

const barOf = (place: Place): readonly Piece[] => [
  ...didNotArrive(place),
  { outcome: 'no-receipt', value: place.noReceipt },
  { outcome: 'other', value: restOf(place) },
  { outcome: 'delivered', value: place.delivered },
];

const rateOf = ({ failed, delivered }: Place): string => percent(failed, failed + delivered);

const placeRow = (place: Place): Pick<Row, 'figures' | 'share' | 'bar'> => ({
  figures: figuresOf(place),
  share: rateOf(place),
  bar: barOf(place),
});

/** What a capped list lacks to add up to the report's totals; nothing where the list is whole. */
function remainder(list: readonly Place[], totals: Report['totals']): Place | undefined {
  const left = (key: keyof Place): number => Math.max(0, totals[key] - sumOf(list, (place) => place[key]));
  if (left('outbound') === 0) return undefined;
  return {
    outbound: left('outbound'),
    delivered: left('delivered'),
    failed: left('failed'),
    undelivered: left('undelivered'),
    noReceipt: left('noReceipt'),
  };
}

/** Outbound messages by some kind of place; the share is the failures among those with a final status. */
function placeBreakdown<Entry extends Place>(
  names: Pick<Breakdown, 'id' | 'title' | 'head'>,
  list: readonly Entry[],
  { totals }: Report,
  name: (entry: Entry) => Pick<Row, 'key' | 'label' | 'note' | 'chip'>,
): Breakdown {
  const rest = remainder(list, totals);
  const rows = rowsOf(
    list,
    (place) => ({ ...name(place), ...placeRow(place) }),
    rest === undefined ? undefined : { key: ' rest', label: 'Not listed', ...placeRow(rest) },
  );
  const whole = (key: keyof Place): number => sumOf(list, (place) => place[key]) + (rest?.[key] ?? 0);
  return {
    ...names,
    columns: ['Outbound', 'Delivered', 'Did not arrive', 'No receipt', 'Other'],
    share: 'Rate',
    shareOf: 'did not arrive, of those with a final status',
    rows,
    total: figuresOf({
      outbound: whole('outbound'),
      delivered: whole('delivered'),
      failed: whole('failed'),
      undelivered: whole('undelivered'),
      noReceipt: whole('noReceipt'),
    }),
    longest: Math.max(
      rest?.outbound ?? 0,
      mostOf(list, ({ outbound }) => outbound),
    ),
  };
}

/** Outbound messages by the recipient's country. */
export const countryBreakdown = (report: Report): Breakdown =>
  placeBreakdown({ id: 'countries', title: 'Countries', head: 'Country' }, report.byCountry, report, ({ country }) => ({
    key: country,
    label: countryName(country),
    chip: countryChip(country),
  }));

const kinds: Readonly<Record<Report['bySender'][number]['kind'], string>> = {
  'long-code': 'Long code',
  'toll-free': 'Toll-free number',
  'short-code': 'Short code',
  alphanumeric: 'Sender name',
  channel: 'Channel address',
  service: 'Messaging Service',
  unknown: 'Unknown kind',
};

/** Outbound messages by sender. */
export const senderBreakdown = (report: Report): Breakdown =>
  placeBreakdown({ id: 'senders', title: 'Senders', head: 'Sender' }, report.bySender, report, ({ sender, kind }) => ({
    key: sender,
    chip: senderChip(sender),
    label: sender === '' ? 'No sender in the log' : sender,
    note: kinds[kind],
  }));

const DAY_HOURS = 24;

const digitAt = (text: string, place: number): number => text.charCodeAt(place) - '0'.charCodeAt(0);

/** Outbound messages by the hour of the day in which they were sent, in UTC; no rows where the log has no times. */
export function hourBreakdown(report: Report): Breakdown {
  const hours = Array.from({ length: DAY_HOURS }, (_, hour) => ({
    hour,
    outbound: 0,
    delivered: 0,
    failed: 0,
    undelivered: 0,
    noReceipt: 0,
  }));
  for (const { hour, delivered, noReceipt, inFlight, undelivered, failed, other } of report.byHour) {
    // "…T17:00:00.000Z": 99,000 of them read as dates, or cut, would keep the page from answering.
    const place = hour.indexOf('T') + 1;
    const sums = hours[digitAt(hour, place) * 10 + digitAt(hour, place + 1)];
    if (sums === undefined) continue;
    sums.outbound += delivered + noReceipt + inFlight + undelivered + failed + other;
    sums.delivered += delivered;
    // An hour tells the two apart, a place their sum.
    sums.failed += failed + undelivered;
    sums.undelivered += undelivered;
    sums.noReceipt += noReceipt;
  }
  const met = hours.filter(({ outbound }) => outbound > 0);
  const table = placeBreakdown({ id: 'hours', title: 'Hours of the day', head: 'Hour (UTC)' }, met, report, ({ hour }) => ({
    key: String(hour),
    label: hourSpan(hour),
    chip: hourChip(hour),
  }));
  return met.length === 0 ? { ...table, rows: [] } : table;
}

/** Outbound messages by what they say, whatever is filled in. */
export function textBreakdown(report: Report, { texts, noText }: Texts): Breakdown {
  const none = noText.outbound === 0 ? [] : [{ ...noText, text: '', templates: [] }];
  return placeBreakdown({ id: 'texts', title: 'Texts', head: 'Text' }, [...texts, ...none], report, ({ text, templates }) => ({
    key: templates.join(' '),
    // A message without a text has no fingerprint of one.
    chip: textChip(templates.length === 0 ? [0] : templates, text),
    label: text !== '' ? text : templates.length === 0 ? 'No text in the log' : 'A text that was not found in the file again',
  }));
}

/** Outbound messages by the hosts of their links: one with two links counts twice, so nothing adds up. */
export function linkBreakdown(report: Report, { links }: Texts): Breakdown {
  const table = placeBreakdown({ id: 'links', title: 'Links', head: 'Host' }, links, report, ({ host }) => ({ key: host, label: host }));
  return {
    ...table,
    rows: rowsOf(links, (link) => ({ key: link.host, label: link.host, chip: linkChip(link.host), ...placeRow(link) })),
    total: [],
  };
}
