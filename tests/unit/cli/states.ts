/** One message in three states: the log is read a second time. */
export const states = [
  'Status,SentDate,ErrorCode,Sid',
  'queued,2026-05-04T09:00:00Z,,SM1',
  'undelivered,2026-05-04T09:00:09Z,30003,SM1',
  'sent,2026-05-04T09:00:03Z,,SM1',
  'delivered,2026-05-04T09:00:03Z,,SM2',
].join('\n');
/** What a report on them says. */
export const counted = { totals: { messages: 2, delivered: 1, failed: 1 } };
