import { describe, expect, test } from 'vitest';
import { errors, findings, steps } from '../content.ts';

const byCode = new Map(errors.map(({ data }) => [data.code, data]));

describe.each(findings)('finding $name', ({ name, data, body }) => {
  test('is named by the page of each of its codes', () => {
    expect(data.codes.filter((code) => byCode.get(code)?.findings.includes(name) !== true)).toEqual([]);
  });

  test('leads to a step of the guide', () => {
    expect(steps.map((step) => step.name)).toContain(data.guide);
  });

  test('has its three headings', () => {
    expect([...body.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(['What it means', 'What to do', 'How to be sure']);
  });
});
