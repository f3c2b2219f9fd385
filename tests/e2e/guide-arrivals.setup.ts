import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { eventsOf, everyArrival, guide } from '../guide-paths.ts';
import { arrivalsFile } from './guide-arrivals.ts';

test('the ways through the guide take every answer and every link', () => {
  const arrivals = everyArrival();
  const transitions = Object.keys(guide.steps).flatMap(eventsOf);
  const links = arrivals.reduce((sum, arrival) => sum + Object.keys(arrival.links).length, 0);
  console.log(`guide: ${String(transitions.length)} transitions; ${String(arrivals.length)} arrivals with ${String(links)} links`);
  expect(transitions.length).toBeGreaterThan(400);
  expect(new Set(arrivals.map(({ step }) => step))).toEqual(new Set(Object.keys(guide.steps)));
  mkdirSync(new URL('./', arrivalsFile), { recursive: true });
  writeFileSync(arrivalsFile, JSON.stringify(arrivals));
});
