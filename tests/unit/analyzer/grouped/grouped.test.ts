/** Rows that DuckDB made of a log (tests/warehouse) give the report of that log; the log and the rows are in tests/fixtures/grouped/. */
import { expect, test } from 'vitest';
import { analyze, countLogs, readSources, type Analysis, type Progress } from '../../../../src/analyzer/analyze.ts';
import { buildReport } from '../../../../src/analyzer/breakdowns/build-report.ts';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import { whyNotJudged } from '../../../../src/analyzer/grouped/judged.ts';
import { groupedColumns } from '../../../../src/analyzer/grouped/rows.ts';
import { reportJson } from '../../../../src/analyzer/write/json.ts';
import { consoleLog } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { fixture, inWords, noticeIds, source } from '../../../log.ts';

const rows = new TextDecoder().decode(fixture('grouped/grouped.csv'));
const [heading = '', ...lines] = rows.trimEnd().split('\n');
const kindRow = lines.find((line) => line.startsWith('kind,')) ?? '';
const everything = { fields: [], settle: 0, sample: 0, texts: true, people: true, waits: true };

/** What is the same in two reports, their sources but for counts left out. */
function figures(json: string): unknown {
  const { sources, ...rest } = JSON.parse(json) as Record<string, unknown> & { readonly sources: readonly Record<string, unknown>[] };
  return { ...rest, counts: sources.map(({ records, messages, duplicates }) => [records, messages, duplicates]) };
}

async function opened(text: string, cut?: number): Promise<Extract<Analysis, { readonly kind: 'report' }>> {
  const analysis = await analyze([source('grouped.csv', text, cut)], { knowledge });
  return analysis.kind === 'report' ? analysis : expect.fail(`no report: ${JSON.stringify(analysis)}`);
}

/** Rows besides the last; bodies have ends of lines in them. */
const filesRows = (some: readonly string[]): number => some.filter((line) => /^(?!rows)[a-z-]+,/.test(line)).length;

async function refused(text: string): Promise<string> {
  const analysis = await analyze([source('grouped.csv', text)], { knowledge });
  if (analysis.kind !== 'declined') return expect.fail(`not declined but ${analysis.kind}`);
  expect(analysis.declined.map(({ kind }) => kind)).toEqual(['grouped']);
  return analysis.declined.map(({ text: said }) => inWords(said)).join(' ');
}

test('the report on the rows is that on the log, byte for byte, but for the findings that are not judged', async () => {
  const counted = (await countLogs([source('log.csv', fixture('grouped/log.csv'))], { knowledge })) ?? expect.fail('cancelled');
  const direct = buildReport(
    { index: counted.index, ...readSources(counted), whyNot: (rule) => whyNotJudged(rule, everything) },
    knowledge,
    rules,
  );
  const { report, isWithoutRows } = await opened(rows);
  expect(figures(reportJson(report))).toEqual(figures(reportJson(direct)));
  expect(report.findings.length).toBeGreaterThan(3);
  expect(report.delays).toMatchObject({ queue: { longest: 43_000 }, carrier: { longest: 43_000 } });
  expect(report.delays?.bySender.length).toBeGreaterThan(3);
  expect(report.sources[0]).toMatchObject({ format: 'grouped-v1', records: 512, rows: 512, folded: 0 });
  expect(noticeIds(report)).toEqual(expect.arrayContaining(['grouped-rows', 'duplicates', 'unknown-status', 'inbound-failed']));
  expect(isWithoutRows).toBe(true);
});

