import { expect, test } from 'vitest';
import { MOST_NAMED, notJudgedLines } from '../../../../src/analyzer/write/titles.ts';

test('findings that could not be looked for stand behind their reason by title, or are counted where they are many', () => {
  const notJudged = (count: number, why: string) => Array.from({ length: count }, (_, n) => ({ id: `rule-${String(n)}`, why }));
  const words = { 'rule-0': { title: 'Texts that went out twice' } };
  expect(
    notJudgedLines({ notJudged: [...notJudged(2, 'The log has no texts.'), ...notJudged(MOST_NAMED + 1, 'No codes.')] }, words),
  ).toEqual([
    'The log has no texts. Texts that went out twice; rule 1.',
    `No codes. ${String(MOST_NAMED + 1)} findings cannot be looked for.`,
  ]);
  expect(notJudgedLines({ notJudged: notJudged(MOST_NAMED, 'No codes.') }, words)[0]).toContain('twice; rule 1; ');
  expect(notJudgedLines({ notJudged: [] }, words)).toEqual([]);
});
