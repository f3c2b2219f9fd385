import { expect, test } from 'vitest';
import { rank } from '../../../../src/page-scripts/search/rank.ts';

const entries = [
  { code: '21211', title: "Invalid 'To' Phone Number", summary: 'The number is not a valid phone number as written.' },
  { code: '21614', title: "'To' number is not a valid mobile number", summary: 'The recipient is a landline.' },
  { code: '30005', title: 'Unknown destination handset', summary: 'The network does not know the number.' },
  { code: '30006', title: 'Landline or unreachable carrier', summary: 'The number is a landline.' },
  { code: '30007', title: 'Message filtered', summary: 'Blocked as unwanted.' },
];
const codes = (query: string): readonly string[] => rank(query, entries).map(({ code }) => code);

test('a code comes first and alone', () => {
  expect(codes('30007')).toEqual(['30007']);
});

test('the beginning of a code finds all codes that begin so', () => {
  expect(codes('300')).toEqual(['30005', '30006', '30007']);
});

test('a word of the title goes before a word of the summary', () => {
  expect(codes('landline')).toEqual(['30006', '21614']);
});

test('all of two words must fit', () => {
  expect(codes('unknown handset')).toEqual(['30005']);
  expect(codes('unknown filtered')).toEqual([]);
});

test('a pasted sentence finds its code though not every word fits', () => {
  expect(codes("HTTP 400 error: The 'To' number +1415555 is not a valid mobile number, please check")[0]).toBe('21614');
});

test('the order of capital letters and punctuation does not matter', () => {
  expect(codes('MESSAGE: "Filtered"!')).toEqual(['30007']);
});

test('nothing is found for nothing, or for words nobody wrote', () => {
  expect(codes('')).toEqual([]);
  expect(codes('?!')).toEqual([]);
  expect(codes('zebra')).toEqual([]);
});

test('no more than the limit is given back', () => {
  expect(rank('number', entries, 1)).toHaveLength(1);
});