test('seven findings are not judged, each with its reason; without texts and numbers, four more', async () => {
  const { report } = await opened(rows);
  const texts = 'Grouped rows hold no texts but those of senders with a filtered message, and no links.';
  const people = 'Grouped rows hold messages that did not fail in groups: not who got which of them, and when.';
  expect(Object.fromEntries(report.notJudged.map(({ id, why }) => [id, why]))).toEqual({
    'link-filtered': texts,
    duplicates: texts,
    'unicode-segment-waste': texts,
    'sent-after-stop': texts,
    'shared-trait': texts,
    'quiet-hours': people,
    pumping: people,
  });
  const strict = await opened(rows.replace('texts=yes people=yes', 'texts=no people=no'));
  expect(noticeIds(strict.report)).toContain('people-numbered');
  const more = strict.report.notJudged.filter(({ id }) => !report.notJudged.some((one) => one.id === id));
  expect(Object.fromEntries(more.map(({ id, why }) => [id, why]))).toEqual({
    'template-filtered': 'The script was asked to leave out texts.',
    'sender-filtered': 'The script was asked to leave out texts.',
    'malformed-number': 'The script was asked to leave out numbers, and this looks at their digits.',
    'carrier-incident': 'The script was asked to leave out numbers, and this looks at their digits.',
  });
});

test('a file of an older script opens: what it lacks is said, and the queue, which it cannot tell of, is not judged', async () => {
  const { report } = await opened(new TextDecoder().decode(fixture('grouped/older-script.csv')));
  const newer = await opened(rows);
  expect(noticeIds(report)).toContain('grouped-older');
  expect(noticeIds(newer.report)).not.toContain('grouped-older');
  expect(report.notJudged.filter(({ id }) => !newer.report.notJudged.some((one) => one.id === id))).toEqual([
    { id: 'queue-overflow', why: 'The script that made these rows is older: it did not carry how long messages waited. Print it again.' },
  ]);
  const ids = newer.report.findings.map(({ id }) => id).filter((id) => id !== 'queue-overflow');
  expect(new Set(report.findings.map(({ id }) => id))).toEqual(new Set(ids));
  expect(report.totals).toEqual(newer.report.totals);
  // The script before that one knew nothing of how long messages took.
  const oldest = new TextDecoder()
    .decode(fixture('grouped/older-script.csv'))
    .split('\n')
    .filter((line) => !/^(queue|carrier),/.test(line));
  const counted = oldest.map((line) => (line.startsWith('rows,') ? line.replace(/\d+/, String(filesRows(oldest))) : line)).join('\n');
  const without = (await opened(counted)).report;
  expect(without.delays).toBeUndefined();
  expect(noticeIds(without)).toContain('grouped-older');
  // Of a table that does not say when messages were made there is nothing to tell.
  const timeless = (await opened(counted.replace('sent,created,updated', 'sent'))).report;
  expect(noticeIds(timeless)).not.toContain('grouped-older');
  expect(timeless.notJudged.map(({ id }) => id)).not.toContain('queue-overflow');
});

