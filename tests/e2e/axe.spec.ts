import { expect, test } from '@playwright/test';
import { errors, steps } from '../content.ts';
import { expectAccessible } from './axe.ts';

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
  'guide/map/',
  'guide/lifecycle/',
  'errors/',
  ...code('full'),
  ...code('brief'),
  'analyze/',
  'get-the-log/',
  'get-the-log/warehouse/',
  'about/',
  'glossary/',
  'privacy/',
  'no/such/page/30007/',
];

for (const path of kinds) {
  test(`axe finds nothing on /${path}, which does not scroll sideways at 320 px and logs no error`, async ({ page }) => {
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`/${path}`);
    await expectAccessible(page);
    expect(problems).toEqual([]);
  });
}
