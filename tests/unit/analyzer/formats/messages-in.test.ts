/** Messages in whatever a record wraps around them. */
import { expect, test } from 'vitest';
import { areEscaped, messagesIn } from '../../../../src/analyzer/formats/messages-in.ts';
import type { Named, Taken } from '../../../../src/analyzer/records/records.ts';
import { sidOf } from '../../../fixtures/console-row.ts';

const message = (n: number) => ({ sid: sidOf(n), status: 'sent' });
const listed = (taken: Taken): readonly Named[] =>
  taken.kind === 'message' ? [taken.message] : taken.kind === 'several' ? taken.each.flatMap(listed) : [];
const found = (record: Named): readonly Named[] => listed(messagesIn(record));

test('a message is itself, and so is a record in which nothing says what became of one', () => {
  expect(found(message(1))).toEqual([message(1)]);
  for (const other of [{ sid: sidOf(1) }, { status: 'sent' }, { status: 'sent', price: '1' }, {}]) expect(found(other)).toEqual([other]);
});

test('messages are found in lists, in what a search engine puts around them, and in JSON that is a text', () => {
  expect(found({ messages: [message(1), message(2)] })).toEqual([message(1), message(2)]);
  expect(found({ hits: { hits: [{ _source: message(1) }] } })).toEqual([message(1)]);
  expect(found({ line: JSON.stringify({ data: message(1) }) })).toEqual([message(1)]);
  const broken = { line: `{"status": "sent", "sid": "${sidOf(1)}"` };
  expect(found(broken)).toEqual([broken]);
});

test('a message says what became of it, and its SID, a number or a text; what says one of the two alone is none', () => {
  for (const about of [{ sid: sidOf(1) }, { to: '+12025550140' }, { from: 'ACME' }, { body: 'Sale' }]) {
    const whole = { ...about, status: 'sent' };
    expect(found({ list: [about, { status: 'sent', price: '1' }, whole] })).toEqual([whole]);
  }
});

test('envelopes are looked into five deep', () => {
  const wrapped = (depth: number): Named => (depth === 0 ? message(1) : { inner: wrapped(depth - 1) });
  expect(found(wrapped(5))).toEqual([message(1)]);
  expect(found(wrapped(6))).toEqual([wrapped(6)]);
  // A list counts as one, and so does a text that is JSON.
  const listedIn = (depth: number): unknown => (depth === 0 ? message(1) : [listedIn(depth - 1)]);
  expect(found({ inner: listedIn(4) })).toEqual([message(1)]);
  expect(found({ inner: listedIn(5) })).toEqual([{ inner: listedIn(5) }]);
  const told = (depth: number): Named => (depth === 1 ? { inner: JSON.stringify(message(1)) } : { inner: told(depth - 1) });
  expect(found(told(4))).toEqual([message(1)]);
  expect(found(told(5))).toEqual([told(5)]);
});

test('a message that does not say its SID has the one it is listed under; several under one do not', () => {
  expect(found({ [sidOf(1)]: { status: 'sent', to: '+12025550140' } })).toEqual([{ sid: sidOf(1), status: 'sent', to: '+12025550140' }]);
  expect(found({ [sidOf(1)]: message(2) })).toEqual([message(2)]);
  const two = [
    { status: 'sent', to: '+12025550140' },
    { status: 'failed', to: '+12025550141' },
  ];
  expect(found({ [sidOf(1)]: two })).toEqual(two);
  expect(found({ first: { status: 'sent', to: '+12025550140' } })).toEqual([{ status: 'sent', to: '+12025550140' }]);
});

test('a table written column by column is its rows', () => {
  expect(found({ sid: { 0: sidOf(1), 1: sidOf(2) }, status: { 0: 'sent', 1: 'failed' } })).toEqual([
    { sid: sidOf(1), status: 'sent' },
    { sid: sidOf(2), status: 'failed' },
  ]);
  // As many rows as the first column has; what is no column belongs to none of them.
  expect(found({ note: 'x', sid: { 0: sidOf(1), 1: sidOf(2) }, status: { 0: 'sent' } })).toEqual([
    { sid: sidOf(1), status: 'sent' },
    { sid: sidOf(2) },
  ]);
});

test('values that a database wraps with their type are one message, not a table', () => {
  const typed = { sid: { S: sidOf(1) }, status: { S: 'sent' } };
  expect(found(typed)).toEqual([typed]);
  for (const half of [
    { sid: { 0: sidOf(1) }, status: { S: 'sent' } },
    { sid: { S: sidOf(1) }, status: { 0: 'sent' } },
    { sid: sidOf(1), status: { 0: 'sent' } },
    { sid: { 0: sidOf(1) }, status: 'sent' },
  ])
    expect(found(half)).toEqual([half]);
});

test('names of a JSON that is a text inside another stand between escaped quotes, with or without a blank behind', () => {
  const text = String.raw`{"line": "{\"sid\":\"SM1\",\"status\" : \"sent\"}"}`;
  expect([areEscaped(text, 'sid', 'status'), areEscaped(text, 'sid', 'to'), areEscaped(text, 'line')]).toEqual([true, false, false]);
});