test('how an engine writes the file does not matter: marks, ends of lines, quotes, words for nothing, order of columns, pieces', async () => {
  const right = figures(reportJson((await opened(rows)).report));
  const spelled: readonly string[] = [
    `\ufeff${rows.replaceAll('\n', '\r\n')}`,
    `${heading
      .split(',')
      .map((name) => `"${name}"`)
      .join(',')}\n${lines.join('\n')}`,
    `${heading}\n${lines.map((line) => (line.startsWith('kind,') ? line.replace(/,,,,$/, ',\\N,NULL,,') : line)).join('\n')}\n`,
    [...lines.slice(10), ...lines.slice(0, 10)].reduce((text, line) => `${text}\n${line}`, heading),
  ];
  for (const text of spelled) expect(figures(reportJson((await opened(text)).report))).toEqual(right);
  expect(figures(reportJson((await opened(rows, 4_096)).report))).toEqual(right);
  // Without texts of several commas the columns can be moved by hand.
  const isWhole = (line: string): boolean =>
    line.startsWith('log,') || (!/[";]/.test(line) && line.split(',').length === groupedColumns.length);
  const plain = lines.filter((line) => isWhole(line) && !line.startsWith('rows,'));
  const few = [
    heading,
    ...plain.map((line) => line.replace(/"([^"]*)"/, (_, cell: string) => cell.replaceAll(',', ' '))),
    `rows${','.repeat(13)}${String(plain.length)},,,,`,
  ];
  const withSettings = few.map((line) => (line.startsWith('log,') ? line.replace(/fields=\S* .* texts/, 'fields=status texts') : line));
  const one = figures(reportJson((await opened(withSettings.join('\n'))).report));
  const reversed = withSettings.map((line) => [line.split(',')[0], ...line.split(',').slice(1).reverse()].join(','));
  expect(figures(reportJson((await opened(reversed.join('\n'))).report))).toEqual(one);
  expect(figures(reportJson((await opened(withSettings.map((line) => line.replaceAll(',', ';')).join('\n'))).report))).toEqual(one);
});

test.for([
  ['a row too many', `${rows}${kindRow}\n`, /rows where the query gave .*: it was cut, or rows were added/],
  ['a cut file', [heading, ...lines.slice(1, 20)].join('\n'), /lacks the row "log"/],
  ['a file cut at its end', [heading, ...lines.filter((line) => !line.startsWith('rows,'))].join('\n'), /lacks the row "rows".*cut/],
  ['two results', `${rows}${lines.join('\n')}`, /two rows "log": several results were put together/],
  ['another part', rows.replace('\nkind,', '\nkinds,'), /a part that this program does not know/],
  [
    'a text where a number belongs',
    rows.replace(/\n(log,.*),(\d+),(\d+),,,\n?/, '\n$1,many,$3,,,\n'),
    /something else where a whole number belongs/,
  ],
  ['a row too short', rows.replace('\nkind,', '\nkind'), /too few or too many cells|does not know/],
  ['a column less', rows.replace('more', 'other'), /lacks the column more/],
  ['two columns less', rows.replace('more', 'other').replace('service', 'servant'), /lacks the columns service, more/],
  ['a time without how long', rows.replace(/\n(queue,.*,)\S+ (\d+)/, '\n$1 $2'), /a row of times without how long it was/],
  ['a time that runs back', rows.replace(/\n(carrier,.*,)\S+ (\d+)/, '\n$1-1s $2'), /a row of times without how long it was/],
  ['a text in a list', rows.replace(/\n(pace,.*,)0 /, '\n$10x '), /something else where a whole number belongs/],
  ['a list with too much', rows.replace(/\n(pace,.*)\n/, '\n$1 1 1 1 1\n'), /a list with too many cells/],
  ['a list of what stands alone', rows.replace(/\n(kind,.*),\n/, '\n$1,1 1\n'), /a list where none belongs/],
  ['another version of the script', rows.replace('settle=60', 'settle=61'), /another version/],
  ['another sample', rows.replace('sample=16384', 'sample=1'), /another version/],
  ['no settings', rows.replace('settle=60', ''), /without the settings/],
  ['a heading alone', heading, /lacks the row "log"/],
] as const)('%s is refused by name', async ([, text, why]) => {
  expect(await refused(text)).toMatch(why);
});

test('progress is told while rows are read', async () => {
  const seen: Progress[] = [];
  const sources = [source('grouped.csv', rows, 4_096)];
  await analyze(sources, { knowledge, now: () => seen.length * 1_000, onProgress: (progress) => seen.push(progress) });
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toMatchObject({ source: 'grouped.csv', bytes: new TextEncoder().encode(rows).length });
});

test('beside a log, in whatever order, one of the two is left out and told', async () => {
  const log = source('log.csv', consoleLog([{}, {}]));
  const grouped = source('grouped.csv', rows);
  const first = await analyze([log, grouped], { knowledge });
  expect(first.kind === 'report' && first.report.totals.messages).toBe(2);
  expect(first.kind === 'report' && first.declined.map(({ source: name }) => name)).toEqual(['grouped.csv']);
  const second = await analyze([grouped, log], { knowledge });
  expect(second.kind === 'report' && second.declined.map(({ source: name }) => name)).toEqual(['log.csv']);
  expect(second.kind === 'report' && figures(reportJson({ ...second.report, notices: [] }))).toEqual(
    figures(reportJson({ ...(await opened(rows)).report, notices: [] })),
  );
  // What a damaged file counted stands in no report.
  const damaged = await analyze([source('grouped.csv', `${rows}${kindRow}\n`), log], { knowledge });
  expect(damaged.kind).toBe('declined');
});

test('the columns are a public contract', () => {
  expect(heading).toBe(groupedColumns.join(','));
  expect(groupedColumns).toHaveLength(18);
});
