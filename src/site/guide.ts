import type { CollectionEntry } from 'astro:content';
import type { Guide } from '../guide/tree/guide.ts';
import { defineGuide } from '../guide/tree/tree.ts';
import { builtFindings } from './findings.ts';
import { errorPages } from './errors.ts';
import { guideSteps } from './steps.ts';

let guide: Promise<Guide> | undefined;

async function readGuide(): Promise<Guide> {
  const steps = Object.fromEntries([...(await guideSteps())].map(([id, { data }]) => [id, data]));
  const codes = Object.fromEntries((await errorPages()).map(({ data }) => [String(data.code), data.guide]));
  const defined = defineGuide(steps, codes);
  if (!defined.ok) throw new Error(`content/guide is no guide:\n${defined.problems.join('\n')}`);
  return defined.guide;
}

/** The guide of content/guide and the codes of content/errors; a fault in the tree fails the build with all its problems. */
export function siteGuide(): Promise<Guide> {
  guide ??= readGuide();
  return guide;
}

/** Error pages that name this step, in the order of the code. */
export const errorsOfStep = async (step: string): Promise<readonly CollectionEntry<'errors'>[]> =>
  (await errorPages()).filter(({ data }) => data.guide === step);

/** Findings of the analyzer that name this step. */
export const findingsOfStep = async (step: string): Promise<readonly CollectionEntry<'findings'>[]> =>
  [...(await builtFindings()).values()].filter(({ data }) => data.guide === step);
