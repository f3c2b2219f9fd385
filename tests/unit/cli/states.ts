/** One message in three states: the log is read a second time. */
export const states = [
  'Status,SentDate,ErrorCode,Sid',
  'queued,2026-05-04T09:00:00Z,,SM00000000000000000000000000000001',
  'undelivered,2026-05-04T09:00:09Z,30003,SM00000000000000000000000000000001',
  'sent,2026-05-04T09:00:03Z,,SM00000000000000000000000000000001',
  'delivered,2026-05-04T09:00:03Z,,SM00000000000000000000000000000002',
].join('\n');
/** What a report on them says. */
export const counted = { totals: { messages: 2, delivered: 1, failed: 1 } };
