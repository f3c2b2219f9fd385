import { expect, test } from 'vitest';
import type { Knowledge } from '../../../src/catalog/knowledge.ts';
import { packKnowledge, unpackKnowledge } from '../../../src/catalog/packed-knowledge.ts';

const knowledge = {
  codes: {
    '30007': {
      title: 'Filtered',
      category: 'content-filtered',
      retry: 'after-fix',
      suppress: 'no',
      billing: 'attempt',
      guide: 'filtered',
      page: true,
    },
    '10001': { title: 'Not active', category: 'account', retry: 'unknown', suppress: 'no', billing: 'unknown', page: false },
    '400': { title: 'Bad Request', category: 'unknown', retry: 'unknown', suppress: 'no', billing: 'unknown', page: false },
  },
  failedFee: { amount: 0.001, unit: 'USD', exempt: ['30008'] },
  optOutKeywords: ['STOP'],
  optInKeywords: ['START', 'YES'],
  optInKeywordsTollFree: ['START'],
  attention: 0.02,
  linkShorteners: ['bit.ly'],
} as unknown as Knowledge;

test('packed knowledge unpacks to the same', () => {
  expect(unpackKnowledge(JSON.parse(JSON.stringify(packKnowledge(knowledge))) as ReturnType<typeof packKnowledge>)).toEqual(knowledge);
});

test('a code without a page takes three words', () => {
  expect(packKnowledge(knowledge).bare).toEqual([
    ['400', 'Bad Request'],
    ['10001', 'Not active', 'account'],
  ]);
});
