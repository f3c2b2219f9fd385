import { expect, test } from 'vitest';
import { packKnowledge, unpackKnowledge } from '../../../src/pasted/packed-knowledge.ts';
import { pastedKnowledge } from '../../pasted/knowledge.ts';

test('what is packed comes out the same', () => {
  expect(Object.keys(pastedKnowledge.codes).length).toBeGreaterThan(600);
  const packed = packKnowledge(pastedKnowledge);
  expect(unpackKnowledge(JSON.parse(JSON.stringify(packed)) as typeof packed)).toEqual(pastedKnowledge);
  expect(new Set(packed.acts).size).toBe(packed.acts.length);
});

test('a title that would break the lines is a bug', () => {
  const codes = { 30007: { title: 'a\tb', acts: '', step: 'filtered' } };
  expect(() => packKnowledge({ ...pastedKnowledge, codes })).toThrow('the title of 30007');
});
