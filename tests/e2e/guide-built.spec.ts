import { expect, test } from '@playwright/test';
import { guidePath, stepPath } from '../../src/catalog/paths.ts';
import { decoded, elements, htmlPages } from '../dist.ts';
import { builtLink, eventsOf, guide } from '../guide-paths.ts';

const pages = new Map(htmlPages().map(({ path, html }) => [`/${path}`, html]));

test('without script every answer and every link of every step leads where the tree says', () => {
  let seen = 0;
  for (const [step, { title }] of Object.entries(guide.steps)) {
    const html = pages.get(stepPath(step)) ?? '';
    const shown = [...elements(html)].flatMap(({ attributes }) => {
      const [answer, go] = [attributes.get('data-answer'), attributes.get('data-go')];
      if (answer === undefined && go === undefined) return [];
      return [`${answer ?? `go-${go ?? ''}`} ${attributes.get('href') ?? 'no address'}`];
    });
    const meant = eventsOf(step).map((event) => `${event} ${builtLink(step, event)}`);
    expect([...new Set(shown)].sort(), step).toEqual(meant.sort());
    expect(decoded(/<h1[^>]*>([^<]*)</.exec(html)?.[1] ?? ''), step).toBe(title);
    seen += shown.length;
  }
  expect(pages.has(guidePath())).toBe(true);
  expect(seen).toBeGreaterThan(400);
});

test('a step weighs at most 40 KB of HTML: the guide itself is a script that all steps share', () => {
  const heavy = Object.keys(guide.steps).filter((step) => Buffer.byteLength(pages.get(stepPath(step)) ?? '') > 40 * 1024);
  expect(heavy).toEqual([]);
});
