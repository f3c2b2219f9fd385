import { thresholdOf } from '../../../catalog/knowledge.ts';
import { Newest } from '../../index/cells/newest.ts';
import { kinds } from '../../index/tables/kinds.ts';
import type { Filter } from '../../report/filter.ts';
import { howMany, say } from '../../report/sentence.ts';
import { receipts, settledBefore } from '../no-receipt-country/receipts-table.ts';
import { rule } from '../rule.ts';

/**
 * A log in which nothing has a receipt, neither "delivered" nor "undelivered", though messages are old enough: whether anything arrived
 * cannot be told from it. Failures that Twilio itself made say nothing of the way to the phone.
 */
export const noReceipts = rule({
  id: 'no-receipts',
  codes: [],
  guide: 'no-receipts',
  needs: ['status', 'sent', 'to'],
  tables: [receipts],
  limits: { minAged: 'count' },
  find(index, { knowledge, limits, minHits }) {
    for (const { kind } of index.get(kinds)) if (kind.outcome === 'delivered' || kind.outcome === 'undelivered') return [];
    const { clock } = index;
    const aged = [...index.get(receipts).countries.values()].map((country) => country.aged(clock));
    const value = aged.reduce((sum, { sent }) => sum + sent, 0);
    if (value < Math.max(limits.minAged, minHits)) return [];
    const minutes = thresholdOf(knowledge, 'no-receipt-country', 'settleMinutes');
    const old: Filter = { direction: 'outbound', time: { to: settledBefore(clock, minutes) } };
    const rows: Filter = { ...old, outcomes: ['no-receipt'] };
    const sent = { label: `older than ${String(minutes)} minutes and still "sent"`, value, rows };
    const delivered = { label: 'delivered', value: 0, rows: { direction: 'outbound', outcomes: ['delivered'] } } as const;
    return [
      {
        severity: 'medium',
        confidence: 'high',
        because: say`Not one message of this log has a receipt of either kind, and ${sent} are old enough to have one.`,
        sentence: say`Nothing in this log has a receipt: ${howMany(sent, 'message')} older than ${howMany(minutes, 'minute')} ${value === 1 ? 'is' : 'are'} still "sent", none is "delivered" or "undelivered". Whether anything arrived cannot be told from it.`,
        affected: value,
        recoverable: 0,
        rows,
        subject: {},
        since: Math.min(...aged.map(({ first }) => first)),
        evidence: [sent, delivered],
        codes: [],
        examples: Newest.of(aged.map(({ newest }) => newest)),
        action: { kind: 'check', list: null },
      },
    ];
  },
});
