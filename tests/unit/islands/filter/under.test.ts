import { expect, test } from 'vitest';
import type { Figures } from '../../../../src/analyzer/ask-kept.ts';
import { codeChip, countryChip } from '../../../../src/islands/filter/make-chips.ts';
import { awaiting, told, unfiltered } from '../../../../src/islands/filter/under.ts';
import { troubled } from '../report-fixture.ts';

const whole = { report: troubled, json: new Blob(['whole']) };
const part = { ...troubled, byHour: troubled.byHour.slice(0, 1) };
const json = new Blob(['part']);
const [code, country] = [codeChip('30007'), countryChip('US')];
const figures = { totals: troubled.totals } as Figures;
const first = unfiltered(whole);

test('while an answer is awaited the report before stands; figures come ahead of it', () => {
  const asked = awaiting(first, [code], whole);
  expect(asked).toEqual({ ...first, chips: [code], isAwaited: true });
  const early = told(told(asked, { kind: 'hours', hours: part.byHour }), { kind: 'figures', figures });
  expect(early).toEqual({ ...asked, hours: part.byHour, figures });
  expect(told(early, { kind: 'again', fraction: 0.25 }).fraction).toBe(0.25);
  const done = told(early, { kind: 'report', under: { report: part, json, withoutSids: 3 } });
  const hours = { hours: part.byHour, hoursBefore: part.byHour };
  expect(done).toEqual({ chips: [code], answered: [code], report: part, json, ...hours, withoutSids: 3, isAwaited: false });
  expect(awaiting(done, [code, country], whole)).toMatchObject({ answered: [code], report: part, isAwaited: true });
});

test('without chips it is the first report again, at once', () => {
  const done = told(awaiting(first, [code], whole), { kind: 'report', under: { report: part, json, withoutSids: 0 } });
  expect(awaiting(done, [], whole)).toEqual(first);
});

test('where there is no report, it goes back to the filters that have one, and says why', () => {
  const done = told(awaiting(first, [code], whole), { kind: 'report', under: { report: part, json, withoutSids: 0 } });
  const asked = awaiting(done, [code, country], whole);
  expect(told(asked, { kind: 'failed', reason: 'It broke.' })).toEqual({ ...done, problem: 'It broke.' });
  // The chart goes back too, whatever came ahead of the report that is not there.
  const early = told(asked, { kind: 'hours', hours: [] });
  expect(told(early, { kind: 'failed', reason: 'It broke.' })).toEqual({ ...done, problem: 'It broke.' });
  const lost = { source: 'a.csv', why: 'changed' } as const;
  expect(told(early, { kind: 'report', under: { withoutSids: 0, lost } })).toEqual({ ...done, lost });
  expect(told(asked, { kind: 'report', under: { withoutSids: 0, lost } })).toEqual({ ...done, lost });
});

test('a file that is lost is told with the report that it leaves', () => {
  const lost = { source: 'a.csv', why: 'unreadable' } as const;
  const done = told(awaiting(first, [code], whole), { kind: 'report', under: { report: part, json, withoutSids: 0, lost } });
  expect([done.report, done.chips, done.lost]).toEqual([part, [code], lost]);
  expect(awaiting(done, [country], whole)).not.toHaveProperty('lost');
});
