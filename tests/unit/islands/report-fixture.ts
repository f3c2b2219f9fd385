import type { HourCount, NumberList, Report } from '../../../src/analyzer/report/report.ts';
import type { ListId } from '../../../src/catalog/number-lists.ts';
import { address, moment, outOf, say } from '../../../src/analyzer/report/sentence.ts';

/** Two days from 2025-08-14 09:00 UTC; the last twelve hours are bad. */
const byHour: readonly HourCount[] = Array.from({ length: 48 }, (_, i) => ({
  hour: new Date(Date.UTC(2025, 7, 14, 9 + i)).toISOString().replace('.000', ''),
  delivered: 180 + 20 * (i % 5),
  noReceipt: 10,
  inFlight: i === 47 ? 11 : 0,
  undelivered: i >= 36 ? 20 : 1,
  failed: i >= 30 ? 8 : 0,
  inbound: 3,
  other: 0,
}));

const sum = (key: Exclude<keyof HourCount, 'hour'>): number => byHour.reduce((all, hour) => all + hour[key], 0);
const delivered = sum('delivered');
const failed = sum('failed') + sum('undelivered');
const noReceipt = sum('noReceipt');
const inbound = sum('inbound');
const outbound = delivered + failed + noReceipt + 11;

const noNumbers = (listed: ListId): NumberList => ({
  numbers: 0,
  messages: 0,
  rows: { listed, outcomes: ['failed', 'undelivered'] },
  entries: [],
});

