import { expect, test } from 'vitest';
import { mapOf, type MapPlace } from '../../../src/site/guide-map.ts';
import { guide } from '../../guide-paths.ts';

const { root, rest } = mapOf(guide);
const below = (place: MapPlace): readonly MapPlace[] => [place, ...place.branches.flatMap(({ to }) => below(to))];
const places = [root, ...rest].flatMap(below);

test('every step is drawn once, and mentioned wherever else an answer leads to it', () => {
  const drawn = places.filter(({ isDrawnElsewhere }) => !isDrawnElsewhere).map(({ id }) => id);
  expect(drawn.toSorted()).toEqual(Object.keys(guide.steps).toSorted());
  expect(places.length).toBeGreaterThan(drawn.length);
});

test('every answer stands on a line', () => {
  const lines = places.flatMap(({ id, branches }) => branches.flatMap(({ answers }) => answers.map((label) => `${id}: ${label}`)));
  const answers = Object.entries(guide.steps).flatMap(([id, step]) =>
    step.kind === 'outcome' ? [] : step.answers.map(({ label }) => `${id}: ${label}`),
  );
  expect(lines.toSorted()).toEqual(answers.toSorted());
});

test('a step that an answer leads to is not drawn behind "I don\'t know"', () => {
  expect(below(root).length).toBeGreaterThan(100);
  const status = root.branches.find(({ to }) => to.id === 'status');
  expect(status).toMatchObject({ isAside: false, to: { isDrawnElsewhere: false } });
  expect(root.branches.find(({ to }) => to.id === 'find-the-log')?.isAside).toBe(true);
});
