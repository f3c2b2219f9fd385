import { expect, test } from 'vitest';
import { loadFindings, loadKnowledge } from '../../../src/cli/knowledge.ts';
import { readLogs } from '../../../src/library/read-logs.ts';
import { fixture, report, source } from '../../log.ts';
import { reportJson } from '../../../src/analyzer/write/json.ts';

const content = { knowledge: loadKnowledge(), words: loadFindings() };
const bytes = fixture('formats/console-v3/console_v3_15col.csv').slice();
const text = new TextDecoder().decode(bytes);

test.each([
  ['text', text, 'log 1'],
  ['bytes', bytes, 'log 1'],
  ['a blob', new Blob([bytes]), 'log 1'],
  ['a file', new File([bytes], 'a.csv'), 'a.csv'],
  ['a name and text', { name: 'b.csv', data: text }, 'b.csv'],
  ['a name and bytes', { name: 'b.csv', data: bytes }, 'b.csv'],
] as const)('%s gives the public JSON form', async (_, log, name) => {
  const analysis = await readLogs(log, {}, content);
  expect(analysis).toEqual({
    kind: 'report',
    declined: [],
    report: JSON.parse(reportJson(await report([source(name, bytes)]), content.words)) as unknown,
  });
});

test('several logs make one report, and what is none is told', async () => {
  const analysis = await readLogs([text, { name: 'letter', data: 'Dear Sir,\n' }, text], {}, content);
  expect(analysis).toMatchObject({
    kind: 'report',
    report: { totals: { messages: 26 }, sources: [{ messages: 26 }, { name: 'log 3', messages: 0, duplicates: 26 }] },
    declined: [{ source: 'letter', kind: 'not-a-log', text: expect.stringMatching(/^letter /) as string }],
  });
});

test('what cannot be read says what it is instead', async () => {
  expect(await readLogs('', {}, content)).toMatchObject({ kind: 'declined', declined: [{ source: 'log 1', kind: 'empty' }] });
});

test('reading can be ended', async () => {
  expect(await readLogs(text, { signal: AbortSignal.abort() }, content)).toEqual({ kind: 'cancelled' });
});

test('times without a zone are read in the zone told, dates in the order told', async () => {
  const rows = 'from,to,status,date_sent\n+12025550142,+12065550100,delivered,8/9/2025 10:00\n';
  const clock = async (options: Parameters<typeof readLogs>[1]) => {
    const analysis = await readLogs(rows, options, content);
    return analysis.kind === 'report' ? analysis.report.clock : analysis.kind;
  };
  expect(await clock({ timesIn: 'America/Sao_Paulo', dates: 'day-first' })).toBe('2025-09-08T13:00:00Z');
  expect(await clock({ timesIn: 'UTC', dates: 'month-first' })).toBe('2025-08-09T10:00:00Z');
});
