import { expect, test } from 'vitest';
import { actionOf, recoverableOf, withCode } from '../../../../../src/analyzer/findings/shared/by-code.ts';
import type { Knowledge } from '../../../../../src/catalog/knowledge.ts';
import { knowledge } from '../../../../knowledge.ts';
import { inWords } from '../../../../log.ts';

const retries = [...new Set(Object.values(knowledge.codes).map(({ retry }) => retry))];
const codeWith = (retry: (typeof retries)[number]): string =>
  Object.entries(knowledge.codes).find(([, code]) => code.retry === retry)?.[0] ?? expect.fail(`no code is retried ${retry}`);

test('of failures that will fail again, or of which nobody knows, none can be won back; of others all', () => {
  const won = retries.map((retry) => `${retry} ${String(recoverableOf(7, codeWith(retry), knowledge))}`).sort();
  expect(won).toMatchInlineSnapshot(`
    [
      "after-fix 7",
      "later-with-backoff 7",
      "never 0",
      "safe-now 7",
      "unknown 0",
    ]
  `);
  expect(recoverableOf(7, '99999', knowledge)).toBe(0);
  expect(recoverableOf(7, '', knowledge)).toBe(0);
});

test('what to do about a code is what its page says first, and to wait where waiting helps', () => {
  const kinds = retries.map((retry) => `${retry} ${actionOf(codeWith(retry), knowledge).kind}`).sort();
  expect(kinds).toMatchInlineSnapshot(`
    [
      "after-fix check",
      "later-with-backoff wait",
      "never check",
      "safe-now check",
      "unknown check",
    ]
  `);
  const made: Knowledge = { ...knowledge, codes: {} };
  expect(actionOf('30003', made)).toEqual({ kind: 'check', list: null });
  expect(inWords(actionOf('30003', knowledge).next ?? [])).toBe(knowledge.codes['30003']?.first);
});

test('a code with its title, without one, and none', () => {
  const say = (code: string) => inWords(withCode(code, knowledge));
  expect([say('30003'), say('99999'), say('')]).toEqual([
    `with 30003 (${knowledge.codes['30003']?.title ?? ''})`,
    'with 99999',
    'without an error code',
  ]);
});
