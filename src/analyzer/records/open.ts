import type { Decoder } from '../bytes/decoder.ts';
import type { Notices } from '../report/notices.ts';
import { CellsReader } from './csv/cells-reader.ts';
import { ByteReader } from './csv/byte-reader.ts';
import { CsvReader } from './csv/csv-reader.ts';
import { LinesReader } from './lines/lines-reader.ts';
import { FormReader } from './form/form-reader.ts';
import { ObjectReader } from './objects/object-reader.ts';
import { PairsReader } from './pairs/pairs-reader.ts';
import { PrintedReader } from './printed/printed-reader.ts';
import type { BatchReader, BlockReader, Records, TableRecords } from './records.ts';
import type { Start } from './start.ts';
import { TextBlocks } from './text-blocks.ts';
import { SqlReader } from './sql/sql-reader.ts';
import { XmlReader } from './xml/xml-reader.ts';

/**
 * The reader of text for a kind of records.
 *
 * @throws Error for a table without a heading: a bug of the format that took it for one
 */
export function openRecords(records: Records, start: Start, notices: Notices): BatchReader {
  switch (records.kind) {
    case 'table':
      return openTable(records, start, notices);
    case 'lines':
      return new LinesReader(records, start.skip, notices);
    case 'objects':
      return new ObjectReader(records, start.text, notices);
    case 'pairs':
      return new PairsReader(records, notices);
    case 'printed':
      return new PrintedReader(records, notices);
    case 'xml':
    case 'html':
      return new XmlReader(records, records.kind === 'html', notices);
    case 'form':
      return new FormReader(records, notices);
    case 'sql':
      return new SqlReader(records, start.text, notices);
    case 'cells':
      return new CellsReader(records, start, notices);
  }
}

function openTable(records: TableRecords, { text, skip, heading, tables }: Start, notices: Notices): CsvReader {
  if (heading === undefined) throw new Error('A table was recognised where there is no heading row');
  return new CsvReader({ records, heading: heading.cells, delimiter: heading.delimiter, skip, tables }, text, notices);
}

/**
 * The reader of bytes for a kind of records.
 *
 * @param decoder has not decoded anything
 * @param isAllText no block is read as bytes: for tests, which compare the two ways
 */
export function openBlocks(records: Records, start: Start, decoder: Decoder, notices: Notices, isAllText: boolean): BlockReader {
  if (records.kind === 'table' && !isAllText) return new ByteReader(openTable(records, start, notices), decoder);
  return new TextBlocks(openRecords(records, start, notices), decoder);
}
