import { expect, test } from 'vitest';
import { countriesListed, sendersListed, sendersSaid } from '../../../../../src/analyzer/findings/shared/listed.ts';
import { bySender, senderNames, sendersSubject } from '../../../../../src/analyzer/findings/shared/senders.ts';
import { inWords } from '../../../../log.ts';

test.for([
  [['FR'], 'France (FR)'],
  [['FR', 'ES'], 'France (FR) and Spain (ES)'],
  [['FR', 'ES', 'IT'], 'France (FR), Spain (ES) and Italy (IT)'],
  [['FR', 'ES', 'IT', 'DE'], 'France (FR), Spain (ES), Italy (IT) and 1 more'],
  [['FR', 'ES', 'IT', 'DE', 'GB'], 'France (FR), Spain (ES), Italy (IT) and 2 more'],
] as const)('%j are %s', ([countries, words]) => {
  expect(inWords(countriesListed(countries))).toBe(words);
});

test.for([
  [['ACME'], 'ACME', 'ACME', 'ACME', { sender: 'ACME' }],
  [[''], 'an unnamed sender', 'an unnamed sender', 'an unnamed sender', {}],
  [['A', ''], 'A and an unnamed sender', '2 senders (A and an unnamed sender)', '2 senders', { senders: '2' }],
  [['A', 'B', 'C', 'D'], 'A, B, C and 1 more', '4 senders (A, B, C and 1 more)', '4 senders', { senders: '4' }],
  [['\u202e'], 'an unnamed sender', 'an unnamed sender', 'an unnamed sender', { sender: '\u202e' }],
] as const)('senders %j', ([senders, listed, said, names, subject]) => {
  expect([sendersListed(senders), sendersSaid(senders), senderNames(senders)].map(inWords)).toEqual([listed, said, names]);
  expect(sendersSubject(senders)).toEqual(subject);
  expect(bySender(senders)).toEqual({ senders });
});

test('no senders are those of the log together', () => {
  expect(inWords(senderNames([]))).toBe('the senders of this log together');
  expect(sendersSubject([])).toEqual({});
});
