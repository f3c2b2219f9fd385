import { UNKNOWN_COUNTRY } from '../../message/country.ts';
import { countryWithCode } from '../../words/country-name.ts';
import type { Rule } from '../rule.ts';
import { howMany, ours, outOf, say, share } from '../../report/sentence.ts';

/**
 * A country from which no receipts come: nearly everything old enough stays `sent` and nothing is delivered. Rule H08 of
 * research/peers-and-rules.md. A log in which no message at all has a receipt says nothing about a country.
 */
export const noReceiptCountry: Rule = {
  id: 'no-receipt-country',
  codes: [],
  guide: 'no-receipts',
  find(index, { knowledge }) {
    const { general, 'no-receipt-country': limits } = knowledge.thresholds;
    const { clock } = index;
    const countries = [...index.receipts.countries].map(([country, receipts]) => ({ country, receipts, aged: receipts.aged(clock) }));
    if (!countries.some(({ aged }) => aged.delivered > 0)) return [];
    return countries
      .filter(
        ({ country, aged }) =>
          country !== UNKNOWN_COUNTRY &&
          aged.total >= Math.max(limits.minAged, general.minHits) &&
          aged.delivered === 0 &&
          aged.sent >= aged.total * limits.minSentShare,
      )
      .map(({ country, receipts, aged }) => {
        const total = { label: `messages older than ${String(limits.settleMinutes)} minutes`, value: aged.total };
        const sent = { label: 'still "sent"', value: aged.sent };
        return {
          id: 'no-receipt-country',
          severity: 'low' as const,
          confidence: 'medium' as const,
          sentence: say`No receipts come back from ${ours(countryWithCode(country))}: ${outOf(sent, total)} messages older than ${howMany(limits.settleMinutes, 'minute')} (${share(sent, total)}) are still "sent" and none is "delivered". They may well have arrived.`,
          affected: aged.sent,
          recoverable: 0,
          subject: { country },
          evidence: [total, sent, { label: 'delivered', value: aged.delivered }],
          codes: [],
          guide: 'no-receipts',
          examples: receipts.sent.sids,
          action: { kind: 'check' as const, list: null },
        };
      });
  },
};
