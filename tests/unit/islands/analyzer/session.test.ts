import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { declinedAs } from '../../../../src/analyzer/report/declined.ts';
import type { ReadFiles } from '../../../../src/islands/analyzer/session.ts';
import { sessionMachine } from '../../../../src/islands/analyzer/session.ts';
import { codeChip, windowChip } from '../../../../src/islands/filter/make-chips.ts';
import type { JobResult, LogInHand } from '../../../../src/worker/client.ts';
import type { Answers, Ask } from '../../../../src/worker/requests/index.ts';
import { troubled } from '../report-fixture.ts';

const file = new File(['x'], 'log.csv');
const declined = [declinedAs('x.csv', 'calls', 'is a call log', 'Export messages.')];
const answered = { kind: 'report', report: troubled, declined: [], json: new Blob(['{}']), asking: 'kept' } as const;
const report: JobResult = answered;

/** A session whose jobs end when the test says so. */
function session() {
  const jobs: { end: (result: JobResult) => void; signal: AbortSignal; files: readonly File[]; told: unknown }[] = [];
  const read: ReadFiles = (files, { signal, told }) =>
    new Promise((end) => {
      jobs.push({ end, signal, files, told });
    });
  const actor = createActor(sessionMachine, { input: { read, now: () => 7 } }).start();
  const end = async (result: JobResult): Promise<void> => {
    jobs.at(-1)?.end(result);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { actor, jobs, end, state: () => actor.getSnapshot().value, context: () => actor.getSnapshot().context };
}

test('files are read and become a report', async () => {
  const { actor, end, state, context } = session();
  actor.send({ type: 'files', files: [file] });
  expect([state(), context().startedAt]).toEqual(['reading', 7]);
  await end(report);
  expect([state(), context().finished?.report]).toEqual(['report', troubled]);
});

test('each report of a session has a number of its own', async () => {
  const { actor, end, context } = session();
  for (const ordinal of [1, 2]) {
    actor.send({ type: 'files', files: [file] });
    await end(report);
    expect(context().finished?.ordinal).toBe(ordinal);
  }
});

test('what is said of a log goes to the job and stays with its report, until a log comes of which nothing is said', async () => {
  const { actor, jobs, end, context } = session();
  const told = { zone: 'Asia/Kolkata' };
  actor.send({ type: 'files', files: [file], told });
  await end(report);
  expect([jobs.at(-1)?.told, context().finished?.told, context().finished?.files]).toEqual([told, told, [file]]);
  actor.send({ type: 'files', files: [file] });
  await end({ kind: 'declined', declined });
  expect([jobs.at(-1)?.told, context().finished?.told]).toEqual([{}, told]);
});

test('the thread of a log in hand is ended by the next report and by forgetting, not by what gives no report', async () => {
  const { actor, end } = session();
  const closed = [0, 0];
  const inHand = (place: 0 | 1): JobResult => ({
    ...report,
    log: { ask: () => Promise.resolve({ kind: 'cancelled' }), close: () => (closed[place] = (closed[place] ?? 0) + 1) },
  });
  actor.send({ type: 'files', files: [file] });
  await end(inHand(0));
  actor.send({ type: 'files', files: [file] });
  await end({ kind: 'declined', declined });
  expect(closed).toEqual([0, 0]);
  actor.send({ type: 'files', files: [file] });
  await end(inHand(1));
  expect(closed).toEqual([1, 0]);
  actor.send({ type: 'forget' });
  expect([closed, actor.getSnapshot().context.finished]).toEqual([[1, 1], undefined]);
});

test('no files start nothing', () => {
  const { actor, jobs, state } = session();
  actor.send({ type: 'files', files: [] });
  expect([state(), jobs.length]).toEqual(['idle', 0]);
});

test.for([
  [{ kind: 'declined', declined }, 'declined'],
  [{ kind: 'failed', reason: 'out of memory' }, 'failed'],
] as const)('%j leaves the earlier report in place', async ([result, expected]) => {
  const { actor, end, state, context } = session();
  actor.send({ type: 'files', files: [file] });
  await end(report);
  actor.send({ type: 'files', files: [file] });
  await end(result);
  expect([state(), context().finished?.report]).toEqual([expected, troubled]);
});

test('cancelling aborts the job, and what it says afterwards is not heard', async () => {
  const { actor, jobs, end, state, context } = session();
  actor.send({ type: 'files', files: [file] });
  actor.send({ type: 'cancel' });
  expect([state(), jobs[0]?.signal.aborted]).toEqual(['cancelled', true]);
  await end(report);
  expect([state(), context().finished]).toEqual(['cancelled', undefined]);
});

test('what is offered while a log is read does not end the reading, and is named', async () => {
  const { actor, jobs, end, state, context } = session();
  actor.send({ type: 'files', files: [file] });
  actor.send({ type: 'files', files: [new File(['y'], 'other.csv')] });
  expect([state(), jobs.length, jobs[0]?.signal.aborted, context().ignored]).toEqual(['reading', 1, false, ['other.csv']]);
  actor.send({ type: 'refuse', declined });
  expect([state(), context().ignored]).toEqual(['reading', ['x.csv']]);
  await end(report);
  actor.send({ type: 'files', files: [file] });
  expect(context().ignored).toEqual([]);
});

test('a folder is declined without a job', () => {
  const { actor, jobs, state, context } = session();
  actor.send({ type: 'refuse', declined });
  expect([state(), jobs.length, context().declined]).toEqual(['declined', 0, declined]);
});

describe('filters', () => {
  const code = codeChip('30007');
  const part = { ...troubled, byHour: [] };
  const ofPart: Answers['report'] = { report: part, json: new Blob(['part']), withoutSids: 0 };

  /** A session with a report whose log answers when the test says so. */
  async function inHand() {
    const { actor, end, context, jobs } = session();
    const asked: { readonly ask: Ask; readonly signal: AbortSignal; readonly answer: (value: Answers[Ask['kind']]) => Promise<void> }[] =
      [];
    const log = {
      ask: (ask: Ask, signal: AbortSignal) =>
        new Promise((reply) => {
          const answer = async (value: unknown): Promise<void> => {
            reply({ kind: 'answer', value });
            await new Promise((resolve) => setTimeout(resolve));
          };
          asked.push({ ask, signal, answer });
        }),
      close: () => undefined,
    } as unknown as LogInHand;
    actor.send({ type: 'files', files: [file] });
    await end({ ...answered, log });
    return { actor, end, context, jobs, asked };
  }

  test('the report is shown whole, then under a filter, then whole again', async () => {
    const { actor, context, asked } = await inHand();
    expect(context().under).toMatchObject({ chips: [], report: troubled, isAwaited: false });
    actor.send({ type: 'filter', chips: [code] });
    expect(context().under).toMatchObject({ chips: [code], report: troubled, isAwaited: true });
    await asked[0]?.answer(troubled);
    await asked[1]?.answer(ofPart);
    expect(asked.map(({ ask }) => ask)).toEqual([
      { kind: 'figures', filter: { codes: ['30007'] } },
      { kind: 'report', filter: { codes: ['30007'] }, judged: {}, isThorough: false },
    ]);
    expect(context().under).toMatchObject({ chips: [code], report: part, isAwaited: false });
    actor.send({ type: 'filter', chips: [] });
    expect([context().under?.report, context().finished?.report]).toEqual([troubled, troubled]);
  });

  test('a moving window asks for figures only', async () => {
    const { actor, context, asked } = await inHand();
    actor.send({ type: 'filter', chips: [windowChip(0, 5)], isMoving: true });
    await asked[0]?.answer(troubled);
    expect([asked.length, context().under?.figures, context().under?.isAwaited]).toEqual([1, troubled, true]);
  });

  test('none of it is asked or told once the next log is there, or the report is forgotten', async () => {
    const { actor, end, context, asked } = await inHand();
    actor.send({ type: 'filter', chips: [code] });
    actor.send({ type: 'files', files: [file] });
    await end({ ...answered, report: part });
    expect(asked[0]?.signal.aborted).toBe(true);
    await asked[0]?.answer(troubled);
    expect([asked.length, context().under?.chips, context().under?.report]).toEqual([1, [], part]);
    // This one has no log in hand.
    actor.send({ type: 'filter', chips: [code] });
    expect(context().under?.chips).toEqual([]);
    actor.send({ type: 'forget' });
    expect(context().under).toBeUndefined();
  });

  test('a report that was kept in the tab cannot be filtered', () => {
    const { actor, context } = session();
    actor.send({ type: 'reopen', report: troubled, json: new Blob([]) });
    actor.send({ type: 'filter', chips: [code] });
    expect(context().under).toMatchObject({ chips: [], report: troubled });
  });
});
