import { gathered } from '../kit/in-slices.ts';

/** Characters that become bytes in one piece of work. */
const PIECE = 1_000_000;

/** The text in pieces; none ends inside a character. */
export function* textPieces(text: string, size = PIECE): Generator<string, void, void> {
  for (let from = 0; from < text.length;) {
    const end = from + size;
    const isSplit = end < text.length && (text.codePointAt(end - 1) ?? 0) > 0xffff;
    const to = isSplit ? end + 1 : end;
    yield text.slice(from, to);
    from = to;
  }
}

function* blobs(text: string): Generator<Blob, void, void> {
  for (const piece of textPieces(text)) yield new Blob([piece]);
}

/** Text as a file, so that it is read like one. Made in tasks of their own, for a paste may bring 20 MB. */
export const textFile = async (text: string): Promise<File> =>
  new File([...(await gathered(blobs(text)))], 'pasted text', { type: 'text/plain' });
