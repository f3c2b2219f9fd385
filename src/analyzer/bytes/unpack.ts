import type { DeclinedKind } from '../report/declined.ts';
import { gunzipped, unzipped } from './inflate.ts';
import { peek, pullOf, streamOf, type Pull } from './pull.ts';

/** Packings around a log, at most: a zip of gzip files. */
const DEEPEST = 2;
/** Files of a zip that are looked at. */
const MOST_FILES = 1_000;

/** What stands in a source: bytes that are packed no more. */
export interface Part {
  readonly kind: 'part';
  /** The name of the source; behind it, after a slash, that of the file in a zip. */
  readonly name: string;
  readonly stream: ReadableStream<Uint8Array>;
  /** Packed bytes read so far; absent where nothing was packed. */
  readonly packed?: () => number;
  /** Files joined in the gzip so far; absent for what is none. */
  readonly members?: () => number;
}

/** Something that is not unpacked. */
export interface Refused {
  readonly kind: 'refused';
  readonly name: string;
  readonly declined: DeclinedKind;
  /** Goes on after the name. */
  readonly what: string;
  readonly advice: string;
}

const begins = (head: Uint8Array, ...bytes: readonly number[]): boolean => bytes.every((byte, place) => head[place] === byte);
const isGzip = (head: Uint8Array): boolean => begins(head, 0x1f, 0x8b);
const isZip = (head: Uint8Array): boolean => begins(head, 0x50, 0x4b, 0x03, 0x04);
const isEmptyZip = (head: Uint8Array): boolean => begins(head, 0x50, 0x4b, 0x05, 0x06);
/** Bit 0 of the flags of the first file. */
const isLocked = (head: Uint8Array): boolean => ((head[6] ?? 0) & 1) === 1;

/** Files that only the zip of an office program has, and what such a zip is. */
const OFFICE: readonly (readonly [file: RegExp, what: string])[] = [
  [/^xl\//, 'an Excel workbook (.xlsx)'],
  [/^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|ppt\/)/, 'an Excel workbook (.xlsx) or another office file'],
  [/^(?:mimetype$|META-INF\/)/, 'an OpenDocument file (.ods), as LibreOffice saves it'],
  [/^(?:Index\/|Metadata\/|Index\.zip$)/, 'a Numbers sheet or another file of Apple’s office programs'],
];
/** What systems put into a zip beside the files of a person. */
const isJunk = (name: string): boolean =>
  name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/.test(name);

interface From {
  readonly name: string;
  readonly pull: Pull;
  /** How many packings were undone. */
  readonly depth: number;
  readonly packed: () => number;
  readonly members?: () => number;
}

/**
 * What stands in a source: itself, or what is packed in it, one after another. Use a part before asking for the next.
 *
 * @param stream the bytes of the source; given back when whoever asks stops
 */
export async function* unpacked(name: string, stream: ReadableStream<Uint8Array>): AsyncGenerator<Part | Refused, void> {
  const reader = stream.getReader();
  let packed = 0;
  const plain = pullOf(reader);
  const pull: Pull = async () => {
    const piece = await plain();
    packed += piece?.length ?? 0;
    return piece;
  };
  try {
    yield* parts({ name, pull, depth: 0, packed: () => packed });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const refused = (name: string, what: string, advice: string, declined: DeclinedKind = 'compressed'): Refused => ({
  kind: 'refused',
  name,
  declined,
  what,
  advice,
});

async function* parts(from: From): AsyncGenerator<Part | Refused, void> {
  const { name, depth, packed } = from;
  let looked: Awaited<ReturnType<typeof peek>>;
  try {
    looked = await peek(from.pull, 8);
  } catch (error) {
    // Whoever reads it is told.
    const failure = error instanceof Error ? error : new Error('the source failed', { cause: error });
    yield partOf({ ...from, pull: () => Promise.reject(failure) });
    return;
  }
  const { head, pull } = looked;
  if (!isGzip(head) && !isZip(head)) {
    if (isEmptyZip(head)) yield refused(name, 'is a zip file with nothing in it', 'Pack the log again, or open it unpacked.', 'empty');
    else yield partOf({ ...from, pull });
  } else if (depth === DEEPEST) {
    yield refused(name, 'is packed more than twice over, so it was not unpacked', 'Unpack it and open the log inside.');
  } else if (isGzip(head)) {
    const { pull: inner, members } = gunzipped(pull);
    yield* parts({ name, pull: inner, depth: depth + 1, packed, members });
  } else if (isLocked(head)) {
    yield refused(name, 'is a zip file locked with a password', 'Unpack it and open the log inside.');
  } else yield* filesOf({ ...from, pull });
}

const partOf = ({ name, pull, depth, packed, members }: From): Part => ({
  kind: 'part',
  name,
  stream: streamOf(pull),
  ...(depth === 0 ? {} : { packed }),
  ...(members === undefined ? {} : { members }),
});

async function* filesOf({ name, pull, depth, packed }: From): AsyncGenerator<Part | Refused, void> {
  let files = 0;
  for await (const file of unzipped(pull)) {
    const office = OFFICE.find(([pattern]) => pattern.test(file.name))?.[1];
    if (office !== undefined) {
      yield refused(
        name,
        `is ${office}, not a text`,
        'Open it there, save the sheet as "CSV UTF-8" and open that file. Better still, open the export as it came from Twilio: spreadsheets change numbers and times.',
        'binary',
      );
      return;
    }
    if (isJunk(file.name)) continue;
    files += 1;
    if (files > MOST_FILES) {
      yield refused(name, `holds more than ${String(MOST_FILES)} files; those after them were not read`, 'Pack fewer files together.');
      return;
    }
    const inner = `${name}/${file.name}`;
    if (file.isKnown) yield* parts({ name: inner, pull: file.pull, depth: depth + 1, packed });
    else yield refused(inner, 'is packed in a way that is not unpacked here', 'Unpack it and open the log inside.');
  }
  if (files === 0)
    yield refused(
      name,
      'is a zip file with no file in it that could be read: it holds none, or is damaged or was cut',
      'Unpack it and open the log inside, or fetch it again.',
      'empty',
    );
}