/** A report made by hand, whose figures add up: troubled, with two findings, a notice and a capped list of senders. */
export const troubled: Report = {
  schemaVersion: 1,
  sources: [
    {
      name: 'sms-log.csv',
      bytes: 2_450_000,
      format: 'console-v3',
      formatName: 'Twilio Console CSV (2025)',
      encoding: 'utf-8',
      delimiter: ',',
      rows: outbound + inbound + 4,
      records: outbound + inbound + 4,
      messages: outbound + inbound,
      duplicates: 4,
      folded: 0,
      ignored: ['ApiVersion'],
      skipped: [],
      columns: { errorCode: 'ErrorCode' },
      notices: [
        {
          id: 'duplicates',
          count: 4,
          lines: [12, 40],
          text: say`${4} rows repeat a message that was already counted; the latest state was kept.`,
        },
      ],
    },
  ],
  notices: [],
  oldest: '2025-08-14T09:02:00Z',
  clock: '2025-08-16T08:41:00Z',
  totals: {
    messages: outbound + inbound,
    outbound,
    inbound,
    delivered,
    failed,
    undelivered: sum('undelivered'),
    noReceipt,
    inFlight: 11,
    other: 0,
  },
  byStatus: { delivered, undelivered: sum('undelivered'), failed: sum('failed'), sent: noReceipt, queued: 11, received: inbound },
  byErrorCode: [
    {
      code: '30034',
      count: sum('undelivered'),
      failed: sum('undelivered'),
      undelivered: sum('undelivered'),
      category: 'sender-unregistered',
      recipients: 240,
    },
    {
      code: '30005',
      count: sum('failed') - 9,
      failed: sum('failed') - 9,
      undelivered: 0,
      category: 'recipient-unreachable',
      recipients: 31,
    },
    { code: '99999', count: 9, failed: 9, undelivered: 0, category: 'unknown', recipients: 9 },
  ],
  byCategory: [
    { category: 'delivered', count: delivered, undelivered: 0, share: 0.9 },
    { category: 'sender-unregistered', count: sum('undelivered'), undelivered: sum('undelivered'), share: 0.02 },
    { category: 'recipient-unreachable', count: sum('failed') - 9, undelivered: 0, share: 0.01 },
    { category: 'unknown', count: 9, undelivered: 0, share: 0.001 },
    { category: 'no-receipt', count: noReceipt, undelivered: 0, share: 0.04 },
    { category: 'in-flight', count: 11, undelivered: 0, share: 0.001 },
    { category: 'inbound', count: inbound, undelivered: 0, share: 0.01 },
  ],
  byCountry: [
    {
      country: 'US',
      outbound: outbound - 500,
      delivered: delivered - 400,
      failed: failed - 20,
      undelivered: sum('undelivered'),
      noReceipt: noReceipt - 80,
    },
    { country: 'GB', outbound: 480, delivered: 390, failed: 10, undelivered: 0, noReceipt: 80 },
    { country: 'unknown', outbound: 20, delivered: 10, failed: 10, undelivered: 0, noReceipt: 0 },
  ],
  bySender: [
    { sender: '+14155550100', kind: 'long-code', outbound: 6000, delivered: 5600, failed: 150, undelivered: 150, noReceipt: 239 },
    { sender: '+18005550199', kind: 'toll-free', outbound: 3000, delivered: 2800, failed: 100, undelivered: 40, noReceipt: 100 },
    { sender: '55512', kind: 'short-code', outbound: 1000, delivered: 990, failed: 5, undelivered: 5, noReceipt: 5 },
  ],
  byHour,
  cost: [{ unit: 'USD', billed: 83.0163, onFailures: 2.3124, failedFee: 0.144, feeUnsettled: 2, unknown: 11 }],
  findings: [
    {
      id: 'unregistered-us-sender',
      key: 'unregistered-us-sender +14155550100',
      rows: { senders: ['+14155550100'], codes: ['30034', '30035'] },
      severity: 'critical',
      confidence: 'high',
      because: say`The code says so since ${moment(Date.UTC(2025, 7, 15, 21, 5))}.`,
      sentence: say`${address('+14155550100')} is not in an approved A2P campaign: all ${{ label: 'US messages', value: 311 }} of its US messages since ${moment(Date.UTC(2025, 7, 15, 21, 5))} were refused.`,
      explains: 311,
      cost: [{ unit: 'USD', billed: 2.3124, onFailures: 2.3124, failedFee: 0.144, feeUnsettled: 2, unknown: 11 }],
      trail: {
        messages: [
          { sid: 'SM1fbd0551465c99516920faf81dc68484', status: 'undelivered', code: '30034', time: '2025-08-16T08:00:00Z' },
          { sid: 'SM2fbd0551465c99516920faf81dc68484', status: 'undelivered', code: '30034' },
        ],
        senders: [{ name: '+14155550100', messages: 311 }],
        countries: [{ name: 'US', messages: 311 }],
        from: '2025-08-15T21:05:00Z',
        to: '2025-08-16T08:00:00Z',
      },
      affected: 311,
      recoverable: 311,
      subject: { sender: '+14155550100' },
      since: '2025-08-15T21:05:00Z',
      evidence: [
        { label: 'refused as unregistered', value: 311 },
        { label: 'of its US messages since then', value: 311 },
        { label: 'from other senders', value: 0 },
      ],
      codes: ['30034', '30035'],
      guide: 'unregistered-us',
      examples: ['SM1fbd0551465c99516920faf81dc68484', 'SM2fbd0551465c99516920faf81dc68484'],
      action: { kind: 'fix-sender', list: null },
    },
    {
      id: 'dead-number',
      key: 'dead-number',
      rows: { codes: ['30005'] },
      severity: 'medium',
      confidence: 'medium',
      because: say`The pattern says so.`,
      sentence: say`${31} numbers no longer exist: ${outOf(135, 135)} messages to them failed on two days or more.`,
      explains: 135,
      trail: { messages: [], senders: [], countries: [] },
      affected: 135,
      recoverable: 0,
      subject: {},
      since: '2025-08-15T15:00:00Z',
      evidence: [{ label: 'numbers', value: 31 }],
      codes: ['30005'],
      guide: 'dead-number',
      examples: [],
      action: { kind: 'suppress', list: ['+14155550117', '+447700900123', '=1+1', '+14155550118'] },
    },
  ],
  codesToAct: [
    {
      code: '30034',
      count: 311,
      explained: 311,
      actors: ['sender'],
      resend: 'after-fix',
      first: 'Look the number up.',
      guide: 'unregistered-us',
    },
    { code: '30005', count: 135, explained: 100, actors: ['recipient', 'sender'], resend: 'never' },
    { code: '99999', count: 9, explained: 0, actors: [], resend: 'unknown' },
  ],
  lists: {
    stop: {
      numbers: 2,
      messages: 5,
      rows: { listed: 'stop', outcomes: ['failed', 'undelivered'] },
      entries: [
        {
          number: '+14155550117',
          reason: 'dead-number',
          codes: ['30003', '30005'],
          times: 3,
          lastSeen: '2025-08-15T21:05:00Z',
          sid: 'SM1fbd0551465c99516920faf81dc68484',
        },
        { number: '+447700900123', reason: '21610', codes: ['21610'], times: 2 },
      ],
    },
    phone: noNumbers('phone'),
    resend: {
      numbers: 2,
      messages: 2,
      rows: { listed: 'resend', outcomes: ['failed', 'undelivered'] },
      entries: [
        { number: '+14155550118', reason: '30001', when: 'later', codes: ['30001'], times: 1, lastSeen: '2025-08-15T21:05:00Z' },
        { number: '+14155550119', reason: '', when: 'after-fix', codes: [], times: 1, reachedSince: '2025-08-16T01:05:00Z' },
      ],
    },
    'never-resend': noNumbers('never-resend'),
    'ask-twilio': noNumbers('ask-twilio'),
  },
  notListed: { reachedSince: 1, withoutNumber: 2 },
  notJudged: [{ id: 'quiet-hours', why: 'The log has no times.' }],
};
