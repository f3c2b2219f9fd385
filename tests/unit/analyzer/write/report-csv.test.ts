import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { address, say } from '../../../../src/analyzer/report/sentence.ts';
import { reportCsv } from '../../../../src/analyzer/write/report-csv.ts';
import { knowledge } from '../../../knowledge.ts';
import { report, source } from '../../../log.ts';

const words = { landline: { title: 'Numbers that cannot take texts' } };
const trouble = await report([source('trouble.csv', readFileSync(new URL('../../../../public/samples/trouble.csv', import.meta.url)))]);
const without = <Row extends object, Name extends keyof Row>(row: Row, name: Name): Omit<Row, Name> =>
  Object.fromEntries(Object.entries(row).filter(([one]) => one !== name)) as Omit<Row, Name>;
const lines = (table: string): readonly string[] => table.split('\r\n');

test('a row a finding, worst first, then a row a code', () => {
  const [heading, ...rows] = lines([...reportCsv(trouble, { words, knowledge }, 'UTC')].join(''));
  expect(heading).toBe('"Kind","Name","Title","Severity","Confidence","Messages","Could have arrived","Since","What","Who acts","Resend"');
  const { findings, codesToAct } = trouble;
  expect(rows.map((row) => row.split(',')[0])).toEqual([...findings.map(() => '"finding"'), ...codesToAct.map(() => '"code"'), '']);
  expect(rows.find((row) => row.startsWith('"finding","landline"'))).toBe(
    '"finding","landline","Numbers that cannot take texts","medium","medium",24,0,"2025-08-12T06:35:22Z","9 numbers take no texts: 24 messages to them were refused as landline or unreachable carrier, the first on 2025-08-12 06:35 UTC, and none was delivered.","",""',
  );
  expect(rows.find((row) => row.startsWith('"code",30007'))).toBe(
    '"code",30007,"Message filtered","","",107,"","","Stop resending the filtered text.","you","only after a fix"',
  );
});

test('moments are told in the zone, and what the knowledge lacks in words', () => {
  const [finding] = trouble.findings;
  const [code] = trouble.codesToAct;
  if (finding === undefined || code === undefined) throw new Error('the sample has neither finding nor code');
  const timeless = without(finding, 'since');
  const bare = without(code, 'first');
  const table = [
    ...reportCsv(
      {
        findings: [{ ...timeless, id: 'no-page', sentence: say`${address('=1+1')} since ${{ moment: 0 }}` }],
        codesToAct: [
          { ...bare, code: '', actors: [] },
          { ...bare, code: '99999' },
        ],
      },
      { words, knowledge },
      'Asia/Kolkata',
    ),
  ].join('');
  expect(lines(table)[1]).toMatch(
    /^"finding","[^"]+","no page","critical","high",70,\d+,"","'=1\+1 since 1970-01-01 05:30 UTC\+5:30","",""$/,
  );
  expect(lines(table)[2]).toBe('"code","","Failed without an error code","","",107,"","","","","only after a fix"');
  expect(lines(table)[3]).toBe('"code",99999,"not in the dictionary","","",107,"","","","you","only after a fix"');
});
