import { blocksOf, StreamFailure } from './bytes/blocks.ts';
import { Decoder, type Encoding } from './bytes/decoder.ts';
import { signatureOf, type BinaryForm } from './bytes/signature.ts';
import { DamagedPacking, PackedTooTight } from './bytes/inflate.ts';
import type { Source } from './bytes/source.ts';
import type { Format } from './formats/format.ts';
import { formats } from './formats/index.ts';
import type { ColumnLook } from './formats/own-table/look.ts';
import type { ToldTables } from './formats/heading-key.ts';
import { EXPORT, isKnownOther, refusalOf, type Refusal } from './formats/refusals.ts';
import { formatOfHeading, recognise } from './formats/recognise.ts';
import { foldedNames } from './message/field-name.ts';
import type { Field } from './message/fields.ts';
import { LooseTimes, type DateOrder, type TimeChoice } from './message/time/loose-times.ts';
import type { Batch } from './records/batch.ts';
import { PlainRows } from './records/csv/plain-rows.ts';
import { openBlocks } from './records/open.ts';
import type { BlockReader, Records } from './records/records.ts';
import type { Row } from './records/row.ts';
import { declinedAs, type Declined } from './report/declined.ts';
import { ours, sequence, type Sentence } from './report/sentence.ts';
import { reportIn } from './write/open-json.ts';
import type { Notices } from './report/notices.ts';
import type { Report } from './report/report.ts';

/** Characters of a saved report: one with lists of a hundred thousand people has a tenth of it. */
const LONGEST_REPORT = 64 << 20;

/** How the bytes of a source are taken; tests try other ways, which must give the same. */
export interface Way {
  /** Bytes read at a time. */
  readonly blockBytes: number;
  /** Whether every block is made text first, as it is for what is no plain CSV. */
  readonly isAllText: boolean;
}

interface How {
  readonly way?: Way;
  readonly told?: Told;
}

/** Some 500 messages a block: a millisecond or two of work between two looks at the signal. */
const usualWay: Way = { blockBytes: 128 * 1024, isAllText: false };

/** What a reader says of a log before it is read. */
export interface Told extends TimeChoice, ToldTables {}

/** What a reader is told of a format. */
export type NamedFormat = Pick<Format, 'id' | 'name' | 'rows'>;

/** Grouped rows of a warehouse: no log, but what the tables of one are counted from. */
export const GROUPED_FORMAT = 'grouped-v1';
const groupedFormat: NamedFormat = { id: GROUPED_FORMAT, name: 'Grouped rows of a warehouse (grouped-v1)', rows: 'messages' };

/** What was read of one source; whoever counts it knows how many messages it added. */
export interface ReadSource {
  readonly bytes: number;
  readonly format: NamedFormat;
  readonly encoding: Encoding;
  /** '' where nothing parts cells. */
  readonly delimiter: string;
  /** Rows that hold a message, repeats included. */
  readonly records: number;
  /** Field -> its name in the source. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** Names in the source that no field was read from, some hundred at most. */
  readonly ignored: readonly string[];
  /** How its blocks were read; absent for grouped rows. */
  readonly blocks?: BlockReader['blocks'];
  /** The order of its dates, where it turned out to be another than they were read in. */
  readonly otherOrder?: DateOrder;
}

/**
 * What happens while a source is read, in this order: `opened` once, then batches, each block of bytes closed by `block`, at
 * the end `read`; or `declined`, before or after anything else; `saved` stands alone. A batch must be used before the next event is asked for.
 */
export type ReadEvent =
  /** `look`: its columns, where it is a table. */
  | { readonly kind: 'opened'; readonly format: NamedFormat; readonly look?: readonly ColumnLook[] }
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** Rows of a file of grouped rows, its heading first: in place of batches. */
  | { readonly kind: 'groups'; readonly rows: readonly Row[] }
  /** `bytes` and `records` so far. */
  | { readonly kind: 'block'; readonly bytes: number; readonly records: number; readonly format: NamedFormat }
  | { readonly kind: 'read'; readonly read: ReadSource }
  /** The source is a report that was saved; nothing else is yielded. */
  | { readonly kind: 'saved'; readonly report: Report }
  /** No log, or nothing in it could be read: what was yielded before does not count. */
  | { readonly kind: 'declined'; readonly declined: Declined; readonly look?: readonly ColumnLook[] };

const decline = (
  source: Source,
  kind: Declined['kind'],
  what: string,
  advice: string | Sentence,
  more: Pick<Declined, 'format' | 'line' | 'codes'> = {},
): ReadEvent => ({ kind: 'declined', declined: declinedAs(source.name, kind, what, advice, more) });

const refused = (source: Source, { kind, what, advice, format, codes }: Refusal): ReadEvent =>
  decline(source, kind, `is ${what}`, advice, {
    line: 1,
    ...(format === undefined ? {} : { format }),
    ...(codes === undefined ? {} : { codes }),
  });

const ANOTHER_REPORT = 'is a report of this program that is cut, was changed, or comes from another version';
const OPEN_THE_LOG = `Open the log it was made from. ${EXPORT}`;
const OF_MESSAGES = 'Export the table, list or stream of messages: one with a recipient, a status and an error code in each record.';
const EXPORT_AGAIN = `Check the file, or export the log again. ${EXPORT}`;

