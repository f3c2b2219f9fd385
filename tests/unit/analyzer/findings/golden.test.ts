import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { reportJson, type ReportJson } from '../../../../src/analyzer/write/json.ts';
import { fixture, report, source } from '../../../log.ts';

const sample = (name: string): Uint8Array => readFileSync(new URL(`../../../../public/samples/${name}`, import.meta.url));

test.for([
  ['console_v3_15col', fixture('formats/console-v3/console_v3_15col.csv')],
  ['trouble', sample('trouble.csv')],
] as const)('the JSON report on %s is as committed', async ([name, bytes]) => {
  const json = reportJson(await report([source(`${name}.csv`, bytes)]), {});
  await expect(json).toMatchFileSnapshot(`../../../fixtures/reports/${name}.json`);
});

test('the healthy sample is healthy, and nothing about it is odd', async () => {
  const healthy = await report([source('healthy.csv', sample('healthy.csv'))]);
  expect(healthy.findings).toEqual([]);
  expect(healthy.sources[0]?.notices).toEqual([]);
});

test('the report is plain data: a saved one has all of it, its sentences in pieces', async () => {
  const made = await report([source('trouble.csv', sample('trouble.csv')), source('notes.txt', 'Dear Sir,')]);
  const { sources, notices, findings, ...rest } = JSON.parse(reportJson(made, {})) as ReportJson;
  const notice = ({ pieces, ...other }: ReportJson['notices'][number]) => ({ ...other, text: pieces });
  expect(notices.length * findings.length).toBeGreaterThan(0);
  expect({
    ...rest,
    sources: sources.map((one) => ({ ...one, notices: one.notices.map(notice) })),
    notices: notices.map(notice),
    findings: findings.map(({ pieces, becausePieces, action: { nextPieces, ...action }, ...other }) => ({
      ...other,
      sentence: pieces,
      because: becausePieces,
      action: { ...action, ...(nextPieces === undefined ? {} : { next: nextPieces }) },
    })),
  }).toEqual(made);
});
