import { expect, test } from 'vitest';
import { askFor, isOne, whoStoppedIt } from '../../../../src/guide/tree/ask.ts';
import { findSids, summaryText, type SummaryOf } from '../../../../src/guide/tree/summary.ts';

const sid = `SM${'0a'.repeat(16)}`;
const outcome: SummaryOf = {
  title: 'One text is filtered',
  summary: 'Other texts arrive.',
  doNow: ['Stop this text.', 'Compare it.'],
  said: [
    { label: 'An error code' },
    { topic: 'Error code', label: '30007 Message filtered' },
    { topic: 'Who misses it', label: "I don't know" },
  ],
  tried: [],
  blanks: [
    { label: 'Ticket number', value: ' 4711 ' },
    { label: 'Day, hour and time zone', value: '' },
  ],
  sids: [sid],
  url: 'https://example.org/guide/filtered-text/?code=30007',
};

test('a summary holds what was found, what was said, the SIDs and what to do', () => {
  expect(summaryText(outcome, 'text')).toBe(`A Twilio message did not arrive: One text is filtered
Other texts arrive.

The case:
- Ticket number: 4711
- Day, hour and time zone: ____

What we know:
- Error code: 30007 Message filtered

Message SIDs:
- ${sid}

Do this now:
1. Stop this text.
2. Compare it.

https://example.org/guide/filtered-text/?code=30007`);
});

test('as Markdown it has bold headings, lists after a blank line, and a link', () => {
  expect(summaryText({ ...outcome, sids: [], blanks: [] }, 'markdown')).toBe(`**A Twilio message did not arrive: One text is filtered**

Other texts arrive.

**What we know:**

- Error code: 30007 Message filtered

**Do this now:**

1. Stop this text.
2. Compare it.

[This step of the guide](https://example.org/guide/filtered-text/?code=30007)`);
});

test('for support it asks a question and leaves out what to do', () => {
  const text = summaryText(
    {
      ...outcome,
      said: [
        { topic: 'Error code', label: 'Error code 30620' },
        { topic: 'Checked on the phone', label: 'None of these' },
      ],
      tried: ['It is under Unknown Senders'],
      request: { heading: 'Messages did not arrive', question: whoStoppedIt.many },
    },
    'text',
  );
  expect(text).toMatch(/^Messages did not arrive\n/);
  expect(text).toContain('- Error code: 30620\n- Checked on the phone: none of the usual causes');
  expect(text).toContain('Please say who stopped them');
  expect(text).toContain('Checked, and not it:\n- It is under Unknown Senders');
  expect(text).not.toContain('Stop this text.');
});

test('SIDs are picked out of any text, each once', () => {
  expect(findSids(`row 1,${sid},delivered\n{"MessageSid":"${sid}","AccountSid":"AC${'0a'.repeat(16)}"}`)).toEqual([sid]);
  expect(findSids('SM123 and nothing else')).toEqual([]);
});

const ask = { one: 'The log calls this message {status}.', many: 'The log calls these messages {status}.' };
const scope = (answer: string) => ({ fact: 'scope', answer, label: 'One person' });
const status = { fact: 'status', answer: 'sent', label: 'Sent, or “Delivery Unknown”' };

test('what support is asked is in the singular for one recipient, and calls the status by its name', () => {
  expect(askFor([status, scope('iphone')], ask)).toBe('The log calls this message “Sent”.');
  expect(askFor([status, scope('country')], ask)).toBe('The log calls these messages “Sent”.');
  expect(askFor([], ask)).toBe('The log calls these messages “Sent” or “Delivered”.');
  expect(isOne([scope('unknown')])).toBe(false);
});

test('an answer stands as a word after its topic', () => {
  const said = [{ topic: "Row in Twilio's log", label: 'Yes, there is a row for it', short: 'found' }];
  expect(summaryText({ ...outcome, said }, 'text')).toContain("- Row in Twilio's log: found\n");
});
