import { expect, test } from 'vitest';
import { plannedFindings } from '../../src/catalog/planned.ts';
import { errors, findings } from '../content.ts';

/** The list as it was on 2026-11-23. Never add to it: build the finding instead. */
const start = new Set([
  'unreachable-once',
  'never-reached-number',
  'sent-after-stop',
  'malformed-number',
  'sender-blocked',
  'sender-filtered',
  'link-filtered',
  'unverified-toll-free',
  'sender-id-unregistered',
  'no-sender-for-country',
  'not-provisioned-at-carrier',
  'unicode-segment-waste',
  'queue-overflow',
  'rate-exceeded',
  'daily-cap',
  'stuck-before-handoff',
  'validity-expired',
  'receipt-outage',
  'carrier-incident',
  'account-stopped',
  'trial-or-test',
  'geo-permission',
  'pumping',
  'pumping-block',
  'duplicates',
  'retry-loop',
  'quiet-hours',
  'sudden-change',
  'outside-messaging-window',
  'shared-trait',
]);

test('the list of planned findings only shrinks', () => {
  expect(plannedFindings.filter((id) => !start.has(id))).toEqual([]);
  expect(new Set(plannedFindings).size).toBe(plannedFindings.length);
});

test('a finding that is built is not planned any more', () => {
  const built = new Set(findings.map(({ name }) => name));
  expect(plannedFindings.filter((id) => built.has(id))).toEqual([]);
});

test('every finding that a page names is built or planned', () => {
  const named = new Set(errors.flatMap(({ data }) => data.findings));
  const known = new Set([...plannedFindings, ...findings.map(({ name }) => name)]);
  expect(named.size).toBeGreaterThan(0);
  expect([...named].filter((id) => !known.has(id))).toEqual([]);
});
