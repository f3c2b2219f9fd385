import { expect, test } from 'vitest';
import { declinedAs, type DeclinedKind } from '../../../../src/analyzer/report/declined.ts';
import { declinedTitle } from '../../../../src/islands/analyzer/declined-title.ts';

test.for([
  [['calls'], 'This is not a log that can be read'],
  [['calls', 'empty'], 'These are not logs that can be read'],
  [['empty', 'header-only'], 'There is nothing to read in it'],
  [['calls', 'credentials'], 'Not read, because it holds credentials'],
] as const)('%j is headed "%s"', ([kinds, title]) => {
  expect(declinedTitle(kinds.map((kind: DeclinedKind) => declinedAs('x', kind, 'is none', 'Look.')))).toBe(title);
});
