import { wordsOf } from './words-of.ts';

/** What the search over the index knows of a code before any page is loaded. */
export interface Searchable {
  readonly code: string;
  /** Twilio's title, former titles included. */
  readonly title: string;
  /** Our summary; empty for codes without a page. */
  readonly summary: string;
}

const fillers = new Set(
  'a an and are as at be by can for from has have in is it its of on or that the this to was were will with you your'.split(' '),
);

/** How well one word of the query fits an entry: the code's beginning, a word of the title, the beginning of one, a word of the summary. */
function fit(word: string, { code, title, summary }: Searchable): number {
  if (/^\d{2,6}$/.test(word) && code.startsWith(word)) return code === word ? 40 : 8;
  const titleWords = wordsOf(title);
  if (titleWords.includes(word)) return 4;
  if (word.length > 2 && titleWords.some((other) => other.startsWith(word))) return 3;
  return word.length > 2 && wordsOf(summary).some((other) => other.startsWith(word)) ? 1 : 0;
}

/**
 * The codes that fit a query, best first: a code or its beginning, words of a title or a summary.
 * Up to three words must all fit; of a longer text at least half of what occurs anywhere must, rare words weighing more.
 *
 * @param query as typed
 * @returns at most `limit` entries; none for a query without words
 */
export function rank<Entry extends Searchable>(query: string, entries: readonly Entry[], limit = 50): readonly Entry[] {
  const all = wordsOf(query);
  const meaningful = all.filter((word) => !fillers.has(word));
  const words = [...new Set(meaningful.length > 0 ? meaningful : all)].slice(0, 40);
  if (words.length === 0) return [];
  const fits = words.map((word) => entries.map((entry) => fit(word, entry)));
  const weights = fits.map((row) => Math.log(1 + entries.length / (1 + row.filter((score) => score > 0).length)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const foundSomewhere = weights
    .filter((_, position) => fits[position]?.some((score) => score > 0))
    .reduce((sum, weight) => sum + weight, 0);
  const needed = words.length <= 3 ? total : foundSomewhere / 2;
  return entries
    .map((entry, index) => {
      let covered = 0;
      let score = 0;
      words.forEach((_, position) => {
        const points = fits[position]?.[index] ?? 0;
        const weight = weights[position] ?? 0;
        if (points > 0) covered += weight;
        score += points * weight;
      });
      return { entry, covered, score };
    })
    .filter(({ covered }) => covered > 0 && covered >= needed - 1e-9)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ entry }) => entry);
}
