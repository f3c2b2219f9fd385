import { thresholdOf } from '../../../catalog/knowledge.ts';
import { Newest } from '../../index/cells/newest.ts';
import { kinds } from '../../index/tables/kinds.ts';
import type { Filter } from '../../report/filter.ts';
import { howMany, say } from '../../report/sentence.ts';
import { receipts, settledBefore } from '../no-receipt-country/receipts-table.ts';
import { rule } from '../rule.ts';

/**
 * A log in which nothing is "delivered" though messages are old enough: whether anything arrived cannot be told from it. A few may be
 * "undelivered": from some routes only bad news come back. Failures that Twilio itself made say nothing of the way to the phone.
 */
export const noReceipts = rule({
  id: 'no-receipts',
  codes: [],
  guide: 'no-receipts',
  needs: ['status', 'sent', 'to'],
  tables: [receipts],
  limits: { minAged: 'count' },
  find(index, { knowledge, limits, minHits }) {
    let bad = 0;
    for (const { kind, count } of index.get(kinds)) {
      if (kind.outcome === 'delivered') return [];
      if (kind.outcome === 'undelivered') bad += count;
    }
    const { clock } = index;
    const aged = [...index.get(receipts).countries.values()].map((country) => country.aged(clock));
    const value = aged.reduce((sum, { sent }) => sum + sent, 0);
    if (value < Math.max(limits.minAged, minHits)) return [];
    if (value < (value + bad) * thresholdOf(knowledge, 'no-receipt-country', 'minSentShare')) return [];
    const minutes = thresholdOf(knowledge, 'no-receipt-country', 'settleMinutes');
    const old: Filter = { direction: 'outbound', time: { to: settledBefore(clock, minutes) } };
    const rows: Filter = { ...old, outcomes: ['no-receipt'] };
    const sent = { label: `older than ${String(minutes)} minutes and still "sent"`, value, rows };
    const delivered = { label: 'delivered', value: 0, rows: { direction: 'outbound', outcomes: ['delivered'] } } as const;
    const undelivered = { label: 'undelivered', value: bad, rows: { direction: 'outbound', outcomes: ['undelivered'] } } as const;
    return [
      {
        severity: 'medium',
        confidence: 'high',
        because:
          bad === 0
            ? say`Not one message of this log has a receipt of either kind, and ${sent} are old enough to have one.`
            : say`Not one message of this log has a receipt that it arrived, and ${sent} are old enough to have one.`,
        sentence:
          bad === 0
            ? say`Nothing in this log has a receipt: ${howMany(sent, 'message')} older than ${howMany(minutes, 'minute')} ${value === 1 ? 'is' : 'are'} still "sent", none is "delivered" or "undelivered". Whether anything arrived cannot be told from it.`
            : say`Nothing in this log is "delivered": ${howMany(sent, 'message')} older than ${howMany(minutes, 'minute')} ${value === 1 ? 'is' : 'are'} still "sent", and receipts tell of failures alone (${undelivered} "undelivered"). Whether the others arrived cannot be told from it.`,
        affected: value,
        recoverable: 0,
        rows,
        subject: {},
        since: Math.min(...aged.map(({ first }) => first)),
        evidence: bad === 0 ? [sent, delivered] : [sent, delivered, undelivered],
        codes: [],
        examples: Newest.of(aged.map(({ newest }) => newest)),
        action: { kind: 'check', list: null },
      },
    ];
  },
});
