import { expect, test } from 'vitest';
import { buildReport } from '../../../../src/analyzer/breakdowns/build-report.ts';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import type { Rule } from '../../../../src/analyzer/findings/rule.ts';
import { LogIndex } from '../../../../src/analyzer/index/log-index.ts';
import { SeenMessages } from '../../../../src/analyzer/index/states.ts';
import { knowledge } from '../../../knowledge.ts';
import { inWords } from '../../../log.ts';

test('a bug in one rule costs its finding and nothing else', () => {
  const broken: Rule = {
    id: 'broken',
    codes: [],
    guide: 'log-filter',
    find: () => {
      throw new Error('a bug');
    },
  };
  const counted = { index: new LogIndex(knowledge), seen: new SeenMessages(new Map()), sources: [], declined: [] };
  const { findings, notices } = buildReport(counted, knowledge, [broken, ...rules]);
  expect(findings).toEqual([]);
  expect(notices.map(({ id, text }) => [id, inWords(text)])).toEqual([
    ['rule-failed', expect.stringContaining('"broken" could not be worked out (a bug)')],
  ]);
});
