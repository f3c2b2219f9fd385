import { expect, test } from 'vitest';
import { resolved } from '../../../../src/analyzer/report/resolved.ts';
import type { Finding } from '../../../../src/analyzer/report/report.ts';

const finding = (key: string, rows: Finding['rows'], list: readonly string[] | null): Pick<Finding, 'key' | 'rows' | 'action'> => ({
  key,
  rows,
  action: { kind: 'suppress', list },
});
const findings = [
  finding('never', { codes: ['30003'], people: { listOf: 'never' } }, ['+12025550101', '+12025550102']),
  finding('plain', { codes: ['30007'], except: [{ finding: 'never' }] }, null),
];
const never = { codes: ['30003'], people: ['+12025550101', '+12025550102'] };

test('names of findings become what they stand for, wherever they stand', () => {
  expect(resolved({ finding: 'never' }, findings)).toEqual({ all: [never] });
  expect(resolved({ finding: 'plain', countries: ['US'] }, findings)).toEqual({
    countries: ['US'],
    all: [{ codes: ['30007'], except: [{ all: [never] }] }],
  });
  expect(resolved({ any: [{ people: { listOf: 'never' } }], all: [{ codes: ['1'] }], except: [{ finding: 'never' }] }, findings)).toEqual({
    any: [{ people: never.people }],
    all: [{ codes: ['1'] }],
    except: [{ all: [never] }],
  });
});

test('a finding that is not there takes nothing, and neither do the people on no list', () => {
  expect(resolved({ finding: 'other' }, findings)).toEqual({ all: [{ outcomes: [] }] });
  expect(resolved({ people: { listOf: 'plain' } }, findings)).toEqual({ people: [] });
});

test('what names none is as it was', () => {
  const filter = { codes: ['30007'], people: ['+12025550101'], time: { from: 1 } };
  expect(resolved(filter, findings)).toEqual(filter);
});
