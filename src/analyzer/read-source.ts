import { blocksOf, StreamFailure } from './bytes/blocks.ts';
import { Decoder, type Encoding } from './bytes/decoder.ts';
import { signatureOf } from './bytes/signature.ts';
import type { Source } from './bytes/source.ts';
import type { Format } from './formats/format.ts';
import { formats } from './formats/index.ts';
import { formatOfHeading, recognise } from './formats/recognise.ts';
import type { Field } from './message/fields.ts';
import type { Batch } from './records/batch.ts';
import { openBlocks } from './records/open.ts';
import type { BlockReader } from './records/records.ts';
import { declinedAs, type Declined } from './report/declined.ts';
import { ours, sequence, type Sentence } from './report/sentence.ts';
import type { Notices } from './report/notices.ts';

/** How the bytes of a source are taken; tests try other ways, which must give the same. */
export interface Way {
  /** Bytes read at a time. */
  readonly blockBytes: number;
  /** Whether every block is made text first, as it is for what is no plain CSV. */
  readonly isAllText: boolean;
}

/** Some 500 messages a block: a millisecond or two of work between two looks at the signal. */
const usualWay: Way = { blockBytes: 128 * 1024, isAllText: false };

/** What was read of one source; whoever counts it knows how many messages it added. */
export interface ReadSource {
  readonly bytes: number;
  readonly format: Format;
  readonly encoding: Encoding;
  /** '' where nothing parts cells. */
  readonly delimiter: string;
  /** Rows that hold a message, repeats included. */
  readonly records: number;
  /** Field -> its name in the source. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** How its blocks were read. */
  readonly blocks: BlockReader['blocks'];
}

/**
 * What happens while a source is read, in this order: `opened` once, then batches, each block of bytes closed by `block`, at
 * the end `read`; or `declined`, before or after anything else. A batch must be used before the next event is asked for.
 */
export type ReadEvent =
  | { readonly kind: 'opened'; readonly format: Format }
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** `bytes` and `records` so far. */
  | { readonly kind: 'block'; readonly bytes: number; readonly records: number; readonly format: Format }
  | { readonly kind: 'read'; readonly read: ReadSource }
  /** No log, or nothing in it could be read: what was yielded before does not count. */
  | { readonly kind: 'declined'; readonly declined: Declined };

const decline = (
  source: Source,
  kind: Declined['kind'],
  what: string,
  advice: string | Sentence,
  more: Pick<Declined, 'format' | 'line'> = {},
): ReadEvent => ({ kind: 'declined', declined: declinedAs(source.name, kind, what, advice, more) });

const EXPORT_AGAIN = 'Check the file, or export the log again.';

interface Opened {
  readonly format: Format;
  readonly decoder: Decoder;
  readonly reader: BlockReader;
}

/** Recognises a source by its first block; a log is opened, anything else declined. */
function open(source: Source, block: Uint8Array, notices: Notices, { isAllText }: Way): Opened | ReadEvent {
  const signature = signatureOf(block);
  if (signature.kind === 'packed') {
    return decline(source, 'compressed', `is ${signature.what}, which is not unpacked yet`, 'Unpack it first and open the CSV inside.');
  }
  if (signature.kind === 'binary') {
    return decline(
      source,
      'binary',
      `is ${signature.what}, not a text`,
      'Export the message log in the Twilio Console as CSV and open that file.',
    );
  }
  const text = new Decoder(block).decode(block, false);
  const found = recognise(text, block);
  switch (found.kind) {
    case 'blank':
      return decline(source, 'empty', 'holds nothing but blanks', EXPORT_AGAIN);
    case 'other': {
      const { kind, what, advice, format } = found.refusal;
      return decline(source, kind, `is ${what}`, advice, { line: 1, ...(format === undefined ? {} : { format }) });
    }
    case 'log': {
      const { format, head, skip } = found;
      const delimiter = head.heading?.delimiter ?? ',';
      const tables = {
        headings: formats.flatMap(({ records }) => (records.kind === 'table' ? records.headings : [])),
        recognise: (row: readonly string[]) => {
          const records = formatOfHeading(row, delimiter)?.records;
          return records?.kind === 'table' ? records : undefined;
        },
      };
      const start = { text, skip, tables, ...(head.heading === undefined ? {} : { heading: head.heading }) };
      const decoder = new Decoder(block);
      return { format, decoder, reader: openBlocks(format.records, start, decoder, notices, isAllText) };
    }
  }
}

