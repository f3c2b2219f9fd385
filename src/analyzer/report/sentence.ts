import type { Figure } from './figure.ts';

/**
 * A part of a sentence. A string is our own words and nothing else: whatever comes from a log stands in a piece of its own,
 * so that zone, masking and direction of writing are decided where the sentence is printed (`Printer`), never by searching in it.
 */
export type Piece =
  | string
  /** A number whose messages can be pointed at. */
  | { readonly figure: Figure }
  /** A number that belongs to the sentence alone: a limit, how often a notice was met. */
  | { readonly count: number }
  /** "4.2 %": both numbers as counted; `of` 0 has no share. */
  | { readonly share: { readonly part: number; readonly of: number } }
  /** Milliseconds since 1970, UTC. */
  | { readonly moment: number }
  /** From one moment to another, milliseconds since 1970, UTC. */
  | { readonly span: { readonly from: number; readonly to: number } }
  /** What a message says, or any other wording that is not ours. */
  | { readonly text: string }
  /** A sender or recipient, as normalised. */
  | { readonly address: string }
  /** A file or other source. */
  | { readonly name: string };

/** Plain data, the same on every thread and in JSON. */
export type Sentence = readonly Piece[];

/** What `say` takes between its words. */
type Sayable = Piece | Sentence | Figure | number;

/** Literals stay; a string that could hold anything, also one made of parts, becomes `never`. */
type OwnWords<S> = S extends string ? (Partial<Record<S, unknown>> extends Record<S, unknown> ? never : S) : S;

function piecesOf(value: Sayable): Sentence {
  if (typeof value === 'number') return [{ count: value }];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value as Sentence;
  return [('label' in value ? { figure: value } : value) as Piece];
}

/** Without empty words, neighbouring words as one. */
function joined(pieces: Sentence): Sentence {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece;
    else if (piece !== '') all.push(piece);
  }
  return all;
}

/**
 * A sentence as it reads: say`${figure} messages from ${address(sender)} since ${moment(time)}`.
 *
 * A number becomes a `count`, a `Figure` a `figure`, a sentence its pieces. A string must be a literal ('' or 'it' | 'them'): one
 * that could hold text of a log does not compile; our own words in a variable go through `ours`.
 */
export function say<const Said extends readonly Sayable[]>(
  words: TemplateStringsArray,
  ...said: { readonly [K in keyof Said]: OwnWords<Said[K]> }
): Sentence {
  const values: readonly Sayable[] = said;
  return joined(words.flatMap((text, place) => [text, ...(place < values.length ? piecesOf(values[place] ?? '') : [])]));
}

/** Several sentences one after another, with our own words between them. */
export const sequence = (sentences: readonly Sentence[], between = ' '): Sentence =>
  joined(sentences.flatMap((sentence, place) => (place === 0 ? sentence : [between, ...sentence])));

/** Our own words from a variable: a constant, the name of a country. Never anything of a log. */
export const ours = (words: string): Sentence => [words];

export const moment = (milliseconds: number) => ({ moment: milliseconds }) as const;
export const address = (normalised: string) => ({ address: normalised }) as const;

/** What a message says, in quotes. */
export const quote = (text: string): Sentence => say`“${{ text }}”`;

const valueOf = (number: Figure | number): number => (typeof number === 'number' ? number : number.value);

/** "1 message", "1,234 messages": a number with its noun; the plural is the word with an "s" unless given. */
export const howMany = (number: Figure | number, one: string, many = `${one}s`): Sentence =>
  say`${number} ${ours(valueOf(number) === 1 ? one : many)}`;

/** "412 of 9,803". */
export const outOf = (part: Figure | number, of: Figure | number): Sentence => say`${part} of ${of}`;

/** "4.2 %". */
export const share = (part: Figure | number, of: Figure | number) => ({ share: { part: valueOf(part), of: valueOf(of) } }) as const;
