import { expect, test } from 'vitest';
import { firstStepOf } from '../../../src/catalog/first-step.ts';
import { errors } from '../../content.ts';
import { knowledge } from '../../knowledge.ts';

const fact = (id: string): string => `the fact ${id}`;

test('is the first item under "Fix it", whatever stands around', () => {
  expect(firstStepOf('## What it means\n\n1. No.\n\n## Fix it\n\n1. Do `this`\n   and **that**.\n2. Then the other.\n', fact)).toBe(
    'Do “this” and that.',
  );
  expect(firstStepOf('## Fix it\n\nIn this order:\n\n- One.\n- Two.\n', fact)).toBe('One.');
  expect(firstStepOf('## Fix it\n\n1. The last line.', fact)).toBe('The last line.');
  expect(firstStepOf('## Fix it\n\nNothing can be done.\n', fact)).toBeUndefined();
  expect(firstStepOf('## Prevent it\n\n1. Do this.\n', fact)).toBeUndefined();
});

test('is plain text: facts say what they are, codes their number, links their words', () => {
  expect(
    firstStepOf(
      '## Fix it\n\n1. Wait <Fact id="an-hour" />, see <ErrorLink code="30003" /> and <GuideLink step="x">the guide</GuideLink>, [here](/x).\n',
      fact,
    ),
  ).toBe('Wait the fact an-hour, see 30003 and the guide, here.');
});

test('every page of a code has one, and none holds markup', () => {
  const firsts = errors.map(({ data }) => [data.code, knowledge.codes[String(data.code)]?.first ?? ''] as const);
  expect(firsts.filter(([, first]) => first.length < 10 || /`|\*\*|<\/|<[A-Z]\w+ [a-z]+=/.test(first))).toEqual([]);
});
