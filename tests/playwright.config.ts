import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './browser.ts';

const port = Number(process.env.TEST_PORT ?? 4399);

/** Every browser test runs on the built site in dist/, served by our own server on this machine only. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // A shared machine is slow at times (axe on the index of 2,600 codes takes a minute there); a test that hangs still ends.
  timeout: 180_000,
  // What assistive software is told of the three flows: few, and in a folder of their own.
  expect: { toMatchAriaSnapshot: { pathTemplate: '{testDir}/everyone/aria/{arg}{ext}' } },
  reporter: [['line'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${String(port)}`,
    // It would answer from what it kept; tests of it allow it (offline.spec.ts).
    serviceWorkers: 'block',
    launchOptions: { executablePath: findBrowser(), args: [...browserArgs] },
  },
  projects: [
    { name: 'site', testMatch: '*.spec.ts', testIgnore: 'guide.spec.ts' },
    // Works out what guide.spec.ts compares; only when that runs.
    { name: 'ways', testMatch: 'guide-arrivals.setup.ts' },
    { name: 'guide', testMatch: 'guide.spec.ts', dependencies: ['ways'] },
  ],
  webServer: {
    command: 'node src/cli/serve.ts',
    cwd: '..',
    env: { PORT: String(port) },
    url: `http://127.0.0.1:${String(port)}/`,
    reuseExistingServer: false,
  },
});
