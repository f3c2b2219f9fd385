import { expect, test } from 'vitest';
import { twoAtATime, type Job } from '../../two-at-a-time.ts';

/** Runs jobs that take one turn each, and tells which ran side by side, turn by turn. */
async function turns(jobs: readonly Job[], failing: readonly string[] = []) {
  const running = new Set<string>();
  const seen: string[] = [];
  const skipped: string[] = [];
  const ended = await twoAtATime(
    jobs,
    async ({ name }) => {
      running.add(name);
      seen.push([...running].join('+'));
      await new Promise((resolve) => setTimeout(resolve, 5));
      running.delete(name);
      return !failing.includes(name);
    },
    ({ name }) => skipped.push(name),
  );
  return { seen, skipped, ended: Object.fromEntries(ended) };
}

test('two run at a time, in the order of the list', async () => {
  const { seen, ended } = await turns(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })));
  expect(seen.map((now) => now.split('+').at(-1))).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(Math.max(...seen.map((now) => now.split('+').length))).toBe(2);
  expect(ended).toEqual({ a: 'ok', b: 'ok', c: 'ok', d: 'ok', e: 'ok' });
});

test('what is needed comes first, and a later job fills the gap', async () => {
  const { seen } = await turns([{ name: 'build' }, { name: 'links', needs: ['build'] }, { name: 'lint' }]);
  expect(seen).toEqual(['build', 'build+lint', expect.stringMatching(/links$/)]);
});

test('a job that is to be alone has nothing beside it', async () => {
  const { seen } = await turns([{ name: 'a' }, { name: 'browser', alone: true, needs: ['a'] }, { name: 'b' }, { name: 'c' }]);
  expect(seen).toContain('browser');
  expect(seen.filter((now) => now.includes('browser') && now !== 'browser')).toEqual([]);
});

test('what needs a failed job does not run and is told, also at second hand; what only comes after it runs', async () => {
  const { seen, skipped, ended } = await turns(
    [{ name: 'build' }, { name: 'links', needs: ['build'] }, { name: 'more', needs: ['links'] }, { name: 'lint', after: ['build'] }],
    ['build'],
  );
  expect(seen).toEqual(['build', 'lint']);
  expect(skipped).toEqual(['links', 'more']);
  expect(ended).toEqual({ build: 'failed', links: 'not run', more: 'not run', lint: 'ok' });
});

test('jobs that wait for each other are a mistake in the list', async () => {
  await expect(
    turns([
      { name: 'a', needs: ['b'] },
      { name: 'b', after: ['a'] },
    ]),
  ).rejects.toThrow('never ends: a, b');
});
