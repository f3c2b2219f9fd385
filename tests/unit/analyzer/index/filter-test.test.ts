/** Every question that a filter can ask of a message, at its borders. */
import { describe, expect, test } from 'vitest';
import type { KeptMessage } from '../../../../src/analyzer/index/cells/kept-messages.ts';
import { copyKeyOf } from '../../../../src/analyzer/index/copy-key.ts';
import { testOf, type FilterContext } from '../../../../src/analyzer/index/filter-test.ts';
import { addressKey, parseAddress } from '../../../../src/analyzer/message/address.ts';
import { kindOf } from '../../../../src/analyzer/message/kind.ts';
import type { Filter } from '../../../../src/analyzer/report/filter.ts';
import { knowledge } from '../../../knowledge.ts';

const HOUR = 3_600_000;
const keyOf = (address: string): number => addressKey(parseAddress(address, { bareNanp: false }));

interface Given {
  readonly status?: string;
  readonly direction?: string;
  readonly code?: string;
  readonly sender?: string;
  readonly country?: string;
  readonly person?: string;
  readonly phone?: number;
  readonly time?: number;
  readonly template?: number;
  readonly text?: number;
  readonly segments?: number;
  readonly queue?: number;
  readonly encoding?: string;
  readonly service?: string;
  readonly links?: readonly string[];
}

/** A delivered message to +1 202 555 0100 at half past ten in UTC. */
function message({
  status = 'delivered',
  direction = 'outbound-api',
  code = '',
  time = 10.5 * HOUR,
  person = '+12025550100',
  ...more
}: Given = {}) {
  return {
    kind: kindOf(status, direction, code),
    time,
    sender: more.sender ?? '+12025550199',
    country: more.country ?? 'US',
    personKey: keyOf(person),
    phoneKey: more.phone ?? parseAddress(person, { bareNanp: false }).digits,
    queueSeconds: more.queue ?? -1,
    templateKey: () => more.template ?? 7,
    textHash: () => more.text ?? 9,
    segments: () => more.segments ?? 1,
    encoding: () => more.encoding ?? 'narrow',
    service: () => more.service ?? 'MG1',
    linkHosts: () => more.links ?? ['a.example'],
  } as unknown as KeptMessage;
}

const context: FilterContext = {
  knowledge,
  rowsOf: (key) => (key === 'filtered' ? { codes: ['30007'] } : undefined),
  listOf: (key) => (key === 'filtered' ? ['+12025550100', 'whatsapp:+12025550101'] : undefined),
  numbersOn: (list) => (list === 'stop' ? ['+12025550100'] : undefined),
};
const passes = (filter: Filter, given?: Given): boolean => testOf(filter, context)(message(given));

const inbound: Given = { status: 'received', direction: 'inbound' };
const filtered: Given = { status: 'undelivered', code: '30007' };

