import { expect, test } from 'vitest';
import { Counter } from '../../../../src/analyzer/index/counter.ts';
import type { CountedMessage } from '../../../../src/analyzer/index/counted-message.ts';
import { States } from '../../../../src/analyzer/index/states.ts';
import { RowBatch } from '../../../../src/analyzer/records/row-batch.ts';
import type { Field } from '../../../../src/analyzer/message/fields.ts';
import { parseIsoTime } from '../../../../src/analyzer/message/time/iso.ts';
import { Notices } from '../../../../src/analyzer/report/notices.ts';

/** What the counter says of one message with these cells. */
function seen(cells: Partial<Record<Field, string>>) {
  const fields = Object.keys(cells) as Field[];
  const batch = new RowBatch(new Map(fields.map((field, place) => [field, place])), new Map(), {
    bareNanp: false,
    time: parseIsoTime,
    decimal: '.',
  });
  batch.fill([fields.map((field) => cells[field] ?? '')], () => 1);
  const all: object[] = [];
  const add = (message: CountedMessage): void => {
    all.push({ time: message.time, life: message.lifetime(), segments: message.segments() });
  };
  new Counter({ add }, new States(), new Notices()).count(batch);
  return all[0];
}

const NOON = Date.UTC(2025, 7, 14, 12);

test('the life of a message is from created to updated', () => {
  const log = { created: '2025-08-14T12:00:00Z', sent: '2025-08-14T12:00:07Z', updated: '2025-08-14T12:01:00Z', segments: '2' };
  expect(seen(log)).toEqual({ time: NOON + 7_000, life: 60_000, segments: 2 });
});

test('what the log lacks is not 0', () => {
  expect(seen({ created: '2025-08-14T12:00:00Z', sent: '', updated: '2025-08-14T12:01:00Z' })).toEqual({
    time: NOON,
    life: 60_000,
    segments: 0,
  });
  expect(seen({ sent: '2025-08-14T12:00:00Z', status: 'sent' })).toEqual({ time: NOON, life: NaN, segments: 0 });
});
