import { expect } from 'vitest';
import { LogIndex } from '../../../../../src/analyzer/index/log-index.ts';
import { noPlan } from '../../../../../src/analyzer/index/states.ts';
import { brought } from '../../../../../src/analyzer/findings/index.ts';
import type { Dialect } from '../../../../../src/analyzer/message/dialect.ts';
import { readLog } from '../../../../../src/analyzer/read-log.ts';
import { readSource, type ReadSource, type Way } from '../../../../../src/analyzer/read-source.ts';
import type { Batch, CodedColumn, Column } from '../../../../../src/analyzer/records/batch.ts';
import { TextColumn } from '../../../../../src/analyzer/records/text-column.ts';
import { Notices } from '../../../../../src/analyzer/report/notices.ts';
import { knowledge } from '../../../../knowledge.ts';
import { source } from '../../../../log.ts';

/** Everything that comes of reading a log in one way, but for how its blocks were read. */
export async function countedIn(way: Way, bytes: Uint8Array): Promise<unknown> {
  const index = new LogIndex(knowledge, brought);
  const reading = await readLog([source('log.csv', bytes)], index, { plan: noPlan, way });
  if (reading === undefined) throw new Error('nobody cancelled');
  const { reports, declined, states } = reading;
  return { reports, declined, index: index.save(), plan: [...states.plan.winners], superseded: states.superseded };
}

class OneText extends TextColumn {
  cell = '';
  text(): string {
    return this.cell;
  }
}

function sidWordsOf(column: Column, row: number): readonly number[] {
  const words = new Uint32Array(5);
  column.sidWords(row, words, 0);
  return words[0] === 0 ? [0] : [...words];
}

const answers = (column: Column, row: number): string =>
  [
    column.isEmpty(row),
    column.time(row),
    column.digits(row),
    column.price(row),
    column.segments(row),
    column.sid(row),
    sidWordsOf(column, row),
    column.linkHosts(row),
    column.template(row, 7),
    column.hash(row),
  ].join();

/** Whether a column says of a cell what the text of that cell says; what it says is told where it does not. */
export function otherThanText(column: Column | CodedColumn, row: number, dialect: Dialect): string | undefined {
  const plain = new OneText(dialect);
  plain.cell = column.text(row);
  const { length } = plain.cell;
  const isRight =
    answers(column, row) === answers(plain, 0) &&
    column.size(row) >= length &&
    column.size(row) <= 4 * length &&
    (!('id' in column) || column.dictionary[column.id(row)] === plain.cell);
  return isRight ? undefined : `${plain.cell}: ${answers(column, row)}, size ${String(column.size(row))}`;
}

/** The columns that a batch has. */
export const columnsIn = ({ columns }: Batch): readonly (Column | CodedColumn)[] =>
  Object.values(columns).filter((column) => column !== undefined);

/**
 * All that a reader can tell of a log in one way, without counting it: rows, notices, what was read or why it was not. What columns
 * say of a cell is compared with its text on the way.
 */
export async function toldIn(way: Way, bytes: Uint8Array): Promise<unknown> {
  const one = source('log.csv', bytes);
  const rows: string[] = [];
  const others: string[] = [];
  const notices = new Notices();
  let end: unknown;
  const stream = one.stream() ?? expect.fail('it can be read once');
  for await (const event of readSource(one, stream, notices, { way })) {
    if (event.kind === 'read') end = { ...event.read, format: event.read.format.id, blocks: undefined };
    if (event.kind === 'declined') end = event.declined;
    if (event.kind !== 'batch') continue;
    const { batch } = event;
    const columns = columnsIn(batch);
    for (let row = 0; row < batch.rows; row += 1) {
      rows.push([batch.line(row), ...columns.map((column) => column.text(row))].join('|'));
      for (const column of columns) {
        const other = otherThanText(column, row, batch.dialect);
        if (other !== undefined) others.push(other);
      }
    }
  }
  return { rows, others, end, notices: notices.list(), skipped: notices.skipped };
}

/** Each row of a log in one way: its line and the text of every field, and what was read at the end. */
export async function rowsIn(way: Way, bytes: Uint8Array, look?: (batch: Batch, row: number) => void) {
  const one = source('log.csv', bytes);
  const rows: string[] = [];
  let read: ReadSource | undefined;
  const stream = one.stream() ?? expect.fail('it can be read once');
  for await (const event of readSource(one, stream, new Notices(), { way })) {
    if (event.kind === 'read') read = event.read;
    if (event.kind !== 'batch') continue;
    const { batch } = event;
    for (let row = 0; row < batch.rows; row += 1) {
      look?.(batch, row);
      rows.push([batch.line(row), ...columnsIn(batch).map((column) => column.text(row))].join('|'));
    }
  }
  return { rows, read };
}
