import { BatchCounter } from './index/counter.ts';
import { declinedAs, type Declined } from './report/declined.ts';
import type { LogIndex } from './index/log-index.ts';
import type { SeenMessages } from './index/states.ts';
import { Notices } from './report/notices.ts';
import type { SourceReport } from './report/report.ts';
import { ours, sequence, type Sentence } from './report/sentence.ts';
import type { Source } from './bytes/source.ts';
import { blocksOf, StreamFailure } from './bytes/blocks.ts';
import { Decoder } from './bytes/decoder.ts';
import { LogReader } from './records/csv/log-reader.ts';
import { recognise } from './formats/recognise.ts';
import { signatureOf } from './bytes/signature.ts';

/** Bytes read at a time: about 2,000 messages, some milliseconds of work between two looks at the signal. */
const BLOCK_BYTES = 128 * 1024;

export interface ReadContext {
  readonly index: LogIndex;
  readonly seen: SeenMessages;
  readonly signal: AbortSignal | undefined;
  /** Called after every block with the bytes and records of this source so far. */
  readonly onBlock: (state: { readonly bytes: number; readonly records: number; readonly format: string }) => void;
}

export type ReadResult =
  | { readonly kind: 'read'; readonly source: SourceReport }
  | { readonly kind: 'declined'; readonly declined: Declined }
  | { readonly kind: 'cancelled' };

const decline = (
  source: Source,
  kind: Declined['kind'],
  what: string,
  advice: string | Sentence,
  more: Pick<Declined, 'format' | 'line'> = {},
): ReadResult => ({ kind: 'declined', declined: declinedAs(source.name, kind, what, advice, more) });

const EXPORT_AGAIN = 'Check the file, or export the log again.';

interface Opened {
  readonly decoder: Decoder;
  readonly reader: LogReader;
  readonly counter: BatchCounter;
}

/** Recognises a source by its first block; a log is opened, anything else declined. */
function open(
  source: Source,
  block: Uint8Array,
  notices: Notices,
  context: ReadContext,
): (Opened & { readonly text: string }) | ReadResult {
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
  const decoder = new Decoder(block);
  const text = decoder.decode(block, false);
  const found = recognise(text);
  switch (found.kind) {
    case 'blank':
      return decline(source, 'empty', 'holds nothing but blanks', EXPORT_AGAIN);
    case 'other': {
      const { kind, what, advice, format } = found.shape;
      return decline(source, kind, `is ${what}`, advice, { line: 1, ...(format === undefined ? {} : { format }) });
    }
    case 'log':
      return {
        decoder,
        reader: new LogReader(found, text, notices),
        counter: new BatchCounter(context.index, context.seen, notices, found.format),
        text,
      };
  }
}

function countAll({ reader, counter }: Opened, text: string, isLast: boolean): void {
  for (const batch of reader.read(text, isLast)) counter.count(batch);
}

/**
 * Reads one source into the index.
 *
 * @returns what was read, or why it is no log; nothing is counted of a source that is declined
 */
export async function readSource(source: Source, stream: ReadableStream<Uint8Array>, context: ReadContext): Promise<ReadResult> {
  const notices = new Notices();
  let opened: Opened | undefined;
  let bytes = 0;
  try {
    for await (const block of blocksOf(stream, BLOCK_BYTES)) {
      if (context.signal?.aborted === true) return { kind: 'cancelled' };
      bytes += block.length;
      if (opened === undefined) {
        const result = open(source, block, notices, context);
        if ('kind' in result) return result;
        opened = result;
        countAll(opened, result.text, false);
      } else {
        countAll(opened, opened.decoder.decode(block, false), false);
      }
      context.onBlock({ bytes, records: opened.counter.records, format: opened.reader.format.id });
    }
  } catch (error) {
    if (!(error instanceof StreamFailure)) throw error;
    if (opened === undefined)
      return decline(source, 'unreadable', 'could not be read', 'Check that the file still exists and open it again.');
    notices.add('read-failed');
  }
  if (context.signal?.aborted === true) return { kind: 'cancelled' };
  if (opened === undefined) return decline(source, 'empty', 'is empty: it has 0 bytes', EXPORT_AGAIN);
  countAll(opened, opened.decoder.decode(new Uint8Array(0), true), true);
  return finish(source, bytes, opened, notices);
}

/** What a source without messages is: an empty search, or rows that could not be read. */
function finish(source: Source, bytes: number, { decoder, reader, counter }: Opened, notices: Notices): ReadResult {
  const { records, duplicates } = counter;
  if (records === 0) {
    const met = notices.list();
    return met.length === 0
      ? decline(
          source,
          'header-only',
          'has a heading row and no messages: the search that made it found none',
          'Widen the dates or drop a filter in the Console and export again.',
          { format: reader.format.id, line: 1 },
        )
      : decline(
          source,
          'no-messages',
          'has the headings of a message log, but no row under them can be read',
          sequence([...met.map(({ text }) => text), ours(EXPORT_AGAIN)]),
          {
            format: reader.format.id,
            line: 2,
          },
        );
  }
  addNotices(reader, decoder, duplicates, notices);
  return {
    kind: 'read',
    source: {
      name: source.name,
      bytes,
      format: reader.format.id,
      encoding: decoder.encoding,
      delimiter: reader.delimiter,
      records,
      messages: records - duplicates,
      duplicates,
      columns: reader.columns,
      notices: notices.list(),
    },
  };
}

/** What shows at the end only, or once for a whole source. */
function addNotices(reader: LogReader, decoder: Decoder, duplicates: number, notices: Notices): void {
  if (duplicates > 0) notices.add('duplicates', undefined, duplicates);
  if (!reader.has('sid')) notices.add('no-sid');
  if (!reader.has('direction')) notices.add('no-direction');
  if (!reader.has('to')) notices.add('no-recipient');
  if (!reader.has('from')) notices.add('no-sender');
  if (!reader.has('errorCode')) notices.add('no-error-code');
  if (decoder.encoding === 'windows-1252') notices.add('assumed-windows-1252');
  if (decoder.damaged > 0) notices.add('damaged-text', undefined, decoder.damaged);
}
