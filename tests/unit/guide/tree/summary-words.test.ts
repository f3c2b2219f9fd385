/** A summary with all of its parts, and with none, as committed. */
import { expect, test } from 'vitest';
import { askFor, isOne, whoStoppedIt } from '../../../../src/guide/tree/ask.ts';
import { letterText } from '../../../../src/guide/tree/letter.ts';
import { findSids, summaryText, type SummaryOf } from '../../../../src/guide/tree/summary.ts';

const full: SummaryOf = {
  title: 'TITLE',
  summary: 'SUMMARY.',
  doNow: ['FIRST.', 'SECOND.'],
  said: [
    { topic: 'Status', label: 'Delivered, says the log' },
    { topic: 'Error code', label: 'Error code 30007' },
    { topic: 'Phone', label: 'LONG', short: 'SHORT' },
    { topic: 'Checks', label: 'None of these' },
    { topic: 'Hidden', label: "I don't know" },
    { label: 'WITHOUT TOPIC' },
  ],
  tried: ['TRIED ONE', 'TRIED TWO'],
  blanks: [
    { label: 'Recipient', value: ' VALUE ' },
    { label: 'Hour', value: ' ' },
  ],
  sids: ['SID ONE', 'SID TWO'],
  url: 'https://example.org/x',
};
const bare: SummaryOf = { ...full, doNow: [], said: [], tried: [], blanks: [], sids: [] };

test.for([
  ['all of it', full],
  ['nothing of it', bare],
  ['a request', { ...full, request: { heading: 'HEADING', question: 'QUESTION?' } }],
] as const)('%s', ([, of]) => {
  expect(summaryText(of, 'text')).toMatchSnapshot();
  expect(summaryText(of, 'markdown')).toMatchSnapshot();
});

test('SIDs in a text, each once', () => {
  const one = `SM${'0a'.repeat(16)}`;
  const two = `mm${'0B'.repeat(16)}`;
  expect(findSids(`${one}, ${two} ${one} x${one} CA${'0'.repeat(32)} ${one}0`)).toEqual([one, two]);
  expect(findSids('none')).toEqual([]);
});

test('the question to support', () => {
  expect(whoStoppedIt).toEqual({
    one: 'This message did not arrive. Please say who stopped it, Twilio or the carrier, and why.',
    many: 'These messages did not arrive. Please say who stopped them, Twilio or the carrier, and why.',
  });
  const said = (fact: string, answer: string, label = '') => ({ fact, answer, label });
  const cases = [
    ['one', true],
    ['iphone', true],
    ['android', true],
    ['many', false],
  ] as const;
  for (const [answer, one] of cases) expect([isOne([said('scope', answer)]), isOne([said('other', answer)])]).toEqual([one, false]);
  const ask = { one: 'ONE {status}', many: 'MANY {status}' };
  expect(askFor([], ask)).toBe('MANY “Sent” or “Delivered”');
  expect(askFor([said('x', 'y', 'X'), said('status', 'sent', 'Sent, and more'), said('scope', 'one')], ask)).toBe('ONE “Sent”');
});

test('a letter', () => {
  expect(letterText({ opening: 'OPENING.', blanks: ['One', 'Two'], request: 'REQUEST.' })).toBe(
    'OPENING.\n\n- One: ____\n- Two: ____\n\nREQUEST.',
  );
});