/**
 * Reads one source and yields what it holds; it counts nothing.
 *
 * Whoever stops asking ends the reading and gives the stream back. A stream that fails midway ends it with what was read, and
 * a notice.
 *
 * @param stream the bytes of the source, from their start
 * @param notices take what is skipped, repaired or assumed
 */
export async function* readSource(
  source: Source,
  stream: ReadableStream<Uint8Array>,
  notices: Notices,
  way = usualWay,
): AsyncGenerator<ReadEvent, void, undefined> {
  let opened: Opened | undefined;
  let bytes = 0;
  let records = 0;
  // The same two events again and again: a million rows are some thousand of them.
  function* batches({ reader }: Opened, block: Uint8Array, isLast: boolean): Generator<ReadEvent, void> {
    for (const batch of reader.read(block, isLast)) {
      records += batch.rows;
      yield { kind: 'batch', batch };
    }
  }
  try {
    for await (const block of blocksOf(stream, way.blockBytes)) {
      bytes += block.length;
      if (opened === undefined) {
        const result = open(source, block, notices, way);
        if ('kind' in result) {
          yield result;
          return;
        }
        opened = result;
        yield { kind: 'opened', format: opened.format };
      }
      yield* batches(opened, block, false);
      yield { kind: 'block', bytes, records, format: opened.format };
    }
  } catch (error) {
    if (!(error instanceof StreamFailure)) throw error;
    if (opened === undefined) {
      yield decline(source, 'unreadable', 'could not be read', 'Check that the file still exists and open it again.');
      return;
    }
    notices.add('read-failed');
  }
  if (opened === undefined) {
    yield decline(source, 'empty', 'is empty: it has 0 bytes', EXPORT_AGAIN);
    return;
  }
  yield* batches(opened, new Uint8Array(0), true);
  if (source.size !== undefined && bytes < source.size) notices.add('size-differs');
  yield records === 0 ? nothingIn(source, opened, notices) : finish(opened, { bytes, records }, notices);
}

/** What a source without messages is: an empty search, or rows that could not be read. */
function nothingIn(source: Source, { format }: Opened, notices: Notices): ReadEvent {
  const met = notices.list();
  if (met.length > 0) {
    return decline(
      source,
      'no-messages',
      'has the shape of a message log, but no row in it can be read',
      sequence([...met.map(({ text }) => text), ours(EXPORT_AGAIN)]),
      { format: format.id, line: 2 },
    );
  }
  return decline(
    source,
    'header-only',
    'has a heading row and no messages: the search that made it found none',
    'Widen the dates or drop a filter in the Console and export again.',
    { format: format.id, line: 1 },
  );
}

/** Fields that findings miss where a log lacks them, each with its notice. */
const missed = [
  ['sid', 'no-sid'],
  ['direction', 'no-direction'],
  ['to', 'no-recipient'],
  ['from', 'no-sender'],
  ['errorCode', 'no-error-code'],
] as const;

function finish(
  { format, decoder, reader }: Opened,
  { bytes, records }: { readonly bytes: number; readonly records: number },
  notices: Notices,
): ReadEvent {
  const { columns, delimiter, blocks } = reader;
  for (const [field, notice] of missed) if (columns[field] === undefined) notices.add(notice);
  if (decoder.encoding === 'windows-1252') notices.add('assumed-windows-1252');
  if (decoder.damaged > 0) notices.add('damaged-text', undefined, decoder.damaged);
  return { kind: 'read', read: { bytes, format, encoding: decoder.encoding, delimiter, records, columns, blocks } };
}
