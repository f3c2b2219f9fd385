import { UNKNOWN_COUNTRY } from '../../message/country.ts';
import type { Filter } from '../../report/filter.ts';
import { howMany, ours, outOf, say, share } from '../../report/sentence.ts';
import { countryWithCode } from '../../words/country-name.ts';
import { rule } from '../rule.ts';
import { receipts, settledBefore } from './receipts-table.ts';

/**
 * A country from which no receipts come: nearly everything old enough stays `sent` and nothing is delivered. A log in which no
 * message at all has a receipt says nothing about a country.
 */
export const noReceiptCountry = rule({
  id: 'no-receipt-country',
  codes: [],
  guide: 'no-receipts',
  needs: ['status', 'sent', 'to'],
  tables: [receipts],
  limits: { minAged: 'count', minSentShare: 'share', settleMinutes: 'count', graveShare: 'share' },
  find(index, { limits, minHits }) {
    const { clock } = index;
    const countries = [...index.get(receipts).countries].map(([country, one]) => ({ country, aged: one.aged(clock) }));
    const all = countries.reduce((sum, { aged }) => sum + aged.total, 0);
    if (!countries.some(({ aged }) => aged.delivered > 0)) return [];
    return countries
      .filter(
        ({ country, aged }) =>
          country !== UNKNOWN_COUNTRY &&
          aged.total >= Math.max(limits.minAged, minHits) &&
          aged.delivered === 0 &&
          aged.sent >= aged.total * limits.minSentShare,
      )
      .map(({ country, aged }) => {
        const old: Filter = { direction: 'outbound', countries: [country], time: { to: settledBefore(clock, limits.settleMinutes) } };
        const rows: Filter = { ...old, outcomes: ['no-receipt'] };
        const total = {
          label: `messages handed over more than ${String(limits.settleMinutes)} minutes ago`,
          value: aged.total,
          rows: { ...old, outcomes: ['delivered', 'no-receipt', 'undelivered'] },
        } as const;
        const sent = { label: 'still "sent"', value: aged.sent, rows };
        const delivered = { label: 'delivered', value: aged.delivered, rows: { ...old, outcomes: ['delivered'] } } as const;
        return {
          // Of so large a part of the log nobody can say whether it arrived.
          severity: aged.total >= all * limits.graveShare ? 'medium' : 'low',
          confidence: 'medium',
          because: say`Other countries of this log do return receipts and this one returns none; but a log cannot tell a missing receipt from a message that was lost.`,
          sentence: say`No receipts come back from ${ours(countryWithCode(country))}: ${outOf(sent, total)} messages older than ${howMany(limits.settleMinutes, 'minute')} (${share(sent, total)}) are still "sent" and none is "delivered". They may well have arrived.`,
          affected: aged.sent,
          recoverable: 0,
          rows,
          subject: { country },
          since: aged.first,
          evidence: [total, sent, delivered],
          codes: [],
          examples: aged.newest.sids,
          action: { kind: 'check', list: null },
        } as const;
      });
  },
});
