/** The thread's side, without a thread: real logs, real answers. */
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { contextOf } from '../../../src/analyzer/ask.ts';
import type { Filter } from '../../../src/analyzer/report/filter.ts';
import type { Report } from '../../../src/analyzer/report/report.ts';
import type { Answer, Response } from '../../../src/worker/protocol.ts';
import type { Answers, Ask } from '../../../src/worker/requests/index.ts';
import { serve } from '../../../src/worker/serve.ts';
import { Joining } from '../../../src/worker/slices.ts';
import { knowledge } from '../../knowledge.ts';
import { report as reportOf, source } from '../../log.ts';

const sample = readFileSync(new URL('../../../public/samples/trouble.csv', import.meta.url));
const bytes = (text: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(text);
const log = new File([bytes(sample)], 'trouble.csv');
const code: Filter = { codes: ['30007'] };

/** A page that hears what the thread says. */
function page(clock: () => number = () => 0) {
  const said: Response[] = [];
  const take = serve({ send: (response) => void said.push(structuredClone(response)), now: clock });
  take({ kind: 'ready', knowledge, words: {} });
  const ended = (id: number) => said.find((one) => 'id' in one && one.id === id && (one.kind === 'answer' || one.kind === 'failed'));
  const until = async (id: number): Promise<Response> => {
    await vi.waitFor(() => {
      expect(ended(id)).toBeDefined();
    }, 20_000);
    return ended(id) ?? expect.fail();
  };
  const answerTo = async <Value>(id: number): Promise<Value> => {
    const end = await until(id);
    const lists = new Joining();
    for (const one of said) if (one.kind === 'slice' && one.id === id) lists.add(one.slice);
    return end.kind === 'answer' ? (lists.end(end.trunk) as Value) : expect.fail(JSON.stringify(end));
  };
  const read = (files: readonly File[], keeps = true): Promise<Answer> => {
    take({ kind: 'read', id: 1, files, told: {}, keeps });
    return answerTo(1);
  };
  const ask = (id: number, question: Ask): void => {
    take({ kind: 'ask', id, ask: question });
  };
  return { said, take, read, ask, until, answerTo };
}

const reportIn = (answer: Answer): Report => (answer.kind === 'report' ? answer.report : expect.fail(answer.kind));

test('a log is read once and asked often; each answer is as reading it again gives', async () => {
  const { read, ask, answerTo, said } = page();
  const first = await read([log]);
  const whole = reportIn(first);
  expect(first).toMatchObject({ kind: 'report', asking: 'kept', declined: [] });
  expect(said.some(({ kind }) => kind === 'progress')).toBe(true);
  ask(2, { kind: 'figures', filter: code });
  ask(3, { kind: 'report', filter: code });
  ask(4, { kind: 'report', filter: {} });
  const again = await reportOf([source('trouble.csv', bytes(sample))], {
    only: { filter: code, context: contextOf({ knowledge, report: whole }) },
  });
  const { totals, byStatus, byErrorCode, byCategory, byCountry, bySender, byHour } = again;
  expect(await answerTo<Answers['figures']>(2)).toEqual({ totals, byStatus, byErrorCode, byCategory, byCountry, bySender, byHour });
  const { report, json, withoutSids, lost } = await answerTo<Answers['report']>(4);
  expect([report, withoutSids, lost]).toEqual([whole, 0, undefined]);
  expect(JSON.parse((await json?.text()) ?? '')).toMatchObject({ totals: whole.totals });
  // The older of its kind has no answer.
  expect(said.filter((one) => 'id' in one && one.id === 3)).toEqual([]);
  ask(5, { kind: 'report', filter: code });
  expect((await answerTo<Answers['report']>(5)).report).toEqual(again);
});

test('a question that is dropped has no answer, and the next one has', async () => {
  const { read, ask, take, answerTo, said } = page();
  await read([log]);
  ask(2, { kind: 'report', filter: {} });
  take({ kind: 'drop', id: 2 });
  ask(3, { kind: 'figures', filter: {} });
  await answerTo(3);
  ask(4, { kind: 'report', filter: code });
  await answerTo(4);
  expect(said.filter((one) => 'id' in one && one.id === 2)).toEqual([]);
});

test('a log that nobody will ask is not kept, and asking it is a fault that is told', async () => {
  const { read, ask, until } = page();
  await read([log], false);
  ask(2, { kind: 'figures', filter: {} });
  expect(await until(2)).toEqual({ kind: 'failed', id: 2, reason: 'There is no log to ask' });
});

test('a saved report has nothing to ask; what is no log is declined', async () => {
  const first = await page().read([log]);
  const json = first.kind === 'report' ? await first.json.text() : expect.fail();
  expect(await page().read([new File([json], 'report.json')])).toMatchObject({ kind: 'report', asking: 'none' });
  expect(await page().read([new File(['hello'], 'hello.txt')])).toMatchObject({ kind: 'declined' });
});

/** A file whose bytes go away, as a browser's do when it is changed or deleted. */
class LostFile extends File {
  isGone = false;
  override slice(from?: number, to?: number): Blob {
    if (!this.isGone) return super.slice(from, to);
    return Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) });
  }
}

test('a file that went away is named, and the figures hold', async () => {
  const { read, ask, answerTo } = page();
  // Large enough for its SIDs to be looked up by the byte.
  const file = new LostFile([bytes(sample)], 'gone.csv');
  const whole = reportIn(await read([file]));
  file.isGone = true;
  ask(2, { kind: 'report', filter: {} });
  const { report, lost } = await answerTo<Answers['report']>(2);
  expect(lost).toEqual({ source: 'gone.csv', why: 'unreadable' });
  expect(report?.totals).toEqual(whole.totals);
  expect(report?.findings.map(({ key, affected }) => [key, affected])).toEqual(whole.findings.map(({ key, affected }) => [key, affected]));
});

test('another log takes the place of the one before, and one that is forgotten is not asked', async () => {
  const { read, ask, take, until, answerTo, said } = page();
  take({ kind: 'warm-up' });
  await read([log]);
  ask(2, { kind: 'report', filter: {} });
  take({ kind: 'read', id: 3, files: [new File(['From,To\n'], 'none.csv')], told: {}, keeps: true });
  expect(await answerTo(3)).toMatchObject({ kind: 'declined' });
  expect(said.filter((one) => 'id' in one && one.id === 2)).toEqual([]);
  ask(4, { kind: 'figures', filter: {} });
  expect(await until(4)).toMatchObject({ kind: 'failed', reason: 'There is no log to ask' });
  take({ kind: 'read', id: 5, files: [log], told: {}, keeps: true });
  await answerTo(5);
  take({ kind: 'forget' });
  ask(6, { kind: 'figures', filter: {} });
  expect(await until(6)).toMatchObject({ kind: 'failed', reason: 'There is no log to ask' });
});