test.for<readonly [filter: Filter, given: Given, expected: boolean]>([
  [{}, {}, true],
  [{ direction: 'outbound' }, {}, true],
  [{ direction: 'outbound' }, inbound, false],
  [{ direction: 'inbound' }, inbound, true],
  [{ direction: 'inbound' }, {}, false],
  [{ outcomes: ['delivered', 'failed'] }, {}, true],
  [{ outcomes: ['failed', 'no-receipt'] }, {}, false],
  [{ outcomes: [] }, {}, false],
  [{ statuses: ['delivered'] }, {}, true],
  [{ statuses: ['sent'] }, {}, false],
  [{ codes: ['30007'] }, filtered, true],
  [{ codes: ['30007'] }, {}, false],
  [{ codes: [''] }, {}, true],
  [{ codes: [''] }, filtered, false],
  [{ categories: ['delivered'] }, {}, true],
  [{ categories: ['delivered'] }, filtered, false],
  [{ outcomes: ['undelivered'], codes: ['30007'] }, filtered, true],
  [{ outcomes: ['undelivered'], codes: ['30006'] }, filtered, false],
  [{ senders: ['+12025550199'] }, {}, true],
  [{ senders: ['+12025550198'] }, {}, false],
  [{ senders: ['+12025550199'] }, inbound, false],
  [{ countries: ['GB', 'US'] }, {}, true],
  [{ countries: ['GB'] }, {}, false],
  [{ countries: ['US'] }, inbound, false],
  [{ people: ['+12025550100'] }, {}, true],
  [{ people: ['+12025550100'] }, inbound, true],
  [{ people: ['+12025550101'] }, {}, false],
  [{ people: ['whatsapp:+12025550100'] }, {}, false],
  [{ people: { listOf: 'filtered' } }, {}, true],
  [{ people: { listOf: 'filtered' } }, { person: 'whatsapp:+12025550101' }, true],
  [{ people: { listOf: 'filtered' } }, { person: '+12025550101' }, false],
  [{ people: { listOf: 'other' } }, {}, false],
  [{ listed: 'stop' }, {}, true],
  [{ listed: 'stop' }, { person: 'whatsapp:+12025550100' }, true],
  [{ listed: 'stop' }, { person: '+12025550101' }, false],
  [{ listed: 'resend' }, {}, false],
  [{ prefix: '120255' }, {}, true],
  [{ prefix: '20255' }, {}, false],
  [{ prefix: '' }, {}, true],
  [{ prefix: '' }, { person: 'ACME' }, false],
  [{ prefix: '' }, { phone: 1 }, true],
  [{ templates: [6, 7] }, {}, true],
  [{ templates: [6] }, {}, false],
  [{ templates: [7] }, inbound, false],
  [{ copies: [copyKeyOf(12_025_550_100, 9, 10.5 * HOUR)] }, {}, true],
  [{ copies: [copyKeyOf(12_025_550_100, 9, 10.5 * HOUR)] }, { text: 8 }, false],
  [{ localHours: { from: 5, to: 6 } }, {}, true],
  [{ localHours: { from: 6, to: 7 } }, {}, false],
  [{ segments: { from: 2, to: 4 } }, { segments: 1 }, false],
  [{ segments: { from: 2, to: 4 } }, { segments: 2 }, true],
  [{ segments: { from: 2, to: 4 } }, { segments: 3 }, true],
  [{ segments: { from: 2, to: 4 } }, { segments: 4 }, false],
  [{ segments: {} }, { segments: 0 }, false],
  [{ segments: {} }, { segments: 1 }, true],
  [{ segments: { from: 0 } }, { segments: 0 }, false],
  [{ segments: { from: 0 } }, { segments: 1 }, true],
  [{ segments: { to: 2 } }, { segments: 1 }, true],
  [{ segments: { from: 3 } }, { segments: 900 }, true],
  [{ waited: { from: 300 } }, { queue: 300 }, true],
  [{ waited: { from: 300 } }, { queue: 299 }, false],
  [{ waited: { from: 0 } }, {}, false],
  [{ encoding: 'wide' }, { encoding: 'wide' }, true],
  [{ encoding: 'wide' }, {}, false],
  [{ services: ['MG1'] }, {}, true],
  [{ services: ['MG2'] }, {}, false],
  [{ services: ['MG1'] }, inbound, false],
  [{ hourOfDay: 10 }, {}, true],
  [{ hourOfDay: 11 }, {}, false],
  [{ hourOfDay: 10 }, { time: NaN }, false],
  [{ linkHost: 'a.example' }, {}, true],
  [{ linkHost: 'example' }, {}, false],
  [{ time: { from: 10.5 * HOUR } }, {}, true],
  [{ time: { from: 10.5 * HOUR + 1 } }, {}, false],
  [{ time: { to: 10.5 * HOUR } }, {}, false],
  [{ time: { to: 10.5 * HOUR + 1 } }, {}, true],
  [{ time: {} }, {}, true],
  [{ time: {} }, { time: NaN }, false],
  [{ finding: 'filtered' }, filtered, true],
  [{ finding: 'filtered' }, {}, false],
  [{ finding: 'other' }, filtered, false],
  [{ all: [{ direction: 'outbound' }, { codes: ['30007'] }] }, filtered, true],
  [{ all: [{ direction: 'outbound' }, { codes: ['30007'] }] }, {}, false],
  [{ except: [{ codes: ['30007'] }, { codes: ['30006'] }] }, {}, true],
  [{ except: [{ codes: ['30007'] }, { codes: ['30006'] }] }, filtered, false],
  [{ direction: 'outbound', segments: { from: 2 } }, { segments: 2 }, true],
  [{ direction: 'outbound', segments: { from: 2 } }, { segments: 1 }, false],
  [{ direction: 'inbound', segments: { from: 2 } }, { segments: 2 }, false],
])('%j of %j: %s', ([filter, given, expected]) => {
  expect(passes(filter, given)).toBe(expected);
});

describe('any of several', () => {
  const some: readonly Filter[] = [
    { codes: ['30007'] },
    { people: ['+12025550100'], segments: { from: 2 } },
    { people: ['+12025550100'], segments: { from: 0, to: 1 } },
    { people: ['+12025550101', '+12025550102'], encoding: 'wide' },
    { people: { listOf: 'filtered' }, linkHost: 'b.example' },
  ];

  test.for<readonly [given: Given, expected: boolean]>([
    [{}, false],
    [filtered, true],
    [{ segments: 2 }, true],
    [{ segments: 2, person: '+12025550103' }, false],
    [{ encoding: 'wide' }, false],
    [{ encoding: 'wide', person: '+12025550102' }, true],
    [{ person: '+12025550102' }, false],
    [{ links: ['b.example'] }, true],
    [{ links: ['b.example'], person: '+12025550102' }, false],
  ])('%j: %s', ([given, expected]) => {
    expect(passes({ any: some }, given)).toBe(expected);
  });

  test('none of none', () => {
    expect(passes({ any: [] })).toBe(false);
  });
});

test('what was answered for a kind is the answer for its next message, whatever came between', () => {
  const ask = testOf({ outcomes: ['delivered'] }, context);
  const [one, other] = [message(), message(filtered)];
  expect([one, one, other, other, one, other].map(ask)).toEqual([true, true, false, false, true, false]);
  expect(testOf({ outcomes: ['undelivered'] }, context)(one)).toBe(false);
});
