import type { Asking, Guide, GuideStep } from './guide.ts';

/**
 * `Guide` as the pages' script takes it (src/build/guide-data.ts), a quarter smaller: an outcome is the list of where it leads, its title
 * stands on its page only; codes stand together by their step, rising, each as how much it is above the one before.
 */
export interface PackedGuide {
  readonly steps: Readonly<Record<string, Asking | readonly string[]>>;
  readonly codes: Readonly<Record<string, readonly number[]>>;
}

export function packGuide({ steps, codes }: Guide): PackedGuide {
  const byStep: Record<string, number[]> = {};
  const last: Record<string, number> = {};
  // Keys that are numbers come in rising order.
  for (const [code, step] of Object.entries(codes)) {
    (byStep[step] ??= []).push(Number(code) - (last[step] ?? 0));
    last[step] = Number(code);
  }
  return {
    steps: Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, step.kind === 'outcome' ? step.next : step])),
    codes: byStep,
  };
}

const summed = (rises: readonly number[]): readonly string[] => {
  let code = 0;
  return rises.map((rise) => String((code += rise)));
};

const isList = (step: Asking | readonly string[]): step is readonly string[] => Array.isArray(step);

/** Undoes packGuide, but for the titles of outcomes, which are empty. */
export const unpackGuide = ({ steps, codes }: PackedGuide): Guide => ({
  steps: Object.fromEntries(
    Object.entries(steps).map(([id, step]): [string, GuideStep] => [id, isList(step) ? { kind: 'outcome', title: '', next: step } : step]),
  ),
  codes: Object.fromEntries(Object.entries(codes).flatMap(([step, list]) => summed(list).map((code) => [code, step]))),
});
