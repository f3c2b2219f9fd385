import { expect, test } from 'vitest';
import { rank } from '../../src/page-scripts/search/rank.ts';
import { errors } from '../content.ts';

const entries = errors.map(({ name, data }) => ({
  code: name,
  title: [data.title, ...data.formerTitles].join(' '),
  summary: data.summary,
  sentences: data.sentences,
}));

test('what the API says finds its code', () => {
  const said: Readonly<Record<string, string>> = {
    "The 'To' number +14155550101 is not a valid phone number.": '21211',
    "The 'From' number +14155550101 is not a valid phone number, shortcode, or alphanumeric sender ID.": '21212',
    'The message From/To pair violates a blacklist rule.': '21610',
    'The number +14155550101 is unverified. Trial accounts cannot send messages to unverified numbers; verify it': '21608',
    "The 'To' phone number: +14155550101, is not currently reachable using the 'From' phone number: MyCo via SMS.": '21612',
    Authenticate: '20003',
    'HTTP 401 error: Unable to create record: Authenticate': '20003',
    'The From phone number +14155550101 is not a valid, SMS-capable inbound phone number or short code for your account.': '21606',
    "Permission to send an SMS has not been enabled for the region indicated by the 'To' number": '21408',
    "A 'From' phone number is required.": '21603',
  };
  expect(Object.fromEntries(Object.keys(said).map((text) => [text, rank(text, entries)[0]?.code]))).toEqual(said);
});

test('every sentence leads to its own page', () => {
  const all = errors.flatMap(({ name, data }) => (data.sentences ?? []).map((sentence) => ({ name, sentence })));
  expect(all.length).toBeGreaterThanOrEqual(10);
  expect(all.filter(({ name, sentence }) => rank(sentence, entries)[0]?.code !== name)).toEqual([]);
});
