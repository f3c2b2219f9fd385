/** What a file without text in it is good for. */
export type BinaryForm = 'image' | 'film' | 'document' | 'sheet' | 'table' | 'database' | 'coloured' | 'other';

interface Magic {
  readonly bytes: readonly number[];
  /** Place of them. */
  readonly at?: number;
  readonly what: string;
  readonly form: BinaryForm | 'packed';
}

/** Files that are no text, by their first bytes. */
const magics: readonly Magic[] = [
  { bytes: [0x42, 0x5a, 0x68], what: 'a bzip2 file', form: 'packed' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'a Zstandard file', form: 'packed' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: 'an xz file', form: 'packed' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7-Zip file', form: 'packed' },
  { bytes: [0x52, 0x61, 0x72, 0x21, 0x1a], what: 'a RAR file', form: 'packed' },
  { bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257, what: 'a tar archive', form: 'packed' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Excel workbook (.xls) or another old Office file', form: 'sheet' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF', form: 'document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG image', form: 'image' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG image', form: 'image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF image', form: 'image' },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: 'a Parquet file', form: 'table' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: 'an SQLite database', form: 'database' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, what: 'a WebP image', form: 'image' },
  { bytes: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], at: 4, what: 'a HEIC image', form: 'image' },
  { bytes: [0x66, 0x74, 0x79, 0x70, 0x6d, 0x69, 0x66], at: 4, what: 'a HEIC image', form: 'image' },
  { bytes: [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69], at: 4, what: 'an AVIF image', form: 'image' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, what: 'a video', form: 'film' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: 'a TIFF image', form: 'image' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a rich text (RTF)', form: 'document' },
  { bytes: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31], what: 'an Arrow or Feather file', form: 'table' },
  { bytes: [0x4f, 0x52, 0x43], what: 'an ORC file', form: 'table' },
  { bytes: [0x4f, 0x62, 0x6a, 0x01], what: 'an Avro file', form: 'table' },
];

/** Bytes looked at. */
const LOOKED_AT = 4096;
/** Control characters in a text, apart from tab, line feed, form feed and carriage return: hardly any. */
const CONTROL_SHARE = 0.02;

export type Signature =
  | { readonly kind: 'text' }
  | { readonly kind: 'packed'; readonly what: string }
  | { readonly kind: 'binary'; readonly what: string; readonly form: BinaryForm };

/** What the first bytes of a file say it is; UTF-16 counts as text. */
export function signatureOf(head: Uint8Array): Signature {
  const magic = magics.find(({ bytes, at = 0 }) => bytes.every((byte, place) => head[at + place] === byte));
  if (magic !== undefined) {
    const { what, form } = magic;
    return form === 'packed' ? { kind: 'packed', what } : { kind: 'binary', what, form };
  }
  if (isWide(head)) return { kind: 'text' };
  const looked = head.subarray(0, LOOKED_AT);
  if (isColoured(looked)) return { kind: 'binary', what: 'a recording of a terminal with its colours', form: 'coloured' };
  const controls = looked.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13).length;
  return controls > looked.length * CONTROL_SHARE ? { kind: 'binary', what: 'a binary file', form: 'other' } : { kind: 'text' };
}

/** A colour of a terminal, behind nothing that parts cells: in a table it is a word of a message, which is read with the others. */
const COLOURED = /^[^,;|\t\x1b]*\x1b\[[\d;]*m/;
const isColoured = (looked: Uint8Array): boolean => looked.includes(27) && COLOURED.test(String.fromCharCode(...looked));

/** UTF-16 with a byte order mark, or ASCII headings in it. */
function isWide(head: Uint8Array): boolean {
  const [first = 0, second = 0] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const pairs = head.subarray(0, 64);
  const zeros = (parity: number): number => pairs.filter((byte, place) => place % 2 === parity && byte === 0).length;
  return pairs.length >= 8 && (zeros(0) === 0 ? zeros(1) : zeros(1) === 0 ? zeros(0) : 0) >= Math.floor(pairs.length / 2) - 2;
}
