import { timeCells } from '../index/counter.ts';
import { entryOf } from '../memory/entry-of.ts';
import { sidKey } from '../message/sid.ts';
import { orderOf } from '../message/stand-in.ts';
import type { Batch } from '../records/batch.ts';
import type { KeptLog, Origin } from './kept-log.ts';
import { textsIn, type MessageTexts } from './kept-texts.ts';

/** A source that is no longer what was read. */
export interface Lost {
  readonly source: string;
  readonly why: 'changed' | 'unreadable';
}

export interface FoundTexts {
  /** By the number of the message. */
  readonly texts: ReadonlyMap<number, MessageTexts>;
  /** Messages whose texts only reading the log again finds. */
  readonly missing: readonly number[];
  readonly lost?: Lost;
}

/** Bytes that are read at once, from the first record to the beginning of the last. */
const STRETCH = 1024 * 1024;
/** Bytes behind the beginning of a record: nearly every record ends within the first, every one within the second. */
const REACH = 4 * 1024;
const FAR = 1024 * 1024;

interface Wanted {
  readonly place: number;
  readonly offset: number;
  readonly sidOrder: number;
  readonly time: number;
}

const isSame = (one: number, other: number): boolean => one === other || (Number.isNaN(one) && Number.isNaN(other));

/** Whether the record says of itself what was kept of it. */
function isAsKept({ sidOrder, time }: Wanted, batch: Batch, { sid }: MessageTexts): boolean {
  const { sent, created } = batch.columns;
  return (sid === '' ? 0 : orderOf(sidKey(sid), sid)) === sidOrder && isSame(timeCells(sent, created, 0)?.time(0) ?? NaN, time);
}

/** Messages whose records begin close to each other, in the order of their bytes. */
function* stretches(wanted: readonly Wanted[]): Generator<readonly [Wanted, ...Wanted[]]> {
  const sorted = [...wanted].sort((a, b) => a.offset - b.offset);
  let stretch: [Wanted, ...Wanted[]] | undefined;
  for (const one of sorted) {
    if (stretch !== undefined && one.offset - stretch[0].offset < STRETCH) stretch.push(one);
    else {
      if (stretch !== undefined) yield stretch;
      stretch = [one];
    }
  }
  if (stretch !== undefined) yield stretch;
}

class Finding {
  readonly texts = new Map<number, MessageTexts>();
  readonly missing: number[] = [];

  /** Reads the records of one source under one heading. @returns why it cannot go on */
  async in({ source, table }: Origin, wanted: readonly Wanted[]): Promise<Lost['why'] | undefined> {
    if (source?.slice === undefined || table === undefined) {
      this.missing.push(...wanted.map(({ place }) => place));
      return undefined;
    }
    const bytesAt = (from: number, to: number): Promise<Uint8Array | undefined> =>
      source.slice?.(from, to).catch(() => undefined) ?? Promise.resolve(undefined);
    for (const stretch of stretches(wanted)) {
      const [first] = stretch;
      const bytes = await bytesAt(first.offset, (stretch.at(-1) ?? first).offset + REACH);
      if (bytes === undefined) return 'unreadable';
      for (const one of stretch) {
        const from = one.offset - first.offset;
        if (from >= bytes.length) return 'changed';
        let batch = table.read(bytes.subarray(from, from + REACH));
        if (batch === undefined) {
          const more = await bytesAt(one.offset, one.offset + FAR);
          if (more === undefined) return 'unreadable';
          batch = table.read(more);
          // A record was read here, and one that ends so far away is the only one that is not found again.
          if (batch === undefined && more.length < FAR) return 'changed';
        }
        if (batch === undefined) {
          this.missing.push(one.place);
          continue;
        }
        const texts = textsIn(batch, 0);
        if (!isAsKept(one, batch, texts)) return 'changed';
        this.texts.set(one.place, texts);
      }
    }
    return undefined;
  }
}

/**
 * The texts of some messages: those that were kept, the others from the bytes of their sources.
 *
 * @param places numbers of messages
 * @returns never rejects; after a source is lost, nothing more is looked for
 */
export async function findTexts(log: KeptLog, places: readonly number[]): Promise<FoundTexts> {
  const finding = new Finding();
  const byOrigin = new Map<Origin, Wanted[]>();
  for (const { place, offset, sidOrder, time } of log.at([...places].sort((a, b) => a - b))) {
    const kept = log.texts.get(place);
    const origin = offset < 0 ? undefined : log.originOf(place);
    if (kept !== undefined) finding.texts.set(place, kept);
    else if (origin === undefined) finding.missing.push(place);
    else entryOf(byOrigin, origin, () => []).push({ place, offset, sidOrder, time });
  }
  const { texts, missing } = finding;
  for (const [origin, wanted] of byOrigin) {
    const why = await finding.in(origin, wanted);
    if (why !== undefined) return { texts, missing, lost: { source: origin.source?.name ?? '', why } };
  }
  return { texts, missing };
}
