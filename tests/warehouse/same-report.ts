import { analyze, countLogs, readSources, type Counted } from '../../src/analyzer/analyze.ts';
import { buildReport } from '../../src/analyzer/breakdowns/build-report.ts';
import type { Source } from '../../src/analyzer/bytes/source.ts';
import { rules } from '../../src/analyzer/findings/index.ts';
import { whyNotJudged } from '../../src/analyzer/grouped/judged.ts';
import { groupedColumns } from '../../src/analyzer/grouped/rows.ts';
import type { Report } from '../../src/analyzer/report/report.ts';
import { reportJson } from '../../src/analyzer/write/json.ts';
import { knowledge } from '../knowledge.ts';
import { source } from '../log.ts';

/** What may leave a warehouse. */
export interface Leaves {
  readonly texts: boolean;
  readonly people: boolean;
}

/** Rows as the file that is opened. */
export const fileOf = (rows: readonly (readonly string[])[]): string =>
  [groupedColumns, ...rows]
    .map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\n');

/** The report on grouped rows, or the reason why there is none. */
export async function reportOnRows(rows: readonly (readonly string[])[]): Promise<Report | string> {
  const analysis = await analyze([source('grouped.csv', fileOf(rows))], { knowledge });
  return analysis.kind === 'report'
    ? analysis.report
    : JSON.stringify(analysis.kind === 'declined' ? analysis.declined.map(({ text }) => text) : analysis.kind);
}

/** What is counted of a log that is read directly. */
export async function countedOf(log: Source): Promise<Counted> {
  const counted = await countLogs([log], { knowledge });
  if (counted === undefined) throw new Error('cancelled');
  return counted;
}

/** The report on a log, read directly, without the rules that grouped rows do not let be judged. */
export const reportOnLog = async (log: Uint8Array | string, leaves: Leaves): Promise<Report> =>
  reportWithout(await countedOf(source('log.csv', log)), leaves);

/** The report on what was counted of a log, without those rules. */
export function reportWithout(counted: Counted, leaves: Leaves): Report {
  const settings = { fields: [], settle: 0, sample: 0, waits: true, ...leaves };
  return buildReport({ index: counted.index, ...readSources(counted), whyNot: (rule) => whyNotJudged(rule, settings) }, knowledge, rules);
}

const comparable = (report: Report): Record<string, unknown> => {
  const { sources, ...rest } = JSON.parse(reportJson(report)) as Record<string, unknown> & Pick<Report, 'sources'>;
  return { ...rest, rows: sources.map(({ records, messages, duplicates }) => [records, messages, duplicates]) };
};

function differences(one: unknown, other: unknown, path: string): readonly string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return [`${path}: ${JSON.stringify(one)} <> ${JSON.stringify(other)}`.slice(0, 240)];
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => differences(a[key], b[key], `${path}.${key}`));
}

/** Where two reports differ, their sources but for counts left out; none where they are the same byte for byte. */
export const differencesOf = (one: Report, other: Report): readonly string[] => differences(comparable(one), comparable(other), '');
