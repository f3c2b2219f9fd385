import { expect, test } from 'vitest';
import {
  costAnswer,
  costCondition,
  costNoteOf,
  errorLine,
  hasPermanence,
  isWithoutMessage,
  noStatusWords,
  permanenceLabel,
  retryAnswer,
  retryLabel,
} from '../../../src/catalog/error-answers.ts';

const message = {
  stage: 'carrier',
  statuses: ['undelivered'],
  retry: 'after-fix',
  billing: 'attempt',
  code: 30007,
  title: 'Message filtered',
  actors: ['sender'],
} as const;
const registration = { ...message, stage: 'registration', statuses: [], billing: 'unknown' } as const;
const warning = { ...registration, stage: 'log-only-warning' } as const;

test('a code in one line says who acts and whether to resend', () => {
  expect(errorLine({ ...message, actors: ['sender'], statuses: ['undelivered'] })).toBe(
    '30007 Message filtered: you act, resend only after a fix',
  );
});

test('a refused set-up has no message to resend or to pay', () => {
  expect(isWithoutMessage({ ...registration, statuses: [] })).toBe(true);
  expect(noStatusWords({ ...registration, statuses: [] })).toBe('no message involved');
  expect(retryLabel({ ...registration, statuses: [] })).toBe('Submit again');
  expect(retryAnswer({ ...registration, statuses: [] })).toBe('after a fix');
  expect(costAnswer({ ...registration, statuses: [] })).toBe('no message, so no message fee; registration fees are not covered here');
  expect(errorLine({ ...registration, actors: ['sender'], statuses: [] })).toContain('submit again after a fix');
});

test('a warning in the log alone is no message either', () => {
  expect(isWithoutMessage({ ...warning, statuses: [] })).toBe(true);
  expect(noStatusWords({ ...warning, statuses: [] })).toBe('no message ends with it');
  expect(retryAnswer({ ...warning, statuses: [] })).toBe('nothing to resend, fix the cause');
  expect(costAnswer({ ...warning, statuses: [] })).toBe('no message fee of its own');
});

test('a code that a message carries keeps the plain words, unknown ones included', () => {
  expect(isWithoutMessage({ ...warning, statuses: ['sent'] })).toBe(false);
  expect(noStatusWords({ stage: 'carrier', statuses: [] })).toBe('not documented');
  expect(retryLabel({ ...message, statuses: [] })).toBe('Resend');
  expect(costAnswer({ stage: 'inbound', statuses: [], billing: 'unknown' })).toBe('not documented');
  expect(costAnswer({ stage: 'carrier', statuses: [], billing: 'unknown' })).toBe('depends on the final status');
});

test('a refused request made no message, and its price is open', () => {
  const refused = { stage: 'api-request', statuses: [], billing: 'unknown' } as const;
  expect(noStatusWords({ ...refused, statuses: [] })).toBe('refused request, nothing sent');
  expect(costAnswer({ ...refused, statuses: [] })).toBe('not settled for a refused request');
});

test('one remark on the price where a code needs it, and none where the facts say it all', () => {
  const late = { stage: 'channel', statuses: [], billing: 'unknown', category: 'channel', product: 'whatsapp' } as const;
  const note = (change: object): unknown => costNoteOf({ ...late, statuses: [], ...change });
  expect(note({})).toBe('by-status-channel');
  expect(note({ product: 'messaging', stage: 'carrier' })).toBe('by-status');
  expect(note({ product: 'messaging', stage: 'post-accept', category: 'fraud-protection' })).toBe('by-status-fraud');
  expect(note({ stage: 'api-request' })).toBe('refused-request');
  expect(note({ billing: 'exempt' })).toBeUndefined();
  expect(note({ statuses: ['failed'] })).toBeUndefined();
  expect(note({ stage: 'registration' })).toBeUndefined();
});

test('a line of the log has no permanence, everything else has', () => {
  expect(hasPermanence({ ...warning, statuses: [] })).toBe(false);
  expect(hasPermanence({ ...registration, statuses: [] })).toBe(true);
  expect(permanenceLabel({ ...registration, statuses: [] })).toBe('Refusal');
  expect(permanenceLabel({ stage: 'carrier', statuses: ['undelivered'] })).toBe('Failure');
});

test('the fee of a failed message names its condition', () => {
  expect(costCondition({ stage: 'api-request-or-post-accept', statuses: ['failed'], billing: 'failed-fee' })).toContain('not settled');
  expect(costCondition({ stage: 'channel', statuses: ['undelivered', 'failed'], billing: 'failed-fee' })).toBe('only if it ends as failed');
  expect(costCondition({ stage: 'carrier', statuses: ['failed'], billing: 'failed-fee' })).toBeUndefined();
  expect(costCondition({ stage: 'carrier', statuses: ['failed'], billing: 'exempt' })).toBeUndefined();
});
