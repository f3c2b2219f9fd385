/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: {
    root: '.',
    include: ['tests/unit/**/*.test.ts', 'tests/lockstep/**/*.test.ts'],
    passWithNoTests: false,
    // As many as the smallest machine has cores; by itself Vitest leaves one of them idle.
    maxWorkers: 2,
    // Modules are evaluated once a worker and not once a file: content/ and the analyzer are read 2 times instead of 177.
    isolate: false,
    // A snapshot that is not there yet is a failure: it is read, and written with `-u`.
    update: 'none',
    // A shared machine is slow at times; a test that hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
