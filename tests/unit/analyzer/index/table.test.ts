import { expect, test } from 'vitest';
import { isCounted } from '../../../../src/analyzer/index/table.ts';
import { kindOf } from '../../../../src/analyzer/message/kind.ts';

test.for([
  ['delivered', 'outbound-api', ['all', 'outbound']],
  ['failed', 'outbound-api', ['all', 'outbound', 'failures']],
  ['undelivered', 'outbound-reply', ['all', 'outbound', 'failures']],
  ['received', 'inbound', ['all', 'inbound']],
  ['failed', 'inbound', ['all', 'inbound']],
] as const)('a message that is %s and %s is given to tables of %j', ([status, direction, counted]) => {
  const kind = kindOf(status, direction, '');
  expect((['all', 'outbound', 'inbound', 'failures'] as const).filter((counts) => isCounted(counts, kind)).sort()).toEqual(
    [...counted].sort(),
  );
});
