/**
 * How many times slower than this machine a slow phone is. "Four times slower" says nothing by itself: of two machines that tests
 * run on one is twice as fast as the other. So both are measured by Lighthouse's benchmark, as Chrome's own tools calibrate their throttling.
 */
import type { Browser } from '@playwright/test';
import { pageFunctions } from 'lighthouse/core/lib/page-functions.js';

/** What a cheap phone scores: Chrome's "low-tier mobile", a Moto G Power of 2022 (CalibrationController.ts of chrome-devtools-frontend 1.0.1473514). */
const SLOW_PHONE = 264;
/** The best of these counts: whatever else the machine does only makes it look slower. */
const TRIES = 3;

/** @returns what a browser here scores, and the rate by which its processor is slowed down to be that phone's; 1 where it is no faster */
export async function slowPhone(browser: Browser): Promise<{ readonly score: number; readonly rate: number }> {
  const page = await browser.newPage();
  try {
    let score = 0;
    for (let round = 0; round < TRIES; round += 1) score = Math.max(score, await page.evaluate(pageFunctions.computeBenchmarkIndex));
    return { score, rate: Math.max(1, score / SLOW_PHONE) };
  } finally {
    await page.close();
  }
}
