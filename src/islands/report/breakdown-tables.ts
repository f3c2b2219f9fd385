import { countryName } from '../../analyzer/words/country-name.ts';
import type { Report } from '../../analyzer/report/report.ts';
import { categoryLabels } from '../../catalog/category.ts';
import type { Outcome } from '../../catalog/category.ts';
import { errorPath, twilioErrorUrl } from '../../catalog/paths.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
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
  /** `undefined` where the log does not say. */
  readonly figures: readonly (number | undefined)[];
  readonly share: string;
  readonly bar: readonly Piece[];
}

/** A table that adds up: `total` is the sum of the rows, column by column; absent where a sum would count people twice. */
export interface Breakdown {
  readonly id: string;
  readonly title: string;
  /** What one row is about. */
  readonly head: string;
  readonly columns: readonly string[];
  /** Heading of the last column, and what it is a share of. */
  readonly share: string;
  readonly shareOf: string;
  readonly rows: readonly Row[];
  readonly total: readonly (number | undefined)[];
  /** The longest bar of the table. */
  readonly longest: number;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function table(
  id: string,
  title: string,
  head: string,
  columns: readonly string[],
  [share, shareOf]: readonly [string, string],
  rows: readonly Row[],
): Breakdown {
  return {
    id,
    title,
    head,
    columns,
    share,
    shareOf,
    rows,
    total: columns.map((_, i) => sum(rows.map(({ figures }) => figures[i] ?? 0))),
    longest: Math.max(0, ...rows.map(({ bar }) => sum(bar.map(({ value }) => value)))),
  };
}

const external = (href: string) => ({ href, external: true });
const internal = (href: string) => ({ href, external: false });

/** Messages by error code. A delivered message may carry a code, so the sum can exceed the failures. */
export function codeBreakdown({ byErrorCode }: Report, { codes }: Knowledge): Breakdown {
  const all = sum(byErrorCode.map(({ count }) => count));
  const rows = byErrorCode.map(({ code, count, category, recipients }) => {
    const known = codes[code];
    return {
      key: code,
      label: code,
      note: `${known?.title ?? 'Not in Twilio’s list of codes'} · ${categoryLabels[category]}`,
      ...(known === undefined ? {} : { link: known.page ? internal(errorPath(code)) : external(twilioErrorUrl(code)) }),
      // A code is on a message to somebody: nobody means that the log names no recipients.
      figures: [count, recipients === 0 ? undefined : recipients],
      share: percent(count, all),
      bar: [{ outcome: 'failed' as const, value: count }],
    };
  });
  const whole = table('codes', 'Error codes', 'Code', ['Messages', 'Recipients'], ['Share', 'of messages with a code'], rows);
  return { ...whole, total: [all, undefined] };
}

const outcomeOfCategory: Readonly<Record<string, Outcome>> = {
  delivered: 'delivered',
  'no-receipt': 'no-receipt',
  'in-flight': 'in-flight',
  scheduled: 'other',
  canceled: 'other',
  inbound: 'inbound',
};

/** Every message, in exactly one category. */
export function categoryBreakdown({ byCategory, totals }: Report): Breakdown {
  const rows = byCategory.map(({ category, count }) => ({
    key: category,
    label: categoryLabels[category],
    figures: [count],
    share: percent(count, totals.messages),
    bar: [{ outcome: outcomeOfCategory[category] ?? ('failed' as const), value: count }],
  }));
  return table('categories', 'What became of the messages', 'Category', ['Messages'], ['Share', 'of all messages'], rows);
}

interface Place {
  readonly outbound: number;
  readonly delivered: number;
  readonly failed: number;
  readonly noReceipt: number;
}

const placeColumns = ['Outbound', 'Delivered', 'Failed', 'No receipt', 'Other'] as const;

const failureRate = ['Failure rate', 'failed, of those with a final status'] as const;

const restOf = ({ outbound, delivered, failed, noReceipt }: Place): number => outbound - delivered - failed - noReceipt;

const figuresOf = (place: Place): readonly number[] => [place.outbound, place.delivered, place.failed, place.noReceipt, restOf(place)];

const barOf = (place: Place): readonly Piece[] => [
  { outcome: 'failed', value: place.failed },
  { outcome: 'no-receipt', value: place.noReceipt },
  { outcome: 'other', value: restOf(place) },
  { outcome: 'delivered', value: place.delivered },
];

/** The row that makes a capped list add up to the report's totals; none where the list is whole. */
function remainder(list: readonly Place[], { totals }: Report): readonly Row[] {
  const left = (key: keyof Place): number => Math.max(0, totals[key] - sum(list.map((place) => place[key])));
  const place = { outbound: left('outbound'), delivered: left('delivered'), failed: left('failed'), noReceipt: left('noReceipt') };
  if (place.outbound === 0) return [];
  return [
    {
      key: ' rest',
      label: 'Not listed',
      figures: figuresOf(place),
      share: percent(place.failed, place.failed + place.delivered),
      bar: barOf(place),
    },
  ];
}

const rateOf = ({ failed, delivered }: Place): string => percent(failed, failed + delivered);

/** Outbound messages by the recipient's country; the share is the failures among those with a final status. */
export function countryBreakdown(report: Report): Breakdown {
  const rows = report.byCountry.map((place) => ({
    key: place.country,
    label: countryName(place.country),
    figures: figuresOf(place),
    share: rateOf(place),
    bar: barOf(place),
  }));
  return table('countries', 'Countries', 'Country', placeColumns, failureRate, [...rows, ...remainder(report.byCountry, report)]);
}

const kinds: Readonly<Record<Report['bySender'][number]['kind'], string>> = {
  'long-code': 'Long code',
  'toll-free': 'Toll-free number',
  'short-code': 'Short code',
  alphanumeric: 'Sender name',
  channel: 'Channel address',
  service: 'Messaging Service',
  unknown: 'Unknown kind',
};

/** Outbound messages by sender; the share is the failures among those with a final status. */
export function senderBreakdown(report: Report): Breakdown {
  const rows = report.bySender.map((place) => ({
    key: place.sender,
    label: place.sender === '' ? 'No sender in the log' : place.sender,
    note: kinds[place.kind],
    figures: figuresOf(place),
    share: rateOf(place),
    bar: barOf(place),
  }));
  return table('senders', 'Senders', 'Sender', placeColumns, failureRate, [...rows, ...remainder(report.bySender, report)]);
}
