import { expect, test } from 'vitest';
import { isCounted } from '../../../../src/analyzer/index/table.ts';
import { kindOf, type Kind } from '../../../../src/analyzer/message/kind.ts';

test.for([
  ['delivered', 'outbound-api', ['all', 'outbound']],
  ['failed', 'outbound-api', ['all', 'outbound', 'failures']],
  ['undelivered', 'outbound-reply', ['all', 'outbound', 'failures']],
  ['received', 'inbound', ['all', 'inbound']],
  ['failed', 'inbound', ['all', 'inbound']],
] as const)('a message that is %s and %s is given to tables of %j', ([status, direction, counted]) => {
  const kind = kindOf(status, direction, '');
  expect((['all', 'outbound', 'inbound', 'failures'] as const).filter((counts) => isCounted({ counts }, kind)).sort()).toEqual(
    [...counted].sort(),
  );
});

test('a table that wants some kinds only is given none of the others, and none that it does not count', () => {
  const wants = ({ code }: Kind): boolean => code === '30007';
  const isGiven = (status: string, direction: string, code: string): boolean =>
    isCounted({ counts: 'failures', wants }, kindOf(status, direction, code));
  expect(isGiven('failed', 'outbound-api', '30007')).toBe(true);
  expect(isGiven('failed', 'outbound-api', '30008')).toBe(false);
  expect(isGiven('delivered', 'outbound-api', '30007')).toBe(false);
  expect(isGiven('failed', 'inbound', '30007')).toBe(false);
});
