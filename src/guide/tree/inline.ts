const kinds = ['fact', 'error', 'step', 'way'] as const;
type MarkKind = (typeof kinds)[number];

/** A piece of a text of the guide. */
export type Piece = { readonly kind: 'text' | 'code'; readonly text: string } | { readonly kind: MarkKind; readonly id: string };

const mark = new RegExp(`\`([^\`]+)\`|\\{(${kinds.join('|')}) ([a-z0-9-]+)\\}`, 'g');
const isKind = (word: string | undefined): word is MarkKind => kinds.some((kind) => kind === word);

/**
 * Reads the marks that texts of the front matter may hold: `code` in backticks, {fact queue-limit}, {error 30007},
 * {step filtered}, {way console} for a part of /get-the-log/.
 * Everything else is text; an unknown mark stays as it is written.
 */
export function readInline(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(mark)) {
    const [whole, code, kind, id] = match;
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    end = match.index + whole.length;
    if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (id !== undefined && isKind(kind)) pieces.push({ kind, id });
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}
