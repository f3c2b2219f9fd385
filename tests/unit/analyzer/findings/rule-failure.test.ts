import { expect, test } from 'vitest';
import { buildReport } from '../../../../src/analyzer/breakdowns/build-report.ts';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import type { Found, Rule } from '../../../../src/analyzer/findings/rule.ts';
import { knowledge } from '../../../knowledge.ts';
import { newIndex } from '../laws/counting.ts';

const counted = { index: newIndex(), sources: [], declined: [] };
const odd: Rule = { id: 'odd', codes: [], guide: 'log-filter', needs: [], tables: [], limits: {}, find: () => [] };

test('a bug in one rule costs its finding and nothing else', () => {
  const broken: Rule = {
    ...odd,
    find: () => {
      throw new Error('a bug');
    },
  };
  const { findings, notices } = buildReport(counted, knowledge, [broken, ...rules]);
  expect(findings).toEqual([]);
  expect(notices).toMatchObject([
    {
      id: 'rule-failed',
      count: 1,
      lines: [],
      text: ['The finding "odd" could not be worked out (', { text: 'a bug' }, expect.any(String)],
    },
  ]);
});

test('a limit that facts.yaml lacks costs the finding too, and is named', () => {
  const { notices } = buildReport(counted, knowledge, [{ ...odd, limits: { moons: 'count' } }]);
  expect(JSON.stringify(notices)).toContain('moons');
});

test('a finding has a name that tells it from others of its rule: of its subject what names something, in one order, no figure', () => {
  const found: Found = {
    severity: 'info',
    confidence: 'high',
    because: [],
    sentence: [],
    affected: 1,
    recoverable: 0,
    rows: {},
    subject: {
      service: 'MG',
      messages: '7',
      code: '30003',
      prefix: '447',
      country: 'GB',
      link: 'a.example',
      template: 'Hi',
      sender: 'ACME',
      case: 'slow',
    },
    evidence: [],
    codes: [],
    examples: [],
    action: { kind: 'check', list: null },
  };
  const keyOf = (one: Found) => buildReport(counted, knowledge, [{ ...odd, find: () => [one] }]).findings.map(({ key }) => key);
  expect(keyOf(found)).toEqual(['odd slow ACME Hi a.example GB 447 30003 MG']);
  expect(keyOf({ ...found, subject: { senders: '2' } })).toEqual(['odd']);
  expect(keyOf({ ...found, subject: {}, isRemainder: true })).toEqual(['odd the rest']);
});

test('a rule whose fields the log lacks is not judged, and the report says why', () => {
  const { notJudged } = buildReport(counted, knowledge, [{ ...odd, needs: ['to', 'errorCode'] }, odd]);
  expect(notJudged).toEqual([{ id: 'odd', why: 'The log has no recipients and no error codes.' }]);
});