/** What to do with what is no text, before the export is named. */
const insteadOf: Readonly<Record<BinaryForm, string>> = {
  image: 'A picture is not read: select the rows where they are shown, copy them and paste them here. ',
  document: 'Copy its rows and paste them here. ',
  sheet: 'Open it there, save the sheet as "CSV UTF-8" and open that file. ',
  table: 'Write it as CSV or as JSON lines with the program that made it, and open that file. ',
  database: 'Write it out as text (sqlite3 FILE .dump > x.sql) and open that file. ',
  film: 'A film of a screen is not read: select the rows where they are shown, copy them and paste them here. ',
  coloured: 'Print it again without colours (NO_COLOR=1 before the command), or into a file, and open that. ',
  other: '',
};

interface Opened {
  readonly format: Format;
  /** What it is where none of its records is a message. */
  readonly other?: Refusal;
  readonly look?: readonly ColumnLook[];
  readonly decoder: Decoder;
  readonly times: LooseTimes;
  readonly reader: BlockReader;
}

/** Lets records read times that leave something out, where their format cannot read them; the same records give the same ones. */
function speakerOf(times: LooseTimes) {
  const known = new Map<Records, Records>();
  return <Some extends Records>(records: Some): Some => {
    const { dialect } = records;
    const time = (cell: string): number => {
      const said = dialect.time(cell);
      return Number.isNaN(said) ? times.read(cell) : said;
    };
    const speaking = known.get(records) ?? { ...records, dialect: { ...dialect, time } };
    known.set(records, speaking);
    return speaking as Some;
  };
}

/** Grouped rows that are being read. */
interface OpenedGroups {
  readonly decoder: Decoder;
  readonly groups: PlainRows;
  readonly delimiter: string;
}

/** The text of a saved report, as far as it has been read. */
interface SavedText {
  readonly decoder: Decoder;
  text: string;
}

