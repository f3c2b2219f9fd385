import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/analyzer/findings/index.ts';
import { ranked } from '../../../src/analyzer/findings/rank.ts';
import { LogIndex } from '../../../src/analyzer/index/log-index.ts';
import type { Finding } from '../../../src/analyzer/report.ts';
import { knowledge } from '../../knowledge.ts';
import { declined, fixture, reportOn, source } from '../../log.ts';

const subject = async (id: string, name: string): Promise<readonly Finding[]> =>
  (await reportOn(`logs/${id}/${name}.csv`)).findings.filter((finding) => finding.id === id);

describe.each(rules)('$id', (rule) => {
  const { id, codes, guide } = rule;
  test('is found where a log just passes its limits', async () => {
    const [found, ...more] = await subject(id, 'hit');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ id, guide });
    expect(codes).toEqual(expect.arrayContaining([...(found?.codes ?? [])]));
    expect(found?.affected).toBeGreaterThanOrEqual(knowledge.thresholds.general.minHits);
    expect(found?.evidence).toHaveLength(3);
    expect(found?.examples.length).toBeGreaterThan(0);
    expect(found?.sentence).toMatchSnapshot();
  });

  test('is alone in its fixture', async () => {
    expect((await reportOn(`logs/${id}/hit.csv`)).findings.map((finding) => finding.id)).toEqual([id]);
  });

  test('is not found where a log just fails its limits', async () => {
    expect((await reportOn(`logs/${id}/miss.csv`)).findings).toEqual([]);
  });

  test('is not found where there is no message', async () => {
    expect((await declined(source('empty.csv', fixture(`logs/${id}/empty.csv`)))).kind).toBe('header-only');
    expect(rule.find(new LogIndex(knowledge), { knowledge, moment: String })).toEqual([]);
  });
});

test('lists of numbers hold everyone a finding is about', async () => {
  const [dead] = await subject('dead-number', 'hit');
  expect(dead?.action).toEqual({ kind: 'suppress', list: ['+12025550101', '+12025550102'] });
  const [deaf] = await subject('landline', 'hit');
  expect(deaf?.action).toEqual({ kind: 'phone-instead', list: ['+12025550101', '+447700900001'] });
});

test('findings stand worst first, then by what can be won back', () => {
  const finding = (id: string, severity: Finding['severity'], recoverable: number): Finding => ({
    id,
    severity,
    recoverable,
    confidence: 'high',
    sentence: '',
    affected: 1,
    subject: {},
    evidence: [],
    codes: [],
    guide: '',
    examples: [],
    action: { kind: 'none', list: null },
  });
  const order = [finding('a', 'low', 9), finding('b', 'high', 1), finding('c', 'high', 5), finding('d', 'critical', 0)];
  expect(ranked(order).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
});
