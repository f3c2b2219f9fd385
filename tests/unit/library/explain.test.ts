import { describe, expect, test } from 'vitest';
import { loadCodes, loadKnowledge } from '../../../src/cli/knowledge.ts';
import type { CodeRecord, PageFacts } from '../../../src/library/code-record.ts';
import { addressAt, knowledgeOf, restOf } from '../../../src/library/code-records.ts';
import { explained, explainFrom } from '../../../src/library/explain.ts';

const codes = loadCodes(new URL('https://example.org/help/'));
const facts: PageFacts = {
  formerTitles: [],
  summary: 'A text was blocked.',
  level: 'error',
  product: 'messaging',
  stage: 'carrier',
  category: 'content-filtered',
  statuses: ['undelivered'],
  actors: ['sender', 'carrier'],
  retry: 'after-fix',
  suppress: 'no',
  billing: 'attempt',
  confidence: 'high',
  related: [],
  guide: 'filtered',
  findings: [],
  reviewed: '2026-11-23',
  sources: [],
};
const record = (changed: Partial<PageFacts>): CodeRecord => ({
  code: '30007',
  title: 'Message filtered',
  url: '/',
  facts: { ...facts, ...changed },
});

describe('a code explained', () => {
  test.each([
    ['never', false, 'No, it will fail again.'],
    ['after-fix', false, 'Only after a fix.'],
    ['later-with-backoff', true, 'Later, with growing pauses.'],
    ['safe-now', true, 'Yes, at once.'],
    ['unknown', 'unknown', 'Not documented.'],
  ] as const)('retry %s', (retry, shouldRetry, reason) => {
    expect(explained(record({ retry }))).toMatchObject({ shouldRetry, reasons: { shouldRetry: reason } });
  });

  test.each([
    ['no', false, 'No reason to stop texting this number.'],
    ['until-opt-in', true, 'Stop texting this number until it opts in again.'],
    ['yes', true, 'Stop texting this number.'],
    ['after-check', 'unknown', 'Check the number, then decide whether to stop texting it.'],
  ] as const)('suppress %s', (suppress, shouldSuppress, reason) => {
    expect(explained(record({ suppress }))).toMatchObject({ shouldSuppress, reasons: { shouldSuppress: reason } });
  });

  test('who must not be texted is not retried, whatever the code says of retries', () => {
    expect(explained(record({ retry: 'safe-now', suppress: 'yes' }))).toMatchObject({
      shouldRetry: false,
      permanence: 'permanent',
      reasons: { shouldRetry: 'Yes, at once; stop texting this number.' },
    });
  });

  test('says who acts, what it costs and who calls it something else', () => {
    const othersSay = [{ who: 'Infobip', says: 'temporary', source: 'x' } as const];
    const { whoActs, cost, reasons, permanence } = explained(record({ othersSay, billing: 'failed-fee' }));
    expect({ whoActs, cost, reasons: reasons.shouldRetry, permanence }).toEqual({
      whoActs: 'you or the carrier',
      cost: 'failed-message fee (only if it ends as failed)',
      reasons: 'Only after a fix; Infobip says temporary.',
      permanence: 'until-fixed',
    });
  });

  test('a line of the log alone is neither permanent nor temporary', () => {
    expect(explained(record({ stage: 'log-only-warning', statuses: [] })).permanence).toBe('unknown');
  });

  test('of a code that no message can meet nothing is guessed', () => {
    const explanation = explained({ code: '53408', title: 'x', url: 'https://example.org/' });
    expect(explanation).toMatchObject({
      shouldRetry: 'unknown',
      shouldSuppress: 'unknown',
      permanence: 'unknown',
      whoActs: 'not documented',
      cost: 'not documented',
    });
    expect(explanation.reasons.shouldRetry).toBe('Twilio lists 53408, but no message log shows it: not documented.');
  });
});

describe('codes are found', () => {
  test.each(['30007', 30007, '030007', ' 30007 ', '30007.0'])('%j', (code) => {
    expect(explainFrom(codes, code)?.code).toBe('30007');
  });

  test.each(['', '0', 'hello', 'constructor', 99_999, -1])('but not %j', (code) => {
    expect(explainFrom(codes, code)).toBeUndefined();
  });
});

describe('the records', () => {
  test('have every code, with whole addresses where it is known where the pages are', () => {
    const all = Object.values(codes);
    const paged = all.filter((one) => one.facts !== undefined);
    expect(paged.length).toBeGreaterThan(650);
    expect(all.length - paged.length).toBeGreaterThan(1500);
    expect(codes['30007']).toMatchObject({
      url: 'https://example.org/help/errors/30007/',
      guideUrl: 'https://example.org/help/guide/filtered/',
    });
    expect(paged.filter(({ firstStep = '', url }) => firstStep === '' || !url.endsWith('/'))).toEqual([]);
    expect(all.filter(({ facts: page, url }) => page === undefined && !url.startsWith('https://www.twilio.com/docs/api/errors/'))).toEqual(
      [],
    );
    expect(loadCodes()['30007']?.url).toBe('/errors/30007/');
  });

  test('and their rest are all that the analyzer knows', () => {
    const knowledge = loadKnowledge();
    expect(knowledgeOf(codes, restOf(knowledge))).toEqual(knowledge);
  });

  test('addresses of others stay as they are', () => {
    expect(addressAt('https://www.twilio.com/', new URL('https://example.org/'))).toBe('https://www.twilio.com/');
  });
});
