import type { Decoder } from '../bytes/decoder.ts';
import type { Field } from '../message/fields.ts';
import type { Batch } from './batch.ts';
import type { BatchReader, BlockReader } from './records.ts';

/** Makes text of every block and hands it to a reader of text. */
export class TextBlocks implements BlockReader {
  readonly blocks = { asBytes: 0, asText: 0 };
  readonly #reader: BatchReader;
  readonly #decoder: Decoder;

  constructor(reader: BatchReader, decoder: Decoder) {
    this.#reader = reader;
    this.#decoder = decoder;
  }

  get delimiter(): string {
    return this.#reader.delimiter;
  }

  get columns(): Readonly<Partial<Record<Field, string>>> {
    return this.#reader.columns;
  }

  get ignored(): readonly string[] {
    return this.#reader.ignored;
  }

  read(block: Uint8Array, isLast: boolean): Iterable<Batch> {
    if (block.length > 0) this.blocks.asText += 1;
    return this.#reader.read(this.#decoder.decode(block, isLast), isLast);
  }
}
