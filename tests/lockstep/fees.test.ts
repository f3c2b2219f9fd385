import { expect, test } from 'vitest';
import { errors, facts } from '../content.ts';

const exempt: unknown = facts.facts['failed-fee-exempt']?.value;

test('a page whose message can end as failed says whether the fee applies, as the list of exempt codes has it', () => {
  const codes: readonly unknown[] = Array.isArray(exempt) ? exempt : [];
  expect(codes.length).toBeGreaterThan(15);
  // What an incoming message that failed costs is not documented.
  const failing = errors.filter(({ data }) => data.statuses.includes('failed') && data.stage !== 'inbound');
  expect(failing.length).toBeGreaterThan(20);
  const wrong = failing.filter(({ name, data: { billing, statuses } }) => {
    if (codes.includes(name)) return billing !== 'exempt' && statuses.length === 1;
    return billing !== 'failed-fee' && (billing !== 'attempt' || statuses.length === 1);
  });
  expect(wrong.map(({ name, data }) => `${name}: ${data.billing}`)).toEqual([]);
});
