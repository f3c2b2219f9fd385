import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { errors, steps } from '../content.ts';

const step = (kind: string): string => `guide/${steps.find(({ data }) => data.kind === kind)?.name ?? 'missing'}/`;
const code = (depth: string): readonly string[] => {
  const page = errors.find(({ data }) => data.depth === depth);
  return page === undefined ? [] : [`errors/${page.name}/`];
};
/** One address for every kind of page; the states of the analyzer are looked at in analyze.spec.ts. */
const kinds = [
  '',
  'guide/',
  step('question'),
  step('check'),
  step('outcome'),
  'errors/',
  ...code('full'),
  ...code('brief'),
  'analyze/',
  'get-the-log/',
  'about/',
  'privacy/',
  'no/such/page/30007/',
];

for (const path of kinds) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on /${path} (${colorScheme}), which does not scroll sideways at 320 px`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, ...(baseURL === undefined ? {} : { baseURL }) });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(`/${path}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(problems).toEqual([]);
      await context.close();
    });
  }
}
