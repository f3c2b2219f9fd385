/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: {
    root: '.',
    include: ['tests/unit/**/*.test.ts', 'tests/lockstep/**/*.test.ts'],
    passWithNoTests: false,
    testTimeout: 30_000,
  },
});
