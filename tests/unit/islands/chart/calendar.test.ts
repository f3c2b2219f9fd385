import { expect, test } from 'vitest';
import { axisSteps, stepSeconds, type Step } from '../../../../src/islands/chart/calendar.ts';

test('marks of the time axis stand no nearer than bars, and there is one for each bar', () => {
  const hours = (step: Step): number => (axisSteps(stepSeconds[step])[0] ?? NaN) / 3_600;
  const days = (step: Step): number => hours(step) / 24;
  expect([hours('hour'), days('day'), days('week'), days('month'), days('year'), days('century')]).toEqual([1, 1, 7, 30, 365, 36_500]);
  const all = axisSteps(1);
  expect(all).toEqual([...all].sort((a, b) => a - b));
});
