/** Set up before each test file of the run that finds out which test comes by which mutant (worker.ts). */
import { afterEach, beforeEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Probes that this test came by. */
    hits?: readonly number[];
    /** Probes that were come by outside of tests (imports, `beforeAll`), since the last test. */
    outside?: readonly number[];
  }
}

const hits = ((globalThis as { mutantHits?: Set<number> }).mutantHits ??= new Set<number>());
(globalThis as { mutantHit?: (place: number) => void }).mutantHit = (place) => {
  hits.add(place);
};
const taken = (): readonly number[] => {
  const all = [...hits];
  hits.clear();
  return all;
};

beforeEach(({ task }) => {
  task.meta.outside = taken();
});
afterEach(({ task }) => {
  task.meta.hits = taken();
});
