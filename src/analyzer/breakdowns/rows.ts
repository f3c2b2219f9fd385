import type { MessageCategory, Outcome } from '../../catalog/category.ts';
import type { Filter } from '../report/filter.ts';
import type { CountryCount, HourCount, Totals } from '../report/report.ts';

/** The figures that breakdowns by place and the totals share. */
type PlaceFigure = Exclude<keyof CountryCount, 'country'>;

const outcomesOf = {
  delivered: ['delivered'],
  failed: ['failed', 'undelivered'],
  undelivered: ['undelivered'],
  noReceipt: ['no-receipt'],
  inFlight: ['in-flight'],
  other: ['other'],
} as const satisfies Readonly<Record<string, readonly Outcome[]>>;

const hourOutcomes: Readonly<Record<Exclude<keyof HourCount, 'hour'>, Outcome>> = {
  delivered: 'delivered',
  noReceipt: 'no-receipt',
  inFlight: 'in-flight',
  undelivered: 'undelivered',
  failed: 'failed',
  inbound: 'inbound',
  other: 'other',
};

const HOUR_MS = 3_600_000;

const ofPlace = (figure: PlaceFigure): Filter =>
  figure === 'outbound' ? { direction: 'outbound' } : { direction: 'outbound', outcomes: outcomesOf[figure] };

/** The messages behind the figures of a report's totals and breakdowns, each as a filter: the same rules that counted them, the other way round. */
export const rowsOf = {
  total(figure: keyof Totals): Filter {
    if (figure === 'messages') return {};
    if (figure === 'outbound' || figure === 'inbound') return { direction: figure };
    return { direction: 'outbound', outcomes: outcomesOf[figure] };
  },
  status: (word: string): Filter => ({ statuses: [word] }),
  code: (code: string, figure?: 'failed' | 'undelivered'): Filter =>
    figure === undefined ? { codes: [code] } : { direction: 'outbound', outcomes: outcomesOf[figure], codes: [code] },
  category: (category: MessageCategory): Filter => ({ categories: [category] }),
  country: (country: string, figure: PlaceFigure): Filter => ({ ...ofPlace(figure), countries: [country] }),
  sender: (sender: string, figure: PlaceFigure): Filter => ({ ...ofPlace(figure), senders: [sender] }),
  /** @param hour start of the hour, ISO 8601 */
  hour: (hour: string, figure: keyof typeof hourOutcomes): Filter => {
    const from = Date.parse(hour);
    return { outcomes: [hourOutcomes[figure]], time: { from, to: from + HOUR_MS } };
  },
};
