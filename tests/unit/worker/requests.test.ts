/** What the thread answers about rows: a page, a story, what messages say, a file. */
import { expect, test } from 'vitest';
import { textsUnder } from '../../../src/analyzer/ask-texts.ts';
import type { Source } from '../../../src/analyzer/bytes/source.ts';
import { rowsHead } from '../../../src/analyzer/write/rows.ts';
import type { Held, Turn } from '../../../src/worker/requests/held.ts';
import { answer, type Answers, type Ask } from '../../../src/worker/requests/index.ts';
import type { Target } from '../../../src/worker/requests/export.ts';
import { keptReading, troubleLog } from '../../kept-reading.ts';

const trouble = await keptReading(troubleLog);
const held: Held = { ...trouble, words: {}, told: {} };
const failed = { outcomes: ['undelivered', 'failed'] } as const;

async function asked<Kind extends Ask['kind']>(
  ask: Extract<Ask, { readonly kind: Kind }>,
  of: Held = held,
  turn: Partial<Turn> = {},
): Promise<Answers[Kind] | undefined> {
  const { signal } = new AbortController();
  const found = await answer(of, ask, { signal, rest: () => Promise.resolve(false), onProgress: () => undefined, ...turn });
  return found as Answers[Kind] | undefined;
}

test('rows: a stretch of a selection, in an order', async () => {
  const { totals } = trouble.report;
  const page = await asked({ kind: 'rows', filter: failed, from: 3, count: 4 });
  expect(page).toMatchObject({ total: totals.failed, isSorted: false, withoutTexts: 0 });
  const all = await asked({ kind: 'rows', filter: failed, from: 0, count: 1_000 });
  expect(page?.rows).toEqual(all?.rows.slice(3, 7));
  const byCode = await asked({ kind: 'rows', filter: failed, order: { by: 'code', isDescending: true }, from: 0, count: 1_000 });
  expect(byCode?.isSorted).toBe(true);
  expect(byCode?.rows.map(({ place }) => place)).not.toEqual(all?.rows.map(({ place }) => place));
  expect(await asked({ kind: 'rows', filter: failed, from: totals.failed - 1, count: 10 })).toMatchObject({ rows: [{}] });
  expect(
    await asked({ kind: 'rows', filter: { codes: ['1'] }, from: 0, count: 10 }, held, { rest: () => Promise.resolve(true) }),
  ).toBeUndefined();
});

test('story: by number, by SID, and of a SID that nobody has', async () => {
  const sid = trouble.report.findings[0]?.examples[0] ?? '';
  const found = await asked({ kind: 'story', of: { sid } });
  expect(found?.story?.message.sid).toBe(sid);
  expect(await asked({ kind: 'story', of: { place: found?.story?.message.place ?? -1 } })).toEqual(found);
  expect(await asked({ kind: 'story', of: { sid: `SM${'0'.repeat(32)}` } })).toEqual({});
  const gone: Source = { ...troubleLog, slice: () => Promise.reject(new Error('gone')) };
  const reading = await keptReading(gone);
  reading.kept.texts.clear();
  const lost = await asked({ kind: 'story', of: { sid } }, { ...held, ...reading });
  expect(lost?.story).toMatchObject({ message: { status: found?.story?.message.status }, lost: { why: 'unreadable' } });
});

test('report: what picks failures leaves the findings as they were judged, on all or on a part', async () => {
  const [first] = trouble.report.findings;
  const sender = { senders: [trouble.report.bySender[0]?.sender ?? ''] };
  const whole = await asked({ kind: 'report', filter: failed, judged: {} });
  expect(whole?.report?.findings[0]).toMatchObject({ key: first?.key, affected: first?.affected, examples: first?.examples });
  const ofPart = await asked({ kind: 'report', filter: sender });
  for (const outcomes of [['undelivered'], ['failed']] as const) {
    const part = await asked({ kind: 'report', filter: { all: [sender, { outcomes }] }, judged: sender });
    for (const { key, affected } of part?.report?.findings ?? [])
      expect(ofPart?.report?.findings.find((one) => one.key === key)?.affected).toBe(affected);
    expect(part?.report?.totals.messages).toBeLessThan(ofPart?.report?.totals.messages ?? 0);
  }
  expect(await asked({ kind: 'report', filter: failed, judged: sender }, held, { rest: () => Promise.resolve(true) })).toBeUndefined();
  // By reading it again alike.
  const again = await asked({ kind: 'report', filter: failed, judged: sender }, { ...held, kept: undefined });
  expect(again?.report?.findings.map(({ key }) => key)).toEqual(
    (await asked({ kind: 'report', filter: failed, judged: sender }))?.report?.findings.map(({ key }) => key),
  );
});

