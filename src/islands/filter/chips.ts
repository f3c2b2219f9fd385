import type { Filter } from '../../analyzer/report/filter.ts';
import { ours, say, sequence, type Sentence } from '../../analyzer/report/sentence.ts';

/** What a filter is about; a message has one of each, so that a second of a kind takes the place of the first. */
export type ChipKind = 'window' | 'code' | 'category' | 'outcome' | 'sender' | 'country' | 'text' | 'link' | 'hour' | 'finding';

/** What a reader calls them. */
export const kindWords: Readonly<Record<ChipKind, string>> = {
  window: 'Time',
  code: 'Code',
  category: 'Category',
  outcome: 'Outcome',
  sender: 'Sender',
  country: 'Country',
  text: 'Text',
  link: 'Link',
  hour: 'Hour',
  finding: 'Finding',
};

/** One filter as a reader sees it. */
export interface Chip {
  readonly kind: ChipKind;
  /** The same for the same filter. */
  readonly id: string;
  readonly label: Sentence;
  readonly filter: Filter;
  /** Its figure counts messages whatever other filters pick by how they ended: it stands without them. */
  readonly isOfAll?: boolean;
}

/** Kinds that pick messages by how they ended: a rate among those says nothing. */
const byEnd: ReadonlySet<ChipKind> = new Set(['code', 'category', 'outcome', 'finding']);

/** The chips by which findings are judged; `undefined` where these are all. */
export function judgedUnder(chips: Chips): Chips | undefined {
  const population = chips.filter(({ kind }) => !byEnd.has(kind));
  return population.length === chips.length ? undefined : population;
}

export type Chips = readonly Chip[];

/** Adds a chip, in place of another of its kind; the same again takes it away. */
export function toggled(chips: Chips, wanted: Chip): Chips {
  const others = chips.filter(({ kind }) => kind !== wanted.kind && !(wanted.isOfAll === true && byEnd.has(kind)));
  return chips.some(({ id }) => id === wanted.id) ? others : [...others, wanted];
}

/** Puts a window in place of the one before, where it stands; `undefined` for none. */
export function withWindow(chips: Chips, window: Chip | undefined): Chips {
  if (window === undefined) return chips.filter(({ kind }) => kind !== 'window');
  return chips.some(({ kind }) => kind === 'window') ? chips.map((one) => (one.kind === 'window' ? window : one)) : [...chips, window];
}

/** What is said of chips in what is saved under them: "Code: 30007; Country: United States". */
export const saidOf = (chips: Chips): Sentence =>
  sequence(
    chips.map(({ kind, label }) => say`${ours(kindWords[kind])}: ${label}`),
    '; ',
  );

/** What passes all chips. */
export function filterOf(chips: Chips): Filter {
  const [only] = chips;
  if (only === undefined) return {};
  return chips.length === 1 ? only.filter : { all: chips.map(({ filter }) => filter) };
}

export const sameChips = (one: Chips, other: Chips): boolean =>
  one.length === other.length && one.every(({ id }, place) => id === other[place]?.id);

/** From and to of the window among them, milliseconds since 1970. */
export function windowOf(chips: Chips): { readonly from: number; readonly to: number } | undefined {
  const { from, to } = chips.find(({ kind }) => kind === 'window')?.filter.time ?? {};
  return from === undefined || to === undefined ? undefined : { from, to };
}
