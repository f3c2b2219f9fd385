/** Every sentence that the analyzer can say, over logs whose texts, senders and file names hold a marker. */
import { readdirSync } from 'node:fs';
import { analyze } from '../../../../src/analyzer/analyze.ts';
import { buildReport } from '../../../../src/analyzer/breakdowns/build-report.ts';
import type { Source } from '../../../../src/analyzer/bytes/source.ts';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import type { Rule } from '../../../../src/analyzer/findings/rule.ts';
import { declinedAs, type Declined, type DeclinedKind } from '../../../../src/analyzer/report/declined.ts';
import { noticeIds, Notices } from '../../../../src/analyzer/report/notices.ts';
import type { Report } from '../../../../src/analyzer/report/report.ts';
import type { Sentence } from '../../../../src/analyzer/report/sentence.ts';
import { HEADER } from '../../../bench/generate.ts';
import { consoleLog } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { fixture, report, source } from '../../../log.ts';
import { newIndex } from '../laws/counting.ts';

/** In every text of an outbound message, in every sender that need not be a number, in every file name. */
export const marker = 'zqxjk';

export interface Said {
  /** Id of the finding or notice, kind of the decline. */
  readonly id: string;
  readonly sentence: Sentence;
}

const fileName = (what: string): string => `${marker}-${what}-3035550107_2025-08-14.csv`;

/** A hit of a finding as it is but for its texts, and once more with senders that are names. */
function marked(id: string): readonly string[] {
  const log = new TextDecoder().decode(fixture(`findings/${id}/hit.csv`));
  const texts = log
    .split('\n')
    .map((line) => (line.includes('outbound') ? line.replace(/^("[^"]*","[^"]*",")/, `$1${marker} `) : line))
    .join('\n');
  return [texts, texts.replaceAll(/^"\+\d+"/gm, `"${marker} \u05d0"`)];
}

/** Reports on the hit of every rule. */
export const reportsOnHits = (): Promise<readonly Report[]> =>
  Promise.all(rules.flatMap(({ id }) => marked(id).map((log) => report([source(fileName(id), log)]))));

export const ofFindings = (reports: readonly Report[]): readonly Said[] =>
  reports.flatMap(({ findings }) =>
    findings.flatMap(({ id, sentence, because, action: { next } }) =>
      [sentence, because, ...(next === undefined ? [] : [next])].map((said) => ({ id, sentence: said })),
    ),
  );

/** Notices of a source, met once, twice and often. */
export const ofSourceNotices = (): readonly Said[] =>
  [1, 2, 12_345].flatMap((count) => {
    const notices = new Notices();
    for (const id of noticeIds) notices.add(id, () => 98_765, count);
    return notices.list().map(({ id, text }) => ({ id, sentence: text }));
  });

/** Notices of the whole report: tables that were full, a rule that failed on a text of the log, a source left out, a stray date. */
export async function ofReportNotices(): Promise<readonly Said[]> {
  const index = newIndex();
  // As if every table had been full.
  Object.defineProperty(index, 'caps', { value: index.caps.map((cap) => ({ ...cap, count: 12_345 })) });
  const broken: Rule = {
    id: 'broken',
    codes: [],
    guide: 'log-filter',
    needs: [],
    tables: [],
    limits: {},
    find: () => {
      throw new Error(`${marker} is no +12025550142`);
    },
  };
  const declined = [declinedAs(fileName('left-out'), 'calls', 'is a call log', 'Export again.')];
  const full = buildReport({ index, sources: [], declined }, knowledge, [broken]);
  const stray = await report([
    source(fileName('stray'), consoleLog([...Array.from({ length: 200 }, () => ({})), { time: Date.UTC(2099, 0, 1) }])),
  ]);
  return [...full.notices, ...stray.notices].map(({ id, text }) => ({ id, sentence: text }));
}

const gone: Source = {
  name: fileName('gone'),
  stream: () =>
    new ReadableStream({
      pull(controller) {
        controller.error(new Error('gone'));
      },
    }),
};

/** A log of each kind that is declined; those of tests/fixtures/not-read come on top. */
const bad: Readonly<Record<DeclinedKind, string | Source>> = {
  empty: '',
  'header-only': HEADER,
  'no-messages': `${HEADER}\nCould not finish exporting all records.\n`,
  binary: '%PDF-1.7',
  compressed: source(fileName('compressed'), Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 0)),
  credentials: `TWILIO_AUTH_TOKEN=${marker}`,
  calls: `Sid,From,To,StartTime,EndTime,Duration\nCA${'0'.repeat(32)},${marker},,,,1`,
  alerts: `Sid,AlertText\n1,${marker}`,
  aggregate: `Country,Messages\n${marker},12345`,
  'no-header': `+12025550100,+13035550101,${marker},delivered,SM${'a'.repeat(32)}\n`,
  report: '{"schemaVersion":1,"sources":[{"encoding":"","delimiter":"","folded":0,"skipped":[]}]}',
  grouped: `grouped_v1,status\n${marker},1`,
  'not-a-log': `Dear ${marker}, call 3035550107.`,
  unreadable: gone,
};

/** A sentence and its advice for every kind of decline. */
export async function ofDeclines(): Promise<readonly Said[]> {
  const made = Object.entries(bad).map(([kind, one]) => (typeof one === 'string' ? source(fileName(kind), one) : one));
  const found = readdirSync(new URL('../../../fixtures/not-read/', import.meta.url)).map((file) =>
    source(fileName(file), fixture(`not-read/${file}`)),
  );
  const analyses = await Promise.all([...made, ...found].map((one) => analyze([one], { knowledge })));
  const declined: readonly Declined[] = analyses.flatMap((one) => (one.kind === 'declined' ? one.declined : []));
  return declined.flatMap(({ kind, text, advice }) => [
    { id: kind, sentence: text },
    { id: kind, sentence: advice },
  ]);
}

export const declinedKinds = Object.keys(bad);
