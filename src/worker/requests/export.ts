import { passAll, type Passed } from '../../analyzer/ask-rows.ts';
import { passRows } from '../../analyzer/ask.ts';
import type { Lost } from '../../analyzer/kept/find-texts.ts';
import type { Order } from '../../analyzer/kept/sorted.ts';
import type { Filter } from '../../analyzer/report/filter.ts';
import type { ListedMessage } from '../../analyzer/report/listed-message.ts';
import { rowsHead, rowsText, type RowForm } from '../../analyzer/write/rows.ts';
import type { Held, Turn } from './held.ts';
import { reasonOf } from '../../analyzer/words/reason-of.ts';

/** A file that the reader chose; its bytes are written here, and never cross to the page. */
export type Target = Pick<FileSystemFileHandle, 'createWritable'>;

/** Every message that a filter takes, whole, as a file. */
export interface AskExport {
  readonly kind: 'export';
  readonly filter: Filter;
  /** That of the log when absent, and where the log has to be read again. */
  readonly order?: Order | undefined;
  readonly form: RowForm;
  /** How many rows there will be, for progress. */
  readonly total: number;
  /** Where to write; a `Blob` is made where it is absent. */
  readonly target?: Target | undefined;
}

export interface Exported {
  readonly rows: number;
  /** What was made, where it was not written to a file. */
  readonly blob?: Blob;
  /** A file of the log is no longer what was read: what was written is not kept. */
  readonly lost?: Lost;
  /** The browser would not write, in its own words: a full disk, a permission taken back. */
  readonly problem?: string;
}

/** Where an export goes, piece after piece. */
interface Sink {
  write(text: string): Promise<void>;
  /** @returns what was made, where that is no file */
  end(): Promise<Blob | undefined>;
  /** Leaves nothing behind. */
  abort(): Promise<void>;
}

async function fileSink(target: Target): Promise<Sink> {
  const stream = await target.createWritable();
  return {
    write: (text) => stream.write(text),
    end: async () => {
      await stream.close();
      return undefined;
    },
    abort: () => stream.abort(),
  };
}

/** Characters of a piece of a blob: texts that wait are joined, since each is twice as large here as there. */
const PIECE = 4_000_000;

function blobSink(type: string): Sink {
  const blobs: Blob[] = [];
  let waiting: string[] = [];
  let size = 0;
  const flush = (): void => {
    blobs.push(new Blob(waiting));
    waiting = [];
    size = 0;
  };
  return {
    write: (text) => {
      waiting.push(text);
      size += text.length;
      if (size >= PIECE) flush();
      return Promise.resolve();
    },
    end: () => {
      flush();
      return Promise.resolve(new Blob(blobs, { type }));
    },
    abort: () => Promise.resolve(),
  };
}

const types: Readonly<Record<RowForm, string>> = { csv: 'text/csv', jsonl: 'application/jsonl' };

/** Hands over all rows, from memory and by the byte, or by reading the log again where it is not kept. */
async function pass(
  held: Held,
  { filter, order }: AskExport,
  { signal, rest }: Turn,
  take: (rows: readonly ListedMessage[]) => Promise<void>,
): Promise<Passed> {
  const { kept } = held;
  if (kept !== undefined) return passAll({ ...held, kept }, { filter, order }, { ...held, signal, rest }, take);
  const isWhole = await passRows(held.sources, filter, { ...held, signal }, take);
  if (isWhole === undefined) return { kind: 'cancelled' };
  return isWhole ? { kind: 'all' } : { kind: 'lost', lost: { source: held.sources.map(({ name }) => name).join(', '), why: 'unreadable' } };
}

/** @returns `undefined` when nobody waits any more; nothing half written is left then */
export async function answerExport(held: Held, ask: AskExport, turn: Turn): Promise<Exported | undefined> {
  const { form, total, target } = ask;
  let rows = 0;
  let sink: Sink | undefined;
  try {
    const open = target === undefined ? blobSink(types[form]) : await fileSink(target);
    sink = open;
    await open.write(rowsHead(form));
    const passed = await pass(held, ask, turn, async (some) => {
      await open.write(rowsText(form, some));
      rows += some.length;
      turn.onProgress(total === 0 ? 1 : Math.min(1, rows / total));
    });
    if (passed.kind !== 'all') {
      await open.abort();
      return passed.kind === 'lost' ? { rows, lost: passed.lost } : undefined;
    }
    const blob = await open.end();
    return { rows, ...(blob === undefined ? {} : { blob }) };
  } catch (error) {
    await sink?.abort().catch(() => undefined);
    return { rows, problem: reasonOf(error) };
  }
}
