/** A piece of a text of the guide. */
export type Piece =
  { readonly kind: 'text' | 'code'; readonly text: string } | { readonly kind: 'fact' | 'error' | 'step'; readonly id: string };

const mark = /`([^`]+)`|\{(fact|error|step) ([a-z0-9-]+)\}/g;

/**
 * Reads the marks that texts of the front matter may hold: `code` in backticks, {fact queue-limit}, {error 30007}, {step filtered}.
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
    else if (id !== undefined && (kind === 'fact' || kind === 'error' || kind === 'step')) pieces.push({ kind, id });
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}
