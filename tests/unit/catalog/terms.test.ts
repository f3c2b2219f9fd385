import { expect, test } from 'vitest';
import { firstUses } from '../../../src/catalog/terms.ts';

const entries = [
  { id: 'segment', term: 'segment', forms: ['segment', 'segments'] },
  { id: 'sid', term: 'SID', forms: ['SID', 'SIDs'] },
  { id: 'service', term: 'Messaging Service' },
  { id: 'ten', term: '10DLC', forms: ['10DLC', 'A2P 10DLC'] },
  { id: 'a2p', term: 'A2P' },
  { id: 'e164', term: 'E.164' },
];

test('the first use of a word stands apart, the rest stays as it is', () => {
  expect(firstUses(entries)('Two segments and a segment.')).toEqual(['Two ', { id: 'segment', text: 'segments' }, ' and a segment.']);
  expect(firstUses(entries)('Nothing here')).toEqual(['Nothing here']);
  expect(firstUses(entries)('')).toEqual([]);
});

test('a word that an earlier text used is not told again', () => {
  const cut = firstUses(entries);
  expect(cut('a SID')).toEqual(['a ', { id: 'sid', text: 'SID' }]);
  expect(cut('two SIDs of a Messaging Service')).toEqual(['two SIDs of a ', { id: 'service', text: 'Messaging Service' }]);
});

test('a word may begin a sentence; one with capitals is matched as it is written', () => {
  expect(firstUses(entries)('Segments are paid')).toEqual([{ id: 'segment', text: 'Segments' }, ' are paid']);
  expect(firstUses(entries)('SEGMENT, sid, messaging service')).toEqual(['SEGMENT, sid, messaging service']);
});

test('only whole words are found, and the dot of E.164 is a dot', () => {
  expect(firstUses(entries)('segmented resegment multi-segment segment-wise SIDE E-164 E1164')).toEqual([
    'segmented resegment multi-segment segment-wise SIDE E-164 E1164',
  ]);
  expect(firstUses(entries)('(E.164)')).toEqual(['(', { id: 'e164', text: 'E.164' }, ')']);
});

test('of several words at one place the longest is meant', () => {
  expect(firstUses(entries)('A2P 10DLC and A2P')).toEqual([{ id: 'ten', text: 'A2P 10DLC' }, ' and ', { id: 'a2p', text: 'A2P' }]);
});

test('what stands between quotation marks is left alone', () => {
  expect(firstUses(entries)('"a segment" or “one SID” of a segment')).toEqual([
    '"a segment" or “one SID” of a ',
    { id: 'segment', text: 'segment' },
  ]);
  expect(firstUses(entries)('5" a segment')).toEqual(['5" a ', { id: 'segment', text: 'segment' }]);
});
