import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { twinsOf, twinsSchema } from '../../src/catalog/twins-schema.ts';
import { errors } from '../content.ts';

const twins = twinsSchema.parse(parse(readFileSync(new URL('../../content/families/twins.yaml', import.meta.url), 'utf8')));
const pages = new Map(errors.map(({ data }) => [data.code, data]));
const listed = twins.faults.flatMap(({ codes }) => Object.values(codes).flat());

/** Codes of the programmes that the table is about, by their pages. */
const families = new Set(['toll-free-verification', 'verification', 'a2p-campaign', 'registration-shared']);
const inRange = (code: number): boolean => (code >= 30440 && code <= 30570) || (code >= 30800 && code <= 30972);
const ofProgrammes = errors.filter(({ data }) => data.family !== undefined && families.has(data.family) && inRange(data.code));

test('every rejection of the US programmes is in one fault or has no counterpart, and is said once', () => {
  expect(ofProgrammes.length).toBeGreaterThan(200);
  const all = [...listed, ...twins.alone];
  expect(new Set(all).size).toBe(all.length);
  expect(ofProgrammes.map(({ data }) => data.code).filter((code) => !all.includes(code))).toEqual([]);
});

test('every code of the table has a page, in a family of its programme', () => {
  const allowed = {
    'toll-free': ['toll-free-verification'],
    verification: ['verification'],
    campaign: ['a2p-campaign'],
    shared: ['registration-shared'],
  };
  const wrong = twins.faults.flatMap(({ codes }) =>
    Object.entries(codes).flatMap(([programme, list]) =>
      list.filter((code) => !allowed[programme as keyof typeof allowed].includes(pages.get(code)?.family ?? '')),
    ),
  );
  expect(wrong).toEqual([]);
  expect(twins.alone.filter((code) => !pages.has(code))).toEqual([]);
});

test('a fault has at least two codes, and its table marks the one that was asked for', () => {
  expect(twins.faults.filter(({ codes }) => Object.values(codes).flat().length < 2).map(({ id }) => id)).toEqual([]);
  for (const code of listed) expect(twinsOf(twins, code)?.rows.map((row) => row.code)).toContain(code);
  expect(twinsOf(twins, 30007)).toBeUndefined();
});
