import fc from 'fast-check';
import { DAY, frenchNumber, MINUTE, NOON, sidOf, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';

/** Rows from few values each, so that every table meets the same key in several parts, and rules find something. */
export const messageRow: fc.Arbitrary<MessageRow> = fc
  .record({
    end: fc.constantFrom<MessageRow>(
      {},
      { status: 'sent' },
      { status: 'read' },
      { status: 'queued', price: '' },
      { status: 'scheduled' },
      { status: 'undelivered', code: '30007' },
      { status: 'undelivered', code: '30034' },
      { status: 'undelivered', code: '30003' },
      { status: 'undelivered', code: '30005' },
      { status: 'undelivered', code: '30006' },
      { status: 'undelivered', code: '63024' },
      { status: 'undelivered', code: '30023' },
      { status: 'failed', code: '30001' },
      { status: 'undelivered', code: '30008' },
      { status: 'failed', code: '30002' },
      { status: 'failed', code: '30022' },
      { status: 'failed', code: '30036' },
      { status: 'failed', code: '21211' },
      { status: 'failed', code: '21610' },
      { status: 'failed', code: '21608' },
      { status: 'failed', code: '' },
      { status: 'received', direction: 'inbound', body: 'STOP', from: usNumber(1), to: '+12025550100' },
    ),
    to: fc.oneof(
      fc.integer({ min: 0, max: 4 }).map(usNumber),
      fc.integer({ min: 0, max: 2 }).map(frenchNumber),
      fc.integer({ min: 0, max: 20 }).map((n) => `+2348035550${String(100 + n)}`),
    ),
    from: fc.constantFrom('+12025550100', '+12025550142', 'ACMEBANK'),
    body: fc.constantFrom('Hi Dana, 50% off', 'HI Sam, 20% off', 'Your code is 12', `It’s ${'so '.repeat(30)}long`, ''),
    minutes: fc.integer({ min: 0, max: 130 }),
    days: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ end, minutes, days, ...rest }) => ({ time: NOON - minutes * MINUTE - days * DAY, ...rest, ...end }));

/** Up to three rows of one message, in states of their own. */
export const repeatedRow: fc.Arbitrary<MessageRow> = fc
  .tuple(messageRow, fc.integer({ min: 0, max: 9 }))
  .map(([row, n]) => ({ ...row, sid: sidOf(5_000 + n) }));
