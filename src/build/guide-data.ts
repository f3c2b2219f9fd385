import { frontMatters } from '../content-files.ts';
import type { Guide } from '../guide/tree/guide.ts';
import { packGuide } from '../guide/tree/packed-guide.ts';
import { stepSchema } from '../guide/tree/step-schema.ts';
import { defineGuide } from '../guide/tree/tree.ts';
import { errorEntries } from '../cli/error-entries.ts';
import { virtualData } from './virtual-data.ts';

/** The guide from the disk. @throws with all its problems when content/guide is no guide: a bug there */
export function loadGuide(): Guide {
  const steps = Object.fromEntries(frontMatters('guide').map(([id, data]) => [id, stepSchema.parse(data)]));
  const codes = Object.fromEntries(errorEntries().map(({ code, guide }) => [String(code), guide]));
  const defined = defineGuide(steps, codes);
  if (!defined.ok) throw new Error(`content/guide is no guide:\n${defined.problems.join('\n')}`);
  return defined.guide;
}

/** `virtual:guide-data`: one script that every step and the map share and a browser keeps; in each page it took 60 KB. */
export const guideData = () => virtualData('guide-data', 'guide', () => packGuide(loadGuide()));
