import { buildReport } from '../../../../src/analyzer/breakdowns/build-report.ts';
import { brought, rules } from '../../../../src/analyzer/findings/index.ts';
import { recognise } from '../../../../src/analyzer/formats/recognise.ts';
import { Counter, type Takes } from '../../../../src/analyzer/index/counter.ts';
import { LogIndex } from '../../../../src/analyzer/index/log-index.ts';
import { States } from '../../../../src/analyzer/index/states.ts';
import { codedFields, textFields } from '../../../../src/analyzer/message/fields.ts';
import { openRecords } from '../../../../src/analyzer/records/open.ts';
import { Notices } from '../../../../src/analyzer/report/notices.ts';
import type { Report, SourceReport } from '../../../../src/analyzer/report/report.ts';
import { HEADER } from '../../../bench/generate.ts';
import { knowledge } from '../../../knowledge.ts';

export const newIndex = (): LogIndex => new LogIndex(knowledge, brought);

/** Hands the messages of rows below a heading, that of console-v3 unless given, to whatever takes messages. */
export function countInto(takes: Takes, rows: readonly string[], states = new States(), heading = HEADER): States {
  const text = [heading, ...rows].join('\n');
  const found = recognise(text);
  if (found.kind !== 'log') throw new Error('the rows are no log');
  const { format, head, skip } = found;
  const notices = new Notices();
  const tables = { headings: [], recognise: () => (format.records.kind === 'table' ? format.records : undefined) };
  const start = {
    text,
    skip,
    tables: { ...tables, recognise: (row: readonly string[]) => (row[0] === heading.split(',')[0] ? tables.recognise() : undefined) },
  };
  const reader = openRecords(format.records, head.heading === undefined ? start : { ...start, heading: head.heading }, notices);
  const counter = new Counter(takes, states, notices);
  for (const batch of reader.read(text, true)) counter.count(batch);
  return states;
}

/** An index of their own for some rows. */
export function indexOf(rows: readonly string[], states?: States): LogIndex {
  const index = newIndex();
  countInto(index, rows, states);
  return index;
}

/** Plain data in one order, so that two of the same content are equal whatever came first. */
export function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOneOrder).sort((a, b) => {
      const one = JSON.stringify(a);
      const two = JSON.stringify(b);
      return one < two ? -1 : one > two ? 1 : 0;
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOneOrder(inner)]),
  );
}

/** A source that has every field, so that every rule is asked. */
const everything: SourceReport = {
  name: 'log.csv',
  bytes: 0,
  format: 'console-v3',
  formatName: 'Twilio Console CSV (2025)',
  encoding: 'utf-8',
  delimiter: ',',
  rows: 0,
  records: 0,
  messages: 0,
  duplicates: 0,
  folded: 0,
  ignored: [],
  columns: Object.fromEntries([...codedFields, ...textFields].map((field) => [field, field])),
  skipped: [],
  notices: [],
};

/** The report on what was counted. */
export const reportOf = (index: LogIndex): Report => buildReport({ index, sources: [everything], declined: [] }, knowledge, rules);
