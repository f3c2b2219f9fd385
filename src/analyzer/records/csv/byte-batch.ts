import { encodingIn, type Encoding } from '../../message/avoidable-width.ts';
import { e164DigitsIn } from '../../message/address.ts';
import type { Dialect } from '../../message/dialect.ts';
import type { Field } from '../../message/fields.ts';
import { LinkReader } from '../../message/links.ts';
import { plainPriceIn } from '../../message/price.ts';
import { oneSegmentDigitIn } from '../../message/segments.ts';
import { sidKeyIn, sidWordsIn } from '../../message/sid.ts';
import { templateKeyIn } from '../../message/template.ts';
import { textHashIn } from '../../message/text-hash.ts';
import { plainIsoTimeIn } from '../../message/time/iso.ts';
import { ByteNumbers } from '../../memory/byte-numbers.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { columnsOf, type Batch, type BatchOrigin, type CodedColumn, type Columns, type RecordTable } from '../batch.ts';
import { Dictionary } from '../dictionary.ts';
import { TextColumn } from '../text-column.ts';
import type { ByteScan } from './byte-scan.ts';

/** A column over the cells that a scan found; what is not plain is answered by its text. */
class ByteColumn extends TextColumn {
  protected readonly scan: ByteScan;
  protected readonly cell: number;
  #links: LinkReader | undefined;

  constructor(scan: ByteScan, cell: number, dialect: Dialect) {
    super(dialect);
    this.scan = scan;
    this.cell = cell;
  }

  text(row: number): string {
    return this.scan.text(row, this.cell);
  }

  /** What begins with a digit, as times do, says something: no text is made of it to be told so. */
  override isEmpty(row: number): boolean {
    const { scan, cell } = this;
    const first = scan.bytes[scan.from(row, cell)] ?? 0;
    return this.size(row) === 0 || ((first < 48 || first > 57) && super.isEmpty(row));
  }

  override size(row: number): number {
    return this.scan.to(row, this.cell) - this.scan.from(row, this.cell);
  }

  override time(row: number): number {
    const { scan, cell } = this;
    // Every dialect reads such a time alike (message/dialect.ts).
    const time = plainIsoTimeIn(scan.bytes, scan.from(row, cell), scan.to(row, cell));
    return Number.isNaN(time) ? super.time(row) : time;
  }

  override digits(row: number): number {
    const { scan, cell } = this;
    return e164DigitsIn(scan.bytes, scan.from(row, cell), scan.to(row, cell));
  }

  override price(row: number): number {
    const { scan, cell } = this;
    const price = plainPriceIn(scan.bytes, scan.from(row, cell), scan.to(row, cell), this.dialect.decimal);
    return price < 0 ? super.price(row) : price;
  }

  override segments(row: number): number {
    const { scan, cell } = this;
    const digit = oneSegmentDigitIn(scan.bytes, scan.from(row, cell), scan.to(row, cell));
    return digit < 0 ? super.segments(row) : digit;
  }

  override sid(row: number): number {
    const { scan, cell } = this;
    const key = sidKeyIn(scan.bytes, scan.from(row, cell), scan.to(row, cell));
    return key === 0 ? super.sid(row) : key;
  }

  override sidWords(row: number, into: Uint32Array, at: number): void {
    const { scan, cell } = this;
    if (!sidWordsIn(scan.bytes, scan.from(row, cell), scan.to(row, cell), into, at)) super.sidWords(row, into, at);
  }

  override linkHosts(row: number): readonly string[] {
    const { scan, cell } = this;
    this.#links ??= new LinkReader();
    return this.#links.hostsIn(scan.bytes, scan.from(row, cell), scan.to(row, cell)) ?? super.linkHosts(row);
  }

  override template(row: number, sender: number): number {
    const { scan, cell } = this;
    const from = scan.from(row, cell);
    const to = scan.to(row, cell);
    const key = from === to ? 0 : templateKeyIn(sender, scan.bytes, from, to);
    return Number.isNaN(key) ? super.template(row, sender) : key;
  }

  override hash(row: number): number {
    const { scan, cell } = this;
    const hash = textHashIn(scan.bytes, scan.from(row, cell), scan.to(row, cell));
    return Number.isNaN(hash) ? super.hash(row) : hash;
  }

  override encoding(row: number): Encoding {
    const { scan, cell } = this;
    return encodingIn(scan.bytes, scan.from(row, cell), scan.to(row, cell));
  }
}

class CodedByteColumn extends ByteColumn implements CodedColumn {
  readonly #values: Dictionary;
  readonly #known = new ByteNumbers();
  readonly dictionary: readonly string[];

  constructor(scan: ByteScan, cell: number, dialect: Dialect, values: Dictionary) {
    super(scan, cell, dialect);
    this.#values = values;
    this.dictionary = values.values;
  }

  id(row: number): number {
    const { scan, cell } = this;
    const from = scan.from(row, cell);
    const to = scan.to(row, cell);
    const known = this.#known.of(scan.bytes, from, to);
    if (known >= 0) return known;
    const id = this.#values.id(this.text(row));
    this.#known.learn(scan.bytes, from, to, id);
    return id;
  }
}

/** A batch over the records that a scan found. */
export class ByteBatch implements Batch, BatchOrigin {
  readonly columns: Columns;
  readonly dialect: Dialect;
  readonly table: RecordTable;
  readonly #scan: ByteScan;
  /** Line of the file on which the first record begins. */
  firstLine = 1;
  /** The byte of the source that is the first of those that were scanned, and the first row of which that is sure. */
  firstByte = 0;
  firstSure = 0;

  /** @param cells field -> place of its cell in a record */
  constructor(
    scan: ByteScan,
    cells: ReadonlyMap<Field, number>,
    dictionaries: Map<Field, Dictionary>,
    dialect: Dialect,
    table: RecordTable,
  ) {
    this.dialect = dialect;
    this.table = table;
    this.#scan = scan;
    this.columns = columnsOf(
      cells,
      (cell, field) =>
        new CodedByteColumn(
          scan,
          cell,
          dialect,
          entryOf(dictionaries, field, () => new Dictionary()),
        ),
      (cell) => new ByteColumn(scan, cell, dialect),
    );
  }

  get rows(): number {
    return this.#scan.rows;
  }

  get origin(): BatchOrigin {
    return this;
  }

  offset(row: number): number {
    return row < this.firstSure ? -1 : this.firstByte + this.#scan.begin(row);
  }

  line(row: number): number {
    return this.firstLine + this.#scan.linesBefore(row);
  }
}
