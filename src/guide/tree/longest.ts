import type { Guide } from './guide.ts';

/**
 * The longest way through the guide, counted in questions (and checklists) answered from `start` to an outcome.
 * "I don't know" is a detour that leads back and does not count; without these the guide has no circles.
 *
 * @returns the steps of one longest way, the outcome last
 */
export function longestWay(guide: Guide): readonly string[] {
  const known = new Map<string, readonly string[]>();
  const from = (id: string): readonly string[] => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const step = guide.steps[id];
    const next = step === undefined || step.kind === 'outcome' ? [] : step.answers.filter((answer) => answer.id !== 'unknown');
    const ways = next
      .filter((answer) => {
        const after = guide.steps[answer.next];
        return after?.kind !== 'check' || after.fact !== undefined;
      })
      .map((answer) => from(answer.next));
    const longest = ways.reduce((best, way) => (way.length > best.length ? way : best), []);
    const way = [id, ...longest];
    known.set(id, way);
    return way;
  };
  return from('start');
}
