import { expect, test } from 'vitest';
import { codeIndexUrl, codeOfSource, nameSource, readingNote, readingOf } from '../../../src/catalog/source.ts';

const checked = '2026-11-26';
const own = { id: 'twilio-30007', url: 'https://www.twilio.com/docs/api/errors/30007.md', checked };
const index = { id: 'code-index', url: codeIndexUrl, checked };
const other = { id: 'twilio-30570', url: 'https://www.twilio.com/docs/api/errors/30570', checked };

test('the page of a code is recognised in both forms, nothing else is', () => {
  expect(codeOfSource(own.url)).toBe('30007');
  expect(codeOfSource(other.url)).toBe('30570');
  expect(codeOfSource(codeIndexUrl)).toBeUndefined();
  expect(codeOfSource('https://example.com/docs/api/errors/30007')).toBeUndefined();
});

test('a page stands on its own page, on a title or on a mention, and says so', () => {
  expect(readingOf({ code: 30007, sources: [other, own] })).toBe('page');
  expect(readingOf({ code: 30007, sources: [index] })).toBe('title');
  expect(readingOf({ code: 30560, sources: [other] })).toBe('mention');
  expect(readingNote({ code: 30007, sources: [own] })).toBeUndefined();
  expect(readingNote({ code: 30007, sources: [index] })).toContain('by its title');
  expect(readingNote({ code: 30560, sources: [other] })).toContain('by a mention');
});

test.each([
  ['https://www.twilio.com/docs/api/errors/30007', 'Twilio, error codes', 'page of 30007'],
  ['https://www.twilio.com/docs/api/errors/30007.md', 'Twilio, error codes', 'page of 30007, Markdown copy'],
  [codeIndexUrl, 'Twilio, error codes', 'list of all titles'],
  ['https://help.twilio.com/articles/223181728', 'Twilio, help centre', 'charges when a message meets an error'],
  ['https://help.twilio.com/articles/1', 'Twilio, help centre', 'article 1'],
  ['https://www.twilio.com/docs/messaging/api/message-resource', 'Twilio, documentation', 'message resource'],
  [
    'https://github.com/openai/plugins/blob/3fdeeb49/a/twilio-send-message/SKILL.md',
    "Twilio's skills for assistants, on GitHub",
    'twilio send message',
  ],
  ['https://github.com/example/app/issues/7', 'GitHub', 'issue 7 of example/app'],
  ['https://github.com/example/app/tree/0f1e2d3', 'GitHub', 'example/app'],
  ['https://gist.github.com/example/0123456789abcdef0123456789abcdef', 'GitHub', 'gist of example'],
  ['https://support.apple.com/en-me/125068', 'Apple', 'article 125068'],
  ['https://www.att.com/support/article/wireless/KM1040611/', 'AT&T', 'article KM1040611'],
  ['https://developers.telnyx.com/docs/messaging/error-codes', 'Telnyx, documentation', 'error codes'],
  ['https://example.com/en/articles/12', 'example.com', 'article 12'],
  ['https://www.twilio.com/en-us/changelog?page=2', 'Twilio, change log', 'list of changes'],
  ['https://example.com/', 'example.com', 'front page'],
])('%s is named', (url, publisher, name) => {
  expect(nameSource(url)).toEqual({ publisher, name });
});