test('said: texts, and what a selection has in common; nothing of the whole log', async () => {
  const whole = await asked({ kind: 'said', filter: {} });
  expect(whole).toEqual({ texts: await textsUnder(trouble, {}) });
  const [first] = trouble.report.findings;
  expect((await asked({ kind: 'said', filter: { codes: first?.codes ?? [] } }))?.common?.length).toBeGreaterThan(3);
  expect(await asked({ kind: 'said', filter: failed }, held, { rest: () => Promise.resolve(true) })).toBeUndefined();
});

test('export: a blob, with progress', async () => {
  const told: number[] = [];
  const { totals } = trouble.report;
  const ask = { kind: 'export', filter: failed, form: 'csv', total: totals.failed } as const;
  const made = await asked(ask, held, { onProgress: (fraction) => told.push(fraction) });
  const text = (await made?.blob?.text()) ?? '';
  expect([made?.rows, made?.blob?.type, told]).toEqual([totals.failed, 'text/csv', [1]]);
  expect(text.startsWith(rowsHead('csv'))).toBe(true);
  const again = await asked({ ...ask, form: 'jsonl', order: { by: 'time', isDescending: false } });
  expect((await again?.blob?.text())?.split('\n').length).toBe(totals.failed + 1);
  // Of a log that is not kept, by reading it again.
  expect(await (await asked(ask, { ...held, kept: undefined }))?.blob?.text()).toBe(text);
});

/** A file of the reader's choice, as the browser gives it. */
function target(write: (text: string) => Promise<void> = () => Promise.resolve()) {
  const did: string[] = [];
  const writing = {
    write: (text: string) => {
      did.push(text);
      return write(text);
    },
    close: () => Promise.resolve(did.push('closed')),
    abort: () => Promise.resolve(did.push('aborted')),
  };
  return { did, target: { createWritable: () => Promise.resolve(writing) } as unknown as Target };
}

test('export to a file: written and closed, or left as if nothing had been', async () => {
  const ask = { kind: 'export', filter: failed, form: 'csv', total: 1 } as const;
  const good = target();
  expect(await asked({ ...ask, target: good.target })).toEqual({ rows: trouble.report.totals.failed });
  expect([good.did[0], good.did.at(-1), good.did.length]).toEqual([rowsHead('csv'), 'closed', 3]);
  const full = target((text) => (text === rowsHead('csv') ? Promise.resolve() : Promise.reject(new Error('No space left'))));
  expect(await asked({ ...ask, target: full.target })).toEqual({ rows: 0, problem: 'No space left' });
  expect(full.did.at(-1)).toBe('aborted');
  const refused = { createWritable: () => Promise.reject(new Error('NotAllowedError')) } as unknown as Target;
  expect(await asked({ ...ask, target: refused })).toEqual({ rows: 0, problem: 'NotAllowedError' });
  const dropped = target();
  expect(await asked({ ...ask, target: dropped.target }, held, { rest: () => Promise.resolve(true) })).toBeUndefined();
  expect(dropped.did.at(-1)).toBe('aborted');
  const gone = await keptReading({ ...troubleLog, slice: () => Promise.reject(new Error('gone')) });
  const lost = target();
  expect(await asked({ ...ask, target: lost.target }, { ...held, ...gone })).toEqual({
    rows: 0,
    lost: { source: 'trouble.csv', why: 'unreadable' },
  });
  expect(lost.did.at(-1)).toBe('aborted');
});

test('what needs messages is a fault where they are not kept', async () => {
  const none = { ...held, kept: undefined };
  for (const ask of [
    { kind: 'rows', filter: {}, from: 0, count: 1 },
    { kind: 'story', of: { place: 0 } },
    { kind: 'said', filter: {} },
    { kind: 'figures', filter: {} },
  ] satisfies Ask[])
    await expect((async () => asked(ask, none))()).rejects.toThrow('not kept');
});
