import { entryOf } from '../analyzer/memory/entry-of.ts';

/** Codes without a page, written short: some 2,000 of them would be a quarter of what a box has to load. */
export interface OtherCodes {
  /** Product -> its codes, each as the distance from the one before. */
  readonly products: Readonly<Record<string, string>>;
  /** Titles of those whose product Twilio does not name. */
  readonly titles: Readonly<Record<string, string>>;
}

/** Titles are cut to this. */
const LONGEST = 24;

const shortened = (title: string): string =>
  title.length <= LONGEST ? title : `${title.slice(0, Math.max(title.lastIndexOf(' ', LONGEST), 1))}…`;

/** Writes them short. */
export function writeOthers(
  codes: readonly { readonly code: number; readonly title: string; readonly product?: string | undefined }[],
): OtherCodes {
  const products = new Map<string, { readonly distances: number[]; last: number }>();
  const titles: Record<string, string> = {};
  for (const { code, title, product } of codes.toSorted((one, other) => one.code - other.code)) {
    if (product === undefined) {
      titles[String(code)] = shortened(title);
      continue;
    }
    const list = entryOf(products, product, () => ({ distances: [], last: 0 }));
    list.distances.push(code - list.last);
    list.last = code;
  }
  return { products: Object.fromEntries([...products].map(([product, { distances }]) => [product, distances.join(' ')])), titles };
}

const made = new WeakMap<OtherCodes, ReadonlyMap<string, string>>();

/** Codes without a page -> "(Programmable Voice)", or a short title where Twilio names no product. */
export function othersOf({ others }: { readonly others: OtherCodes }): ReadonlyMap<string, string> {
  const before = made.get(others);
  if (before !== undefined) return before;
  const words = new Map(Object.entries(others.titles));
  for (const [product, distances] of Object.entries(others.products)) {
    let code = 0;
    for (const distance of distances.split(' ')) {
      code += Number(distance);
      words.set(String(code), `(${product})`);
    }
  }
  made.set(others, words);
  return words;
}