/** Recognises a source by its first block; a log is opened, anything else declined. */
function open(
  source: Source,
  block: Uint8Array,
  notices: Notices,
  { isAllText }: Way,
  choice: Told,
): Opened | OpenedGroups | SavedText | ReadEvent {
  const signature = signatureOf(block);
  if (signature.kind === 'packed') {
    return decline(
      source,
      'compressed',
      `is ${signature.what}, which is not unpacked here`,
      `Unpack it and open the log inside, or pack it as gzip or zip. ${EXPORT}`,
    );
  }
  if (signature.kind === 'binary') {
    return decline(source, 'binary', `is ${signature.what}, not a text`, `${insteadOf[signature.form]}${EXPORT}`);
  }
  const headDecoder = new Decoder(block);
  const text = headDecoder.decode(block, false);
  const found = recognise(text, block, choice);
  switch (found.kind) {
    case 'report':
      return { decoder: headDecoder, text };
    case 'groups':
      return { decoder: new Decoder(block), groups: new PlainRows(found.delimiter, found.skip), delimiter: found.delimiter };
    case 'blank':
      return decline(source, 'empty', 'holds nothing but blanks', EXPORT_AGAIN);
    case 'other':
      return { ...refused(source, found.refusal), ...(found.look === undefined ? {} : { look: found.look }) };
    case 'log': {
      const { format, records, head, skip, titles } = found;
      if (records.kind !== 'lines' && records.isGuessed === true)
        notices.add(records.kind === 'table' ? 'guessed-columns' : 'guessed-names');
      if (titles > 0) notices.add('lines-before', undefined, titles);
      const names = head.heading?.names.join('\n');
      const delimiter = head.heading?.delimiter ?? ',';
      const times = new LooseTimes(choice);
      const speaking = speakerOf(times);
      const tables = {
        headings: formats.flatMap(({ records }) => (records.kind === 'table' ? records.headings : [])),
        recognise: (row: readonly string[]) => {
          // A table of its own names is known by them alone.
          const other = foldedNames(row).join('\n') === names ? records : formatOfHeading(row, delimiter)?.records;
          return other?.kind === 'table' ? speaking(other) : undefined;
        },
      };
      const start = { text, skip, tables, ...(head.heading === undefined ? {} : { heading: head.heading }) };
      const decoder = new Decoder(block);
      const look = found.look === undefined ? {} : { look: found.look };
      const other = isKnownOther(head) ? { other: refusalOf(head) } : {};
      return { format, ...other, ...look, decoder, times, reader: openBlocks(speaking(records), start, decoder, notices, isAllText) };
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
 * @param told what the reader says of columns, and of times that leave something out
 */
export async function* readSource(
  source: Source,
  stream: ReadableStream<Uint8Array>,
  notices: Notices,
  { way = usualWay, told = {} }: How = {},
): AsyncGenerator<ReadEvent, void, undefined> {
  let opened: Opened | undefined;
  let saved: SavedText | undefined;
  let grouped: OpenedGroups | undefined;
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
      if (saved !== undefined) {
        if (saved.text.length > LONGEST_REPORT) break;
        saved.text += saved.decoder.decode(block, false);
        continue;
      }
      if (opened === undefined && grouped === undefined) {
        const result = open(source, block, notices, way, told);
        if ('kind' in result) {
          yield result;
          return;
        }
        if ('groups' in result) {
          grouped = result;
          yield { kind: 'opened', format: groupedFormat };
        } else if (!('reader' in result)) {
          saved = result;
          continue;
        } else {
          opened = result;
          yield { kind: 'opened', format: opened.format, ...(opened.look === undefined ? {} : { look: opened.look }) };
        }
      }
      if (grouped !== undefined) {
        yield { kind: 'groups', rows: grouped.groups.read(grouped.decoder.decode(block, false), false) };
        yield { kind: 'block', bytes, records, format: groupedFormat };
        continue;
      }
      if (opened === undefined) continue;
      yield* batches(opened, block, false);
      yield { kind: 'block', bytes, records, format: opened.format };
    }
  } catch (error) {
    if (!(error instanceof StreamFailure)) throw error;
    const isDamaged = error.cause instanceof DamagedPacking;
    const isBomb = error.cause instanceof PackedTooTight;
    if (opened === undefined && saved === undefined && grouped === undefined) {
      if (isDamaged)
        yield decline(
          source,
          'unreadable',
          'could not be unpacked: it is damaged or was cut',
          `Fetch it again, or unpack it and open the log inside. ${EXPORT}`,
        );
      else yield decline(source, 'unreadable', 'could not be read', 'Check that the file still exists and open it again.');
      return;
    }
    notices.add(isBomb ? 'packed-too-tight' : isDamaged ? 'packing-damaged' : 'read-failed');
  }
  if (saved !== undefined) {
    const report = reportIn(saved.text + saved.decoder.decode(new Uint8Array(0), true));
    yield report === undefined ? decline(source, 'report', ANOTHER_REPORT, OPEN_THE_LOG) : { kind: 'saved', report };
    return;
  }
  if (grouped !== undefined) {
    const { groups, decoder, delimiter } = grouped;
    yield { kind: 'groups', rows: groups.read(decoder.decode(new Uint8Array(0), true), true) };
    yield {
      kind: 'read',
      read: { bytes, format: groupedFormat, encoding: decoder.encoding, delimiter, records: 0, columns: {}, ignored: [] },
    };
    return;
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
function nothingIn(source: Source, { format, other }: Opened, notices: Notices): ReadEvent {
  const met = notices.list();
  if (met.length > 0 && met.every(({ id }) => id === 'other-records')) {
    if (other !== undefined) return refused(source, other);
    return decline(
      source,
      'no-messages',
      'holds records, but none of them is a message',
      sequence([...met.map(({ text }) => text), ours(OF_MESSAGES)]),
      { format: format.id },
    );
  }
  if (met.length > 0) {
    return decline(
      source,
      'no-messages',
      'has the shape of a message log, but no row in it can be read',
      sequence([...met.map(({ text }) => text), ours(EXPORT_AGAIN)]),
      { format: format.id, line: 2 },
    );
  }
  if (format.records.kind !== 'table' && format.records.kind !== 'lines') {
    return decline(source, 'no-messages', 'has the shape of a message log, but no message in it', EXPORT_AGAIN, { format: format.id });
  }
  return decline(
    source,
    'header-only',
    'has a heading row and no messages: the search that made it found none',
    `Widen the dates or drop a filter and export again. ${EXPORT}`,
    { format: format.id, line: 1 },
  );
}

/** Fields that findings miss where a log lacks them, each with its notice. */
export const missed = [
  ['sid', 'no-sid'],
  ['direction', 'no-direction'],
  ['to', 'no-recipient'],
  ['from', 'no-sender'],
  ['errorCode', 'no-error-code'],
] as const;

function finish(
  { format, decoder, reader, times }: Opened,
  { bytes, records }: { readonly bytes: number; readonly records: number },
  notices: Notices,
): ReadEvent {
  const { columns, ignored, delimiter, blocks } = reader;
  for (const [field, notice] of missed) if (columns[field] === undefined) notices.add(notice);
  if (times.zoneless > 0) notices.add(times.zone === undefined ? 'assumed-utc' : 'assumed-zone', undefined, times.zoneless);
  if (times.ambiguous > 0 && times.monthFirst + times.dayFirst === 0)
    notices.add(times.order === 'day-first' ? 'day-first' : 'month-first', undefined, times.ambiguous);
  if (times.monthFirst > 0 && times.dayFirst > 0) notices.add('mixed-dates', undefined, times.ambiguous);
  const otherOrder = times.other;
  if (decoder.encoding === 'windows-1252') notices.add('assumed-windows-1252');
  if (decoder.encoding === 'macintosh') notices.add('assumed-macintosh');
  if (decoder.damaged > 0) notices.add('damaged-text', undefined, decoder.damaged);
  return {
    kind: 'read',
    read: {
      bytes,
      format,
      encoding: decoder.encoding,
      delimiter,
      records,
      columns,
      ignored,
      blocks,
      ...(otherOrder === undefined ? {} : { otherOrder }),
    },
  };
}
