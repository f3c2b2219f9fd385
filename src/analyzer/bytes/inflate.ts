import { Gunzip, Unzip, UnzipInflate, type AsyncFlateStreamHandler, type FlateError, type UnzipFile } from 'fflate';
import { inPieces, type Pull } from './pull.ts';

/** Packed bytes that are unpacked at a time: at most a thousand times as many come out. */
const PIECE = 16_384;
/** A log becomes five to a hundred times smaller; what becomes smaller still says the same again and again, to fill a memory or a disk. */
export const RATIO = 200;
/** Unpacked bytes from which on the ratio is looked at. */
export const FREE = 64 << 20;

const NOTHING = new Uint8Array(0);

/** Packed so tightly that no log is in it. */
export class PackedTooTight extends Error {}
/** Packed bytes that are damaged or cut. */
export class DamagedPacking extends Error {}

/** Compares what comes out with what went in. */
class Budget {
  packed = 0;
  #unpacked = 0;

  /** @throws PackedTooTight when too much has come out */
  spend(bytes: number): void {
    this.#unpacked += bytes;
    if (this.#unpacked > FREE && this.#unpacked > this.packed * RATIO) throw new PackedTooTight('packed too tightly');
  }
}

/** fflate's number for what does not begin as gzip does. */
const NO_GZIP = 6;

/** Whether what follows the last file of a gzip is what tapes and disks fill their blocks with. */
const isPadding = ({ code }: FlateError, piece: Uint8Array): boolean => code === NO_GZIP && piece.subarray(-8).every((byte) => byte === 0);

/** A gzip file, however many are joined in it. */
export interface Gunzipped {
  readonly pull: Pull;
  /** Files joined so far. */
  readonly members: () => number;
}

/**
 * Unpacks gzip, member after member.
 *
 * @throws DamagedPacking and PackedTooTight from its pull, after all that could be unpacked
 */
export function gunzipped(packed: Pull): Gunzipped {
  const pieces = inPieces(packed, PIECE);
  const ready: Uint8Array[] = [];
  const budget = new Budget();
  let members = 1;
  let isDone = false;
  let failure: Error | undefined;
  const gunzip = new Gunzip((bytes) => {
    if (bytes.length > 0) ready.push(bytes);
  });
  gunzip.onmember = () => {
    members += 1;
  };
  const pull: Pull = async () => {
    while (ready.length === 0) {
      if (failure !== undefined) throw failure;
      if (isDone) return undefined;
      const next = await pieces();
      const piece = next ?? NOTHING;
      isDone = next === undefined;
      budget.packed += piece.length;
      try {
        gunzip.push(piece.slice(), isDone);
      } catch (error) {
        isDone = true;
        if (!isPadding(error as FlateError, piece)) failure = new DamagedPacking('gzip', { cause: error });
      }
    }
    const bytes = ready.shift() ?? NOTHING;
    budget.spend(bytes.length);
    return bytes;
  };
  return { pull, members: () => members };
}

/** A file of a zip. */
export interface ZipEntry {
  readonly name: string;
  /** Whether it is packed in a way that can be undone here: deflate, or not at all. */
  readonly isKnown: boolean;
  readonly pull: Pull;
}

interface Found extends Omit<ZipEntry, 'pull'> {
  readonly ready: Uint8Array[];
  isDone: boolean;
  failure?: Error;
}

/** Deflate, and plain. */
const known: readonly number[] = [8, 0];

/**
 * The files of a zip in their order, unpacked as they are read; each before the next. What is not read of one is passed over.
 *
 * @throws DamagedPacking and PackedTooTight from the pulls and from going on
 */
export async function* unzipped(packed: Pull): AsyncGenerator<ZipEntry, void> {
  const pieces = inPieces(packed, PIECE);
  const budget = new Budget();
  const found: Found[] = [];
  // Changes while others wait, which the compiler cannot know of a variable.
  const packing = { isEnd: false };
  const unzip = new Unzip((file: UnzipFile) => {
    const entry: Found = { name: file.name, isKnown: known.includes(file.compression), ready: [], isDone: false };
    found.push(entry);
    if (!entry.isKnown) unzip.register(passerOver(file.compression));
    file.ondata = (error, bytes, isFinal) => {
      // Typed as always there, but absent beside an error.
      const some = bytes as Uint8Array | null;
      if (error !== null) entry.failure = new DamagedPacking('zip', { cause: error });
      else if (some !== null && some.length > 0) entry.ready.push(some);
      if (isFinal || error !== null) entry.isDone = true;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const goOn = async (): Promise<void> => {
    const next = await pieces();
    const piece = next ?? NOTHING;
    packing.isEnd = next === undefined;
    budget.packed += piece.length;
    try {
      unzip.push(piece.slice(), packing.isEnd);
    } catch (error) {
      packing.isEnd = true;
      const last = found.at(-1);
      if (last !== undefined && !last.isDone) last.failure = new DamagedPacking('zip', { cause: error });
    }
  };
  for (let place = 0; ; place += 1) {
    while (found.length <= place && !packing.isEnd) await goOn();
    const entry = found[place];
    if (entry === undefined) return;
    const { name, isKnown, ready } = entry;
    const pull: Pull = async () => {
      while (ready.length === 0 && !entry.isDone && !packing.isEnd) await goOn();
      const bytes = ready.shift();
      if (bytes === undefined && entry.failure !== undefined) throw entry.failure;
      budget.spend(bytes?.length ?? 0);
      return bytes;
    };
    yield { name, isKnown, pull };
    while (!entry.isDone && !packing.isEnd) {
      budget.spend(ready.splice(0).reduce((sum, { length }) => sum + length, 0));
      await goOn();
    }
    ready.length = 0;
  }
}

/** Drops what is packed in a way that is not known. */
const passerOver = (compression: number) =>
  class {
    static compression = compression;
    ondata: AsyncFlateStreamHandler = () => undefined;
    push(_: Uint8Array, isFinal: boolean): void {
      this.ondata(null, NOTHING, isFinal);
    }
  };
