import { expect, test } from 'vitest';
import { errors, families, findings, steps, ways } from '../content.ts';

/** Turns of phrase that are correct and stiff; nobody would say them to a colleague. */
const stiff = /\b(shall|to be had|in order to|in case of|please note|it is recommended|respectively)\b/i;

test('no page speaks stiffly', () => {
  const pages = [...errors, ...families, ...findings, ...steps, ...ways];
  expect(pages.length).toBeGreaterThan(850);
  // Titles and former titles are Twilio's own words; a code span is what a machine prints.
  const ours = pages.map(({ name, data, body }) => ({
    name,
    text: [body, 'summary' in data ? data.summary : '', 'title' in data && !('code' in data) ? data.title : '']
      .join('\n')
      .replace(/`[^`]*`|"[^"]*"|“[^”]*”/g, ''),
  }));
  expect(ours.flatMap(({ name, text }) => [...text.matchAll(new RegExp(stiff, 'gi'))].map(([found]) => `${name}: ${found}`))).toEqual([]);
});
